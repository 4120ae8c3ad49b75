"""Each team's story is told by its numbers: the verdict that the plan means is the one that the engine finds."""

from __future__ import annotations

from datetime import date

import pytest

from equity.coaching import has_stopped
from tests.seed_data.demo_store import PLAN, network_trend, rows, team_trend

GAPS = rows("gaps", PLAN)

# The stories that people will be told first; the plan's column `verdict` says the rest.
BLOOD_PRESSURE = """
hazelmoor     closing
brackenfield  closing
copperlea     closing
kettlebrook   closing
ironwillow    closing
narrowgate    levelled_down
elmstead      widening
amberford     no_clear_change
farrowmere    no_clear_change
stonewren     no_clear_change
dunmarrow     cannot_tell_yet
oxmeadow      cannot_tell_yet
umberline     cannot_tell_yet
"""


@pytest.mark.parametrize("gap", GAPS, ids=lambda gap: f"{gap['team_id']}-{gap['measure_id']}")
def test_the_engine_finds_the_verdict_that_the_plan_means(gap):
    assert team_trend(gap["team_id"], gap["measure_id"]).verdict.word == gap["verdict"]


def test_the_plan_tells_the_blood_pressure_stories():
    planned = {gap["team_id"]: gap["verdict"] for gap in GAPS if gap["measure_id"] == "bp_control"}
    assert planned == dict(line.split() for line in BLOOD_PRESSURE.split("\n") if line)


def test_the_network_blood_pressure_gap_closes_from_about_14_to_about_8_points():
    trend = network_trend("bp_control")
    assert trend.verdict.word == "closing"
    assert 13 < trend.baseline_gap.value < 15
    assert 7 < trend.latest.gap.value < 9


def test_most_of_the_network_blood_pressure_gap_closes_after_convening_2():
    trend = network_trend("bp_control")
    last_before = next(point for point in trend.points if point.period.start == date(2025, 10, 1))
    before, after = trend.baseline_gap.value - last_before.gap.value, last_before.gap.value - trend.latest.gap.value
    assert after > 3 * before


def test_the_network_preterm_gap_has_no_clear_change():
    assert network_trend("preterm_birth").verdict.word == "no_clear_change"


def test_records_become_more_complete_nearly_everywhere():
    reporting = [gap["team_id"] for gap in GAPS if gap["measure_id"] == "real_complete" and gap["team_id"] not in ("stonewren", "umberline")]
    trends = [team_trend(team_id, "real_complete") for team_id in reporting]
    assert len(reporting) == 13
    assert all(trend.verdict.focus_change > 0 and trend.verdict.reference_change > 0 for trend in trends)
    assert sum(trend.verdict.word == "closing" for trend in trends) == 10


def test_ironwillows_gap_crosses_zero():
    trend = team_trend("ironwillow", "bp_control")
    assert trend.verdict.crossed
    assert trend.baseline_gap.value > 0 > trend.latest.gap.value


def test_narrowgates_better_off_group_fell_and_the_other_did_not_gain():
    verdict = team_trend("narrowgate", "bp_control").verdict
    assert verdict.reference_change < -5
    assert abs(verdict.focus_change) < 1


def test_elmsteads_missed_visits_gap_widens_beside_its_blood_pressure_gap():
    assert team_trend("elmstead", "missed_visits").verdict.word == team_trend("elmstead", "bp_control").verdict.word == "widening"


def test_stonewren_has_no_gap_in_the_last_two_quarters():
    points = team_trend("stonewren", "bp_control").points
    assert [point.blank for point in points[-3:]] == [None, "not_reported", "not_reported"]


def test_umberline_has_a_gap_in_three_quarters_only():
    assert team_trend("umberline", "bp_control").verdict.periods == 3


def test_two_teams_have_stopped_to_test_changes_and_the_others_go_on():
    as_of = date.fromisoformat(rows("network")[0]["as_of"])
    until = {}
    for change in rows("changes"):
        day = date.fromisoformat(change["ended_on"]) if change["ended_on"] else as_of
        until[change["team_id"]] = max(day, until.get(change["team_id"], day))
    assert [team_id for team_id, day in sorted(until.items()) if has_stopped(day, as_of)] == ["amberford", "oxmeadow"]
    assert len(until) == 15
