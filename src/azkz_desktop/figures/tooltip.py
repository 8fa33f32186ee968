"""What the chart says about the number under the pointer. No Qt."""

from html import escape

from azkz_desktop.figures.marks import Chart, Number


def tooltip(chart: Chart, mark: int) -> str:
    """Every claim behind a mark, as simple HTML: number, period, document, where, how printed."""
    told = [_number(chart.numbers[one]) for one in chart.marks[mark].numbers]
    links = (link for link in chart.links if mark in (link.first, link.second))
    sentences = [f"<i>≠ {escape(link.sentence)}</i>" for link in links]
    return "<hr>".join(told + sentences)


def _number(number: Number) -> str:
    lines = (
        f"<b>{escape(number.value)}</b> ({escape(number.quality)})",
        escape(f"{number.series}, {number.period}"),
        escape(f"{number.document}: {number.where}"),
        *(escape(remark) for remark in number.remarks),
    )
    return "<br>".join(lines)
