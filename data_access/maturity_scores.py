"""Where the teams stand on a framework: levels that people gave, without the teams' names and without candid notes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable
from dataclasses import dataclass, replace

from sqlalchemy import Connection, Row, Select, bindparam, case, select

from data_access import schema
from data_access.release import may_count_teams
from data_access.sharing import sharing_teams
from data_access.store import reading, remembered
from data_access.viewer import Viewer
from equity.maturity import LEVELS as LEVEL_NUMBERS
from equity.maturity import DomainProfile, MaturityProfile, Score, maturity_profile, withheld_domain

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

ASSESSMENT, SCORE = schema.assessment.c, schema.score.c
# That there is evidence is all that a profile needs; notes are candid and are read by nobody here.
SCORES = (
    select(
        ASSESSMENT.team_id,
        ASSESSMENT.assessed_on,
        ASSESSMENT.rater,
        ASSESSMENT.rater_code,
        SCORE.domain_id,
        SCORE.item_id,
        SCORE.level,
        case((SCORE.evidence != "", "given"), else_="").label("evidence"),
    )
    .join(schema.score, SCORE.assessment_id == ASSESSMENT.assessment_id)
    .where(ASSESSMENT.framework_id == bindparam("framework_id"), ASSESSMENT.version == bindparam("version"))
    .order_by(ASSESSMENT.team_id, ASSESSMENT.assessed_on, ASSESSMENT.rater, ASSESSMENT.rater_code, SCORE.domain_id, SCORE.item_id)
)

ANY_SCORE = select(SCORE.level).where(SCORE.framework_id == bindparam("framework_id"), SCORE.version == bindparam("version")).limit(1)


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


def maturity_scores(viewer: Viewer, framework_id: str, version: str, *, without: Collection[str] = ()) -> tuple[Score, ...]:
    """Every score on a framework's version, by team and date.

    Takes    without: ids of teams that are left out.
    Reads    a team other than the viewer's own has a number in place of its id, and evidence says only whether there is some.
    """
    names: dict[str, str] = {}
    with reading() as connection:
        rows = connection.execute(SCORES, {"framework_id": framework_id, "version": version})
        return tuple(Score(_unnamed(viewer, row.team_id, names), *row[1:]) for row in rows if row.team_id not in without)


def _unnamed(viewer: Viewer, team_id: str, names: dict[str, str]) -> str:
    return team_id if viewer.owns(team_id) else names.setdefault(team_id, f"team {len(names) + 1}")


def network_maturity(viewer: Viewer, framework: Framework) -> MaturityProfile:
    """How many teams stand on each level of each domain, now and at their start; a domain of fewer teams than may be counted is withheld."""
    key = ("network_maturity", viewer.scope, framework.framework_id, framework.version)
    domains = {one.domain_id: one.domain for one in framework.domains}

    def build() -> MaturityProfile:
        every, others = (
            maturity_profile(maturity_scores(viewer, framework.framework_id, framework.version, without=left_out), domains, framework.numbers)
            for left_out in ((), sharing_teams(viewer))
        )
        return _released(viewer, every, others)

    return remembered(key, build)


def _released(viewer: Viewer, profile: MaturityProfile, others: MaturityProfile) -> MaturityProfile:
    """others: the same without the teams whose levels everybody sees: what is left when these are taken away must be of enough teams too."""
    if viewer.is_lead:
        return profile
    domains = tuple(one if _may_show(one) and _may_show(other) else withheld_domain(one) for one, other in zip(profile.domains, others.domains, strict=True))
    return replace(profile, domains=domains, unsupported=())


def _may_show(domain: DomainProfile) -> bool:
    return all(may_count_teams(sum(counts), lead=False) for counts in (domain.counts_then, domain.counts_now))
