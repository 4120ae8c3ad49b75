from __future__ import annotations

from equity.sentences.run_rules import rules_words
from equity.stratified_run import stratified_run
from equity.trend import gap_trend
from tests.examples import BASELINE, measure_like, names_for, series_of

STILL = [500, 520, 510, 505, 518, 507, 521, 503, 512, 509]


def words(rows, *, baseline=None, **changes):
    trend = gap_trend(series_of("\n".join(rows)), measure_like(**changes), baseline)
    return rules_words(stratified_run(trend), trend, names_for(trend))


def rows(numerators, people=1000):
    return [f"{numerator}/{people} 660/1000" for numerator in numerators]


def test_too_few_points_say_how_many_there_are_and_how_many_it_takes():
    assert words(rows([500] * 9), baseline=BASELINE) == [
        "Nine quarters can be judged so far, and the run rules need ten. One more quarter to go. So no rule is used yet and no limits are drawn."
    ]


def test_no_point_at_all_says_so():
    assert words(["hidden hidden"]) == [
        "No quarter can be judged so far, and the run rules need ten. Ten more quarters to go. So no rule is used yet and no limits are drawn."
    ]


def test_a_line_with_enough_points_is_told_beside_one_without():
    gap, focus, reference = words(["hidden 660/1000"] * 4 + ["hidden 700/1000"] * 4 + ["hidden 650/1000"] * 4)
    assert gap.startswith("The gap: No quarter can be judged so far")
    assert focus.startswith("The rate of Black patients: No quarter")
    assert reference.startswith("The rate of all other patients") or "all other patients" in reference


def test_a_chart_that_does_not_move_says_that_nothing_was_found_and_that_its_limits_are_on_trial():
    said = words(rows(STILL))
    assert said[0] == "The gap: no shift, no trend and no odd number of runs. It moves as chance alone would move it."
    assert said[-1] == "These limits are on trial: they come from fewer than 20 values."


def test_settled_limits_are_not_spoken_of():
    assert not any("on trial" in part for part in words(rows(STILL * 2)))


def test_a_shift_is_told_with_its_periods():
    said = words(rows([500, 540, 505, 541, 502, 543, 501, 600, 610, 602, 611, 603, 612]))
    assert any("Six values of the rate of Black patients in a row lie above the median, from Q4 2025 to Q1 2027." in part for part in said)


def test_of_many_signals_the_latest_three_are_told():
    high, low = [600, 640, 600, 640, 600, 640], [400, 440, 400, 440, 400, 440]
    said = words(rows([*high, *low, *high, *low]))
    focus = next(part for part in said if "rate of Black patients" in part)
    assert focus.count("in a row lie") + focus.count("too seldom") == 3
    assert focus.endswith("Two earlier signals are not listed here.")


def test_one_earlier_signal_is_spoken_of_in_the_singular():
    high, low = [600, 640, 600, 640, 600, 640], [400, 440, 400, 440, 400, 440]
    focus = next(part for part in words(rows([*high, *low, *low, *high])) if "rate of Black patients" in part)
    assert focus.endswith("One earlier signal is not listed here.")


def test_periods_with_too_few_people_are_spoken_of():
    said = words([*rows(STILL), "3/5 660/1000"])
    assert said[-1] == "In one quarter too few people were counted: drawn, and judged by no rule."
