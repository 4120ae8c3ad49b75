"""Observations as columns of numbers: a million rows in some 60 MB."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from numpy.typing import NDArray

from data_access.loading.cells import Value
from data_access.loading.csv_source import Tick
from data_access.loading.faults import Faults
from data_access.loading.inputs import Input
from data_access.loading.parse import Parsed, parse
from equity.blanks import STORED

NO_COUNT = -1
# Place 0 = no blank.
BLANKS = (None, *STORED)
COLUMNS = {
    "origin": np.int16,
    "row": np.int32,
    "team": np.int32,
    "measure": np.int32,
    "division": np.int32,
    "period": np.int32,
    "numerator": np.int64,
    "denominator": np.int64,
    "blank": np.int8,
}


class Numbered(dict[Value, int]):
    """Values numbered in the order in which they come first."""

    def __missing__(self, value: Value) -> int:
        self[value] = number = len(self)
        return number


@dataclass(slots=True)
class Observations:
    """Rows of observations without broken cells; codes as numbers of the vocabularies, periods as days since year 1."""

    names: list[str] = field(default_factory=list)
    teams: Numbered = field(default_factory=Numbered)
    measures: Numbered = field(default_factory=Numbered)
    divisions: Numbered = field(default_factory=Numbered)
    notes: dict[int, str] = field(default_factory=dict)
    columns: dict[str, NDArray] = field(default_factory=lambda: {name: np.empty(0, kind) for name, kind in COLUMNS.items()})

    def __len__(self) -> int:
        return len(self.columns["row"])


def read_observations(inputs: Iterable[Input], faults: Faults, tick: Tick) -> Observations:
    """All observations of these inputs. Rows with a broken cell are left out: they are faults already."""
    rows = Observations()
    pieces: list[dict[str, NDArray]] = []
    count = 0
    for one in inputs:
        rows.names.append(one.name)
        for parsed in parse(one, faults, tick):
            whole = _without_broken(parsed)
            piece = _numbers(whole, len(rows.names) - 1, rows)
            rows.notes.update({count + place: note for place, note in enumerate(whole.values["note"]) if note})
            count += len(piece["row"])
            pieces.append(piece)
    if pieces:
        rows.columns = {name: np.concatenate([piece[name] for piece in pieces]) for name in COLUMNS}
    return rows


def _without_broken(parsed: Parsed) -> Parsed:
    if not parsed.broken:
        return parsed
    kept = [place for place in range(len(parsed.rows)) if place not in parsed.broken]
    values = {name: [column[place] for place in kept] for name, column in parsed.values.items()}
    return Parsed([parsed.rows[place] for place in kept], values, set())


def _numbers(parsed: Parsed, origin: int, rows: Observations) -> dict[str, NDArray]:
    values = parsed.values
    divisions = zip(values["stratifier_id"], values["group_code"], strict=True)
    found = {
        "origin": [origin] * len(parsed.rows),
        "row": parsed.rows,
        "team": [rows.teams[team] for team in values["team_id"]],
        "measure": [rows.measures[measure] for measure in values["measure_id"]],
        "division": [rows.divisions[division] for division in divisions],
        "period": [day.toordinal() for day in values["period_start"]],
        "numerator": [NO_COUNT if count is None else count for count in values["numerator"]],
        "denominator": [NO_COUNT if count is None else count for count in values["denominator"]],
        "blank": [BLANKS.index(blank) for blank in values["blank_reason"]],
    }
    return {name: np.array(column, COLUMNS[name]) for name, column in found.items()}


def day_of(number: int) -> date:
    """The day that a period's number stands for."""
    return date.fromordinal(int(number))
