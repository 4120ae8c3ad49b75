"""Where all teams stand: counts by level then and now, the lower middle team, and nobody where nobody was scored."""

from __future__ import annotations

from datetime import date

from equity.maturity_profile import domain_profile, maturity_profile, withheld_domain
from equity.team_maturity import TeamDomain, TeamMaturity

DOMAINS = {"within": "Leading from within", "together": "Leading together"}


def team(team_id: str, within: tuple[int | None, int | None], together: tuple[int | None, int | None], *days: str) -> TeamMaturity:
    domains = (TeamDomain("within", "", *within), TeamDomain("together", "", *together))
    return TeamMaturity(team_id, team_id, True, domains, *map(date.fromisoformat, days))


NETWORK = [
    team("a", (1, 3), (None, 2), "2025-07-01", "2026-03-01"),
    team("b", (2, 2), (None, None), "2025-07-05", "2026-03-05"),
    team("c", (4, 3), (None, None), "2025-07-05", "2026-03-05"),
    team("d", (None, 5), (None, None), "2026-03-09", "2026-03-09"),
    team("nobody", (None, None), (None, None)),
]


def test_a_profile_counts_teams_by_level_then_and_now():
    within, together = maturity_profile(NETWORK, DOMAINS).domains
    assert (within.label, together.domain_id) == ("Leading from within", "together")
    # then: a 1, b 2, c 4; now: a 3, b 2, c 3, d 5
    assert (within.counts_then, within.counts_now) == ((1, 1, 0, 1, 0), (0, 1, 2, 0, 1))
    # middle of 1 2 4; lower middle of 2 3 3 5
    assert (within.then, within.now) == (2, 3)
    assert (within.up, within.down) == (1, 1)
    assert (together.then, together.now) == (None, 2)


def test_a_profile_knows_its_scored_teams_and_their_days():
    profile = maturity_profile(NETWORK, DOMAINS)
    assert (profile.teams, profile.first_on, profile.latest_on) == (4, date(2025, 7, 1), date(2026, 3, 9))


def test_nobody_scored_gives_empty_domains():
    for nobody in ((), NETWORK[-1:]):
        profile = maturity_profile(nobody, DOMAINS)
        assert (profile.teams, profile.first_on, profile.latest_on) == (0, None, None)
        assert all(domain.now is None and domain.counts_now == (0, 0, 0, 0, 0) for domain in profile.domains)


def test_a_withheld_domain_says_nothing_but_its_name():
    domain = domain_profile("within", "Leading from within", [one.domains[0] for one in NETWORK], (1, 2, 3, 4, 5))
    withheld = withheld_domain(domain)
    assert (withheld.domain_id, withheld.label, withheld.withheld) == ("within", "Leading from within", True)
    assert (withheld.then, withheld.now, withheld.counts_then, withheld.counts_now, withheld.up, withheld.down) == (None, None, (0,) * 5, (0,) * 5, 0, 0)
