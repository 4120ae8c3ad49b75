"""What all teams together did on a framework, counted, and released only where enough of them stand behind a count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from data_access.kept_maturity import every_team
from data_access.maturity_scores import Framework
from data_access.release import may_count_teams
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
    found = moves_of_teams(teams, {one.domain_id: one.domain for one in framework.domains}, framework.numbers)
    if not may_count_teams(found.scored, lead=viewer.is_lead):
        return NetworkMoves(tuple(_withheld(domain) for domain in found.domains), withheld=True)
    seen = {team_id: label for team_id, label in labels.items() if viewer.sees(team_id)}
    return replace(found, domains=tuple(_released(viewer, domain, seen) for domain in found.domains))


def _released(viewer: Viewer, domain: DomainMoves, seen: Mapping[str, str]) -> DomainMoves:
    counted = (domain.up + domain.same + domain.down, domain.rated)
    if not all(may_count_teams(count, lead=viewer.is_lead) for count in counted):
        return _withheld(domain)
    return replace(domain, apart_teams=tuple(seen[team_id] for team_id in domain.apart_teams if team_id in seen))


def _withheld(domain: DomainMoves) -> DomainMoves:
    return DomainMoves(domain.domain_id, domain.label, withheld=True)
