"""Exact levels of single teams before release: who gave which, under the teams' ids. For this room alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection, Row, bindparam

from data_access.maturity_scores import ASSESSMENT, SCORES, Framework
from equity.maturity import Score
from equity.team_maturity import TeamDomain, TeamMaturity, team_domains, weightiest_rater

SCORES_OF_TEAMS = SCORES.where(ASSESSMENT.team_id.in_(bindparam("team_ids", expanding=True)))


def teams_exactly(connection: Connection, framework: Framework, team_ids: Sequence[str], *, until: date = date.max) -> list[TeamMaturity]:
    """These teams in this order, each named by its id. until: scores of later days are left out."""
    asked = {"framework_id": framework.framework_id, "version": framework.version, "team_ids": list(team_ids)}
    return _of_scores(framework, team_ids, connection.execute(SCORES_OF_TEAMS, asked), until)


def every_team_exactly(connection: Connection, framework: Framework, team_ids: Sequence[str], *, until: date = date.max) -> list[TeamMaturity]:
    """All teams of the network in this order, each named by its id: a list of thousands of ids is no question for a store."""
    return _of_scores(framework, team_ids, connection.execute(SCORES, {"framework_id": framework.framework_id, "version": framework.version}), until)


def _of_scores(framework: Framework, team_ids: Sequence[str], rows: Iterable[Row], until: date) -> list[TeamMaturity]:
    by_team = defaultdict(list)
    for row in rows:
        if row.assessed_on <= until:
            by_team[row.team_id].append(Score(*row))
    return [_maturity(framework, team_id, by_team.get(team_id, ())) for team_id in team_ids]


def _maturity(framework: Framework, team_id: str, scores: Sequence[Score]) -> TeamMaturity:
    domains = {one.domain_id: one.domain for one in framework.domains}
    days = [score.assessed_on for score in scores]
    worded = tuple(_worded(framework, domain) for domain in team_domains(scores, domains))
    return TeamMaturity(team_id, team_id, True, worded, min(days, default=None), max(days, default=None), weightiest_rater(scores))


def _worded(framework: Framework, domain: TeamDomain) -> TeamDomain:
    if domain.now is None:
        return domain
    higher = min((one.level for one in framework.levels if one.level > domain.now), default=None)
    now, above = (framework.wording(domain.domain_id, level) if level is not None else None for level in (domain.now, higher))
    return replace(domain, words=now.wording if now else "", next_words=above.wording if above else "")
