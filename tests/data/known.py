"""What anybody can look up elsewhere: when people lived and held office, since when states and
bodies exist. No claim of ours; only held against what the data say.

Days are ISO texts; None is "still" (or so long that it does not matter).
"""

Term = tuple[str, str | None]

LIVES: dict[str, Term] = {
    "abulfaz-elchibey": ("1938-06-24", "2000-08-22"),
    "angela-merkel": ("1954-07-17", None),
    "ayaz-mutallibov": ("1938-05-12", "2022-03-27"),
    "boris-yeltsin": ("1931-02-01", "2007-04-23"),
    "eduard-shevardnadze": ("1928-01-25", "2014-07-07"),
    "heydar-aliyev": ("1923-05-10", "2003-12-12"),
    "ilham-aliyev": ("1961-12-24", None),
    "islam-karimov": ("1938-01-30", "2016-09-02"),
    "joseph-stalin": ("1878-12-18", "1953-03-05"),
    "kassym-jomart-tokayev": ("1953-05-17", None),
    "levon-ter-petrosyan": ("1945-01-09", None),
    "natig-aliyev": ("1947-11-22", "2017-06-09"),
    "nursultan-nazarbayev": ("1940-07-06", None),
    "recep-tayyip-erdogan": ("1954-02-26", None),
    "shirin-akiner": ("1943-06-16", "2019-04-06"),
    "suleyman-demirel": ("1924-11-01", "2015-06-17"),
    "vladimir-putin": ("1952-10-07", None),
    "xi-jinping": ("1953-06-15", None),
}
"""When people were born and died."""

OFFICES: dict[str, list[Term]] = {
    "abdulla-aripov": [("2016-12-14", None)],
    "abulfaz-elchibey": [("1992-06-07", "1993-09-01")],
    "adil-karaismailoglu": [("2020-03-28", "2023-06-03")],
    "angela-merkel": [("2005-11-22", "2021-12-08")],
    "ayaz-mutallibov": [("1990-01-20", "1992-03-06"), ("1992-05-14", "1992-05-18")],
    "bakytzhan-sagintayev": [("2016-09-08", "2019-02-21")],
    "bill-richardson": [("1998-08-18", "2001-01-20")],
    "boris-yeltsin": [("1990-05-29", "1999-12-31")],
    "eduard-shevardnadze": [("1992-03-10", "2003-11-23")],
    "giorgi-kvirikashvili": [("2015-12-30", "2018-06-13")],
    "heydar-aliyev": [("1993-06-15", "2003-10-31")],
    "ilham-aliyev": [("2003-08-04", None)],
    "islam-karimov": [("1990-03-24", "2016-09-02")],
    "jeyhun-bayramov": [("2020-07-16", None)],
    "jose-manuel-barroso": [("2004-11-22", "2014-10-31")],
    "kanat-bozumbayev": [("2016-03-25", "2019-12-18")],
    "karim-massimov": [("2007-01-10", "2012-09-24"), ("2014-04-02", "2016-09-08")],
    "kassym-jomart-tokayev": [("2019-03-20", None)],
    "levon-ter-petrosyan": [("1990-08-04", "1998-02-03")],
    "mevlut-cavusoglu": [("2014-08-29", "2015-08-28"), ("2015-11-24", "2023-06-03")],
    "mukhtar-tileuberdi": [("2019-09-18", "2023-03-30")],
    "natig-aliyev": [("2005-12-06", "2017-06-09")],
    "nursultan-nazarbayev": [("1989-06-22", "2019-03-20")],
    "recep-tayyip-erdogan": [("2003-03-14", None)],
    "serzh-sargsyan": [("2008-04-09", "2018-04-23")],
    "suleyman-demirel": [("1991-11-20", "2000-05-16")],
    "vladimir-putin": [("1999-08-09", None)],
    "xi-jinping": [("2012-11-15", None)],
}
"""When they could act for a state or the European Commission: as head of state, of government or
of the republic before independence, or as the minister as whom the documents name them."""

STATES: dict[str, Term] = {
    "afghanistan": ("1919-08-19", None),
    "armenia": ("1990-08-23", None),
    "azerbaijan": ("1989-09-23", None),
    "belarus": ("1990-07-27", None),
    "georgia": ("1990-06-20", None),
    "kazakhstan": ("1990-10-25", None),
    "kyrgyzstan": ("1990-12-15", None),
    "moldova": ("1990-06-23", None),
    "russia": ("1990-06-12", None),
    "soviet-union": ("1922-12-30", "1991-12-26"),
    "tajikistan": ("1990-08-24", None),
    "turkmenistan": ("1990-08-22", None),
    "ukraine": ("1990-07-16", None),
    "uzbekistan": ("1990-06-20", None),
    "northern-cyprus": ("1983-11-15", None),
}
"""States that have not always been: former republics of the Soviet Union since they declared
their sovereignty, which is when they begin to speak with one another for themselves."""

REPUBLICS: dict[str, str] = {
    "armenia": "1920-12-02",
    "azerbaijan": "1920-04-28",
    "belarus": "1920-07-31",
    "georgia": "1921-02-25",
    "kazakhstan": "1920-08-26",
    "kyrgyzstan": "1924-10-14",
    "moldova": "1924-10-12",
    "tajikistan": "1924-10-14",
    "turkmenistan": "1924-10-27",
    "ukraine": "1919-03-10",
    "uzbekistan": "1924-10-27",
}
"""Since when each was a republic (at first an autonomous one) of the Soviet Union or before it."""

BODIES: dict[str, Term] = {
    "caspian-pipeline-consortium": ("1992-06-17", None),
    "chevron": ("1984-01-01", None),
    "cica": ("1992-10-05", None),
    "cis": ("1991-12-08", None),
    "csto": ("1992-05-15", None),
    "eco": ("1985-01-01", None),
    "eurasian-economic-union": ("2014-05-29", None),
    "european-union": ("1957-03-25", None),
    "guam": ("1997-10-10", None),
    "kazmunaygas": ("2002-02-20", None),
    "lukoil": ("1991-11-25", None),
    "nato": ("1949-04-04", None),
    "osce": ("1973-07-03", None),
    "osce-minsk-group": ("1992-03-24", None),
    "sco": ("1996-04-26", None),
    "socar": ("1992-09-13", None),
    "tengizchevroil": ("1992-05-18", None),
    "traceca-programme": ("1993-05-03", None),
    "turkic-council": ("2009-10-03", None),
    "turkpa": ("2008-11-21", None),
    "turksoy": ("1992-06-20", None),
    "united-nations": ("1945-06-26", None),
    "wto": ("1994-04-15", None),
}
"""Since when bodies and companies exist, a forerunner of the same name counted in."""
