"""Exact levels of single teams before release: who gave which, under the teams' ids. For this room alone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from sqlalchemy import Connection, Select, bindparam, select

from data_access import schema
from data_access.frameworks import Framework
from data_access.maturity_scores import ASSESSMENT, SCORES
from equity.maturity import Score
from equity.rater_spread import RaterSpread
from equity.team_maturity import TeamDomain, TeamMaturity, team_domains, weightiest_rater

KEPT = schema.team_levels.c
LEVELS = select(KEPT.team_id, KEPT.first_on, KEPT.latest_on, KEPT.shown_rater, KEPT.domains).where(
    KEPT.framework_id == bindparam("framework_id"), KEPT.version == bindparam("version")
)


def teams_exactly(connection: Connection, framework: Framework, team_ids: Sequence[str], *, until: date = date.max) -> list[TeamMaturity]:
    """These teams in this order, each named by its id. until: scores of later days are left out."""
    asked = {"team_ids": list(team_ids)}
    if until < date.max:
        found = _of_scores(connection, framework, SCORES.where(ASSESSMENT.team_id.in_(bindparam("team_ids", expanding=True))), asked, until)
    else:
        found = _kept(connection, framework, LEVELS.where(KEPT.team_id.in_(bindparam("team_ids", expanding=True))), asked)
    return _in_order(framework, team_ids, found)


def every_team_exactly(connection: Connection, framework: Framework, team_ids: Sequence[str], *, until: date = date.max) -> list[TeamMaturity]:
    """All teams of the network in this order, each named by its id: a list of thousands of ids is no question for a store."""
    found = _of_scores(connection, framework, SCORES, {}, until) if until < date.max else _kept(connection, framework, LEVELS, {})
    return _in_order(framework, team_ids, found)


def _in_order(framework: Framework, team_ids: Sequence[str], found: dict[str, TeamMaturity]) -> list[TeamMaturity]:
    """The teams asked for; those without scores have domains without levels."""
    nothing = tuple(TeamDomain(one.domain_id, one.domain) for one in framework.domains)
    return [found.get(team_id) or TeamMaturity(team_id, team_id, True, nothing) for team_id in team_ids]


def _kept(connection: Connection, framework: Framework, sql: Select, asked: dict[str, object]) -> dict[str, TeamMaturity]:
    """What the load kept, by team."""
    rows = connection.execute(sql, {"framework_id": framework.framework_id, "version": framework.version, **asked})
    return {row.team_id: TeamMaturity(row.team_id, row.team_id, True, _read(framework, row.domains), *row[1:4]) for row in rows}


def _read(framework: Framework, domains: str) -> tuple[TeamDomain, ...]:
    written = {one[0]: one for one in json.loads(domains)}
    return tuple(_domain(framework, one.domain_id, one.domain, written.get(one.domain_id)) for one in framework.domains)


def _domain(framework: Framework, domain_id: str, label: str, written: Sequence[object] | None) -> TeamDomain:
    if written is None:
        return TeamDomain(domain_id, label)
    _, then, now, unsupported, *levels = written
    return _worded(framework, TeamDomain(domain_id, label, then, now, unsupported, RaterSpread(*levels)))


def _of_scores(connection: Connection, framework: Framework, sql: Select, asked: dict[str, object], until: date) -> dict[str, TeamMaturity]:
    """The same as it was on a day, computed from the scores until then."""
    rows = connection.execute(sql, {"framework_id": framework.framework_id, "version": framework.version, **asked})
    scores = (Score(*row) for row in rows if row.assessed_on <= until)
    return {team_id: _maturity(framework, team_id, list(own)) for team_id, own in groupby(scores, lambda score: score.team_id)}


def _maturity(framework: Framework, team_id: str, scores: Sequence[Score]) -> TeamMaturity:
    domains = {one.domain_id: one.domain for one in framework.domains}
    days = [score.assessed_on for score in scores]
    worded = tuple(_worded(framework, domain) for domain in team_domains(scores, domains))
    return TeamMaturity(team_id, team_id, True, worded, min(days), max(days), weightiest_rater(scores))


def _worded(framework: Framework, domain: TeamDomain) -> TeamDomain:
    if domain.now is None:
        return domain
    higher = min((one.level for one in framework.levels if one.level > domain.now), default=None)
    now, above = (framework.wording(domain.domain_id, level) if level is not None else None for level in (domain.now, higher))
    return replace(domain, words=now.wording if now else "", next_words=above.wording if above else "")
