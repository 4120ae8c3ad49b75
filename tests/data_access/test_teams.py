"""Teams found by name and page, with what they work on."""

from __future__ import annotations

from datetime import date

import pytest

from data_access.catalogue import catalogue
from data_access.teams import Aim, TeamMeasure, aim, baseline, measures_of_teams, team_count, team_of, teams_of, teams_page
from data_access.viewer import NETWORK_LEAD
from tests.data_access.builder import Builder

NAMES = {"t1": "river Clinic", "t2": "Anchor Health", "t3": "100 % Care", "t4": "Clínica Élan", "t5": "anchor Clinic", "t6": "Under_score"}


@pytest.fixture
def six(made: Builder) -> Builder:
    for team_id, name in NAMES.items():
        made.team(team_id, name=name, sector="clinic", population="patients")
    made.keep()
    return made


def found(**asked) -> list[str]:
    return [team.name for team in teams_page(NETWORK_LEAD, **asked).teams]


def test_teams_stand_in_the_order_of_the_alphabet_whatever_their_capitals(six):
    assert found() == ["100 % Care", "anchor Clinic", "Anchor Health", "Clínica Élan", "river Clinic", "Under_score"]


@pytest.mark.parametrize(
    ("find", "names"),
    [
        ("CLINIC", ["anchor Clinic", "river Clinic"]),
        ("anchor h", ["Anchor Health"]),
        (" anchor ", ["anchor Clinic", "Anchor Health"]),
        ("Élan", ["Clínica Élan"]),
        ("%", ["100 % Care"]),
        ("_", ["Under_score"]),
        ("\\", []),
        ("nowhere", []),
    ],
)
def test_a_name_is_found_by_any_part_and_signs_mean_themselves(six, find, names):
    assert found(find=find) == names


@pytest.mark.parametrize(("page", "shown"), [(-1, 1), (0, 1), (1, 1), (3, 3), (4, 3)])
def test_a_page_outside_the_range_is_the_nearest(six, page, shown):
    answer = teams_page(NETWORK_LEAD, page=page, size=2)
    assert (answer.page, answer.pages, answer.total, len(answer.teams)) == (shown, 3, 6, 2)


def test_nothing_found_is_one_empty_page(six):
    answer = teams_page(NETWORK_LEAD, find="nowhere")
    assert (answer.teams, answer.total, answer.page, answer.pages) == ((), 0, 1, 1)


def test_teams_are_counted(six):
    assert team_count(NETWORK_LEAD) == 6


def test_a_team_comes_with_what_pages_show_and_without_its_contact(made):
    made.team("t", name="Anchor", sector="FQHC", setting="rural", cohort="first", joined_on=date(2025, 2, 1), population="families", contact="ada@example.org")
    made.keep()
    team = teams_page(NETWORK_LEAD).teams[0]
    assert (team.team_id, team.name, team.sector, team.setting, team.cohort, team.joined_on, team.left_on, team.population) == (
        ("t", "Anchor", "FQHC", "rural", "first", date(2025, 2, 1), None, "families")
    )
    assert not hasattr(team, "contact")


def test_each_teams_measures_come_with_their_terms(made):
    made.measure(measure_id="rel")
    window = (date(2025, 1, 1), date(2025, 3, 31))
    made.team("a", terms={"aim": 75.0, "aim_on": date(2026, 6, 30), "baseline_from": window[0], "baseline_to": window[1]})
    made.team("a", "rel", standing="own")
    made.keep()
    assert measures_of_teams(NETWORK_LEAD, ["a", "b"]) == {
        "a": (TeamMeasure("bp", "core", 75.0, date(2026, 6, 30), window, None), TeamMeasure("rel", "own", None, None, None, None)),
        "b": (),
    }


def test_the_networks_baseline_is_the_one_that_most_core_teams_share(made):
    first, second = ({"baseline_from": date(2025, month, 1), "baseline_to": date(2025, month + 2, 28)} for month in (1, 4))
    for team_id, terms in {"a": second, "b": first, "c": second, "e": None}.items():
        made.team(team_id, terms=terms)
    for team_id in "fg":
        made.team(team_id, standing="own", terms=first)
    made.keep()
    assert baseline(NETWORK_LEAD, catalogue(NETWORK_LEAD).measure("bp")) == (date(2025, 4, 1), date(2025, 6, 28))


def test_of_equally_shared_baselines_the_earliest_counts_and_none_is_none(made):
    made.keep()
    assert baseline(NETWORK_LEAD, catalogue(NETWORK_LEAD).measure("bp")) is None
    made.team("a", terms={"baseline_from": date(2025, 4, 1), "baseline_to": date(2025, 6, 30)})
    made.team("b", terms={"baseline_from": date(2025, 1, 1), "baseline_to": date(2025, 3, 31)})
    made.keep()
    assert baseline(NETWORK_LEAD, catalogue(NETWORK_LEAD).measure("bp")) == (date(2025, 1, 1), date(2025, 3, 31))


JUNE = {"aim": 75.0, "aim_on": date(2026, 6, 30)}


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        ([JUNE, JUNE], Aim(75.0, date(2026, 6, 30))),
        ([JUNE, {"aim": 80.0, "aim_on": date(2026, 6, 30)}], None),
        ([JUNE, {}], None),
        ([{}, {}], None),
        ([JUNE, JUNE, {}], Aim(75.0, date(2026, 6, 30))),
        ([JUNE, {}, {}], None),
        ([], None),
    ],
)
def test_the_network_has_an_aim_where_more_than_half_of_the_core_teams_share_it(made, terms, expected):
    for number, one in enumerate(terms):
        made.team(f"t{number}", terms=one)
    made.team("own", standing="own", terms={"aim": 10.0, "aim_on": date(2026, 6, 30)})
    made.keep()
    assert aim(NETWORK_LEAD, catalogue(NETWORK_LEAD).measure("bp")) == expected


def test_a_team_is_known_by_its_id(six):
    assert team_of(NETWORK_LEAD, "t2").name == "Anchor Health"
    assert team_of(NETWORK_LEAD, "t9") is None
    assert team_of(NETWORK_LEAD, "") is None


def test_teams_asked_for_by_id_come_by_name_and_only_those_there_are(six):
    assert [team.team_id for team in teams_of(NETWORK_LEAD, ["t1", "t9", "t5", "t2"])] == ["t5", "t2", "t1"]
    assert teams_of(NETWORK_LEAD, []) == ()
