"""What must hold within a row and between rows of the definitions: each rule a function, each fault with its row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from data_access.loading.batch import Batch
from data_access.loading.comparison_rules import check_comparisons
from data_access.loading.faults import Faults
from data_access.loading.known import Known, Values
from data_access.loading.parse import Row
from data_access.loading.references import check_references
from data_access.loading.tables import FILES
from equity.catalogue import AIM, BEST, LARGEST, OTHERS, OVERALL

RESERVED_GROUPS = (OTHERS, OVERALL, BEST, LARGEST, AIM)
FORWARD = (
    ("teams", "joined_on", "left_on"),
    ("team_measures", "baseline_from", "baseline_to"),
    ("events", "starts_on", "ends_on"),
    ("changes", "started_on", "ended_on"),
)
NOT_LATER = (("assessments", "assessed_on"), ("progress", "scored_on"))


def check_definitions(batch: Batch, known: Known, faults: Faults) -> None:
    """Every rule on the definitions; the batch's rows are known afterwards."""
    for rule in BEFORE:
        rule(batch, known, faults)
    known.add(batch)
    for rule in AFTER:
        rule(batch, known, faults)
    for file, rule in ROW_RULES.items():
        for row in batch.rows[file]:
            if not row.broken:
                rule(row, known, faults)


def check_network(batch: Batch, known: Known, faults: Faults) -> None:
    """One network a store; real and made-up data never together."""
    rows = batch.rows["network"]
    for row in rows[1:]:
        faults.add(row.name, row.row, "network_id", row.values["network_id"], "One store holds one network", "Delete this row, or load it into another store.")
    if rows and known.network is not None:
        _check_same_network(rows[0], known.network, faults)
    elif not rows and known.network is None:
        do = "Add network.csv with one row; “templates” writes an empty one."
        faults.add("network.csv", None, None, None, "The store holds no network yet, and none is given", do)


def _check_same_network(row: Row, held: Values, faults: Faults) -> None:
    for column, rule in (("network_id", "The network that the store holds"), ("synthetic", "Made-up and real data stand in different stores")):
        if row.values[column] not in (None, held[column]):
            faults.add(row.name, row.row, column, row.values[column], rule, f"The store holds {held[column]}. Set DATABASE_URL to another store.")


def check_fixed_measures(batch: Batch, known: Known, faults: Faults) -> None:
    """What a number means does not change any more once it has been reported."""
    for row in batch.rows["measures"]:
        held = known.reported.get(row.values["measure_id"], row.values)
        for column in ("number", "grain"):
            if row.values[column] not in (None, held[column]):
                do = f"Leave {held[column]}, or give the new definition a measure_id of its own."
                faults.add(row.name, row.row, column, row.values[column], "Fixed once the measure has been reported on", do)


def check_fixed_focus_groups(batch: Batch, known: Known, faults: Faults) -> None:
    """A team chooses its own focus group before its baseline ends."""
    for row in batch.rows["team_measures"]:
        held = known.rows["team_measures"].get(row.key(("team_id", "measure_id")), row.values)
        ended = held["baseline_to"] is not None and held["baseline_to"] < known.as_of
        if ended and not row.broken and row.values["focus_group"] != held["focus_group"]:
            do = f"Leave {held['focus_group'] or 'it empty'}: the baseline ended on {held['baseline_to']}."
            faults.add(row.name, row.row, "focus_group", row.values["focus_group"], "The focus group is chosen before the baseline ends", do)


def check_keys(batch: Batch, known: Known, faults: Faults) -> None:
    """No two rows of a file with the same key."""
    for name, rows in batch.rows.items():
        first: dict[tuple, Row] = {}
        for row in rows:
            key = row.key(FILES[name].key)
            if None in key:
                continue
            if key in first:
                at = f"{first[key].name} row {first[key].row}"
                shown = ", ".join(str(part) for part in key if part != "")
                faults.add(row.name, row.row, FILES[name].key[-1], shown, "No two rows with the same key", f"Delete one: the same key stands in {at}.")
            first.setdefault(key, row)


