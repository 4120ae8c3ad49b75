"""From the rows of a file to the rows of tables: one file may fill several."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from sqlalchemy import Table

from data_access import schema
from data_access.loading.batch import Batch
from data_access.loading.cells import Value
from data_access.loading.known import Key, Known
from data_access.loading.parse import Row
from equity.catalogue import ALL, OVERALL


@dataclass(slots=True)
class Shaped:
    """Rows of one table by their key, and which rows of the file each comes from.

    parents: the rows are the whole list of these (by the first column of the key), so that others go; with their row of the file.
    """

    table: Table
    key: tuple[str, ...]
    rows: dict[Key, dict[str, Value]] = field(default_factory=dict)
    origins: dict[Key, set[int]] = field(default_factory=dict)
    parents: dict[Value, int] = field(default_factory=dict)

    def add(self, values: dict[str, Value], origin: int) -> None:
        key = tuple(values[column] for column in self.key)
        self.rows[key] = values
        self.origins.setdefault(key, set()).add(origin)


def _of(row: Row, *left_out: str, **added: Value) -> dict[str, Value]:
    return {name: value for name, value in row.values.items() if name not in left_out} | added


def _plain(file: str, table: Table, *key: str) -> Callable[[Batch, Known], Iterator[Shaped]]:
    """The shape of a file whose columns are its table's."""

    def shape(batch: Batch, known: Known) -> Iterator[Shaped]:
        shaped = Shaped(table, key)
        for origin, row in enumerate(batch.rows[file]):
            shaped.add(_of(row), origin)
        yield shaped

    return shape


def shape_groups(batch: Batch, known: Known) -> Iterator[Shaped]:
    """Groups, their short label filled."""
    shaped = Shaped(schema.stratifier_group, ("stratifier_id", "group_code"))
    for origin, row in enumerate(batch.rows["groups"]):
        shaped.add(_of(row, short_label=row.values["short_label"] or row.values["label"]), origin)
    yield shaped


def shape_measures(batch: Batch, known: Known) -> Iterator[Shaped]:
    """Measures, and what each guards."""
    measures = Shaped(schema.measure, ("measure_id",))
    guards = Shaped(schema.measure_guard, ("measure_id", "guarded_measure_id"))
    for origin, row in enumerate(batch.rows["measures"]):
        measures.add(_of(row, "guards", short_name=row.values["short_name"] or row.values["name"]), origin)
        guards.parents[row.values["measure_id"]] = origin
        for guarded in row.values["guards"]:
            guards.add({"measure_id": row.values["measure_id"], "guarded_measure_id": guarded}, origin)
    yield measures
    yield guards


def shape_team_measures(batch: Batch, known: Known) -> Iterator[Shaped]:
    """Who reports what; a team's own focus group with the stratifier that it belongs to."""
    shaped = Shaped(schema.team_measure, ("team_id", "measure_id"))
    for origin, row in enumerate(batch.rows["team_measures"]):
        stratifier_id = known.rows["measures"][(row.values["measure_id"],)]["stratifier_id"] if row.values["focus_group"] else None
        shaped.add(_of(row, focus_stratifier_id=stratifier_id), origin)
    yield shaped


def shape_frameworks(batch: Batch, known: Known) -> Iterator[Shaped]:
    """Frameworks, their domains, and the items of those."""
    frameworks = Shaped(schema.framework, ("framework_id", "version"))
    domains = Shaped(schema.framework_domain, ("framework_id", "version", "domain_id"))
    items = Shaped(schema.framework_item, ("framework_id", "version", "domain_id", "item_id"))
    for origin, row in enumerate(batch.rows["frameworks"]):
        frameworks.add(_of(row, "domain_id", "domain", "position", "item_id", "item"), origin)
        domains.add(_of(row, "name", "item_id", "item"), origin)
        if row.values["item_id"]:
            items.add(_of(row, "name", "domain", position=origin + 1), origin)
    yield frameworks
    yield domains
    yield items


def shape_assessments(batch: Batch, known: Known) -> Iterator[Shaped]:
    """Scores name their assessment by its key: the writer puts its number in its place."""
    assessments = Shaped(schema.assessment, ASSESSMENT_KEY)
    scores = Shaped(schema.score, (*ASSESSMENT_KEY, "domain_id", "item_id"))
    for origin, row in enumerate(batch.rows["assessments"]):
        assessments.add({column: row.values[column] for column in ASSESSMENT_KEY}, origin)
        scores.add(_of(row), origin)
    yield assessments
    yield scores


def shape_changes(batch: Batch, known: Known) -> Iterator[Shaped]:
    """Tested changes, and the measures of each."""
    changes = Shaped(schema.change, ("change_id",))
    measures = Shaped(schema.change_measure, ("change_id", "measure_id"))
    for origin, row in enumerate(batch.rows["changes"]):
        changes.add(_of(row, "measure_ids"), origin)
        measures.parents[row.values["change_id"]] = origin
        for measure_id in row.values["measure_ids"]:
            measures.add({"change_id": row.values["change_id"], "measure_id": measure_id}, origin)
    yield changes
    yield measures


ASSESSMENT_KEY = ("framework_id", "version", "team_id", "assessed_on", "rater", "rater_code")

# In the order of loading.
SHAPES: dict[str, Callable[[Batch, Known], Iterator[Shaped]]] = {
    "network": _plain("network", schema.network, "network_id"),
    "teams": _plain("teams", schema.team, "team_id"),
    "stratifiers": _plain("stratifiers", schema.stratifier, "stratifier_id"),
    "groups": shape_groups,
    "measures": shape_measures,
    "team_measures": shape_team_measures,
    "frameworks": shape_frameworks,
    "levels": _plain("levels", schema.framework_level, "framework_id", "version", "domain_id", "level"),
    "assessments": shape_assessments,
    "progress": _plain("progress", schema.progress_score, "team_id", "scored_on", "rater"),
    "practices": _plain("practices", schema.practice, "practice_id"),
    "practice_use": _plain("practice_use", schema.practice_use, "team_id", "practice_id", "period_start"),
    "events": _plain("events", schema.event, "event_id"),
    "changes": shape_changes,
    "stories": _plain("stories", schema.story, "team_id", "period_start"),
    "actions": _plain("actions", schema.action, "action_id"),
}

# Totals stand under these codes in every network, so they need not be given.
IMPLIED: dict[str, tuple[Table, dict[str, Value]]] = {
    "stratifiers": (schema.stratifier, {"stratifier_id": OVERALL, "name": "Everyone", "ordered": False, "version": ""}),
    "groups": (
        schema.stratifier_group,
        {"stratifier_id": OVERALL, "group_code": ALL, "label": "Everyone", "short_label": "Everyone", "position": 0, "kind": "group", "includes": ""},
    ),
}
