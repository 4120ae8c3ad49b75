"""What is known already, in the store or in rows read before: every code that a row may refer to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection, Select, select

from data_access import schema
from data_access.loading.batch import Batch
from data_access.loading.cells import Value
from equity.catalogue import ALL, OVERALL

Key = tuple[Value, ...]
Values = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Kept:
    """How rows of one kind are found: in the store, and among the rows of a file."""

    in_store: Select
    file: str
    key: tuple[str, ...]


KEPT = {
    "teams": Kept(select(schema.team.c.team_id), "teams", ("team_id",)),
    "stratifiers": Kept(select(schema.stratifier.c.stratifier_id), "stratifiers", ("stratifier_id",)),
    "groups": Kept(
        select(schema.stratifier_group.c.stratifier_id, schema.stratifier_group.c.group_code, schema.stratifier_group.c.kind),
        "groups",
        ("stratifier_id", "group_code"),
    ),
    "measures": Kept(
        select(*(schema.measure.c[name] for name in ("measure_id", "number", "grain", "stratifier_id", "focus_group", "reference_group"))),
        "measures",
        ("measure_id",),
    ),
    "team_measures": Kept(
        select(schema.team_measure.c.team_id, schema.team_measure.c.measure_id, schema.team_measure.c.focus_group, schema.team_measure.c.baseline_to),
        "team_measures",
        ("team_id", "measure_id"),
    ),
    "frameworks": Kept(select(schema.framework.c.framework_id, schema.framework.c.version), "frameworks", ("framework_id", "version")),
    "domains": Kept(
        select(schema.framework_domain.c.framework_id, schema.framework_domain.c.version, schema.framework_domain.c.domain_id),
        "frameworks",
        ("framework_id", "version", "domain_id"),
    ),
    "items": Kept(
        select(schema.framework_item.c.framework_id, schema.framework_item.c.version, schema.framework_item.c.domain_id, schema.framework_item.c.item_id),
        "frameworks",
        ("framework_id", "version", "domain_id", "item_id"),
    ),
    "levels": Kept(
        select(schema.framework_level.c.framework_id, schema.framework_level.c.version, schema.framework_level.c.domain_id, schema.framework_level.c.level),
        "levels",
        ("framework_id", "version", "domain_id", "level"),
    ),
    "practices": Kept(select(schema.practice.c.practice_id), "practices", ("practice_id",)),
}


@dataclass(slots=True)
class Known:
    """Rows by kind and key; the network; and which measures have been reported on in the store, with what is fixed by it."""

    rows: dict[str, dict[Key, Values]] = field(default_factory=lambda: {kind: {} for kind in KEPT})
    network: Values | None = None
    reported: dict[Value, Values] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.rows["stratifiers"][(OVERALL,)] = {}
        self.rows["groups"][(OVERALL, ALL)] = {"kind": "group"}

    def has(self, kind: str, key: Key) -> bool:
        return key in self.rows[kind]

    def items_of(self, domain: Key) -> set[Value]:
        """The items of a domain; empty where it is scored itself."""
        return {key[-1] for key in self.rows["items"] if key[:-1] == domain and key[-1] != ""}

    def levels_of(self, domain: Key) -> set[Value]:
        """The levels that a domain can be at; empty where its framework words none."""
        return {key[-1] for key in self.rows["levels"] if key[:2] == domain[:2] and key[2] in ("", domain[2])}

    @property
    def as_of(self) -> date:
        """The day at which the network stands."""
        return (self.network or {}).get("as_of") or date.today()

    def add(self, batch: Batch) -> None:
        """Know a batch's rows too. A row with a broken cell is known by its key: what refers to it is not at fault."""
        for kind, kept in KEPT.items():
            for row in batch.rows[kept.file]:
                key = row.key(kept.key)
                if None not in key:
                    self.rows[kind][key] = row.values
        for row in batch.rows["network"]:
            self.network = row.values

    def report_on(self, batch: Batch) -> None:
        """From now on the batch's measures have been reported on."""
        for measure_id in batch.observations.measures:
            self.reported.setdefault(measure_id, self.rows["measures"].get((measure_id,), {}))


def known_in_store(connection: Connection) -> Known:
    """All that the store knows."""
    known = Known()
    for kind, kept in KEPT.items():
        known.rows[kind].update(_by_key(connection.execute(kept.in_store).mappings(), kept.key))
    found = connection.execute(select(schema.network)).mappings().one_or_none()
    known.network = None if found is None else dict(found)
    known.reported = {measure_id: known.rows["measures"][(measure_id,)] for measure_id in connection.scalars(select(schema.series.c.measure_id).distinct())}
    return known


def _by_key(rows: Iterable[Mapping[str, Value]], key: tuple[str, ...]) -> dict[Key, Values]:
    return {tuple(row[column] for column in key): dict(row) for row in rows}
