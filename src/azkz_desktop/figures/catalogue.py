"""Which figures there are: single series, and several that belong on one chart. No Qt.

A figure of several series has an id of its own here; every series that is in none of them is a
figure by itself and has the series' id. What the file does not have is left out.
"""

from collections.abc import Callable, Mapping

from azkz_desktop.dataset.fold import fold
from azkz_desktop.dataset.records import Series
from azkz_desktop.lean import dataclass
from azkz_desktop.translation import translate
from azkz_desktop.view.state import Focus, ViewState

TIME, RANKING = "time", "ranking"
TOPICS = ("trade", "investment", "energy", "transport", "people", "caspian", "bodies", "other")


@dataclass(frozen=True, slots=True)
class Figure:
    """One chart: `form` is "time" (along the years) or "ranking" (side by side)."""

    id: str
    title: str
    topic: str
    form: str
    series: tuple[str, ...]


def topic_word(topic: str) -> str:
    """The heading of a topic."""
    return {
        "trade": translate("Figures", "Trade"),
        "investment": translate("Figures", "Investment, companies"),
        "energy": translate("Figures", "Oil and gas"),
        "transport": translate("Figures", "Transport"),
        "people": translate("Figures", "People, land"),
        "caspian": translate("Figures", "The Caspian"),
        "bodies": translate("Figures", "Organisations, documents"),
        "other": translate("Figures", "Other figures"),
    }[topic]


def _groups() -> tuple[Figure, ...]:
    """The figures of several series, each with the series that it would have."""
    goods_kz = ("natural-gas", "wheat", "crude-oil", "rolled-steel", "barite")
    goods_az = ("sugar", "ferrous-metal", "furniture", "optical-media", "tomato")
    shares = ("kazakhs", "russians", "uzbeks", "ukrainians", "uighurs", "tatars", "germans",
              "other-groups")  # fmt: skip
    coasts = ("kazakhstan", "russia", "turkmenistan", "azerbaijan", "iran")
    return (
        Figure("trade-by-direction", translate("Figures", "Trade of the two states, by direction"),
               "trade", TIME, ("trade-az-kz-total", "trade-kz-az-export", "trade-az-kz-export")),
        Figure("goods-from-kazakhstan", translate("Figures", "Goods that Kazakhstan sells"),
               "trade", RANKING, tuple(f"trade-kz-az-export-{one}" for one in goods_kz)),
        Figure("goods-from-azerbaijan", translate("Figures", "Goods that Azerbaijan sells"),
               "trade", RANKING, tuple(f"trade-az-kz-export-{one}" for one in goods_az)),
        Figure("trade-growth", translate("Figures", "How many times trade grew"), "trade", TIME,
               ("trade-az-kz-total-growth", "trade-kz-az-export-growth",
                "trade-az-kz-export-growth")),
        Figure("investment-both-ways", translate("Figures", "Investment in each other"),
               "investment", TIME, ("investment-az-in-kz", "investment-kz-in-az")),
        Figure("companies-both-ways", translate("Figures", "Companies in each other’s country"),
               "investment", TIME, ("companies-az-in-kz", "companies-kz-in-az")),
        Figure("stakes-karachaganak", translate("Figures", "Stakes in Karachaganak"), "energy",
               RANKING, _stakes("karachaganak", "british-gas", "eni", "chevron", "lukoil")),
        Figure("stakes-tengiz", translate("Figures", "Stakes in Tengizchevroil"), "energy", RANKING,
               _stakes("tengizchevroil", "chevron", "exxonmobil", "kazmunaygas", "lukarco")),
        Figure("stakes-kashagan", translate("Figures", "Stakes in Kashagan"), "energy", RANKING,
               _stakes("kashagan", "eni", "exxonmobil", "kazmunaygas", "royal-dutch-shell",
                       "total")),
        Figure("stakes-cpc", translate("Figures", "Stakes in the Caspian Pipeline Consortium"),
               "energy", RANKING, _stakes("cpc", "russia", "transneft", "kazakhstan", "lukoil")),
        Figure("kashagan-barrels", translate("Figures", "Oil reserves of Kashagan"), "energy", TIME,
               ("kashagan-oil-reserves", "kashagan-recoverable-reserves")),
        Figure("kcts-capacity", translate("Figures", "Planned capacity of the Kazakhstan Caspian "
               "Transportation System"), "energy", TIME,
               ("kcts-capacity-initial", "kcts-capacity-expanded")),
        Figure("days-from-china", translate("Figures", "Days for goods from China to Europe"),
               "transport", RANKING,
               ("transit-days-china-europe-sea", "transit-days-china-europe-rail",
                "transit-days-iron-silk-road")),
        Figure("btk-capacities", translate("Figures", "Capacity of the Baku–Tbilisi–Kars railway"),
               "transport", RANKING, ("btk-capacity", "btk-capacity-target")),
        Figure("azerbaijanis-in-kazakhstan-figures", translate("Figures",
               "Azerbaijanis in Kazakhstan: counts and estimates"), "people", TIME,
               ("census-azerbaijanis-in-kazakhstan", "azerbaijanis-in-kazakhstan-estimates")),
        Figure("armenians-in-kazakhstan", translate("Figures", "Armenians in Kazakhstan"),
               "people", RANKING, ("armenians-in-kazakhstan-number",
                                   "armenians-in-kazakhstan-number-unofficial")),
        Figure("census-shares", translate("Figures", "Peoples of Kazakhstan, census of 2009"),
               "people", RANKING, tuple(f"census-share-{one}-in-kazakhstan" for one in shares)),
        Figure("coastlines", translate("Figures", "Coastline of each state on the Caspian"),
               "caspian", RANKING, tuple(f"coastline-length-{one}" for one in coasts)),
    )  # fmt: skip


