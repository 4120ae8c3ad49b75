"""How a file is described: its columns, what each may hold, what it is for."""

from __future__ import annotations

from dataclasses import dataclass

from data_access.loading.cells import ID_CELL, Kind


@dataclass(frozen=True, slots=True)
class Column:
    """One column. A cell that may be empty reads as `default` then, and the column may be left out of the file."""

    name: str
    kind: Kind
    help: str
    may_be_empty: bool = False
    default: object = None


@dataclass(frozen=True, slots=True)
class File:
    """One file, `name`.csv; no two of its rows may have the same key."""

    name: str
    help: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Its columns' names, in their order."""
        return tuple(column.name for column in self.columns)


def needed(name: str, kind: Kind, help_text: str) -> Column:
    """A column whose cells are all filled."""
    return Column(name, kind, help_text)


def optional(name: str, kind: Kind, help_text: str, default: object = None) -> Column:
    """A column whose cells may be empty."""
    return Column(name, kind, help_text, may_be_empty=True, default=default)


TEAM = needed("team_id", ID_CELL, "The team.")
MEASURE = needed("measure_id", ID_CELL, "The measure.")
