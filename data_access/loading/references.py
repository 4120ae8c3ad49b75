"""Every code in a file must be known: one line for each place where a row refers to another."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from data_access.loading.batch import Batch
from data_access.loading.faults import Faults
from data_access.loading.known import KEPT, Key, Known
from data_access.loading.parse import Row


@dataclass(frozen=True, slots=True)
class Reference:
    """Rows of `file` refer by these columns to a row of `kind`. each: the last column holds a list."""

    file: str
    columns: tuple[str, ...]
    kind: str
    each: bool = False


FRAMEWORK = ("framework_id", "version")
DOMAIN = (*FRAMEWORK, "domain_id")

REFERENCES = (
    Reference("groups", ("stratifier_id",), "stratifiers"),
    Reference("measures", ("stratifier_id",), "stratifiers"),
    Reference("measures", ("guards",), "measures", each=True),
    Reference("team_measures", ("team_id",), "teams"),
    Reference("team_measures", ("measure_id",), "measures"),
    Reference("levels", FRAMEWORK, "frameworks"),
    Reference("levels", DOMAIN, "domains"),
    Reference("assessments", ("team_id",), "teams"),
    Reference("assessments", FRAMEWORK, "frameworks"),
    Reference("assessments", DOMAIN, "domains"),
    Reference("assessments", (*DOMAIN, "item_id"), "items"),
    Reference("progress", ("team_id",), "teams"),
    Reference("practice_use", ("team_id",), "teams"),
    Reference("practice_use", ("practice_id",), "practices"),
    Reference("changes", ("team_id",), "teams"),
    Reference("changes", ("measure_ids",), "measures", each=True),
    Reference("stories", ("team_id",), "teams"),
    Reference("actions", ("team_id",), "teams"),
)


def check_references(batch: Batch, known: Known, faults: Faults) -> None:
    """A fault for every code that neither the files nor the store know."""
    named = ((reference, row, key) for reference in REFERENCES for row in batch.rows[reference.file] for key in _keys(row, reference))
    for reference, row, key in named:
        if not known.has(reference.kind, key):
            add_unknown(faults, row.name, row.row, reference.columns[-1], key, reference.kind, known)


def _keys(row: Row, reference: Reference) -> Iterator[Key]:
    """What the row refers to; nothing where a cell is broken, or empty because there is nothing to refer to."""
    values = row.key(reference.columns)
    if None in values or "" in values:
        return
    yield from (((value,) for value in values[0]) if reference.each else (values,))


def add_unknown(faults: Faults, name: str, row: int, column: str, key: Key, kind: str, known: Known) -> None:
    """The fault of a code that is not known, with the nearest that is."""
    among = [str(one[-1]) for one in known.rows[kind] if one[:-1] == key[:-1]]
    near = difflib.get_close_matches(str(key[-1]), among, n=1) if len(among) < 1000 else []
    hint = f"Did you mean {near[0]}? " if near else ""
    within = f" of {' '.join(map(str, key[:-1]))}" if len(key) > 1 else ""
    do = f"{hint}Correct it, or add it to {KEPT[kind].file}.csv."
    faults.add(name, row, column, key[-1], f"A code among the {kind}{within} that are known", do)
