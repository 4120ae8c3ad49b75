"""How many teams stand on each level: counted from what the load kept, and withheld where few stand behind a count."""

from __future__ import annotations

from datetime import date

from data_access import schema, store
from data_access.frameworks import frameworks
from data_access.network_maturity import network_maturity
from data_access.viewer import NETWORK_LEAD, Viewer
from tests.data_access.builder import Builder
from tests.data_access.choosing import shared
from tests.data_access.test_frameworks import SOLUTIONS, scored  # noqa: F401  pytest finds a fixture by its name here


def test_the_networks_profile_counts_teams_by_level(scored):  # noqa: F811
    profile = network_maturity(NETWORK_LEAD, frameworks(NETWORK_LEAD)[0])
    within, together = profile.domains
    assert (within.label, within.counts_then, within.counts_now, within.up, within.down) == ("Leading from Within", (2, 0), (1, 1), 1, 0)
    assert (together.now, together.counts_now) == (None, (0, 0))
    assert (profile.levels, profile.teams, profile.first_on, profile.latest_on) == ((1, 2), 2, date(2025, 2, 1), date(2025, 8, 1))
    assert network_maturity(NETWORK_LEAD, frameworks(NETWORK_LEAD)[0]) is profile


def test_a_framework_without_words_has_the_usual_levels(scored):  # noqa: F811
    assert network_maturity(NETWORK_LEAD, frameworks(NETWORK_LEAD)[1]).levels == (1, 2, 3, 4, 5)


def test_levels_of_few_teams_are_withheld_from_all_but_the_lead(scored):  # noqa: F811
    framework = frameworks(NETWORK_LEAD)[0]
    profile = network_maturity(Viewer("reader"), framework)
    # Two teams were scored on the first domain, none on the second.
    assert [(domain.withheld, domain.now, domain.counts_now, domain.up) for domain in profile.domains] == [(True, None, (0, 0), 0), (False, None, (0, 0), 0)]
    assert profile.teams == 2


def add_score(made: Builder, number: int, team_id: str, month: int) -> None:
    """One score of the first domain."""
    row = {"assessment_id": number, "team_id": team_id, **SOLUTIONS, "assessed_on": date(2025, month, 1), "rater": "coach", "rater_code": "c"}
    made.insert(schema.assessment, row)
    made.insert(schema.score, {"assessment_id": number, **SOLUTIONS, "domain_id": "within", "item_id": "w1", "level": 1})


def test_levels_of_the_few_that_do_not_share_theirs_are_withheld_too(scored):  # noqa: F811
    for number, team_id in enumerate("vwxyz", 5):
        scored.team(team_id)
        add_score(scored, number, team_id, 2)
        add_score(scored, number + 10, team_id, 8)
    scored.keep()
    framework = frameworks(NETWORK_LEAD)[0]
    # Of seven teams five are left where two are known, and four where three are.
    shared(scored.engine, "a", "b")
    scored.keep()
    assert not network_maturity(Viewer("reader"), framework).domains[0].withheld
    shared(scored.engine, "v")
    scored.keep()
    assert network_maturity(Viewer("reader"), framework).domains[0].withheld
    assert not network_maturity(NETWORK_LEAD, framework).domains[0].withheld


def test_in_the_demo_network_all_fifteen_teams_are_scored(demo_url):
    store.connect(demo_url)
    profiles = {one.framework_id: network_maturity(NETWORK_LEAD, one) for one in frameworks(NETWORK_LEAD)}
    assert max(profile.teams for profile in profiles.values()) == 15
    store.disconnect()
