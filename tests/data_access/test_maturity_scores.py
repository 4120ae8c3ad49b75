"""Frameworks as data, and levels that leave the store without names and notes."""

from __future__ import annotations

from datetime import date

import pytest

from data_access import schema, store
from data_access.maturity_scores import SCORES, Item, Level, frameworks, maturity_scores, network_maturity, scored_frameworks
from data_access.viewer import NETWORK_LEAD, Viewer
from equity.maturity import Score
from tests.data_access.builder import Builder
from tests.data_access.choosing import shared

SOLUTIONS = {"framework_id": "cos", "version": "1"}


@pytest.fixture
def scored(made: Builder) -> Builder:
    made.insert(schema.framework, {**SOLUTIONS, "name": "Community of Solutions"}, {"framework_id": "ihi", "version": "2", "name": "IHI"})
    made.insert(
        schema.framework_domain,
        {**SOLUTIONS, "domain_id": "together", "domain": "Leading Together", "position": 2},
        {**SOLUTIONS, "domain_id": "within", "domain": "Leading from Within", "position": 1},
    )
    made.insert(schema.framework_item, {**SOLUTIONS, "domain_id": "within", "item_id": "w1", "item": "Reflects", "position": 1})
    made.insert(
        schema.framework_level,
        {**SOLUTIONS, "domain_id": "", "level": 1, "label": "Starting", "wording": "First talks."},
        {**SOLUTIONS, "domain_id": "within", "level": 1, "label": "Starting", "wording": "Looks inward."},
        {**SOLUTIONS, "domain_id": "", "level": 2, "label": "Moving", "wording": "First tests."},
    )
    for number, (team_id, day, level, evidence) in enumerate(
        [("a", "2025-02-01", 1, ""), ("a", "2025-08-01", 2, ""), ("b", "2025-02-01", 1, ""), ("b", "2025-08-01", 1, "minutes")], 1
    ):
        if day == "2025-02-01":
            made.team(team_id)
        made.insert(
            schema.assessment,
            {"assessment_id": number, "team_id": team_id, **SOLUTIONS, "assessed_on": date.fromisoformat(day), "rater": "coach", "rater_code": "c"},
        )
        made.insert(
            schema.score, {"assessment_id": number, **SOLUTIONS, "domain_id": "within", "item_id": "w1", "level": level, "evidence": evidence, "note": "candid"}
        )
    made.keep()
    return made


def test_a_framework_is_its_domains_items_and_words_in_their_order(scored):
    solutions, ihi = frameworks(NETWORK_LEAD)
    assert (solutions.framework_id, solutions.version, solutions.name) == ("cos", "1", "Community of Solutions")
    assert [(one.domain_id, one.domain, one.items) for one in solutions.domains] == [
        ("within", "Leading from Within", (Item("w1", "Reflects"),)),
        ("together", "Leading Together", ()),
    ]
    assert (ihi.framework_id, ihi.domains, ihi.levels) == ("ihi", (), ())


@pytest.mark.parametrize(
    ("domain_id", "level", "wording"), [("within", 1, "Looks inward."), ("together", 1, "First talks."), ("within", 2, "First tests."), ("within", 3, None)]
)
def test_a_domains_own_words_come_before_those_for_all(scored, domain_id, level, wording):
    found = frameworks(NETWORK_LEAD)[0].wording(domain_id, level)
    assert (found.wording if isinstance(found, Level) else found) == wording


def test_scores_come_without_names_but_for_the_viewers_own_team(scored):
    def said(viewer: Viewer) -> list[tuple]:
        return [(one.team_id, one.level, one.evidence) for one in maturity_scores(viewer, "cos", "1")]

    assert said(NETWORK_LEAD) == [("team 1", 1, ""), ("team 1", 2, ""), ("team 2", 1, ""), ("team 2", 1, "given")]
    assert said(Viewer("team_member", frozenset({"b"}))) == [("team 1", 1, ""), ("team 1", 2, ""), ("b", 1, ""), ("b", 1, "given")]
    assert maturity_scores(NETWORK_LEAD, "cos", "1")[0] == Score("team 1", date(2025, 2, 1), "coach", "c", "within", "w1", 1, "")
    assert maturity_scores(NETWORK_LEAD, "cos", "9") == ()


def test_candid_notes_are_not_even_asked_for():
    assert "note" not in str(SCORES)


def test_the_networks_profile_counts_teams_by_level(scored):
    profile = network_maturity(NETWORK_LEAD, frameworks(NETWORK_LEAD)[0])
    within, together = profile.domains
    assert (within.label, within.counts_then, within.counts_now, within.up, within.down) == ("Leading from Within", (2, 0), (1, 1), 1, 0)
    assert (together.now, together.counts_now) == (None, (0, 0))
    assert (profile.levels, profile.teams, profile.first_on, profile.latest_on) == ((1, 2), 2, date(2025, 2, 1), date(2025, 8, 1))
    assert [one.team_id for one in profile.unsupported] == ["team 1"]
    assert network_maturity(NETWORK_LEAD, frameworks(NETWORK_LEAD)[0]) is profile


def test_a_framework_without_words_has_the_usual_levels(scored):
    assert network_maturity(NETWORK_LEAD, frameworks(NETWORK_LEAD)[1]).levels == (1, 2, 3, 4, 5)


@pytest.mark.parametrize(("framework", "level", "label"), [(0, 1, "Starting"), (0, 2, "Moving"), (0, 3, ""), (1, 1, "")])
def test_a_level_is_called_by_its_word_for_all_domains_else_by_a_domains_own(scored, framework, level, label):
    assert frameworks(NETWORK_LEAD)[framework].label(level) == label


def test_levels_of_few_teams_are_withheld_from_all_but_the_lead(scored):
    framework = frameworks(NETWORK_LEAD)[0]
    profile = network_maturity(Viewer("reader"), framework)
    # Two teams were scored on the first domain, none on the second.
    assert [(domain.withheld, domain.now, domain.counts_now, domain.up) for domain in profile.domains] == [(True, None, (0, 0), 0), (False, None, (0, 0), 0)]
    assert (profile.teams, profile.unsupported) == (2, ())


def add_score(made: Builder, number: int, team_id: str, month: int) -> None:
    """One score of the first domain."""
    row = {"assessment_id": number, "team_id": team_id, **SOLUTIONS, "assessed_on": date(2025, month, 1), "rater": "coach", "rater_code": "c"}
    made.insert(schema.assessment, row)
    made.insert(schema.score, {"assessment_id": number, **SOLUTIONS, "domain_id": "within", "item_id": "w1", "level": 1})


def test_levels_of_the_few_that_do_not_share_theirs_are_withheld_too(scored):
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


def test_only_frameworks_with_a_score_are_scored(scored):
    assert [one.framework_id for one in scored_frameworks(NETWORK_LEAD)] == ["cos"]


def test_in_the_demo_network_all_fifteen_teams_are_scored(demo_url):
    store.connect(demo_url)
    profiles = {one.framework_id: network_maturity(NETWORK_LEAD, one) for one in frameworks(NETWORK_LEAD)}
    assert max(profile.teams for profile in profiles.values()) == 15
    store.disconnect()