def _stakes(field: str, *companies: str) -> tuple[str, ...]:
    return tuple(f"stake-{company}-{field}" for company in companies)


_WORDS = {
    "trade": ("trade", "wheat", "grain"),
    "investment": ("invest", "investment", "companies", "cost", "capital", "fees", "gdp", "budget"),
    "energy": ("oil", "gas", "kashagan", "tengiz", "btc", "kcts", "stake", "throughput", "cpc",
               "pipeline", "crude", "druzhba", "contract"),
    "transport": ("trans", "transit", "titr", "railway", "train", "port", "container",
                  "containers", "cargo", "route", "alat", "kuryk", "zhezkazgan", "arkalyk",
                  "nomad", "distance", "belt"),
    "people": ("azerbaijanis", "azerbaijani", "armenians", "population", "census", "persons",
               "ethnic", "shia", "families", "karabakh", "territory"),
    "caspian": ("caspian", "coastline"),
    "bodies": ("turkic", "agreements", "documents", "sessions", "commission"),
}  # fmt: skip


def topic_of(series: Series) -> str:
    """Where a series is listed: by the words of its id, by its first word that fits."""
    for word in series.id.split("-"):
        for topic, words in _WORDS.items():
            if word in words:
                return topic
    return "other"


def figures_of(series: Mapping[str, Series]) -> tuple[Figure, ...]:
    """Every figure of a file, by topic: those of several series first, then by title."""
    groups: list[Figure] = []
    taken: set[str] = set()
    for group in _groups():
        present = tuple(one for one in group.series if one in series)
        if len(present) > 1:
            groups.append(Figure(group.id, group.title, group.topic, group.form, present))
            taken.update(present)
    single = [
        Figure(one.id, one.name, topic_of(one), TIME, (one.id,))
        for one in series.values()
        if one.id not in taken and one.observations
    ]
    single.sort(key=lambda figure: fold(figure.title))
    return tuple(sorted(groups + single, key=lambda figure: TOPICS.index(figure.topic)))


def shown_figure(figures: tuple[Figure, ...], state: ViewState) -> Figure | None:
    """The figure that *state* shows: the one with the series that is chosen, else its own."""
    chosen = _with_series(figures, state.focus)
    named = next((figure for figure in figures if figure.id == state.figure), None)
    if named is not None and (chosen is None or chosen.id == named.id):
        return named
    return chosen or (figures[0] if figures else None)


def _with_series(figures: tuple[Figure, ...], focus: Focus | None) -> Figure | None:
    if focus is None or focus.type != "series":
        return None
    return next((figure for figure in figures if focus.id in figure.series), None)


def finder(typed: str) -> Callable[[str], bool]:
    """What tells of the words of a figure (`spoken`) whether all that was *typed* is among them."""
    words = fold(typed).split()
    return lambda spoken: all(word in spoken for word in words)


def spoken(figure: Figure, series: Mapping[str, Series]) -> str:
    """What a figure is found by, folded: its title, its topic, the names of its series."""
    names = [series[one].name for one in figure.series]
    return fold(" ".join((figure.title, topic_word(figure.topic), *names)))
