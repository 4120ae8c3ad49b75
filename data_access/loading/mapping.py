"""Reads a mapping file: which of other people's files fill which of ours, and how."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from data_access.loading.columns import File
from data_access.loading.csv_source import Source, find_source
from data_access.loading.faults import Faults
from data_access.loading.inputs import Input, Part, inputs_of_paths
from data_access.loading.mapped import Inline, Layout, MappedCsv
from data_access.loading.tables import FILES, OBSERVATIONS

TOP_KEYS = ("title", "source", "with", "rows", "files")
FILE_KEYS = ("table", "file", "vintages", "columns", "constants", "codes", "only", "where_empty", "distinct")
HOW_TO = "See “Mapping files” in docs/data.md."

Toml = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Complaint:
    """Says what is wrong with the mapping file itself."""

    name: str
    faults: Faults

    def __call__(self, at: str, value: object, rule: str, do: str = HOW_TO) -> None:
        self.faults.add(self.name, None, at, value, rule, do)


def parts_of_mapping(folder: Path, mapping: Path, vintage: date | None, faults: Faults) -> list[Part]:
    """The parts that a mapping makes of a folder: definitions with the first vintage, then each vintage in its order.

    Takes    vintage: that of the only part, where the mapping names none itself.
    """
    source = find_source(mapping, faults)
    content = _content(source, faults) if source else None
    if source is None or content is None:
        return []
    complain = Complaint(source.name, faults)
    _only_keys(content, TOP_KEYS, "", complain)
    definitions = [*_inline(content, source, complain), *_companions(content, mapping, complain)]
    dated: dict[date | None, list[Input]] = {}
    for place, entry in enumerate(_entries(content, complain), start=1):
        for day, one in _inputs_of_entry(entry, f"files {place}", folder, complain):
            if one.file is OBSERVATIONS:
                dated.setdefault(day, []).append(one)
            else:
                definitions.append(one)
    return _parts(source, definitions, dated, vintage)


def names_vintages(mapping: Path) -> bool:
    """True where the mapping file says itself which vintages there are."""
    try:
        content = tomllib.loads(mapping.read_text("utf-8"))
    except (OSError, ValueError):
        return False
    entries = content.get("files")
    return isinstance(entries, list) and any(isinstance(entry, dict) and "vintages" in entry for entry in entries)


def _content(source: Source, faults: Faults) -> Toml | None:
    try:
        return tomllib.loads(source.path.read_text("utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        faults.add(source.name, None, None, None, "A mapping is a TOML file", f"Correct it: {error}.")
        return None


def _parts(source: Source, definitions: list[Input], dated: dict[date | None, list[Input]], vintage: date | None) -> list[Part]:
    """Undated observations come first; definitions come with whatever is first."""
    days = sorted(dated, key=lambda day: day or date.min) or [None]
    order = list(FILES)
    parts = []
    for place, day in enumerate(days):
        inputs = [*(definitions if place == 0 else []), *dated.get(day, [])]
        inputs.sort(key=lambda one: order.index(one.file.name))
        sources = {one.source.name: one.source for one in inputs if not isinstance(one, Inline)} | {source.name: source}
        parts.append(Part(day or vintage, tuple(inputs), tuple(sources.values()), frozenset({source.sha256})))
    return parts


def _entries(content: Toml, complain: Complaint) -> Iterator[Toml]:
    entries = content.get("files", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        complain("files", None, "Each file is a table [[files]]")
        return
    yield from entries


def _inline(content: Toml, source: Source, complain: Complaint) -> Iterator[Input]:
    """Rows in the mapping file: [[rows.teams]] and so on."""
    tables = content.get("rows", {})
    if not isinstance(tables, dict):
        complain("rows", tables, "Rows stand in tables [[rows.NAME]]")
        return
    for name, rows in tables.items():
        file = _file(name, "rows", complain)
        if file is None:
            continue
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            complain(f"rows.{name}", None, f"Each row is a table [[rows.{name}]]")
            continue
        for row in rows:
            _only_keys(row, file.names, f"rows.{name}", complain)
        yield Inline(file, source.name, source.sha256, [{column: _text(value) for column, value in row.items()} for row in rows])


def _companions(content: Toml, mapping: Path, complain: Complaint) -> Sequence[Input]:
    """Files in our own layout in the folder that `with` names, beside the mapping file."""
    named = content.get("with")
    if named is None:
        return ()
    folder = mapping.parent / str(named)
    if not folder.is_dir():
        complain("with", named, "A folder beside the mapping file", f"There is no folder {folder.name} beside {mapping.name}.")
        return ()
    return inputs_of_paths([folder], complain.faults, prefix=f"{folder.name}/")[0]


def _inputs_of_entry(entry: Toml, at: str, folder: Path, complain: Complaint) -> Iterator[tuple[date | None, Input]]:
    """The inputs of one [[files]]: one, or one each vintage."""
    before = complain.faults.found
    _only_keys(entry, FILE_KEYS, at, complain)
    file = _file(entry.get("table"), f"{at}.table", complain)
    layout = None if file is None else _layout(entry, file, at, complain)
    dated = _dated_files(entry, file, at, complain)
    if complain.faults.found > before:
        return
    for day, name in dated:
        source = find_source(folder / name, complain.faults, name)
        if source is not None:
            yield day, MappedCsv(file, source, layout)


def _dated_files(entry: Toml, file: File | None, at: str, complain: Complaint) -> list[tuple[date | None, str]]:
    name, vintages = entry.get("file"), entry.get("vintages")
    if (name is None) == (vintages is None):
        complain(at, None, "Either file or vintages")
        return []
    if vintages is None:
        return [(None, str(name))]
    if file is not None and file is not OBSERVATIONS:
        complain(f"{at}.vintages", None, "Observations alone have vintages", "Name one file.")
    if not isinstance(vintages, list) or not all(_is_vintage(one) for one in vintages):
        complain(f"{at}.vintages", None, "A list of { file = …, date = … }, the date without quotes")
        return []
    if len({one["date"] for one in vintages}) < len(vintages):
        complain(f"{at}.vintages", None, "Every vintage has a date of its own")
    return [(one["date"], one["file"]) for one in vintages]


def _is_vintage(one: object) -> bool:
    return isinstance(one, dict) and set(one) == {"file", "date"} and isinstance(one["file"], str) and type(one["date"]) is date


def _layout(entry: Toml, file: File, at: str, complain: Complaint) -> Layout:
    columns, constants = _texts(entry, "columns", at, complain), _texts(entry, "constants", at, complain)
    codes, where = _tables(entry, "codes", at, complain), _tables(entry, "where_empty", at, complain)
    only = {theirs: _list(values) for theirs, values in _table(entry, "only", at, complain).items()}
    distinct = entry.get("distinct", False)
    if not isinstance(distinct, bool):
        complain(f"{at}.distinct", distinct, "true or false")
    layout = Layout(columns, constants, codes, only, where, bool(distinct))
    _check_layout(layout, file, at, complain)
    return layout


def _check_layout(layout: Layout, file: File, at: str, complain: Complaint) -> None:
    """Our columns are named right, and all that are needed are filled."""
    filled = {*layout.columns, *layout.constants}
    fills = {ours for texts in layout.where_empty.values() for ours in texts}
    for key, names in {"columns": layout.columns, "constants": layout.constants, "where_empty": fills}.items():
        for ours in sorted(set(names) - set(file.names)):
            complain(f"{at}.{key}", ours, f"A column of {file.name}.csv", f"Columns there: {', '.join(file.names)}.")
    for key, names in {"codes": layout.codes, "where_empty": layout.where_empty}.items():
        for ours in sorted(set(names) - filled):
            complain(f"{at}.{key}", ours, "A column that columns or constants fill")
    for column in file.columns:
        if not column.may_be_empty and column.name not in filled:
            complain(at, column.name, f"{file.name}.csv has the column {column.name}", f"Name it in columns or constants: {column.help}")


def _file(name: object, at: str, complain: Complaint) -> File | None:
    file = FILES.get(name) if isinstance(name, str) else None
    if file is None:
        complain(at, name, "The name of one of our files", f"Write one of {', '.join(FILES)}.")
    return file


def _only_keys(table: Toml, known: Sequence[str], at: str, complain: Complaint) -> None:
    for key in sorted(set(table) - set(known)):
        complain(at or key, key, f"One of {', '.join(known)}")


def _table(entry: Toml, key: str, at: str, complain: Complaint) -> Toml:
    found = entry.get(key, {})
    if not isinstance(found, dict):
        complain(f"{at}.{key}", found, "A table of names and values")
        return {}
    return found


def _tables(entry: Toml, key: str, at: str, complain: Complaint) -> dict[str, dict[str, str]]:
    found = _table(entry, key, at, complain)
    return {name: _texts(found, name, f"{at}.{key}", complain) for name in found}


def _texts(entry: Toml, key: str, at: str, complain: Complaint) -> dict[str, str]:
    return {name: _text(value) for name, value in _table(entry, key, at, complain).items()}


def _list(values: object) -> list[str]:
    return [_text(value) for value in (values if isinstance(values, list) else [values])]


def _text(value: object) -> str:
    """A TOML value as a cell would hold it."""
    return str(value).lower() if isinstance(value, bool) else str(value).strip()
