"""No "(s)" reaches a reader: what has a number is said through `translate` with that number."""

import ast
from pathlib import Path

from PySide6.QtWidgets import QApplication

import azkz_desktop
from azkz_desktop.app.shell import _translated
from azkz_desktop.translation import install, translate

SOURCE = Path(azkz_desktop.__file__).parent


def plural_calls() -> list[tuple[str, str, int]]:
    """Every call whose text has a plural: where, the function's name, how many arguments."""
    found = []
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and any(map(_has_plural, node.args)):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
                name = node.func.id if isinstance(node.func, ast.Name) else name
                found.append((f"{path.name}:{node.lineno}", name, len(node.args)))
    return found


def _has_plural(node: ast.expr) -> bool:
    text = node.value if isinstance(node, ast.Constant) else None
    return isinstance(text, str) and ("(s)" in text or "%n" in text)


def test_every_plural_is_told_its_number() -> None:
    calls = plural_calls()
    assert len(calls) > 10
    wrong = [call for call in calls if call[1:] != ("translate", 3) and call[1] != "replace"]
    assert wrong == []


def test_through_qt_large_numbers_have_separators_too(qapp: QApplication) -> None:
    install(_translated)
    try:
        assert [translate("Test", "%n event(s)", n) for n in (0, 1, 999, 125_368)] == [
            "0 events",
            "1 event",
            "999 events",
            "125,368 events",
        ]
    finally:
        install(None)


def test_one_and_many_in_english() -> None:
    assert [translate("Test", "%n event(s)", n) for n in (0, 1, 2, 1200)] == [
        "0 events",
        "1 event",
        "2 events",
        "1,200 events",
    ]
