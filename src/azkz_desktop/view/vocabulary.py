"""The words for what the data call by ids: kinds, groups of kinds, themes, states of a route.

Each function asks the translator anew, so that a change of language is seen at once.
"""

from azkz_desktop.translation import translate


def _word(words: dict[str, str], key: str) -> str:
    return words.get(key, key.replace("_", " ").replace("-", " ").capitalize())


def kind_word(kind: str) -> str:
    """The word for one kind of event."""
    words = {
        "visit": translate("Vocabulary", "Visit"),
        "meeting": translate("Vocabulary", "Meeting"),
        "summit": translate("Vocabulary", "Summit"),
        "agreement": translate("Vocabulary", "Agreement"),
        "conflict": translate("Vocabulary", "Conflict"),
        "mediation": translate("Vocabulary", "Mediation"),
        "legal": translate("Vocabulary", "Law"),
        "institution": translate("Vocabulary", "Institution"),
        "energy": translate("Vocabulary", "Energy"),
        "transport": translate("Vocabulary", "Transport"),
        "trade": translate("Vocabulary", "Trade"),
        "security": translate("Vocabulary", "Security"),
        "culture": translate("Vocabulary", "Culture"),
        "demography": translate("Vocabulary", "Demography"),
        "statement": translate("Vocabulary", "Statement"),
        "election": translate("Vocabulary", "Election"),
    }
    return _word(words, kind)


def group_word(group: str) -> str:
    """The word for a group of kinds that share a lane, a shape and a colour."""
    words = {
        "visits": translate("Vocabulary", "Visits, meetings"),
        "agreements": translate("Vocabulary", "Agreements, law"),
        "conflicts": translate("Vocabulary", "Conflicts, security"),
        "summits": translate("Vocabulary", "Summits"),
        "institutions": translate("Vocabulary", "Institutions"),
        "energy": translate("Vocabulary", "Energy, transport"),
        "trade": translate("Vocabulary", "Trade"),
        "society": translate("Vocabulary", "Society, statements"),
    }
    return _word(words, group)


def theme_word(theme: str) -> str:
    """The word for a theme."""
    words = {
        "bilateral": translate("Vocabulary", "Bilateral relations"),
        "caspian": translate("Vocabulary", "The Caspian"),
        "energy": translate("Vocabulary", "Oil and gas"),
        "transport": translate("Vocabulary", "Transport"),
        "trade": translate("Vocabulary", "Trade"),
        "karabakh": translate("Vocabulary", "Karabakh"),
        "turkic": translate("Vocabulary", "Turkic cooperation"),
        "security": translate("Vocabulary", "Security"),
        "environment": translate("Vocabulary", "Environment"),
        "diaspora": translate("Vocabulary", "Diaspora"),
        "culture": translate("Vocabulary", "Culture"),
    }
    return _word(words, theme)


def facet_word(facet: str) -> str:
    """The word for a facet, as a heading."""
    words = {
        "period": translate("Vocabulary", "Period"),
        "kind": translate("Vocabulary", "Kind"),
        "actor": translate("Vocabulary", "Actor"),
        "theme": translate("Vocabulary", "Theme"),
        "place": translate("Vocabulary", "Place"),
        "source": translate("Vocabulary", "Document"),
    }
    return _word(words, facet)
