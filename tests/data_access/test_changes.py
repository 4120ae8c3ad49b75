"""The change ledger: by team, in the order of their start, all or those on one measure."""

from __future__ import annotations

from datetime import date

import pytest

from data_access import schema
from data_access.changes import Change, changes_of
from data_access.viewer import NETWORK_LEAD, Viewer


@pytest.fixture
def ledger(made):
    made.measure(measure_id="other")
    made.team("a")
    made.team("b")
    made.team("b", "other")
    rows = [
        ("late", "a", date(2025, 3, 1), None, "running"),
        ("early", "a", date(2025, 2, 1), date(2025, 4, 30), "adopt"),
        ("another", "b", date(2025, 1, 1), date(2025, 1, 31), "abandon"),
    ]
    for change_id, team_id, start, end, decision in rows:
        words = {"driver": "Access", "tested": f"The {change_id} one"}
        made.insert(schema.change, {"change_id": change_id, "team_id": team_id, "started_on": start, "ended_on": end, "decision": decision, **words})
    made.insert(schema.change_measure, {"change_id": "late", "measure_id": "bp"}, {"change_id": "another", "measure_id": "other"})
    made.insert(schema.change_measure, {"change_id": "another", "measure_id": "bp"})


def ids(found) -> dict[str, list[str]]:
    return {team_id: [change.change_id for change in changes] for team_id, changes in found.items()}


def test_changes_come_by_team_and_by_start(ledger):
    assert ids(changes_of(NETWORK_LEAD, ["a", "b", "nobody"])) == {"a": ["early", "late"], "b": ["another"]}


def test_only_those_on_one_measure(ledger):
    assert ids(changes_of(NETWORK_LEAD, ["a", "b"], measure_id="bp")) == {"a": ["late"], "b": ["another"]}
    assert ids(changes_of(NETWORK_LEAD, ["a", "b"], measure_id="other")) == {"b": ["another"]}


def test_a_change_holds_what_was_recorded(ledger):
    (change,) = changes_of(NETWORK_LEAD, ["b"])["b"]
    assert change == Change("another", "b", "Access", "The another one", date(2025, 1, 1), date(2025, 1, 31), "abandon", ("bp", "other"))


def test_a_change_on_no_measure_has_none(ledger):
    assert changes_of(NETWORK_LEAD, ["a"])["a"][0].measure_ids == ()


@pytest.fixture
def with_hidden(ledger, made):
    made.team("c", terms={"visibility": "hidden"})
    made.team("c", "other")
    for change_id, measure_ids in (("one", ["bp"]), ("two", ["bp", "other"]), ("none", [])):
        row = {"change_id": change_id, "team_id": "c", "tested": "Words", "started_on": date(2025, 5, 1), "decision": "running"}
        made.insert(schema.change, row)
        made.insert(schema.change_measure, *({"change_id": change_id, "measure_id": measure_id} for measure_id in measure_ids))


@pytest.mark.parametrize(
    ("viewer", "shown"),
    [
        (NETWORK_LEAD, {"none": (), "two": ("other",)}),
        (Viewer("team_member", frozenset({"a"})), {"none": (), "two": ("other",)}),
        (Viewer("team_member", frozenset({"c"})), {"none": (), "one": ("bp",), "two": ("bp", "other")}),
    ],
)
def test_a_change_on_hidden_measures_alone_is_shown_to_its_own_team_only(with_hidden, viewer, shown):
    assert {change.change_id: change.measure_ids for change in changes_of(viewer, ["c"])["c"]} == shown
    assert [change.change_id for change in changes_of(viewer, ["c"], measure_id="bp").get("c", ())] == [one for one, names in shown.items() if "bp" in names]


def test_that_one_team_hides_a_measure_hides_no_change_of_another(with_hidden):
    assert ids(changes_of(NETWORK_LEAD, ["a", "b", "c"], measure_id="bp")) == {"a": ["late"], "b": ["another"]}
