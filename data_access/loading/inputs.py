"""What a load is made of: parts in their order, each with the inputs that fill one of our files."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from data_access.loading.columns import File
from data_access.loading.csv_source import Chunk, Source, Tick, find_source, read_chunks
from data_access.loading.faults import Faults
from data_access.loading.tables import FILES


class Input(Protocol):
    """Rows of text for one of our files, wherever they come from."""

    file: File
    name: str
    sha256: str

    def chunks(self, faults: Faults, tick: Tick) -> Iterator[Chunk]:
        """The rows, under our column names."""

    def shown(self, column: str) -> str:
        """What the column is called where its rows come from."""


@dataclass(frozen=True, slots=True)
class OwnCsv:
    """A CSV file laid out as docs/data.md says."""

    file: File
    source: Source

    @property
    def name(self) -> str:
        return self.source.name

    @property
    def sha256(self) -> str:
        return self.source.sha256

    def chunks(self, faults: Faults, tick: Tick) -> Iterator[Chunk]:
        return read_chunks(self.source, faults, lambda header: check_header(self.file, self.name, header, faults), tick)

    def shown(self, column: str) -> str:
        return column


@dataclass(frozen=True, slots=True)
class Part:
    """What one load writes: its vintage, its inputs, the files that they come from, and the sum of the mapping file if there is one."""

    vintage: date | None
    inputs: tuple[Input, ...]
    sources: tuple[Source, ...]
    mapping: frozenset[str] = frozenset()


def check_header(file: File, name: str, header: Sequence[str], faults: Faults) -> bool:
    """True where every column is known and none that is needed is missing; else faults say which."""
    before = faults.found
    for column in header:
        if column not in file.names:
            near = difflib.get_close_matches(column.lower(), file.names, n=1)
            hint = f"Did you mean {near[0]}? " if near else ""
            faults.add(name, 1, column, column, f"A column of {file.name}.csv", f"{hint}Columns here: {', '.join(file.names)}.")
    for column in file.columns:
        if not column.may_be_empty and column.name not in header:
            faults.add(name, 1, column.name, None, f"{file.name}.csv has the column {column.name}", f"Add it: {column.help}")
    return faults.found == before


def inputs_of_paths(paths: Sequence[Path], faults: Faults, *, prefix: str = "") -> tuple[tuple[Input, ...], tuple[Source, ...]]:
    """The inputs of folders and single files in our own layout, in the order of loading. prefix: before their names in reports."""
    found = [(path, FILES.get(path.stem)) for path in _csv_files(paths)]
    for path, file in found:
        if file is None:
            near = difflib.get_close_matches(path.stem.lower(), FILES, n=1)
            hint = f"Did you mean {near[0]}.csv? " if near else ""
            faults.add(prefix + path.name, None, None, None, "A file that can be loaded", f"{hint}Rename it or move it away. Files here: {', '.join(FILES)}.")
    if not found:
        faults.add(paths[0].name, None, None, None, "A folder with CSV files", f"None of them is there: {', '.join(FILES)}. “templates” writes empty ones.")
    order = list(FILES)
    known = sorted(((path, file) for path, file in found if file is not None), key=lambda pair: order.index(pair[1].name))
    sources = [(file, find_source(path, faults, prefix + path.name)) for path, file in known]
    inputs = tuple(OwnCsv(file, source) for file, source in sources if source is not None)
    return inputs, tuple(one.source for one in inputs)


def _csv_files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(one for one in path.iterdir() if one.suffix.lower() == ".csv" and not one.name.startswith("."))
        else:
            yield path


def column_of(columns: Mapping[str, Sequence[str]], name: str, length: int) -> Sequence[str]:
    """A column's text, empty where the file leaves the column out."""
    return columns.get(name) or ("",) * length
