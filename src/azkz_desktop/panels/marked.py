"""Which letters of a found name are the words that were typed, in any spelling. No Qt."""

import re

from azkz_desktop.dataset.fold import fold, sound_key

_WORD = re.compile(r"\w+(?:['’ʻ`](?!s\b)\w+)*")
_SHORTEST_BY_SOUND = 3


def matching_parts(text: str, typed: str) -> tuple[tuple[int, int], ...]:
    """Where words of *text* answer words of *typed*: pairs of first letter and the one behind.

    A word that begins as a typed one does is marked as far as it does ("Naz" in Nazarbayev);
    one that is only spelled otherwise or sounds the same is marked whole.
    """
    folded = fold(typed).split()
    sounds = {sound_key(word) for word in folded if len(word) >= _SHORTEST_BY_SOUND}
    parts = []
    for found in _WORD.finditer(text):
        length = _matching(found.group(), folded, sounds)
        if length:
            parts.append((found.start(), found.start() + length))
    return tuple(parts)


def _matching(word: str, folded: list[str], sounds: set[str]) -> int:
    """How many letters of *word* are marked."""
    plain = fold(word)
    begun = [len(one) for one in folded if plain.startswith(one)]
    if begun and len(plain) == len(word):
        return max(begun)
    return len(word) if begun or sound_key(word) in sounds else 0
