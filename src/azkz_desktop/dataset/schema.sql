-- The tables of an AzKz database, schema version 1. What other tools read are the views of
-- views.sql; the tables may change with the schema version.
--
-- Days are proleptic Gregorian ordinals (1 is 0001-01-01): whole numbers compare, subtract and
-- load faster than texts, and the views turn them into ISO dates. NULL is "no bound".
-- What events have in common is numbered, so that a million of them load as numbers.

PRAGMA application_id = 1098533754;  -- "AzKz"
PRAGMA user_version = 1;

CREATE TABLE meta (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Every id there is: unique across all types.
CREATE TABLE subject (
    id TEXT NOT NULL PRIMARY KEY CHECK (id <> '' AND id NOT GLOB '*[^a-z0-9-]*'),
    type TEXT NOT NULL CHECK (type IN (
        'event', 'actor', 'place', 'route', 'area', 'boundary', 'series', 'position', 'document'
    ))
) STRICT, WITHOUT ROWID;

-- Numbered by year of publication.
CREATE TABLE source (
    no INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE REFERENCES subject (id),
    authors TEXT NOT NULL,  -- a JSON array
    year INTEGER,
    title TEXT NOT NULL,
    container TEXT NOT NULL,
    doi TEXT NOT NULL,
    url TEXT NOT NULL,
    horizon TEXT NOT NULL,
    outside INTEGER NOT NULL CHECK (outside IN (0, 1))
) STRICT;

CREATE TABLE section (
    no INTEGER NOT NULL PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES source (no),
    heading TEXT NOT NULL,
    line INTEGER
) STRICT;

CREATE TABLE claim (
    no INTEGER NOT NULL PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES source (no),
    section INTEGER NOT NULL REFERENCES section (no),
    paragraph INTEGER,
    line INTEGER,
    inferred INTEGER NOT NULL CHECK (inferred IN (0, 1)),
    via INTEGER REFERENCES source (no),
    element TEXT NOT NULL,  -- the table, chart or footnote that the line stands in, or ''
    as_stated TEXT NOT NULL,
    cites TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

CREATE TABLE name (
    no INTEGER NOT NULL PRIMARY KEY,
    subject TEXT NOT NULL REFERENCES subject (id),
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    valid_from INTEGER,
    valid_to INTEGER
) STRICT;
CREATE INDEX name_by_subject ON name (subject);

CREATE TABLE actor (
    no INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE REFERENCES subject (id),
    type TEXT NOT NULL CHECK (type IN ('person', 'state', 'organisation', 'company', 'people')),
    name TEXT NOT NULL,
    country INTEGER REFERENCES actor (no),
    role TEXT NOT NULL
) STRICT;

CREATE TABLE place (
    no INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE REFERENCES subject (id),
    name TEXT NOT NULL,
    lon REAL NOT NULL CHECK (lon BETWEEN -180 AND 180),
    lat REAL NOT NULL CHECK (lat BETWEEN -90 AND 90),
    country INTEGER REFERENCES actor (no),
    source INTEGER NOT NULL REFERENCES source (no)
) STRICT;

CREATE TABLE kind (no INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE theme (no INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE precision (no INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT;

-- Numbered in order of time: start_earliest (NULL first), end_latest (NULL last), id.
CREATE TABLE event (
    no INTEGER NOT NULL PRIMARY KEY,
    start_earliest INTEGER,
    start_latest INTEGER,
    end_earliest INTEGER,
    end_latest INTEGER,
    kind INTEGER NOT NULL REFERENCES kind (no),
    precision INTEGER NOT NULL REFERENCES precision (no),
    qualifier INTEGER NOT NULL CHECK (qualifier BETWEEN 0 AND 3),  -- 1 approximate, 2 uncertain
    contested INTEGER NOT NULL CHECK (contested IN (0, 1)),
    weight INTEGER NOT NULL,  -- rank for labels, no two alike, larger is more important
    importance INTEGER NOT NULL CHECK (importance BETWEEN 1 AND 5),
    parent INTEGER REFERENCES event (no),
    id TEXT NOT NULL UNIQUE REFERENCES subject (id)
) STRICT;
CREATE INDEX event_by_parent ON event (parent) WHERE parent IS NOT NULL;

-- Apart from the numbers, so that these are read without the texts between them.
CREATE TABLE event_text (
    event INTEGER NOT NULL PRIMARY KEY REFERENCES event (no),
    title TEXT NOT NULL,
    short TEXT NOT NULL,
    summary TEXT NOT NULL
) STRICT;

CREATE TABLE event_actor (
    event INTEGER NOT NULL REFERENCES event (no),
    position INTEGER NOT NULL,
    actor INTEGER NOT NULL REFERENCES actor (no),
    PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_place (
    event INTEGER NOT NULL REFERENCES event (no),
    position INTEGER NOT NULL,
    place INTEGER NOT NULL REFERENCES place (no),
    PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_theme (
    event INTEGER NOT NULL REFERENCES event (no),
    position INTEGER NOT NULL,
    theme INTEGER NOT NULL REFERENCES theme (no),
    PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

-- The documents whose claims an event has, once each.
CREATE TABLE event_source (
    event INTEGER NOT NULL REFERENCES event (no),
    position INTEGER NOT NULL,
    source INTEGER NOT NULL REFERENCES source (no),
    PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_document (
    event INTEGER NOT NULL REFERENCES event (no),
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_related (
    event INTEGER NOT NULL REFERENCES event (no),
    related INTEGER NOT NULL REFERENCES event (no),
    PRIMARY KEY (event, related)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_related_back ON event_related (related);

CREATE TABLE event_claim (
    event INTEGER NOT NULL REFERENCES event (no),
    claim INTEGER NOT NULL REFERENCES claim (no),
    rank TEXT NOT NULL CHECK (rank IN ('preferred', 'normal', 'deprecated')),
    edtf TEXT NOT NULL,
    PRIMARY KEY (event, claim)
) STRICT, WITHOUT ROWID;

CREATE TABLE route (
    id TEXT NOT NULL PRIMARY KEY REFERENCES subject (id),
    name TEXT NOT NULL,
    mode TEXT NOT NULL,
    commodity TEXT,
    from_place INTEGER REFERENCES place (no),
    to_place INTEGER REFERENCES place (no),
    length_km REAL,
    published_length_km REAL,
    geometry_source TEXT,
    geometry BLOB
) STRICT, WITHOUT ROWID;

CREATE TABLE route_via (
    route TEXT NOT NULL REFERENCES route (id),
    position INTEGER NOT NULL,
    place INTEGER NOT NULL REFERENCES place (no),
    PRIMARY KEY (route, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE area (
    id TEXT NOT NULL PRIMARY KEY REFERENCES subject (id),
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    geometry_source TEXT,
    geometry BLOB
) STRICT, WITHOUT ROWID;

CREATE TABLE boundary (
    id TEXT NOT NULL PRIMARY KEY REFERENCES subject (id),
    name TEXT NOT NULL,
    state_a INTEGER NOT NULL REFERENCES actor (no),
    state_b INTEGER NOT NULL REFERENCES actor (no),
    method TEXT NOT NULL,
    geometry_source TEXT,
    geometry BLOB
) STRICT, WITHOUT ROWID;

-- A stretch in the life of a route, area or boundary, as one document tells it.
CREATE TABLE state (
    claim INTEGER NOT NULL PRIMARY KEY REFERENCES claim (no),
    subject TEXT NOT NULL REFERENCES subject (id),
    track TEXT NOT NULL,  -- of an area its track, of a boundary its scope, of a route ''
    episode INTEGER NOT NULL,  -- counts on where a status comes back
    status TEXT NOT NULL,
    rank TEXT NOT NULL CHECK (rank IN ('preferred', 'normal', 'deprecated')),
    edtf TEXT NOT NULL,
    start_earliest INTEGER,
    end_latest INTEGER
) STRICT;
CREATE INDEX state_by_subject ON state (subject);

CREATE TABLE series (
    id TEXT NOT NULL PRIMARY KEY REFERENCES subject (id),
    name TEXT NOT NULL,
    entity TEXT NOT NULL REFERENCES subject (id),
    counterpart TEXT REFERENCES subject (id),
    direction TEXT,
    unit TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE observation (
    claim INTEGER NOT NULL PRIMARY KEY REFERENCES claim (no),
    series TEXT NOT NULL REFERENCES series (id),
    edtf TEXT NOT NULL,
    value REAL NOT NULL,
    qualifier TEXT NOT NULL
) STRICT;
CREATE INDEX observation_by_series ON observation (series);

CREATE TABLE position (
    id TEXT NOT NULL PRIMARY KEY REFERENCES subject (id),
    actor INTEGER NOT NULL REFERENCES actor (no),
    issue TEXT NOT NULL,
    stance TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE position_claim (
    claim INTEGER NOT NULL PRIMARY KEY REFERENCES claim (no),
    position TEXT NOT NULL REFERENCES position (id),
    edtf TEXT
) STRICT;

CREATE TABLE membership (
    claim INTEGER NOT NULL PRIMARY KEY REFERENCES claim (no),
    actor INTEGER NOT NULL REFERENCES actor (no),
    body INTEGER NOT NULL REFERENCES actor (no),
    status TEXT NOT NULL,
    edtf TEXT,
    start_earliest INTEGER,
    end_latest INTEGER
) STRICT;

CREATE TABLE capital (
    claim INTEGER NOT NULL PRIMARY KEY REFERENCES claim (no),
    state INTEGER NOT NULL REFERENCES actor (no),
    place INTEGER NOT NULL REFERENCES place (no),
    edtf TEXT,
    start_earliest INTEGER,
    end_latest INTEGER
) STRICT;

CREATE TABLE disagreement (
    no INTEGER NOT NULL PRIMARY KEY,
    subject TEXT NOT NULL REFERENCES subject (id),
    field TEXT NOT NULL,
    value_a TEXT NOT NULL,
    source_a INTEGER NOT NULL REFERENCES source (no),
    line_a INTEGER,
    claim_a INTEGER REFERENCES claim (no),  -- NULL where a person entered the disagreement
    value_b TEXT NOT NULL,
    source_b INTEGER NOT NULL REFERENCES source (no),
    line_b INTEGER,
    claim_b INTEGER REFERENCES claim (no),
    note TEXT NOT NULL
) STRICT;
CREATE INDEX disagreement_by_subject ON disagreement (subject);

-- One row a text that can be searched for. `subject` is the id, `field` what the text is of it
-- (name, alias, title, summary); `exact` is the text, `folded` and `sound` are what fold.py
-- makes of it.
CREATE VIRTUAL TABLE search USING fts5 (
    subject UNINDEXED, field UNINDEXED, exact, folded, sound,
    tokenize = "unicode61 remove_diacritics 0"
);

-- The words of an event (rowid is its no): title, summary, names and all spellings of
-- actors and places, folded. Only words are kept, neither their order nor the text.
CREATE VIRTUAL TABLE event_words USING fts5 (
    folded, content = '', detail = 'none', tokenize = 'ascii'
);
