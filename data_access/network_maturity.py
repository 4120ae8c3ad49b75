"""How many teams stand on each level of a framework, released only where enough of them stand behind a count."""

from __future__ import annotations

from dataclasses import replace

from data_access.frameworks import Framework
from data_access.kept_maturity import every_team
from data_access.release import may_count_teams
from data_access.sharing import sharing_teams
from data_access.store import remembered
from data_access.viewer import Viewer
from equity.maturity_profile import DomainProfile, MaturityProfile, maturity_profile, withheld_domain


def network_maturity(viewer: Viewer, framework: Framework) -> MaturityProfile:
    """How many teams stand on each level of each domain, now and at their start; a domain of fewer teams than may be counted is withheld."""
    key = ("network_maturity", viewer.scope, framework.framework_id, framework.version)
    return remembered(key, lambda: _profile(viewer, framework))


def _profile(viewer: Viewer, framework: Framework) -> MaturityProfile:
    teams = every_team(viewer, framework)
    domains = {one.domain_id: one.domain for one in framework.domains}
    profile = maturity_profile(teams, domains, framework.numbers)
    if viewer.is_lead:
        return profile
    # What is left when the teams whose levels everybody sees are taken away must be of enough teams too.
    others = maturity_profile([team for team in teams if team.team_id not in sharing_teams(viewer)], domains, framework.numbers)
    return replace(
        profile,
        domains=tuple(one if _may_show(one) and _may_show(other) else withheld_domain(one) for one, other in zip(profile.domains, others.domains, strict=True)),
    )


def _may_show(domain: DomainProfile) -> bool:
    return all(may_count_teams(sum(counts), lead=False) for counts in (domain.counts_then, domain.counts_now))
