"""Every gap of record has two different sides that can be compared: checked for what the files bring and for what they change."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from data_access.loading.batch import Batch
from data_access.loading.cells import Value
from data_access.loading.faults import Faults
from data_access.loading.known import Known, Values
from data_access.loading.parse import Row
from equity.catalogue import ALL, BEST, LARGEST, OTHERS, OVERALL

TOGETHER = (OTHERS, BEST, LARGEST)
# How a measure says that it is reported in totals only, so that nothing is compared.
TOTALS_ONLY = (OVERALL, ALL, OVERALL)
NAMED = (OTHERS, OVERALL, BEST, LARGEST)


class Reason(NamedTuple):
    """Why two sides cannot be compared: the column that says so, its value, the rule, what to do."""

    column: str
    value: Value
    rule: str
    do: str


def check_comparisons(batch: Batch, known: Known, faults: Faults) -> None:
    """Each measure's focus group, and each that a team has chosen instead, against the measure's reference."""
    if not any(batch.rows[name] for name in ("groups", "measures", "team_measures")):
        return
    for measure_id, focus in _comparisons(known):
        measure = known.rows["measures"][(measure_id,)]
        reason = _reason_against(measure, focus, known)
        row = reason and _row_to_blame(batch, measure_id, focus, measure)
        if row is not None:
            faults.add(row.name, row.row, reason.column, reason.value, reason.rule, reason.do)


def _comparisons(known: Known) -> Iterator[tuple[Value, Value]]:
    """Every measure with every focus group that is asked of it."""
    asked = {(key[0], measure["focus_group"]) for key, measure in known.rows["measures"].items() if measure["focus_group"]}
    asked |= {(key[1], held["focus_group"]) for key, held in known.rows["team_measures"].items() if held["focus_group"]}
    yield from sorted(pair for pair in asked if known.has("measures", pair[:1]))


def _reason_against(measure: Values, focus: Value, known: Known) -> Reason | None:
    """Why this focus group cannot be compared; None if it can, or if a broken cell is to blame."""
    stratifier_id, reference = measure["stratifier_id"], measure["reference_group"]
    if stratifier_id is None or reference is None or not known.has("stratifiers", (stratifier_id,)):
        return None
    comparable = {key[1] for key, group in known.rows["groups"].items() if key[0] == stratifier_id and group["kind"] in ("group", None)}
    choice = f"Write one of {', '.join(sorted(comparable)) or 'the groups, which groups.csv has to list first'}."
    if focus not in comparable:
        return Reason("focus_group", focus, f"A group of {stratifier_id} that can be compared: its kind is group", choice)
    if reference == focus:
        return Reason("focus_group", focus, f"Another group than the reference group {reference}", "A group has no gap to itself: choose another.")
    if reference in TOGETHER and len(comparable) < 2:
        do = "Add a group to groups.csv, or choose another stratifier."
        return Reason("reference_group", reference, f"Another group of {stratifier_id} to compare with", do)
    if reference in comparable.union(NAMED):
        return None
    return Reason("reference_group", reference, f"A group of {stratifier_id} that can be compared, or {', '.join(NAMED)}", choice)


def _row_to_blame(batch: Batch, measure_id: Value, focus: Value, measure: Values) -> Row | None:
    """The row that brings the comparison, or changes what it stands on; None where this load does neither."""
    of_team = (row for row in batch.rows["team_measures"] if row.key(("measure_id", "focus_group")) == (measure_id, focus))
    of_measure = (row for row in batch.rows["measures"] if row.values["measure_id"] == measure_id)
    sides = (focus, measure["reference_group"])
    of_groups = (row for row in batch.rows["groups"] if row.values["stratifier_id"] == measure["stratifier_id"] and row.values["group_code"] in sides)
    return next((row for rows in (of_team, of_measure, of_groups) for row in rows), None)
