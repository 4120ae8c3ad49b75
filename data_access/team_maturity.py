"""Single teams on a framework: levels under a team's name for those who may know them, under a code for all others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import bindparam

from data_access.maturity_scores import ASSESSMENT, SCORES, Framework
from data_access.release import may_count_teams
from data_access.store import reading, remembered
from data_access.team_labels import team_labels
from data_access.viewer import Viewer
from equity.maturity import Score
from equity.rater_spread import RaterSpread
from equity.team_maturity import TeamDomain, TeamMaturity, team_domains, weightiest_rater

SCORES_OF_TEAMS = SCORES.where(ASSESSMENT.team_id.in_(bindparam("team_ids", expanding=True)))
UNSEEN = RaterSpread()


@dataclass(frozen=True, slots=True)
class TeamsMaturity:
    """One page of teams on a framework. total: how many on all pages; withheld: how many are left out, since so few could be guessed behind codes."""

    teams: tuple[TeamMaturity, ...]
    total: int
    page: int
    pages: int
    withheld: int = 0


def team_profile(viewer: Viewer, framework: Framework, team_id: str) -> TeamMaturity | None:
    """One team by its name: every domain then and now, its evidence, its raters, and the words of its level and the next.

    Returns  None where the viewer may not know this team's levels; a team that was never scored has domains without levels.
    """
    if not viewer.sees(team_id):
        return None
    key = ("team_profile", viewer.scope, framework.framework_id, framework.version, team_id)
    return remembered(key, lambda: _profiles(framework, {team_id: team_labels(viewer).get(team_id, team_id)}, viewer)[0])


def teams_maturity(viewer: Viewer, framework: Framework, *, find: str = "", page: int = 1, size: int = 60) -> TeamsMaturity:
    """Teams whose name or code holds `find`: named ones first, each part in the order of the alphabet."""
    labels = team_labels(viewer)
    shown = {team_id: label for team_id, label in labels.items() if viewer.sees(team_id)}
    if may_count_teams(len(labels) - len(shown), lead=viewer.is_lead):
        shown = labels
    found = sorted((team_id for team_id, label in shown.items() if find.lower() in label.lower()), key=lambda one: _place(viewer, one, labels[one]))
    pages = max(1, -(-len(found) // size))
    chosen = min(max(page, 1), pages)
    asked = {team_id: labels[team_id] for team_id in found[(chosen - 1) * size : chosen * size]}
    return TeamsMaturity(tuple(_profiles(framework, asked, viewer)), len(found), chosen, pages, len(labels) - len(shown))


def _place(viewer: Viewer, team_id: str, label: str) -> tuple[bool, str, str]:
    return not viewer.sees(team_id), label.lower(), label


def _profiles(framework: Framework, labels: dict[str, str], viewer: Viewer) -> list[TeamMaturity]:
    """The teams in this order, as the viewer may see them."""
    asked = {"framework_id": framework.framework_id, "version": framework.version, "team_ids": list(labels)}
    with reading() as connection:
        scores = [Score(*row) for row in connection.execute(SCORES_OF_TEAMS, asked)]
    by_team = _by_team(scores)
    made = (_maturity(framework, team_id, label, by_team.get(team_id, ())) for team_id, label in labels.items())
    return [one if viewer.sees(one.team_id) else _unnamed(one) for one in made]


def _by_team(scores: Iterable[Score]) -> dict[str, list[Score]]:
    """The scores of each team, by its id."""
    found = defaultdict(list)
    for score in scores:
        found[score.team_id].append(score)
    return dict(found)


def _maturity(framework: Framework, team_id: str, name: str, scores: Sequence[Score]) -> TeamMaturity:
    """One team's profile before release, from its scores."""
    domains = {one.domain_id: one.domain for one in framework.domains}
    days = [score.assessed_on for score in scores]
    return TeamMaturity(
        team_id,
        name,
        True,
        tuple(_worded(framework, domain) for domain in team_domains(scores, domains)),
        min(days, default=None),
        max(days, default=None),
        weightiest_rater(scores),
    )


def _worded(framework: Framework, domain: TeamDomain) -> TeamDomain:
    if domain.now is None:
        return domain
    higher = min((one.level for one in framework.levels if one.level > domain.now), default=None)
    now, above = (framework.wording(domain.domain_id, level) if level is not None else None for level in (domain.now, higher))
    return replace(domain, words=now.wording if now else "", next_words=above.wording if above else "")


def _unnamed(maturity: TeamMaturity) -> TeamMaturity:
    """The levels alone, under the code: neither its id nor the days nor single raters' levels."""
    domains = tuple(replace(domain, raters=UNSEEN) for domain in maturity.domains)
    return TeamMaturity(maturity.name, maturity.name, False, domains)
