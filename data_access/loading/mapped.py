"""Other people's files as ours: columns renamed, codes translated, rows chosen, before anything is read as a value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from data_access.loading.columns import File
from data_access.loading.csv_source import Chunk, Source, Tick, read_chunks
from data_access.loading.faults import Faults

Texts = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file fills one of ours: see docs/data.md, "Mapping files". columns, codes and constants by our column, only by theirs."""

    columns: Mapping[str, str]
    constants: Mapping[str, str] = field(default_factory=dict)
    codes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    only: Mapping[str, Sequence[str]] = field(default_factory=dict)
    where_empty: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    distinct: bool = False


@dataclass(frozen=True, slots=True)
class MappedCsv:
    """A CSV file with columns of its own, and the layout that makes it ours."""

    file: File
    source: Source
    layout: Layout

    @property
    def name(self) -> str:
        return self.source.name

    @property
    def sha256(self) -> str:
        return self.source.sha256

    def shown(self, column: str) -> str:
        return self.layout.columns.get(column, column)

    def chunks(self, faults: Faults, tick: Tick) -> Iterator[Chunk]:
        """The rows that the layout chooses, under our column names."""
        seen: set[tuple[str, ...]] = set()
        read = kept = 0
        for chunk in read_chunks(self.source, faults, lambda header: self._accepts(header, faults), tick):
            read += len(chunk.rows)
            chosen = self._adapt(_choose(chunk, self.layout.only), faults)
            kept += len(chosen.rows)
            yield _first_of_each(chosen, seen) if self.layout.distinct else chosen
        if read and not kept:
            listed = "; ".join(f"{column} is {' or '.join(values)}" for column, values in self.layout.only.items())
            faults.add(self.name, None, None, listed, "The mapping chooses at least one row", "Correct “only” in the mapping file.")

    def _accepts(self, header: Sequence[str], faults: Faults) -> bool:
        missing = sorted({*self.layout.columns.values(), *self.layout.only} - set(header))
        for column in missing:
            faults.add(self.name, 1, column, None, "A column that the mapping names", f"Correct the mapping file. Columns here: {', '.join(header)}.")
        return not missing

    def _adapt(self, chunk: Chunk, faults: Faults) -> Chunk:
        """The rows under our column names, with our codes."""
        texts = {ours: [text.strip() for text in chunk.columns[theirs]] for ours, theirs in self.layout.columns.items()}
        texts |= {ours: [text] * len(chunk.rows) for ours, text in self.layout.constants.items()}
        unknown: set[int] = set()
        for ours, codes in self.layout.codes.items():
            unknown |= self._translate(ours, codes, texts, chunk.rows, faults)
        for watched, fills in self.layout.where_empty.items():
            texts |= {ours: _filled(texts.get(ours), texts[watched], text) for ours, text in fills.items()}
        return _take(Chunk(chunk.rows, texts), [place for place in range(len(chunk.rows)) if place not in unknown])

    def _translate(self, ours: str, codes: Mapping[str, str], texts: Texts, rows: Sequence[int], faults: Faults) -> set[int]:
        """Put our codes in the place of theirs; returns the places of those that the mapping does not know."""
        unknown = set()
        for place, text in enumerate(texts[ours]):
            if text in codes:
                texts[ours][place] = codes[text]
            elif text:
                unknown.add(place)
                do = f"Add it to codes.{ours} in the mapping file, or choose other rows with “only”."
                faults.add(self.name, rows[place], self.shown(ours), text, "A code that the mapping translates", do)
        return unknown


@dataclass(frozen=True, slots=True)
class Inline:
    """Rows that stand in the mapping file itself; a row's number is its place there."""

    file: File
    name: str
    sha256: str
    rows: Sequence[Mapping[str, str]]

    def shown(self, column: str) -> str:
        return f"{self.file.name}.{column}"

    def chunks(self, faults: Faults, tick: Tick) -> Iterator[Chunk]:
        columns = {name: [row.get(name, "") for row in self.rows] for name in self.file.names}
        yield Chunk(range(1, len(self.rows) + 1), columns)


def _filled(held: list[str] | None, watched: list[str], text: str) -> list[str]:
    """A column with this text in every cell that is empty as the watched one's is."""
    return [now or ("" if other else text) for now, other in zip(held or [""] * len(watched), watched, strict=True)]


def _choose(chunk: Chunk, only: Mapping[str, Sequence[str]]) -> Chunk:
    """The rows whose columns hold one of the values asked for."""
    places: Sequence[int] = range(len(chunk.rows))
    for column, values in only.items():
        texts = chunk.columns[column]
        places = [place for place in places if texts[place].strip() in values]
    return _take(chunk, places)


def _first_of_each(chunk: Chunk, seen: set[tuple[str, ...]]) -> Chunk:
    """The rows that were not there before."""
    places = []
    for place, row in enumerate(zip(*chunk.columns.values(), strict=True)):
        if row not in seen:
            seen.add(row)
            places.append(place)
    return _take(chunk, places)


def _take(chunk: Chunk, places: Sequence[int]) -> Chunk:
    if len(places) == len(chunk.rows):
        return chunk
    return Chunk([chunk.rows[place] for place in places], {name: [texts[place] for place in places] for name, texts in chunk.columns.items()})
