"""A CSV file as records of text: its bytes are checked first, then its header and the shape of its rows."""

from __future__ import annotations

import codecs
import csv
import hashlib
import io
import itertools
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from data_access.loading.faults import Faults

BLOCK_BYTES = 1 << 20
# Few enough to be gone before Python's garbage collector looks at them: twenty times as many take four times as long.
CHUNK_ROWS = 500
# A cell of a megabyte is always a quote that was never closed.
csv.field_size_limit(1_000_000)

SAVE_AS = "Save it as “CSV UTF-8 (comma delimited)”."


@dataclass(frozen=True, slots=True)
class Source:
    """A file that can be read: where it is, what it is called in reports, its bytes' sum."""

    path: Path
    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some rows of a file: their numbers as a spreadsheet counts, and the text of each column."""

    rows: Sequence[int]
    columns: dict[str, Sequence[str]]


Tick = Callable[[int], object]


def find_source(path: Path, faults: Faults, name: str | None = None) -> Source | None:
    """The file, its bytes all UTF-8; None and a fault where it cannot be read as text."""
    name = name or path.name
    digest, decoder, lines = hashlib.sha256(), codecs.getincrementaldecoder("utf-8")(), 1
    try:
        for block in _blocks(path):
            digest.update(block)
            if b"\0" in block:
                line = lines + block[: block.index(b"\0")].count(b"\n")
                faults.add(name, line, None, None, "A text file holds no zero bytes", f"This is another kind of file, or UTF-16. {SAVE_AS}")
                return None
            decoder.decode(block)
            lines += block.count(b"\n")
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        line = lines + error.object[: error.start].count(b"\n")
        faults.add(name, line, None, f"byte {error.object[error.start]:#04x}", "The file is UTF-8", SAVE_AS)
        return None
    except OSError as error:
        faults.add(name, None, None, None, "The file can be read", f"{error.strerror}. Check the name and who may read it.")
        return None
    return Source(path, name, digest.hexdigest())


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        yield from iter(lambda: file.read(BLOCK_BYTES), b"")


def read_chunks(source: Source, faults: Faults, accept: Callable[[Sequence[str]], bool], tick: Tick = lambda _: None) -> Iterator[Chunk]:
    """The file's rows, some at a time; rows whose shape is wrong become faults, empty ones are passed over.

    Takes    accept: is given the header; False = do not read on (it has listed why).
             tick: is told how many bytes have been read since the last time.
    """
    with source.path.open("rb") as raw, io.TextIOWrapper(raw, encoding="utf-8-sig", errors="replace", newline="") as text:
        records = csv.reader(text, strict=True)
        header = _read_header(next(_batches(records, 1, 1, source, faults), (1, [[]]))[1][0], source, faults)
        if header is None or not accept(header):
            return
        done = 0
        for first, batch in _batches(records, 2, CHUNK_ROWS, source, faults):
            rows, cells = _whole_rows(first, batch, len(header), source, faults)
            tick(raw.tell() - done)
            done = raw.tell()
            if rows:
                yield Chunk(rows, dict(zip(header, zip(*cells, strict=True), strict=True)))


def _batches(records: Iterator[list[str]], row: int, size: int, source: Source, faults: Faults) -> Iterator[tuple[int, list[list[str]]]]:
    """Records, some at a time, with the number of the first; a line break inside quotes is no new row."""
    broken = None
    while broken is None:
        batch: list[list[str]] = []
        try:
            batch.extend(itertools.islice(records, size))
        except csv.Error as error:
            broken = error
        if batch:
            yield row, batch
            row += len(batch)
        elif broken is None:
            return
    faults.add(source.name, row, None, None, "Quotes come in pairs, and a quote inside a cell is doubled", f"Correct the quotes from here on ({broken}).")


def _read_header(cells: list[str], source: Source, faults: Faults) -> tuple[str, ...] | None:
    """The column names, trimmed; None and faults where they cannot be told apart."""
    names = tuple(cell.strip() for cell in cells)
    while names and not names[-1]:
        names = names[:-1]
    before = faults.found
    if not names:
        faults.add(source.name, 1, None, None, "The first row holds the column names", "Write them into row 1, or leave the file out.")
    if len(names) == 1 and set(names[0]) & set(";\t"):
        faults.add(source.name, 1, None, names[0], "Columns are divided by commas", SAVE_AS)
    for name, times in Counter(names).items():
        if times > 1:
            faults.add(source.name, 1, name, name, "Every column has a name of its own", "Rename or delete one of the two.")
    return names if faults.found == before else None


def _whole_rows(first: int, batch: list[list[str]], width: int, source: Source, faults: Faults) -> tuple[list[int], list[list[str]]]:
    """The rows with as many cells as the header, and their numbers."""
    rows: list[int] = []
    records: list[list[str]] = []
    for row, cells in enumerate(batch, start=first):
        if len(cells) != width:
            if not any(cells):
                continue
            # Spreadsheets write commas for columns that once were: empty cells beyond the header say nothing.
            if len(cells) < width or any(cells[width:]):
                rule, do = f"A row has as many cells as the header: {width}", "Put quotes around a cell that holds a comma, or add the missing ones."
                faults.add(source.name, row, None, f"{len(cells)} cells", rule, do)
                continue
            cells = cells[:width]
        elif not any(cells):
            continue
        rows.append(row)
        records.append(cells)
    return rows, records