def check_order_of_days(batch: Batch, known: Known, faults: Faults) -> None:
    """A last day is not before its first."""
    for name, first, last in FORWARD:
        for row in batch.rows[name]:
            days = row.key((first, last))
            if None not in days and days[0] > days[1]:
                faults.add(row.name, row.row, last, days[1], f"Not before {first}", f"Correct one of the two: {first} is {days[0]}.")


def check_days_are_past(batch: Batch, known: Known, faults: Faults) -> None:
    """What was scored was scored by the day at which the network stands."""
    for name, column in NOT_LATER:
        for row in batch.rows[name]:
            if row.values[column] is not None and row.values[column] > known.as_of:
                do = f"The network stands at {known.as_of}: correct the date, or as_of in network.csv."
                faults.add(row.name, row.row, column, row.values[column], "Not in the future", do)


def check_names_agree(batch: Batch, known: Known, faults: Faults) -> None:
    """A framework and a domain have one name in all of their rows."""
    for key, column in ((("framework_id", "version"), "name"), (("framework_id", "version", "domain_id"), "domain")):
        names: dict[tuple, set[object]] = defaultdict(set)
        for row in batch.rows["frameworks"]:
            before = names[row.key(key)]
            before.add(row.values[column])
            if not row.broken and len(before) > 1:
                faults.add(row.name, row.row, column, row.values[column], f"The same {column} in all rows of one {key[-1]}", "Write it the same in each.")


def check_group(row: Row, known: Known, faults: Faults) -> None:
    """A group has no code that means something else."""
    code = row.values["group_code"]
    if code in RESERVED_GROUPS:
        faults.add(row.name, row.row, "group_code", code, f"Not one of {', '.join(RESERVED_GROUPS)}: they have a meaning", "Give the group another code.")


def check_team_measure(row: Row, known: Known, faults: Faults) -> None:
    """A baseline has both ends."""
    first, last = row.key(("baseline_from", "baseline_to"))
    if (first is None) != (last is None):
        faults.add(row.name, row.row, "baseline_to", last, "A baseline has a first and a last day", "Fill both baseline_from and baseline_to, or neither.")


def check_framework(row: Row, known: Known, faults: Faults) -> None:
    """An item has both its id and its words."""
    if (row.values["item_id"] == "") != (row.values["item"] == ""):
        faults.add(row.name, row.row, "item", row.values["item"], "An item has an id and words", "Fill both item_id and item, or neither.")


def check_assessment(row: Row, known: Known, faults: Faults) -> None:
    """What is scored is an item where the domain has items, at a level that the framework has."""
    domain = row.key(("framework_id", "version", "domain_id"))
    items = known.items_of(domain)
    if items and row.values["item_id"] == "":
        faults.add(row.name, row.row, "item_id", None, "A domain with items is scored item by item", f"Write one of {', '.join(sorted(items))}.")
    levels = known.levels_of(domain)
    if levels and row.values["level"] not in levels:
        listed = ", ".join(map(str, sorted(levels)))
        faults.add(row.name, row.row, "level", row.values["level"], "One of the framework's levels", f"Write one of {listed}, or add the level to levels.csv.")


def check_change(row: Row, known: Known, faults: Faults) -> None:
    """A change that has ended was decided on."""
    running, ended = row.values["decision"] == "running", row.values["ended_on"]
    if running and ended is not None and ended <= known.as_of:
        do = "Write adopt, adapt or abandon, or leave ended_on empty."
        faults.add(row.name, row.row, "decision", "running", "A change that has ended has a decision", do)


# Against what was known before the batch, and against all that is known with it.
BEFORE = (check_network, check_fixed_measures, check_fixed_focus_groups)
AFTER = (check_references, check_keys, check_order_of_days, check_days_are_past, check_names_agree, check_comparisons)
ROW_RULES: dict[str, Callable[[Row, Known, Faults], None]] = {
    "groups": check_group,
    "team_measures": check_team_measure,
    "frameworks": check_framework,
    "assessments": check_assessment,
    "changes": check_change,
}
