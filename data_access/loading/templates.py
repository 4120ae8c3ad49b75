"""Writes an empty file of each kind, and the tables of docs/data.md, from the one description of all files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from data_access.loading.columns import File
from data_access.loading.tables import FILES


def write_templates(folder: Path) -> Iterator[Path]:
    """Write a template of every file: its header alone. Says where each is."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in FILES.values():
        path = folder / f"{file.name}.csv"
        path.write_text(header_line(file), "utf-8")
        yield path


def header_line(file: File) -> str:
    """The first line of a file."""
    return ",".join(file.names) + "\n"


def markdown_of(file: File) -> str:
    """A file's section of docs/data.md."""
    key = ", ".join(f"`{column}`" for column in file.key)
    lines = [f"### {file.name}.csv", "", file.help, "", f"Key: {key}.", "", "| column | holds | may be empty | |", "|---|---|---|---|"]
    for column in file.columns:
        holds = column.kind.words.replace("|", "\\|")
        lines.append(f"| `{column.name}` | {holds} | {'yes' if column.may_be_empty else 'no'} | {column.help} |")
    return "\n".join(lines) + "\n"
