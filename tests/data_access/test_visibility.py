"""Under its name, under a code, or not at all: how a team appears to others on a measure."""

from __future__ import annotations

import pytest

from data_access.catalogue import catalogue
from data_access.coded_teams import coded_teams
from data_access.team_comparison import chosen_teams, compared_series, compared_verdicts, listed_teams
from data_access.team_gaps import team_gaps
from data_access.verdict_grid import verdict_grid
from data_access.viewer import COACH, NETWORK_LEAD, READER, TEAM_MEMBER, Viewer
from data_access.visibility import hides
from equity.selection import Selection
from tests.data_access.builder import Builder

OUTSIDER = Viewer(READER)
MEMBER = Viewer(TEAM_MEMBER, frozenset({"a"}))
A_COACH = Viewer(COACH, coached=frozenset({"a"}))


@pytest.mark.parametrize(
    ("visibility", "hidden_from"),
    [("network", []), ("coded", [OUTSIDER]), ("hidden", [OUTSIDER, A_COACH, NETWORK_LEAD])],
)
def test_who_may_not_see_a_measure_under_the_teams_name(visibility: str, hidden_from: list[Viewer]) -> None:
    assert [viewer for viewer in (OUTSIDER, MEMBER, A_COACH, NETWORK_LEAD) if hides(viewer, visibility, "a")] == hidden_from


@pytest.fixture
def coded(made: Builder) -> Builder:
    """Three teams under a code, one by name, one hidden."""
    for team_id, visibility in {"a": "coded", "b": "coded", "c": "coded", "d": "network", "e": "hidden"}.items():
        made.team(team_id, name=f"Clinic {team_id.upper()}", sector="Hospital", setting="rural", terms={"visibility": visibility})
        made.reports(
            f"""
            {team_id} black 2025-01-01 {" ".join(["20/100"] * 12)}
            {team_id} white 2025-01-01 {" ".join(["60/100"] * 12)}
            """
        )
    made.keep()
    return made


def asked(viewer: Viewer) -> Selection:
    found = catalogue(viewer)
    return Selection(found.measure("bp"), found.stratifier("race"), "black", "others")


def names(viewer: Viewer, **wanted: object) -> list[str]:
    return [one.team.name for one in listed_teams(viewer, catalogue(viewer).measure("bp"), **wanted).teams]


def test_codes_come_last_and_tell_nothing_else(coded: Builder) -> None:
    listed = listed_teams(OUTSIDER, catalogue(OUTSIDER).measure("bp")).teams
    assert [one.team.name for one in listed[:2]] == ["Clinic D", "Clinic E"]
    codes = [one.team for one in listed[2:]]
    assert [team.name for team in codes] == sorted(coded_teams(OUTSIDER, catalogue(OUTSIDER).measure("bp")))
    assert {(team.is_coded, team.team_id == team.name, team.sector, team.setting, team.joined_on) for team in codes} == {(True, True, "", "", None)}
    assert names(NETWORK_LEAD) == [f"Clinic {letter}" for letter in "ABCDE"]


def test_a_search_or_a_page_of_many_leaves_codes_out(coded: Builder) -> None:
    assert names(OUTSIDER, find="clinic") == ["Clinic D", "Clinic E"]
    assert names(OUTSIDER, size=4) == ["Clinic D", "Clinic E"]
    assert names(NETWORK_LEAD, find="clinic a") == ["Clinic A"]


def test_numbers_stand_under_the_code_and_not_under_the_name(coded: Builder) -> None:
    codes = list(coded_teams(OUTSIDER, catalogue(OUTSIDER).measure("bp")))
    series = compared_series(OUTSIDER, asked(OUTSIDER), [*codes, "a", "d"])
    assert [series[one].focus[0].blank for one in (*codes, "a", "d")] == [None, None, None, "hidden", None]
    assert team_gaps(OUTSIDER, catalogue(OUTSIDER).measure("bp"), ["a"])["a"].focus[0].blank == "hidden"
    windows = [series["d"].periods[:1], series["d"].periods[2:]]
    assert [len(one.focus) for one in compared_series(OUTSIDER, asked(OUTSIDER), codes, windows=windows).values()] == [3, 3, 3]


def test_verdicts_stand_under_the_code_and_not_under_the_name(coded: Builder) -> None:
    measure = catalogue(OUTSIDER).measure("bp")
    codes = list(coded_teams(OUTSIDER, measure))
    cells = compared_verdicts(OUTSIDER, measure, [*codes, "a", "e"])
    assert [cells[one].word for one in codes] == ["cannot_tell_yet"] * 3
    assert (cells["a"].blank, cells["e"].blank) == ("hidden", "hidden")
    assert verdict_grid(OUTSIDER, ["a"], ["bp"])["a", "bp"].blank == "hidden"
    for viewer in (NETWORK_LEAD, MEMBER, A_COACH):
        assert verdict_grid(viewer, ["a"], ["bp"])["a", "bp"].word == "cannot_tell_yet"
    assert set(compared_verdicts(NETWORK_LEAD, measure, ["a"])) == {"a"}


def test_a_code_may_be_asked_for_like_a_team(coded: Builder) -> None:
    measure = catalogue(OUTSIDER).measure("bp")
    code = next(iter(coded_teams(OUTSIDER, measure)))
    assert [one.team.name for one in chosen_teams(OUTSIDER, measure, [code, "d"])] == ["Clinic D", code]
    # A name that is asked for stays a name, without its numbers.
    assert [one.team.name for one in chosen_teams(OUTSIDER, measure, ["a"])] == ["Clinic A"]


def test_of_two_codes_the_missing_names_would_tell_so_nobody_stands_under_one(coded: Builder) -> None:
    measure = catalogue(MEMBER).measure("bp")
    assert coded_teams(MEMBER, measure) == {}
    assert names(MEMBER) == [f"Clinic {letter}" for letter in "ABCDE"]
    series = compared_series(MEMBER, asked(MEMBER), ["a", "b"])
    assert [series[one].focus[0].blank for one in "ab"] == [None, "hidden"]
