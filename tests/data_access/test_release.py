"""The small-number rule, and that no query can be asked without saying who asks."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from dataclasses import replace

import pytest

import data_access
from data_access import store
from data_access.release import may_count_teams, release_count, release_counts, release_gap
from data_access.viewer import ADMINISTRATOR, NETWORK_LEAD, ROLES, Viewer
from equity.counts import HIDDEN_COUNT, Count, GapSeries
from equity.periods import period_of
from tests.examples import START, count_of

HIDES = """
    numerator  0/40   1/40   10/40   11/40
    hidden     no     yes    yes     no
    rest       40/40  39/40  30/40   29/40
    hidden     no     yes    yes     no
    people     0/0    0/1    0/10    0/11
    hidden     no     yes    yes     no
"""


def cases() -> list[tuple[str, bool]]:
    lines = [line.split()[1:] for line in HIDES.strip().splitlines()]
    return [(cell, answer == "yes") for cells, answers in zip(lines[::2], lines[1::2], strict=True) for cell, answer in zip(cells, answers, strict=True)]


@pytest.mark.parametrize(("cell", "hidden"), cases())
def test_one_to_ten_people_are_hidden_in_numerator_denominator_and_rest(cell, hidden):
    count = replace(count_of(cell), teams=3)
    assert release_count(count, proportion=True, own=False) == (replace(HIDDEN_COUNT, teams=3) if hidden else count)


@pytest.mark.parametrize("cell", ["39/40", "30/40", "1000/40"])
def test_a_rate_has_no_rest_to_hide(cell):
    assert release_count(count_of(cell), proportion=False, own=False) == count_of(cell)


@pytest.mark.parametrize("cell", ["1/40", "10/40", "39/40", "0/10"])
def test_a_team_sees_its_own_small_numbers(cell):
    assert release_count(count_of(cell), proportion=True, own=True) == count_of(cell)


@pytest.mark.parametrize(("kept", "shown"), [(0, 0), (1, None), (10, None), (11, 11), (None, None)])
def test_a_blank_stays_what_it_is_and_loses_a_small_denominator(kept, shown):
    blank = Count(None, kept, "hidden_at_source", 2)
    assert release_count(blank, proportion=True, own=False) == Count(None, shown, "hidden_at_source", 2)
    assert release_count(blank, proportion=True, own=True) == blank


@pytest.mark.parametrize(("events", "hidden"), [(0, False), (1, True), (10, True), (11, False)])
def test_a_count_without_denominator_is_hidden_by_its_own_size(events, hidden):
    count = Count(events, None)
    assert release_count(count, proportion=False, own=False) == (HIDDEN_COUNT if hidden else count)


def test_hidden_stays_hidden():
    assert release_count(HIDDEN_COUNT, proportion=True, own=False) == HIDDEN_COUNT


def test_series_and_both_sides_of_a_gap_are_released_cell_by_cell():
    shown, small = Count(20, 40), Count(3, 40)
    assert release_counts([shown, small], proportion=True) == (shown, HIDDEN_COUNT)
    periods = (period_of(START, "quarter"), period_of(START.replace(month=4), "quarter"))
    assert release_gap(GapSeries(periods, (shown, small), (small, shown)), proportion=True) == GapSeries(periods, (shown, HIDDEN_COUNT), (HIDDEN_COUNT, shown))


def test_viewers_of_one_scope_may_share_what_is_kept():
    assert Viewer("coach", frozenset({"b", "a"})).scope == ("coach", ("a", "b"), ()) == Viewer("coach", frozenset({"a", "b"})).scope
    assert NETWORK_LEAD.scope != Viewer("network_lead", frozenset({"a"})).scope
    assert Viewer("coach", coached=frozenset({"a"})).scope != Viewer("coach", frozenset({"a"})).scope
    assert Viewer("member", frozenset({"a"})).owns("a")
    assert not NETWORK_LEAD.owns("a") and not Viewer("coach", coached=frozenset({"a"})).owns("a")


def test_a_teams_levels_are_for_its_members_its_coaches_and_the_lead():
    viewers = (
        NETWORK_LEAD,
        Viewer("member", frozenset({"a"})),
        Viewer("coach", coached=frozenset({"a"})),
        Viewer("member", frozenset({"b"})),
        Viewer("reader"),
    )
    assert [viewer.sees("a") for viewer in viewers] == [True, True, True, False, False]


def test_an_administrator_and_a_role_that_is_none_read_nothing():
    assert [role for role in ROLES if not Viewer(role).may_read] == [ADMINISTRATOR]
    assert not Viewer("guest").may_read


def query_functions() -> list[tuple[str, object]]:
    """Every public function of a module that reads through the door."""
    found = []
    for module_info in pkgutil.iter_modules(data_access.__path__):
        if module_info.name.startswith("__"):
            continue
        module = importlib.import_module(f"data_access.{module_info.name}")
        if not hasattr(module, "reading") or module is store:
            continue
        found += [
            (f"{module_info.name}.{name}", one)
            for name, one in inspect.getmembers(module, inspect.isfunction)
            if one.__module__ == module.__name__ and not name.startswith("_")
        ]
    return found


# Pure: they are handed what a query has read.
READ_NOTHING = {
    "catalogue.action_period",
    "catalogue.with_action_periods",
    "loads.bare_name",
    "loads.in_utc",
    "reporting.common_measures",
    "team_comparison.joined",
    "teams.holding",
    "verdict_grid.cell_blank",
}


def test_every_query_asks_first_who_is_looking():
    queries = query_functions()
    asked = {name for name, function in queries if next(iter(inspect.signature(function).parameters), None) == "viewer"}
    assert {name for name, _ in queries} - asked == READ_NOTHING
    assert {"network_counts.network_gap", "team_gaps.team_gaps", "verdict_grid.verdict_grid", "catalogue.catalogue"} <= asked


# Nobody, one, four and five teams: counts of fewer than five would tell single ones.
@pytest.mark.parametrize(("teams", "reader"), [(0, True), (1, False), (4, False), (5, True)])
def test_levels_of_fewer_than_five_teams_are_counted_for_the_lead_alone(teams: int, reader: bool) -> None:
    assert may_count_teams(teams, lead=False) is reader
    assert may_count_teams(teams, lead=True)
