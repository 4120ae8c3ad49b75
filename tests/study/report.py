"""The study as a part of docs/methods.md: tables between two marks, with the day on which they were made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

from tests.study.coverage import Coverage
from tests.study.moves import Moves
from tests.study.rules import Alarms

BEGIN, END = "<!-- study: begins -->", "<!-- study: ends -->"
# Under this share an interval is named in the text; its nominal share is 95.
WANTED = 0.93


def report(coverages: Sequence[Coverage], moves: Sequence[Moves], alarms: Sequence[Alarms], *, draws: int, on: date) -> str:
    """The whole part, in Markdown."""
    short = [f"{one.interval} at {one.size}{f', {one.at}' if one.at else ''}: {one.smallest:.1%}" for one in coverages if one.smallest < WANTED]
    said = f"Below 93 % at some true rate: {'; '.join(short)}." if short else "None falls below 93 % at any size."
    return "\n".join(
        [
            f"Simulated on {on.isoformat()} by `make study`, {draws:,} draws of each; what is made of one group is counted exactly.",
            "",
            "**How often a 95 % interval holds the truth**, over true rates from 5 to 95 %:",
            "",
            *table(("interval", "size", "mean", "smallest", "at"), (coverage_row(one) for one in coverages)),
            "",
            said,
            "",
            "**How often a verdict says that a gap moved.** One focus group of so many people a period, three times as many others; 52 against 66 %. "
            "Scattered: true rates spread by 4 points from period to period beyond chance.",
            "",
            *table(("gap", "periods", *(f"{size:,} people" for size in sizes(moves))), move_rows(moves)),
            "",
            "A share of a still gap is a false *closing*, *widening* or *levelled down*; of a closing one it is how often it is found.",
            "",
            "**How often a chart's rules speak** where nothing happens, and where the rate rises by 15 points (the gap falls by 15; one team of the "
            "funnel lies 15 points off):",
            "",
            *table(("rule", "points", "nothing happens", "it moves"), ((one.rule, one.points, percent(one.still), percent(one.moved)) for one in alarms)),
        ]
    )


def coverage_row(one: Coverage) -> tuple[str, ...]:
    return one.interval, one.size, percent(one.mean), percent(one.smallest), one.at


def sizes(moves: Sequence[Moves]) -> list[int]:
    return sorted({one.size for one in moves})


def move_rows(moves: Sequence[Moves]) -> Iterable[tuple[str, ...]]:
    """A row for each kind of gap and length, a column for each size."""
    for (gap, periods), same in groupby(moves, key=lambda one: (one.gap, one.periods)):
        yield gap, str(periods), *(percent(one.moved) for one in sorted(same, key=lambda one: one.size))


def percent(share: float) -> str:
    return f"{share:.1%}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A Markdown table."""
    return ["| " + " | ".join(line) + " |" for line in (head, ["---"] * len(head), *rows)]


def write_into(document: Path, text: str) -> None:
    """Put the text between the marks of the document. Raises ValueError where it has not both."""
    before, begin, rest = document.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"{document.name} has no place for the study: {BEGIN} and {END} must stand in it.")
    document.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")
