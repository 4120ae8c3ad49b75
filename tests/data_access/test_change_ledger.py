"""The ledger of all teams: found by word, measure, decision and driver, page by page; what is hidden finds nothing."""

from __future__ import annotations

from datetime import date

import pytest

from data_access import schema
from data_access.change_ledger import ChangesWanted, drivers, ledger, whole_ledger
from data_access.viewer import NETWORK_LEAD, Viewer

OTHER = Viewer("team_member", frozenset({"a"}))
OWN = Viewer("team_member", frozenset({"b"}))
# change, team, driver, what was tested, month, decision, measures
ROWS = [
    ("one", "a", "Access", "Evening clinic", 1, "adopt", ["bp"]),
    ("two", "a", "Trust", "Barbers take 100% of readings", 2, "running", []),
    ("three", "b", "Secret", "A hidden idea", 3, "abandon", ["bp"]),
    ("four", "b", "Access", "Élan for all", 4, "adapt", ["bp", "other"]),
    ("five", "b", "", "Rides", 4, "adopt", ["other"]),
]


@pytest.fixture
def written(made):
    made.measure(measure_id="other")
    made.team("a", name="Ash")
    made.team("b", name="Birch", terms={"visibility": "hidden"})
    made.team("b", "other")
    for change_id, team_id, driver, tested, month, decision, measure_ids in ROWS:
        words = {"driver": driver, "tested": tested, "decision": decision}
        made.insert(schema.change, {"change_id": change_id, "team_id": team_id, "started_on": date(2025, month, 1), **words})
        made.insert(schema.change_measure, *({"change_id": change_id, "measure_id": measure_id} for measure_id in measure_ids))


def ids(viewer, **wanted) -> list[str]:
    return [change.change_id for change in ledger(viewer, ChangesWanted(**wanted)).changes]


def test_the_latest_begun_stands_first(written):
    assert ids(OWN) == ["five", "four", "three", "two", "one"]
    assert [change.change_id for change in whole_ledger(OWN, ChangesWanted())] == ids(OWN)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"find": "EVENING"}, ["one"]),
        ({"find": "access"}, ["four", "one"]),
        ({"find": "birch"}, ["five", "four"]),
        ({"find": "Élan"}, ["four"]),
        ({"find": "0%"}, ["two"]),
        ({"find": "_"}, []),
        ({"measure_id": "bp"}, ["one"]),
        ({"measure_id": "other"}, ["five", "four"]),
        ({"decision": "adopt"}, ["five", "one"]),
        ({"driver": "Access"}, ["four", "one"]),
        ({"driver": "Access", "decision": "adapt", "find": "all"}, ["four"]),
    ],
)
def test_each_filter_leaves_what_fits(written, wanted, expected):
    assert ids(OTHER, **wanted) == expected
    assert ids(NETWORK_LEAD, **wanted) == expected


def test_a_hidden_measure_is_named_to_its_own_team_alone(written):
    assert {change.change_id: change.measure_ids for change in ledger(OTHER, ChangesWanted()).changes} == {
        "five": ("other",),
        "four": ("other",),
        "two": (),
        "one": ("bp",),
    }
    assert ids(OWN, measure_id="bp") == ["four", "three", "one"]
    assert (drivers(OTHER), drivers(OWN)) == (("Access", "Trust"), ("Access", "Secret", "Trust"))


def test_a_page_holds_so_many_and_counts_are_of_all(written):
    found = ledger(OTHER, ChangesWanted(), page=2, size=3)
    assert ([change.change_id for change in found.changes], found.total, found.page, found.pages) == (["one"], 4, 2, 2)
    assert (found.by_decision, found.teams) == ({"adopt": 2, "running": 1, "adapt": 1}, 2)


@pytest.mark.parametrize(("page", "nearest"), [(0, 1), (9, 2)])
def test_a_page_outside_is_the_nearest(written, page, nearest):
    assert ledger(OTHER, ChangesWanted(), page=page, size=3).page == nearest


def test_an_empty_ledger_has_one_page(made):
    found = ledger(NETWORK_LEAD, ChangesWanted())
    assert (found.changes, found.total, found.teams, found.pages, drivers(NETWORK_LEAD)) == ((), 0, 0, 1, ())
