"""From text to values, one column at a time: a text is read once, however often it comes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from data_access.loading.cells import Broken, Value
from data_access.loading.columns import Column
from data_access.loading.csv_source import Tick
from data_access.loading.faults import Faults
from data_access.loading.inputs import Input, column_of

# A column of words has as many texts as rows: remembering more would cost memory and save nothing.
REMEMBERED_MOST = 100_000


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file. broken: a cell of it could not be read, and stands as None."""

    name: str
    row: int
    values: dict[str, Value]
    broken: bool

    def key(self, columns: tuple[str, ...]) -> tuple[Value, ...]:
        return tuple(self.values[column] for column in columns)


@dataclass(frozen=True, slots=True)
class Parsed:
    """Some rows of an input: their numbers, the values of each column, and the places of rows with a broken cell."""

    rows: list[int]
    values: dict[str, list[Value]]
    broken: set[int]


class Reader(dict[str, Value]):
    """What each text of a column reads as."""

    def __init__(self, column: Column) -> None:
        super().__init__()
        self.column = column
        self.has_broken = False

    def __missing__(self, text: str) -> Value:
        value = self._read(text.strip())
        self.has_broken = self.has_broken or isinstance(value, Broken)
        if len(self) < REMEMBERED_MOST:
            self[text] = value
        return value

    def _read(self, text: str) -> Value:
        if text:
            return self.column.kind.read(text)
        if self.column.may_be_empty:
            return self.column.default
        return Broken("The cell is filled", f"Write it: {self.column.help}")


def parse(one: Input, faults: Faults, tick: Tick) -> Iterator[Parsed]:
    """The values of an input; a cell that cannot be read becomes a fault and None."""
    readers = [Reader(column) for column in one.file.columns]
    for chunk in one.chunks(faults, tick):
        broken: set[int] = set()
        values: dict[str, list[Value]] = {}
        rows = list(chunk.rows)
        for reader in readers:
            texts = column_of(chunk.columns, reader.column.name, len(rows))
            values[reader.column.name] = column = list(map(reader.__getitem__, texts))
            if reader.has_broken:
                broken |= _take_out_broken(column, texts, rows, one, reader.column.name, faults)
        yield Parsed(rows, values, broken)


def _take_out_broken(column: list[Value], texts, rows: list[int], one: Input, name: str, faults: Faults) -> set[int]:
    places = {place for place, value in enumerate(column) if isinstance(value, Broken)}
    for place in sorted(places):
        value = column[place]
        faults.add(one.name, rows[place], one.shown(name), texts[place] or None, value.rule, value.do)
        column[place] = None
    return places


def parse_rows(one: Input, faults: Faults, tick: Tick) -> Iterator[Row]:
    """The same as rows, for files that are small."""
    for parsed in parse(one, faults, tick):
        for place, (row, cells) in enumerate(zip(parsed.rows, zip(*parsed.values.values(), strict=True), strict=True)):
            yield Row(one.name, row, dict(zip(parsed.values, cells, strict=True)), place in parsed.broken)
