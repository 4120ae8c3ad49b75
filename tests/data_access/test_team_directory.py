"""The directory of teams: filters, order and pages are the database's work, and what is hidden stays hidden."""

from __future__ import annotations

from datetime import date

import pytest

from data_access.catalogue import catalogue
from data_access.team_directory import LastReport, Wanted, directory, last_reports, team_kinds
from data_access.viewer import NETWORK_LEAD, Viewer
from equity.periods import period_of
from tests.data_access.builder import Builder

TEAMS = """
t1 river_Clinic  Clinic    urban 1
t2 Anchor_Health Hospital  rural 1
t3 Birch_100%    clinic    urban 2
t4 Cedar_Élan    Hospital  -     2
t5 anchor_Clinic -         rural -
"""
Q1, Q2 = (period_of(date(2025, month, 1), "quarter") for month in (1, 4))


@pytest.fixture
def five(made: Builder) -> Builder:
    """Five teams: t1 and t2 work on bp, the others on rel."""
    made.measure(measure_id="rel", grain="quarter")
    for line in filter(None, TEAMS.splitlines()):
        team_id, name, sector, setting, cohort = ("" if word == "-" else word.replace("_", " ") for word in line.split())
        made.team(team_id, "bp" if team_id in ("t1", "t2") else "rel", name=name, sector=sector, setting=setting, cohort=cohort)
    made.keep()
    return made


def found(order: str = "", *, measure_id: str = "bp", **wanted) -> list[str]:
    return [team.team_id for team in directory(NETWORK_LEAD, Wanted(measure_id, **wanted), order=order).teams]


def test_teams_stand_in_the_order_of_the_alphabet(five):
    assert found() == ["t5", "t2", "t3", "t4", "t1"]


def test_parts_stand_in_the_order_of_the_alphabet_and_so_do_their_teams(five):
    # no setting; rural: anchor, Anchor; urban: Birch, river
    assert found("setting") == ["t4", "t5", "t2", "t3", "t1"]
    # no sector; Clinic before clinic, which are two words; Hospital
    assert found("sector") == ["t5", "t1", "t3", "t2", "t4"]


@pytest.mark.parametrize(
    ("wanted", "teams"),
    [
        ({"sector": "Hospital"}, ["t2", "t4"]),
        ({"sector": "hospital"}, []),
        ({"setting": "urban"}, ["t3", "t1"]),
        ({"cohort": "1"}, ["t2", "t1"]),
        ({"cohort": "1", "setting": "urban"}, ["t1"]),
        ({"find": "ANCHOR"}, ["t5", "t2"]),
        ({"find": "Élan"}, ["t4"]),
        ({"find": "%"}, ["t3"]),
        ({"find": "' OR 1=1; --"}, []),
        ({"working": True}, ["t2", "t1"]),
        ({"working": True, "measure_id": "rel"}, ["t5", "t3", "t4"]),
        ({"working": True, "setting": "rural", "measure_id": "rel"}, ["t5"]),
    ],
)
def test_only_what_is_wanted_is_found(five, wanted, teams):
    assert found(**wanted) == teams


def test_what_is_found_is_counted_whole_on_every_page(five):
    page = directory(NETWORK_LEAD, Wanted("bp"), page=2, size=2, whole=4)
    assert (page.first, page.total, page.working, page.page, page.pages) == (3, 5, 2, 2, 3)
    assert page.by_setting == {"": 1, "rural": 2, "urban": 2}
    assert [team.team_id for team in page.teams] == ["t3", "t4"]


@pytest.mark.parametrize(("whole", "pages"), [(4, 3), (5, 1), (6, 1)])
def test_a_network_of_few_teams_stands_on_one_page(five, whole, pages):
    assert directory(NETWORK_LEAD, Wanted("bp"), size=2, whole=whole).pages == pages


@pytest.mark.parametrize(("page", "shown"), [(-3, 1), (0, 1), (1, 1), (3, 3), (4, 3)])
def test_a_page_outside_the_range_is_the_nearest(five, page, shown):
    assert directory(NETWORK_LEAD, Wanted("bp"), page=page, size=2, whole=4).page == shown


def test_nothing_found_is_one_empty_page(five):
    page = directory(NETWORK_LEAD, Wanted("bp", find="nowhere"))
    assert (page.teams, page.first, page.total, page.working, page.page, page.pages, page.by_setting) == ((), 1, 0, 0, 1, 1, {})


def test_the_choices_are_those_that_teams_have(five):
    assert team_kinds(NETWORK_LEAD) == {"sector": ("Clinic", "Hospital", "clinic"), "setting": ("rural", "urban"), "cohort": ("1", "2")}


def reported(made: Builder, *, visibility: str = "network") -> Builder:
    """a told both quarters, b the first and then nothing, c has not told yet; d works on something else."""
    for team_id in "abc":
        made.team(team_id, terms={"visibility": visibility} if team_id == "a" else {})
    made.measure(measure_id="rel")
    made.team("d", "rel")
    made.reports(
        """
        a black 2025-01-01 30/90 30/90 30/90 30/90 30/90 30/90
        a white 2025-01-01 60/90 60/90 60/90 60/90 60/90 60/90
        b black 2025-01-01 30/90 30/90 30/90
        b white 2025-01-01 60/90 60/90 60/90
        """
    )
    made.keep(("bp", "rel"))
    return made


def last(viewer: Viewer = NETWORK_LEAD) -> dict[str, LastReport]:
    measure = catalogue(viewer).measure("bp")
    return {team_id: report for (team_id, _), report in last_reports(viewer, [measure], list("abcd")).items()}


def test_the_last_report_is_a_period_that_is_shown_or_why_there_is_none(made):
    reported(made)
    assert last() == {"a": LastReport(Q2), "b": LastReport(Q1), "c": LastReport(None, "not_reported"), "d": LastReport(None, "not_applicable")}


def test_a_hidden_team_does_not_tell_when_it_reported_last_but_to_its_own_members(made):
    reported(made, visibility="hidden")
    assert last()["a"] == LastReport(None, "hidden")
    assert last(Viewer("team", frozenset({"a"})))["a"] == LastReport(Q2)
