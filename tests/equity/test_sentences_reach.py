from __future__ import annotations

from dataclasses import replace

from equity.counts import Band, Count
from equity.sentences.reach import NOT_KNOWN, reach_words, unknown_range_words
from equity.trend import gap_trend
from tests.examples import measure_like, names_for, series_of


def latest(row, **changes):
    trend = gap_trend(series_of(row), measure_like(**changes), None)
    return trend.latest, trend.measure, names_for(trend)


def test_how_many_people_it_takes_with_the_limits_of_the_gap():
    # 66 % of 1000 less 520: 140 people
    said = reach_words(*latest("520/1000 660/1000"))
    assert said.startswith("A better outcome for 140 of the 1,000 Black patients counted in Q1 2024 would close the gap. The true number likely lies between 9")
    assert said.endswith(".") and "Chance" not in said


def test_a_gap_that_chance_may_have_made_says_so():
    said = reach_words(*latest("52/100 66/120"))
    assert "between 0 and" in said
    assert said.endswith("Chance alone could be behind this gap.")


def test_a_group_that_is_better_off_needs_nobody():
    assert reach_words(*latest("700/1000 660/1000")) == "None in Q1 2024: Black patients have reached the rate of all other patients, or gone beyond it."


def test_of_a_rate_no_people_are_counted_among_others():
    said = reach_words(*latest("40/1000 20/1000", number="rate", improvement_direction="lower", people="births"))
    assert said.startswith("A better outcome for 20 Black births in Q1 2024 would close the gap.")


def test_where_neither_direction_is_better_the_outcome_is_another_one():
    said = reach_words(*latest("300/1000 200/1000", improvement_direction="neutral"))
    assert said.startswith("Another outcome for 100 of the 1,000 Black patients")


def test_without_a_period_nothing_is_known():
    point, measure, names = latest("hidden hidden")
    assert reach_words(point, measure, names) == NOT_KNOWN
    assert unknown_range_words(point, Count(5, 50), measure) == ""


def test_the_range_of_the_gap_over_whom_the_unknown_belong_to():
    point, measure, _ = latest("500/1000 660/1000")
    # With 20 of 100 more in the focus group: 520/1100 = 47.3 %, 18.7 points; in the other: 680/1100 = 61.8 %, 11.8 points
    assert unknown_range_words(point, Count(20, 100), measure) == (
        "4.8% of people have no known group in Q1 2024. If all people of unknown group were in one group or the other, "
        "the gap would be from 11.8 points to 18.7 points."
    )


def test_few_unknown_people_leave_the_gap_where_it_is():
    point, measure, _ = latest("500000/1000000 660000/1000000")
    assert unknown_range_words(point, Count(11, 20), measure) == "0.0% of people have no known group in Q1 2024. Whoever they are, the gap stays 16.0 points."
    point, measure, _ = latest("660000/1000000 660000/1000000")
    assert unknown_range_words(point, Count(11, 20), measure).endswith("the gap stays about zero.")


def test_hidden_unknown_people_give_no_range():
    point, measure, _ = latest("500/1000 660/1000")
    assert unknown_range_words(point, Count(None, None, "hidden"), measure) == ""


def test_where_only_a_size_is_told_the_people_to_reach_are_so_many_or_more():
    point, measure, names = latest("100/200 300/500")
    told = replace(point, focus=replace(point.focus, band=Band(200, 499)))
    assert reach_words(told, measure, names).startswith("A better outcome for about 20 or more of the 200 to 499 Black patients counted in Q1 2024 would close")
    assert unknown_range_words(told, Count(5, 20), measure).startswith("How many people have no known group is told here as a size alone.")
