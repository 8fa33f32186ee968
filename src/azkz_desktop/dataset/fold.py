"""How names are compared across spellings and scripts: folded, and by how they sound.

`fold` takes case, accents and script away: "Əliyev", "ALIYEV" and "Алийев" end in Latin letters
that can be compared. `sound_key` goes on to what transliterations differ in, so that "Qazaxıstan",
"Kazakhstan" and "Қазақстан", "Hеydar" and "Гейдар" are one key. Text and query go through the same.
"""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

_BEFORE = str.maketrans({"ə": "a", "Ə": "a", "ä": "a", "ı": "i", "ұ": "u", "ў": "u"})
_SILENT = re.compile(r"['`’‘ʼʻʹ]")
_NO_WORD = re.compile(r"[^a-z0-9]+")

_SOUNDS = (
    (r"shch|sch|sh", "s"),
    (r"dzh|dj|zh|tch|ch|c|j", "j"),
    (r"ts|tz", "s"),
    (r"kh|gh|q|k|x|g|h", "k"),
    (r"ph", "f"),
    (r"[wv]", "v"),
    (r"[iy]+(?=[aeou])", ""),
    (r"(?<=[aou])v$", "u"),
    (r"y", "i"),
    (r"e", "a"),
    (r"d$", "t"),
    (r"(.)\1+", r"\1"),
)
_RULES = tuple((re.compile(pattern), sound) for pattern, sound in _SOUNDS)


@lru_cache(maxsize=1 << 14)
def fold(text: str) -> str:
    """*text* as lower-case ASCII words with single spaces between them.

    Case, accents, script and punctuation are gone; apostrophes and soft signs leave no trace.
    """
    composed = unicodedata.normalize("NFC", text).translate(_BEFORE)
    ascii_text = anyascii(composed).lower()
    return _NO_WORD.sub(" ", _SILENT.sub("", ascii_text)).strip()


@lru_cache(maxsize=1 << 14)
def sound_key(text: str) -> str:
    """The words of *text* by their sound: one key for the common transliterations of a name."""
    return " ".join(_word_key(word) for word in fold(text).split())


@lru_cache(maxsize=1 << 16)
def _word_key(word: str) -> str:
    if word.isdigit():
        return word
    for pattern, sound in _RULES:
        word = pattern.sub(sound, word)
    return word
