"""One door to translation, open also where no Qt is installed.

The layouts speak (ticks, chips, dates in words) but must not import Qt. They call `translate`
with a literal context and text, which Qt's lupdate finds by the function's name; the
application installs Qt's own translator behind it at start.
"""

from collections.abc import Callable

Translator = Callable[[str, str, int], str]


def grouped(number: int) -> str:
    """A count as it is written everywhere: "125,368"."""
    return f"{number:,}"


def with_number(text: str, n: int) -> str:
    """*text* with *n* for `%n`, and "(s)" as English asks: "1 event", "2 events".

    Other languages have their plural forms from Qt and no "(s)" left in their texts.
    """
    return text.replace("(s)", "" if n == 1 else "s").replace("%n", grouped(n))


def _source_text(_context: str, text: str, n: int) -> str:
    """The English source text itself, with its plural number put in."""
    return with_number(text, n) if n >= 0 else text


_translator: Translator = _source_text


def translate(context: str, text: str, n: int = -1) -> str:
    """*text* in the chosen language; `%n` in it is replaced by *n* where *n* is given."""
    return _translator(context, text, n)


def install(translator: Translator | None) -> None:
    """Send every later `translate` through *translator* (None: back to the source text)."""
    global _translator  # noqa: PLW0603 - one process speaks one language
    _translator = translator or _source_text
