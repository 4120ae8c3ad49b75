"""What all teams together did on a framework, counted, and released only where enough of them stand behind a count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from data_access.frameworks import Framework
from data_access.kept_maturity import every_team
from data_access.release import may_count_teams
from data_access.sharing import sharing_teams
from data_access.store import remembered
from data_access.team_labels import team_labels
from data_access.viewer import Viewer
from equity.network_moves import DomainMoves, NetworkMoves, moves_of_teams


def network_moves(viewer: Viewer, framework: Framework, *, until: date = date.max) -> NetworkMoves:
    """Who moved, on what evidence, and where raters stand apart; only teams that the viewer sees are named. until: by the scores until that day."""
    key = ("network_moves", viewer.scope, framework.framework_id, framework.version, until)
    return remembered(key, lambda: _moves(viewer, framework, until))


def _moves(viewer: Viewer, framework: Framework, until: date) -> NetworkMoves:
    labels = team_labels(viewer)
    teams = every_team(viewer, framework, until=until)
    names = {one.domain_id: one.domain for one in framework.domains}
    found = moves_of_teams(teams, names, framework.numbers)
    # Whoever sees some teams' levels can take them from the counts.
    others = moves_of_teams([team for team in teams if team.team_id not in sharing_teams(viewer)], names, framework.numbers)
    if not all(may_count_teams(one.scored, lead=viewer.is_lead) for one in (found, others)):
        return NetworkMoves(tuple(_withheld(domain) for domain in found.domains), withheld=True)
    seen = {team_id: label for team_id, label in labels.items() if viewer.sees(team_id)}
    return replace(found, domains=tuple(_released(viewer, *pair, seen) for pair in zip(found.domains, others.domains, strict=True)))


def _released(viewer: Viewer, domain: DomainMoves, others: DomainMoves, seen: Mapping[str, str]) -> DomainMoves:
    counted = (count for one in (domain, others) for count in (one.up + one.same + one.down, one.rated))
    if not all(may_count_teams(count, lead=viewer.is_lead) for count in counted):
        return _withheld(domain)
    return replace(domain, apart_teams=tuple(seen[team_id] for team_id in domain.apart_teams if team_id in seen))


def _withheld(domain: DomainMoves) -> DomainMoves:
    return DomainMoves(domain.domain_id, domain.label, withheld=True)
