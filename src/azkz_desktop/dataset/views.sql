-- The public views: the stable interface. Names and columns do not change without a new major
-- version of the data. Days are ISO dates, lists JSON arrays, geometry 2D ISO WKB.
--
-- Lists are put together by hand: up to SQLite 3.40 the functions of JSON count as unsafe in the
-- schema of a file that is not trusted, and are refused.

CREATE VIEW sources AS
SELECT id AS source_key, authors, year, title, container, doi, url, horizon, outside
FROM source;

CREATE VIEW events AS
SELECT
    event.id AS event_id,
    kind.id AS kind,
    event_text.title,
    event_text.summary,
    (SELECT edtf FROM event_claim WHERE event_claim.event = event.no AND rank = 'preferred') AS edtf,
    date(event.start_earliest + 1721424.5) AS start_earliest,
    date(event.start_latest + 1721424.5) AS start_latest,
    date(event.end_earliest + 1721424.5) AS end_earliest,
    date(event.end_latest + 1721424.5) AS end_latest,
    precision.id AS precision,
    event.contested,
    (
        SELECT '[' || ifnull(group_concat('"' || id || '"', ','), '') || ']' FROM (
            SELECT actor.id FROM event_actor JOIN actor ON actor.no = event_actor.actor
            WHERE event_actor.event = event.no ORDER BY event_actor.position
        )
    ) AS actors,
    (
        SELECT '[' || ifnull(group_concat('"' || id || '"', ','), '') || ']' FROM (
            SELECT place.id FROM event_place JOIN place ON place.no = event_place.place
            WHERE event_place.event = event.no ORDER BY event_place.position
        )
    ) AS places,
    (
        SELECT '[' || ifnull(group_concat('"' || id || '"', ','), '') || ']' FROM (
            SELECT theme.id FROM event_theme JOIN theme ON theme.no = event_theme.theme
            WHERE event_theme.event = event.no ORDER BY event_theme.position
        )
    ) AS themes,
    (
        SELECT '[' || ifnull(group_concat(title, ','), '') || ']' FROM (
            SELECT '"' || replace(replace(title, '\', '\\'), '"', '\"') || '"' AS title
            FROM event_document
            WHERE event_document.event = event.no ORDER BY event_document.position
        )
    ) AS documents,
    (
        SELECT '[' || ifnull(group_concat('"' || id || '"', ','), '') || ']' FROM (
            SELECT source.id FROM event_source JOIN source ON source.no = event_source.source
            WHERE event_source.event = event.no ORDER BY event_source.position
        )
    ) AS source_keys,
    (SELECT parent.id FROM event AS parent WHERE parent.no = event.parent) AS parent_id
FROM event
JOIN event_text ON event_text.event = event.no
JOIN kind ON kind.no = event.kind
JOIN precision ON precision.no = event.precision;

-- What every view of claims has in common; not public.
CREATE VIEW claim_columns AS
SELECT
    claim.no,
    source.id AS source_key,
    section.heading AS section,
    claim.paragraph,
    claim.line,
    claim.as_stated,
    claim.cites,
    (SELECT told.id FROM source AS told WHERE told.no = claim.via) AS via,
    claim.inferred,
    claim.note
FROM claim
JOIN source ON source.no = claim.source
JOIN section ON section.no = claim.section;

CREATE VIEW event_claims AS
SELECT
    event.id AS event_id, event_claim.edtf, event_claim.rank,
    source_key, section, paragraph, line, as_stated, cites, via, inferred, note
FROM event_claim
JOIN event ON event.no = event_claim.event
JOIN claim_columns ON claim_columns.no = event_claim.claim;

CREATE VIEW actors AS
SELECT
    actor.id AS actor_id, actor.type, actor.name,
    (SELECT state.id FROM actor AS state WHERE state.no = actor.country) AS country,
    actor.role
FROM actor;

CREATE VIEW places AS
SELECT place.id AS place_id, place.name, place.lon, place.lat, actor.id AS country
FROM place LEFT JOIN actor ON actor.no = place.country;

CREATE VIEW names AS
SELECT
    subject.type AS subject_type, subject.id AS subject_id, name.name, name.language,
    date(name.valid_from + 1721424.5) AS valid_from,
    date(name.valid_to + 1721424.5) AS valid_to
FROM name JOIN subject ON subject.id = name.subject;

CREATE VIEW routes AS
SELECT
    route.id AS route_id, route.name, route.mode, route.commodity,
    (SELECT place.id FROM place WHERE place.no = route.from_place) AS from_place,
    (SELECT place.id FROM place WHERE place.no = route.to_place) AS to_place,
    (
        SELECT '[' || ifnull(group_concat('"' || id || '"', ','), '') || ']' FROM (
            SELECT place.id FROM route_via JOIN place ON place.no = route_via.place
            WHERE route_via.route = route.id ORDER BY route_via.position
        )
    ) AS via_places,
    route.length_km, route.published_length_km, route.geometry
FROM route;

CREATE VIEW route_states AS
SELECT
    route.id AS route_id, state.rank, state.status, state.edtf,
    date(state.start_earliest + 1721424.5) AS start_earliest,
    date(state.end_latest + 1721424.5) AS end_latest,
    source_key, section, paragraph, line, as_stated, cites, via, inferred, note
FROM state
JOIN route ON route.id = state.subject
JOIN claim_columns ON claim_columns.no = state.claim;

CREATE VIEW areas AS
SELECT id AS area_id, name, type, geometry FROM area;

CREATE VIEW area_states AS
SELECT
    area.id AS area_id, state.track, state.rank, state.status, state.edtf,
    date(state.start_earliest + 1721424.5) AS start_earliest,
    date(state.end_latest + 1721424.5) AS end_latest,
    source_key, section, paragraph, line, as_stated, cites, via, inferred, note
FROM state
JOIN area ON area.id = state.subject
JOIN claim_columns ON claim_columns.no = state.claim;

CREATE VIEW boundaries AS
SELECT
    boundary.id AS boundary_id,
    (SELECT actor.id FROM actor WHERE actor.no = boundary.state_a) AS state_a,
    (SELECT actor.id FROM actor WHERE actor.no = boundary.state_b) AS state_b,
    boundary.method, boundary.geometry
FROM boundary;

CREATE VIEW boundary_states AS
SELECT
    boundary.id AS boundary_id, state.rank, state.status, state.track AS scope, state.edtf,
    date(state.start_earliest + 1721424.5) AS start_earliest,
    date(state.end_latest + 1721424.5) AS end_latest,
    source_key, section, paragraph, line, as_stated, cites, via, inferred, note
FROM state
JOIN boundary ON boundary.id = state.subject
JOIN claim_columns ON claim_columns.no = state.claim;

CREATE VIEW observations AS
SELECT
    series.id AS series_id, series.name AS series_name, series.entity, series.counterpart,
    series.direction, observation.edtf, observation.value, series.unit, observation.qualifier,
    source_key, section, paragraph, line, as_stated, cites, via, inferred, note
FROM observation
JOIN series ON series.id = observation.series
JOIN claim_columns ON claim_columns.no = observation.claim;

CREATE VIEW positions AS
SELECT
    position.id AS position_id, actor.id AS actor_id, position.issue, position.stance,
    position_claim.edtf,
    source_key, section, paragraph, line, as_stated, cites, via, inferred, note
FROM position_claim
JOIN position ON position.id = position_claim.position
JOIN actor ON actor.no = position.actor
JOIN claim_columns ON claim_columns.no = position_claim.claim;

CREATE VIEW memberships AS
SELECT
    actor.id AS actor_id, body.id AS body_id, membership.status, membership.edtf,
    date(membership.start_earliest + 1721424.5) AS start_earliest,
    date(membership.end_latest + 1721424.5) AS end_latest,
    source_key, section, paragraph, line, as_stated, cites, via, inferred, note
FROM membership
JOIN actor ON actor.no = membership.actor
JOIN actor AS body ON body.no = membership.body
JOIN claim_columns ON claim_columns.no = membership.claim;

CREATE VIEW capitals AS
SELECT
    actor.id AS state_id, place.id AS place_id, capital.edtf,
    date(capital.start_earliest + 1721424.5) AS start_earliest,
    date(capital.end_latest + 1721424.5) AS end_latest,
    source_key, section, paragraph, line, as_stated, cites, via, inferred, note
FROM capital
JOIN actor ON actor.no = capital.state
JOIN place ON place.no = capital.place
JOIN claim_columns ON claim_columns.no = capital.claim;

CREATE VIEW disagreements AS
SELECT
    subject.type AS subject_type, subject.id AS subject_id, disagreement.field,
    disagreement.value_a, a.id AS source_a, disagreement.line_a,
    disagreement.value_b, b.id AS source_b, disagreement.line_b,
    disagreement.note
FROM disagreement
JOIN subject ON subject.id = disagreement.subject
JOIN source AS a ON a.no = disagreement.source_a
JOIN source AS b ON b.no = disagreement.source_b;

CREATE VIEW metadata AS
SELECT key, value FROM meta;
