"""Which published cells the tables of a page hold: wherever a column says how many were counted, the rate stands before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tests.asking import components, inside, text_of
from tests.attack.cells_of_files import Reading, sized
from tests.attack.kept_rows import HIDDEN, counted_row, rated_row
from tests.attack.tidy import Row

COUNTED = "Counted"
RATE = re.compile(r"^[\d.,]+")
EXACT = re.compile(r"^([\d,]+) of ([\d,]+)$")
Line = tuple[str, list[Row | None]]


def counted_tables(page: object) -> Iterator[tuple[list[str], list[list[str]]]]:
    """(head, rows) of every table that says how many were counted."""
    for table in components(page):
        if table["type"] == "Table":
            head, *rows = [[text_of(cell) for cell in cells_of(row)] for row in components(table) if row["type"] == "Tr"]
            if COUNTED in head:
                yield head, rows


def cells_of(row: dict) -> list[object]:
    cells = inside(row)
    return cells if isinstance(cells, list) else [cells]


def lines(head: Sequence[str], rows: Sequence[Sequence[str]], reading: Reading) -> Iterator[Line]:
    """Each row's name, and what its counted columns tell from left to right."""
    places = [place for place, words in enumerate(head) if words == COUNTED]
    for row in rows:
        yield row[0], [told(row[place - 1], row[place], reading) for place in places]


def told(rate: str, counted: str, reading: Reading) -> Row | None:
    """43% (40 to 46), of 2,000 to 4,999; or 30 of 40; or hidden."""
    if rate == "hidden":
        return HIDDEN
    counted = counted.replace(",", "")
    if exact := EXACT.match(counted):
        return counted_row(*exact.groups())
    found = RATE.match(rate)
    if found is None or not counted.startswith("of "):
        return None
    size = counted.removeprefix("of ")
    return rated_row(reading.printed(found[0].replace(",", ""), size.split(" ")[0], reading.multiplier), sized(size))
