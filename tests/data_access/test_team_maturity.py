"""Single teams' levels: under their names for those who may know them, and for nobody else."""

from __future__ import annotations

from datetime import date

import pytest

from data_access import schema, store
from data_access.frameworks import Framework, frameworks
from data_access.team_labels import team_labels
from data_access.team_maturity import team_profile, teams_maturity
from data_access.viewer import NETWORK_LEAD, Viewer
from equity.rater_spread import RaterSpread
from equity.team_maturity import TeamMaturity
from tests.data_access.builder import Builder
from tests.data_access.choosing import shared

PATH = {"framework_id": "path", "version": "1"}
READER = Viewer("reader")
TEAMS = ("a", "b", "c", "d", "e")


def score(made: Builder, team_id: str, day: str, rater: str, level: int, evidence: str = "") -> None:
    """One assessment of the domain `within`."""
    with made.engine.connect() as connection:
        number = len(connection.execute(schema.assessment.select()).all()) + 1
    assessed_on = date.fromisoformat(day)
    made.insert(schema.assessment, {"assessment_id": number, "team_id": team_id, **PATH, "assessed_on": assessed_on, "rater": rater, "rater_code": ""})
    made.insert(schema.score, {"assessment_id": number, **PATH, "domain_id": "within", "level": level, "evidence": evidence, "note": "candid"})


def framework_of(made: Builder) -> None:
    """Two domains; levels 1, 3 and 5 have words."""
    made.insert(schema.framework, {**PATH, "name": "Path"})
    made.insert(
        schema.framework_domain,
        {**PATH, "domain_id": "within", "domain": "Within", "position": 1},
        {**PATH, "domain_id": "together", "domain": "Together", "position": 2},
    )
    for level, wording in ((1, "Talks."), (3, "Tests."), (5, "Teaches.")):
        made.insert(schema.framework_level, {**PATH, "domain_id": "", "level": level, "label": "Label", "wording": wording})


@pytest.fixture
def path(made: Builder) -> Framework:
    """Five teams; team a moved from 1 to 3."""
    framework_of(made)
    for team_id in TEAMS:
        made.team(team_id)
        score(made, team_id, "2025-02-01", "consensus", 1)
    score(made, "a", "2025-08-01", "consensus", 3)
    score(made, "a", "2025-08-01", "self", 5)
    score(made, "a", "2025-08-01", "coach", 3)
    made.keep()
    (framework,) = frameworks(NETWORK_LEAD)
    return framework


def test_the_lead_and_the_teams_members_read_its_profile(path):
    for viewer in (NETWORK_LEAD, Viewer("team_member", frozenset({"a"}))):
        found = team_profile(viewer, path, "a")
        within, together = found.domains
        assert (found.team_id, found.name, found.is_named, found.shown_rater) == ("a", "Team a", True, "consensus")
        assert (found.first_on, found.latest_on) == (date(2025, 2, 1), date(2025, 8, 1))
        assert (within.then, within.now, within.unsupported, within.words, within.next_words) == (1, 3, True, "Tests.", "Teaches.")
        assert within.raters == RaterSpread(own=5, coach=3, agreed=3, lowest=3, highest=5, raters=2)
        assert (together.now, together.words, together.next_words) == (None, "", "")


@pytest.mark.parametrize("viewer", [READER, Viewer("funder"), Viewer("coach"), Viewer("team_member", frozenset({"b"})), Viewer("administrator")])
def test_nobody_else_reads_it(path, viewer):
    assert team_profile(viewer, path, "a") is None


def test_a_team_that_was_never_scored_has_a_profile_without_levels(path, made):
    made.team("new")
    made.keep()
    found = team_profile(NETWORK_LEAD, path, "new")
    assert (found.name, found.is_scored, found.latest_on) == ("Team new", False, None)


def test_the_highest_level_has_no_next_and_levels_without_words_say_nothing(path, made):
    score(made, "b", "2025-08-01", "consensus", 5)
    score(made, "c", "2025-08-01", "consensus", 2)
    made.keep()
    assert [(one.words, one.next_words) for one in (team_profile(NETWORK_LEAD, path, team).domains[0] for team in "bc")] == [("Teaches.", ""), ("", "Tests.")]


def test_candid_notes_and_the_words_of_evidence_are_in_no_profile(path, made):
    score(made, "b", "2025-08-01", "consensus", 3, "minutes of May")
    made.keep()
    assert "candid" not in repr(teams_maturity(NETWORK_LEAD, path))
    assert "minutes" not in repr(teams_maturity(NETWORK_LEAD, path))


def test_the_lead_reads_all_teams_by_name_in_the_order_of_the_alphabet(path):
    found = teams_maturity(NETWORK_LEAD, path)
    assert [(one.name, one.is_named, one.domains[0].now) for one in found.teams] == [(f"Team {one}", True, 3 if one == "a" else 1) for one in TEAMS]
    assert (found.total, found.page, found.pages, found.withheld) == (5, 1, 1, 0)


