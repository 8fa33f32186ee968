"""Five questions to begin with: each a view, and an answer in five attributed sentences. No Qt.

Every sentence says who says so, and names the claims that it rests on, so that a test can hold
each of them against the data.
"""

from collections.abc import Callable
from dataclasses import replace

from azkz_desktop.dates.days import ordinal
from azkz_desktop.lean import dataclass
from azkz_desktop.query.filter import Filter
from azkz_desktop.translation import translate
from azkz_desktop.view.state import Focus, MapWindow, Span, ViewState

AKINER, HUSEYNOV, HAMZAOGLU = "akiner2012", "huseynov2017", "hamzaoglu2021"
YAGUBOVA, EGAMBERDIYEV = "yagubova2022", "egamberdiyev2023"
KAZAKHSTAN = (("kazakhstan",),)
BOTH = (("azerbaijan",), ("kazakhstan",))


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim behind a sentence: of which thing, by which document, with which date.

    `value` is the number that is claimed, for series; otherwise None.
    """

    subject: str
    source: str
    edtf: str
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an answer, and the claims that it rests on, the main one first."""

    text: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question, the view that shows its answer, and the answer."""

    id: str
    title: str
    state: ViewState
    answer: tuple[Sentence, ...]


def _span(first: str, last: str) -> Span:
    return Span(float(ordinal(f"{first}-01-01")), float(ordinal(f"{last}-12-31") + 1))


def _said(text: str, *evidence: tuple[str, str, str] | tuple[str, str, str, float]) -> Sentence:
    return Sentence(text, tuple(Evidence(*one) for one in evidence))


def _caspian() -> Question:
    return Question(
        "caspian",
        translate("Questions", "How was the Caspian divided?"),
        ViewState(
            filter=Filter(themes=("caspian",)), span=_span("1996", "2019"), moment="2003-06-01",
            map=MapWindow(50.5, 42.0, 1700.0),
            focus=Focus("event", "caspian-trilateral-junction-agreement"),
        ),
        (
            _said(translate("Questions", "The north came first: Akiner dates the agreement of "
                            "Russia and Kazakhstan to July 1998, Hamzaoğlu to that year."),
                  ("caspian-seabed-kz-ru", AKINER, "1998-07"),
                  ("caspian-seabed-kz-ru", HAMZAOGLU, "1998")),
            _said(translate("Questions", "Azerbaijan and Kazakhstan signed theirs on 29 November "
                            "2001 according to Hamzaoğlu; Akiner names the month, and a protocol "
                            "of February 2003."),
                  ("caspian-seabed-az-kz", HAMZAOGLU, "2001-11-29"),
                  ("caspian-seabed-az-kz", AKINER, "2001-11"),
                  ("caspian-seabed-az-kz-protocol", AKINER, "2003-02")),
            _said(translate("Questions", "In May 2003, says Akiner, the three fixed the point at "
                            "which their lines meet; Huseynov places the whole division between "
                            "2001 and 2003."),
                  ("caspian-trilateral-junction-agreement", AKINER, "2003-05"),
                  ("caspian-northern-states-divide-seabed", HUSEYNOV, "[2001..2003]")),
            _said(translate("Questions", "In the south Akiner knows of talks without a result as "
                            "of 2012, and of Iranian and Azerbaijani vessels that faced each "
                            "other in July 2001."),
                  ("southern-caspian-delimitation-talks", AKINER, "[..2012]"),
                  ("araz-alov-sharg-confrontation", AKINER, "2001-07")),
            _said(translate("Questions", "Hamzaoğlu ends with the convention of 12 August "
                            "2018, which all five presidents signed in Aktau, after 22 years of "
                            "talks by his count."),
                  ("caspian-convention-signed", HAMZAOGLU, "2018-08-12"),
                  ("caspian-negotiation-years", HAMZAOGLU, "2018", 22)),
        ),
    )  # fmt: skip


def _oil() -> Question:
    return Question(
        "oil",
        translate("Questions", "How does Kazakh oil reach the world?"),
        ViewState(
            filter=Filter(actors=KAZAKHSTAN, themes=("energy",)), span=_span("1993", "2023"),
            moment="2008-11-03", map=MapWindow(46.5, 42.8, 2700.0),
            focus=Focus("event", "kazakh-oil-enters-btc"),
        ),
        (
            _said(translate("Questions", "Akiner has the pipeline from Baku to Ceyhan at work "
                            "from May 2006."),
                  ("btc-opens", AKINER, "2006-05")),
            _said(translate("Questions", "Kazakhstan joined it on 16 June 2006 according to "
                            "Hamzaoğlu; Akiner names the month, Huseynov and Yagubova the year."),
                  ("kazakhstan-joins-btc", HAMZAOGLU, "2006-06-16"),
                  ("kazakhstan-joins-btc", AKINER, "2006-06"),
                  ("kazakhstan-joins-btc", HUSEYNOV, "2006"),
                  ("kazakhstan-joins-btc", YAGUBOVA, "2006")),
            _said(translate("Questions", "For Hamzaoğlu its oil entered the line on 3 November "
                            "2008; Yagubova counts from 14 November, when the two state "
                            "companies agreed."),
                  ("kazakh-oil-enters-btc", HAMZAOGLU, "2008-11-03"),
                  ("kazakh-oil-enters-btc", YAGUBOVA, "2008-11-14"),
                  ("socar-kazmunaygas-trans-caspian-agreement", YAGUBOVA, "2008-11-14")),
            _said(translate("Questions", "Yagubova puts what went this way in 2020 at 106,000 "
                            "tonnes; Egamberdiyev and Shaldarbekova give four fifths of all "
                            "Kazakh oil to the Caspian Pipeline Consortium, through Russia."),
                  ("oil-through-btc-kazakh", YAGUBOVA, "2020", 106_000),
                  ("share-of-kazakh-oil-exported-through-cpc", EGAMBERDIYEV, "2023", 80)),
            _said(translate("Questions", "In July 2022, Yagubova reports, a Russian court halted "
                            "that line for four days, and Tokayev had transport across the sea "
                            "prepared."),
                  ("cpc-halt", YAGUBOVA, "2022-07-05"),
                  ("cpc-suspension-days", YAGUBOVA, "2022-07", 4),
                  ("tokayev-orders-trans-caspian-alternatives", YAGUBOVA, "2022-07-07")),
        ),
    )  # fmt: skip


def _karabakh() -> Question:
    return Question(
        "karabakh",
        translate("Questions", "What did Kazakhstan do about Karabakh?"),
        ViewState(
            filter=Filter(actors=KAZAKHSTAN, themes=("karabakh",)), span=_span("1988", "2023"),
            moment="1991-09-23", map=MapWindow(46.8, 40.6, 1300.0),
            focus=Focus("event", "zheleznovodsk-communique"),
        ),
        (
            _said(translate("Questions", "Huseynov dates the beginning of the conflict to 1988, "
                            "and the offer of Kazakhstan and Russia to mediate to the autumn of "
                            "1991."),
                  ("kazakhstan-russia-offer-mediation", HUSEYNOV, "1991-23"),
                  ("karabakh-conflict-begins", HUSEYNOV, "1988")),
            _said(translate("Questions", "Yeltsin and Nazarbayev were in Baku and Yerevan from 20 "
                            "to 23 September 1991, he tells, and on the last day four leaders "
                            "signed a communiqué."),
                  ("zheleznovodsk-communique", HUSEYNOV, "1991-09-23"),
                  ("zheleznovodsk-mission", HUSEYNOV, "1991-09-20/1991-09-23")),
            _said(translate("Questions", "The effort broke off, according to Huseynov, when a "
                            "helicopter with Russian and Kazakh observers was brought down near "
                            "Karakend on 20 November 1991."),
                  ("karakend-helicopter-shot-down", HUSEYNOV, "1991-11-20")),
            _said(translate("Questions", "Kazakhstan led the OSCE in 2010, as Akiner, Huseynov "
                            "and Hamzaoğlu say; Hamzaoğlu adds its summit in Astana on 1 and 2 "
                            "December."),
                  ("kazakhstan-chairs-osce", AKINER, "2010"),
                  ("kazakhstan-chairs-osce", HUSEYNOV, "2010"),
                  ("kazakhstan-chairs-osce", HAMZAOGLU, "2010"),
                  ("osce-summit-astana", HAMZAOGLU, "2010-12-01/2010-12-02")),
            _said(translate("Questions", "Hamzaoğlu counts the war of 2020 from 27 September to 9 "
                            "November; in August 2022 Yagubova tells of more than 65 applications "
                            "of Kazakh companies to invest in the region."),
                  ("karabakh-44-day-war", HAMZAOGLU, "2020-09-27/2020-11-09"),
                  ("applications-to-invest-in-karabakh", YAGUBOVA, "2022-08-24", 65)),
        ),
    )  # fmt: skip


def _trade() -> Question:
    total = "trade-az-kz-total"
    return Question(
        "trade",
        translate("Questions", "How did the trade of the two develop?"),
        ViewState(
            filter=Filter(actors=BOTH, all_actors=True, themes=("trade",)),
            span=_span("2004", "2023"), moment="2012-07-01", focus=Focus("series", total),
            figure="trade-by-direction", pane="figures",
        ),
        (
            _said(translate("Questions", "Huseynov puts the turnover of 2005 at 132 million "
                            "dollars; 129 million of it were exports of Kazakhstan."),
                  (total, HUSEYNOV, "2005", 132e6),
                  ("trade-kz-az-export", HUSEYNOV, "2005", 129e6)),
            _said(translate("Questions", "It rose to 393 million in 2012, the largest number in "
                            "Huseynov’s table."),
                  (total, HUSEYNOV, "2012", 393_430_000)),
            _said(translate("Questions", "By 2015 Huseynov has it down to 117 million."),
                  (total, HUSEYNOV, "2015", 116_880_000)),
            _said(translate("Questions", "Among the goods of 2016 Huseynov names natural gas, "
                            "wheat and oil from Kazakhstan, and sugar from Azerbaijan."),
                  ("trade-kz-az-export-natural-gas", HUSEYNOV, "2016", 19_129_780),
                  ("trade-kz-az-export-wheat", HUSEYNOV, "2016", 12_523_450),
                  ("trade-kz-az-export-crude-oil", HUSEYNOV, "2016", 12_154_330),
                  ("trade-az-kz-export-sugar", HUSEYNOV, "2016", 4_100_860)),
            _said(translate("Questions", "Later numbers come from others: Yagubova gives 136 "
                            "million for 2021, Egamberdiyev and Shaldarbekova 327 million for the "
                            "first half of 2022."),
                  (total, YAGUBOVA, "2021", 135_700_000),
                  (total, EGAMBERDIYEV, "2022-01/2022-06", 326_600_000)),
        ),
    )  # fmt: skip


def _corridor() -> Question:
    return Question(
        "corridor",
        translate("Questions", "How did goods come to cross the Caspian?"),
        ViewState(
            filter=Filter(themes=("transport",)), span=_span("1992", "2023"), moment="2020-06-01",
            map=MapWindow(50.0, 42.0, 3600.0),
            focus=Focus("event", "first-container-train-reaches-baku"),
        ),
        (
            _said(translate("Questions", "Akiner begins with TRACECA, launched in May 1993."),
                  ("traceca-launched", AKINER, "1993-05")),
            _said(translate("Questions", "Hamzaoğlu tells of an agreement on a coordination "
                            "committee on 7 November 2013, Huseynov of the association for which "
                            "three railways signed in October 2016."),
                  ("trans-caspian-route-committee", HAMZAOGLU, "2013-11-07"),
                  ("titr-association-memorandum", HUSEYNOV, "2016-10")),
            _said(translate("Questions", "Between the two a container train from China reached "
                            "Baku for the first time: on 3 August 2015 in Hamzaoğlu’s account, in "
                            "August in Huseynov’s."),
                  ("first-container-train-reaches-baku", HAMZAOGLU, "2015-08-03"),
                  ("first-container-train-reaches-baku", HUSEYNOV, "2015-08")),
            _said(translate("Questions", "The railway from Baku to Kars opened on 30 October 2017 "
                            "according to Hamzaoğlu; Egamberdiyev and Shaldarbekova name the "
                            "year."),
                  ("btk-opens", HAMZAOGLU, "2017-10-30"), ("btk-opens", EGAMBERDIYEV, "2017")),
            _said(translate("Questions", "Egamberdiyev and Shaldarbekova count some 350,000 "
                            "tonnes on the route in 2020, and 3.2 million in 2022, the year of "
                            "Russia’s invasion of Ukraine."),
                  ("cargo-trans-caspian-route", EGAMBERDIYEV, "2020", 350_000),
                  ("cargo-trans-caspian-route", EGAMBERDIYEV, "2022", 3_200_000),
                  ("russia-invades-ukraine", EGAMBERDIYEV, "2022")),
        ),
    )  # fmt: skip


_MAKERS: tuple[Callable[[], Question], ...] = (_caspian, _oil, _karabakh, _trade, _corridor)


def questions() -> tuple[Question, ...]:
    """The five questions, in the language that is spoken now."""
    return tuple(make() for make in _MAKERS)


def question_of(state: ViewState) -> Question | None:
    """The question that *state* shows the answer of, None where it shows none."""
    return next((one for one in questions() if one.id == state.question), None)


def asked(question: Question, now: ViewState) -> ViewState:
    """The view of *question*, with what is no part of it as it was *now*."""
    return replace(
        question.state, question=question.id, lanes=now.lanes, layers=now.layers,
        table=now.table, bands=now.bands,
    )  # fmt: skip
