"""Frameworks as data: what maturity is scored against, with the words of every level."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass

from sqlalchemy import Connection, Row, Select, bindparam, select

from data_access import schema
from data_access.store import reading, remembered
from data_access.viewer import Viewer
from equity.maturity_profile import LEVELS as LEVEL_NUMBERS

FRAMEWORKS = select(schema.framework.c.framework_id, schema.framework.c.version, schema.framework.c.name).order_by(
    schema.framework.c.framework_id, schema.framework.c.version
)

DOMAINS = select(
    schema.framework_domain.c.framework_id,
    schema.framework_domain.c.version,
    schema.framework_domain.c.domain_id,
    schema.framework_domain.c.domain,
    schema.framework_domain.c.position,
).order_by(schema.framework_domain.c.framework_id, schema.framework_domain.c.version, schema.framework_domain.c.position, schema.framework_domain.c.domain_id)

ITEMS = select(
    schema.framework_item.c.framework_id,
    schema.framework_item.c.version,
    schema.framework_item.c.domain_id,
    schema.framework_item.c.item_id,
    schema.framework_item.c.item,
    schema.framework_item.c.position,
).order_by(schema.framework_item.c.framework_id, schema.framework_item.c.version, schema.framework_item.c.position, schema.framework_item.c.item_id)

LEVELS = select(
    schema.framework_level.c.framework_id,
    schema.framework_level.c.version,
    schema.framework_level.c.domain_id,
    schema.framework_level.c.level,
    schema.framework_level.c.label,
    schema.framework_level.c.wording,
).order_by(schema.framework_level.c.framework_id, schema.framework_level.c.version, schema.framework_level.c.domain_id, schema.framework_level.c.level)

ANY_SCORE = (
    select(schema.score.c.level).where(schema.score.c.framework_id == bindparam("framework_id"), schema.score.c.version == bindparam("version")).limit(1)
)


@dataclass(frozen=True, slots=True)
class Item:
    item_id: str
    item: str


@dataclass(frozen=True, slots=True)
class Domain:
    """A part of a framework that is scored, by its items where it has some."""

    domain_id: str
    domain: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Level:
    """The wording of one level; domain_id is empty where it holds for every domain."""

    domain_id: str
    level: int
    label: str
    wording: str


@dataclass(frozen=True, slots=True)
class Framework:
    """What maturity is scored against, in one version."""

    framework_id: str
    version: str
    name: str
    domains: tuple[Domain, ...]
    levels: tuple[Level, ...]

    @property
    def key(self) -> str:
        """This version as an address names it: community~2018. No id holds a tilde."""
        return f"{self.framework_id}~{self.version}"

    def wording(self, domain_id: str, level: int) -> Level | None:
        """What a team of this level was scored against: the domain's own words, else those for every domain; None if there are none."""
        own = {one.domain_id: one for one in self.levels if one.level == level}
        return own.get(domain_id) or own.get("")

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of its levels, rising; the usual five where none has words."""
        return tuple(sorted({one.level for one in self.levels})) or LEVEL_NUMBERS

    def label(self, level: int) -> str:
        """What a level is called in every domain: its own word where all domains share it, else that of the first domain; empty where it has none."""
        found = self.wording("", level) or next((one for domain in self.domains if (one := self.wording(domain.domain_id, level))), None)
        return found.label if found else ""


def frameworks(viewer: Viewer) -> tuple[Framework, ...]:
    """Every framework in each of its versions, with domains, items and the words of every level."""
    return remembered(("frameworks",), _frameworks)


def _frameworks() -> tuple[Framework, ...]:
    with reading() as connection:
        domains, levels = _grouped(connection, DOMAINS, 2), _grouped(connection, LEVELS, 2)
        items = _grouped(connection, ITEMS, 3)
        return tuple(_framework(row, domains[tuple(row[:2])], items, levels[tuple(row[:2])]) for row in connection.execute(FRAMEWORKS))


def _grouped(connection: Connection, sql: Select, length: int) -> dict[Hashable, list[Row]]:
    """The rows in their order, by their first columns."""
    found: dict[Hashable, list[Row]] = defaultdict(list)
    for row in connection.execute(sql):
        found[tuple(row[:length])].append(row)
    return found


def _framework(row: Row, domains: list[Row], items: dict[Hashable, list[Row]], levels: list[Row]) -> Framework:
    return Framework(
        *row,
        domains=tuple(Domain(one.domain_id, one.domain, tuple(Item(item.item_id, item.item) for item in items[tuple(one[:3])])) for one in domains),
        levels=tuple(Level(one.domain_id, one.level, one.label, one.wording) for one in levels),
    )


def scored_frameworks(viewer: Viewer) -> tuple[Framework, ...]:
    """Those on which any team was scored, in the same order."""
    return remembered(("scored_frameworks",), lambda: tuple(one for one in frameworks(viewer) if _is_scored(one)))


def _is_scored(framework: Framework) -> bool:
    with reading() as connection:
        return connection.scalar(ANY_SCORE, {"framework_id": framework.framework_id, "version": framework.version}) is not None