def test_a_reader_reads_codes_without_ids_days_or_single_raters(path):
    found = teams_maturity(READER, path)
    codes = sorted(team_labels(READER).values())
    assert [one.name for one in found.teams] == codes
    assert [one.team_id for one in found.teams] == codes
    moved = [one for one in found.teams if one.domains[0].now == 3]
    assert moved == [TeamMaturity(moved[0].name, moved[0].name, False, moved[0].domains)]
    assert moved[0].domains[0].raters == RaterSpread()
    assert (moved[0].domains[0].then, moved[0].domains[0].unsupported) == (1, True)


def test_a_member_reads_its_own_team_first_and_the_others_coded(path, made):
    made.team("f")
    made.keep()
    found = teams_maturity(Viewer("team_member", frozenset({"c"})), path)
    assert [one.is_named for one in found.teams] == [True, False, False, False, False, False]
    assert found.teams[0].team_id == "c"


# Three, four and five teams behind codes.
@pytest.mark.parametrize(("own", "rows", "withheld"), [("cd", 2, 3), ("c", 1, 4), ("", 5, 0)])
def test_fewer_than_five_teams_hide_behind_no_code(path, own, rows, withheld):
    found = teams_maturity(Viewer("team_member", frozenset(own)), path)
    assert (len(found.teams), found.total, found.withheld) == (rows, rows, withheld)


def test_a_team_that_agreed_is_read_by_its_name_and_without_single_raters(path, made):
    shared(made.engine, "a")
    found = team_profile(READER, path, "a")
    within = found.domains[0]
    assert (found.team_id, found.name, found.is_named, found.latest_on) == ("a", "Team a", True, date(2025, 8, 1))
    assert (within.then, within.now, within.raters) == (1, 3, RaterSpread())
    assert team_profile(Viewer("administrator"), path, "a") is None and team_profile(READER, path, "b") is None
    assert team_profile(Viewer("coach", coached=frozenset("a")), path, "a").domains[0].raters.raters == 2


def test_a_team_that_agreed_stands_first_and_the_others_need_five_codes_without_it(path, made):
    shared(made.engine, "a")
    found = teams_maturity(READER, path)
    assert [(one.team_id, one.name) for one in found.teams] == [("a", "Team a")] and found.withheld == 4
    made.team("f")
    made.keep()
    teams = teams_maturity(READER, path).teams
    assert [one.is_named for one in teams] == [True, False, False, False, False, False]
    assert (teams[0].domains[0].now, teams[0].domains[0].raters) == (3, RaterSpread())
    assert [one.team_id for one in teams_maturity(READER, path, find="team a").teams] == ["a"]


def test_teams_come_page_by_page_and_are_found_by_the_name_that_is_shown(path):
    second = teams_maturity(NETWORK_LEAD, path, page=2, size=2, whole=4)
    assert ([one.team_id for one in second.teams], second.page, second.pages, second.total) == (["c", "d"], 2, 3, 5)
    assert teams_maturity(NETWORK_LEAD, path, page=9, size=2, whole=4).page == 3
    assert teams_maturity(NETWORK_LEAD, path, size=2, whole=5).pages == 1
    assert [one.team_id for one in teams_maturity(NETWORK_LEAD, path, find="TEAM D").teams] == ["d"]
    # A reader cannot find out a code by asking for the name.
    assert teams_maturity(READER, path, find="Team d").teams == ()
    assert (teams_maturity(READER, path, find="Team d").pages, len(teams_maturity(READER, path, find="team").teams)) == (1, 5)


def test_in_the_demo_network_every_team_has_a_profile(demo_url):
    store.connect(demo_url)
    (first, *_) = frameworks(NETWORK_LEAD)
    found = teams_maturity(NETWORK_LEAD, first)
    assert (found.total, all(one.is_scored for one in found.teams)) == (15, True)
    store.disconnect()


def test_later_scores_are_as_if_they_had_not_come(path):
    assert levels(team_profile(NETWORK_LEAD, path, "a", until=date(2025, 7, 31))) == [(None, 1), (None, None)]
    assert levels(team_profile(NETWORK_LEAD, path, "a", until=date(2025, 8, 1))) == [(1, 3), (None, None)]
    assert not team_profile(NETWORK_LEAD, path, "a", until=date(2025, 1, 31)).is_scored


def levels(team: TeamMaturity) -> list[tuple[int | None, int | None]]:
    return [(domain.then, domain.now) for domain in team.domains]


def test_the_teams_of_a_large_network_are_read_until_a_day_too(path, monkeypatch):
    monkeypatch.setattr("data_access.kept_maturity.WHOLE", 2)
    assert levels(team_profile(NETWORK_LEAD, path, "a", until=date(2025, 7, 31))) == [(None, 1), (None, None)]
