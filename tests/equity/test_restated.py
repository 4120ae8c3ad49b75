"""Replaced values by load, team and measure."""

from __future__ import annotations

from datetime import date

from equity.counts import HIDDEN_COUNT, Count
from equity.periods import period_of
from equity.restated import Restatement, restated_runs


def restated(load_id: int, team_id: str, month: int, old: Count = HIDDEN_COUNT, new: Count = HIDDEN_COUNT, measure_id: str = "bp") -> Restatement:
    return Restatement(team_id, measure_id, "race", "black", period_of(date(2025, month, 1), "month"), old, new, "2026-01-05 14:03", load_id)


def test_what_one_load_did_to_one_measure_of_a_team_stands_together():
    seen = restated(2, "a", 3, Count(31, 100), Count(30, 99))
    half = restated(2, "a", 2, Count(None, None, "not_reported"))
    runs = restated_runs([restated(3, "a", 5), restated(2, "a", 4), seen, restated(2, "b", 4), half, restated(2, "a", 4, measure_id="rel")])
    assert [(run.load_id, run.team_id, run.measure_id, run.values, run.hidden) for run in runs] == [
        (3, "a", "bp", 1, 1),
        (2, "a", "bp", 3, 1),
        (2, "b", "bp", 1, 1),
        (2, "a", "rel", 1, 1),
    ]
    assert (runs[1].first.label, runs[1].last.label, runs[1].seen) == ("Feb 2025", "Apr 2025", (seen, half))


def test_a_value_is_hidden_where_neither_side_may_be_seen():
    assert restated(2, "a", 1).is_hidden
    assert not restated(2, "a", 1, new=Count(30, 99)).is_hidden


def test_nothing_replaced_is_no_run():
    assert restated_runs([]) == ()
