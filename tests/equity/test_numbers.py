from __future__ import annotations

from datetime import date
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from equity.catalogue import Measure
from equity.numbers import (
    capitalised,
    count_words,
    date_words,
    decimal,
    estimate_words,
    gap_unit,
    gap_words,
    interval_words,
    is_nothing,
    listed,
    number_word,
    percent_words,
    places_of,
    places_told,
    plural,
    rate_words,
    ratio_words,
    record_number,
    record_words,
    shortened,
    within_sentence,
)
from equity.rates import NOT_COMPUTABLE, Estimate
from tests.examples import MEASURE, measure_like


@pytest.mark.parametrize(
    ("value", "places", "written"),
    [(7.84, 1, "7.8"), (-7.84, 1, "−7.8"), (12407, 0, "12,407"), (-0.04, 1, "0.0"), (0, 2, "0.00"), (nan, 1, "not computable"), (inf, 1, "not computable")],
)
def test_a_number_has_a_true_minus_and_never_one_before_zero(value, places, written):
    assert decimal(value, places) == written


def test_a_change_may_show_its_plus():
    assert [decimal(value, 1, plus=True) for value in (8.31, -1.14, 0.01)] == ["+8.3", "−1.1", "0.0"]


@pytest.mark.parametrize(
    ("value", "multiplier", "written"),
    [(60.31, 100, "60.3%"), (6.94, 1000, "6.9 per 1,000"), (0.42, 1000, "0.42 per 1,000"), (0.421, 1, "0.42"), (nan, 100, "not computable")],
)
def test_a_rate_says_its_unit(value, multiplier, written):
    assert rate_words(value, multiplier) == written


@pytest.mark.parametrize(
    ("value", "multiplier", "written"),
    [
        (7.84, 100, "7.8 points"),
        (-7.84, 100, "−7.8 points"),
        (0.04, 100, "no gap"),
        (0.05001, 100, "0.1 points"),
        (-0.004, 1000, "no gap"),
        (2.13, 1000, "2.1 per 1,000"),
        (0.14, 1, "0.14"),
        (nan, 100, "not computable"),
    ],
)
def test_a_gap_says_its_unit_and_near_zero_that_there_is_none(value, multiplier, written):
    assert gap_words(value, multiplier) == written


@pytest.mark.parametrize(("value", "places"), [(0.99, 2), (1.0, 1), (1.01, 1), (0.0, 1), (nan, 1)])
def test_small_rates_per_thousand_get_a_second_decimal(value, places):
    assert places_of(1000, 8.0, value) == places


def test_percent_and_shares_have_fixed_decimals():
    assert (places_of(100, 0.2), places_of(1, 7.0)) == (1, 2)


def test_the_unit_of_a_gap_is_said_in_full():
    assert [gap_unit(multiplier) for multiplier in (100, 1000, 100000, 1)] == ["percentage points", "per 1,000", "per 100,000", ""]


def test_ratio_and_interval():
    assert [ratio_words(value) for value in (1.2351, inf, nan)] == ["1.24 times", "not computable", "not computable"]
    assert interval_words(Estimate(7.8, 5.9, 9.71), 1) == "5.9 to 9.7"
    assert interval_words(Estimate(inf, 1.4, inf), 1) == "1.4 to no upper limit"
    assert interval_words(NOT_COMPUTABLE, 1) == "not computable"
    assert interval_words(Estimate(1.0, nan, nan), 1) == "not computable"


def test_counts_dates_and_lists():
    assert count_words(12407) == "12,407"
    assert date_words(date(2026, 10, 28)) == "28 October 2026"
    assert [listed(items) for items in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]


@pytest.mark.parametrize(("count", "written"), [(0, "no"), (1, "one"), (11, "eleven"), (12, "twelve"), (13, "13"), (1200, "1,200")])
def test_numbers_are_words_up_to_twelve(count, written):
    assert number_word(count) == written


def test_plurals():
    assert [plural(1, "team"), plural(5, "team"), plural(2, "half-year"), plural(2, "child", "children")] == [
        "one team",
        "five teams",
        "two half-years",
        "two children",
    ]


@pytest.mark.parametrize(
    ("name", "inside"),
    [("Blood pressure", "blood pressure"), ("HbA1c under control", "HbA1c under control"), ("ED visits", "ED visits"), ("A measure", "a measure"), ("", "")],
)
def test_a_name_is_small_inside_a_sentence_unless_it_is_written_otherwise(name, inside):
    assert within_sentence(name) == inside


@pytest.mark.parametrize(
    ("text", "most", "short"),
    [("two words", 9, "two words"), ("two words", 8, "two\u2026"), ("onelongword", 8, "onelong\u2026"), ("a b c d", 5, "a b\u2026"), ("", 3, "")],
)
def test_a_long_name_is_cut_after_a_whole_word(text, most, short):
    assert shortened(text, most) == short
    assert len(shortened(text, most)) <= most


def test_the_first_letter_is_made_large():
    assert (capitalised("all others"), capitalised("")) == ("All others", "")


@given(st.floats(), st.integers(0, 3))
def test_any_number_can_be_written(value, places):
    assert "nan" not in decimal(value, places) and "-" not in decimal(value, places)


def test_only_zeros_are_nothing():
    assert [is_nothing(written) for written in ("0.0", "0", "10.0", "0.1")] == [True, True, False, False]


@pytest.mark.parametrize(
    ("rate", "multiplier", "said"),
    [(Estimate(62.0, 55, 68), 100, "62.0%"), (Estimate(62.0, 55, 68, True), 100, "62%"), (Estimate(7.0, 5, 9, True), 1_000, "7 per 1,000")],
)
def test_a_rate_of_which_no_tenths_are_told_is_written_without_them(rate: Estimate, multiplier: int, said: str) -> None:
    assert estimate_words(rate, multiplier) == said


@pytest.mark.parametrize(("value", "said"), [(7.1, "7.1%"), (7.0, "7%"), (10.04, "10%"), (0.0, "0%"), (float("nan"), "not computable")])
def test_a_share_has_a_tenth_where_it_is_told(value: float, said: str) -> None:
    assert percent_words(value) == said


@pytest.mark.parametrize(
    ("gap", "measure", "said", "number"),
    [
        (Estimate(9.0, 2, 16), MEASURE, "9.0 points", "9.0"),
        (Estimate(9.0, 2, 16, True), MEASURE, "9 points", "9"),
        (Estimate(9.4, 2, 16, True), MEASURE, "9 points", "9"),
        (Estimate(0.0, -7, 7, True), MEASURE, "no gap", "0"),
        (Estimate(1.0, -6, 8, True), MEASURE, "1 point", "1"),
        (Estimate(-1.0, -8, 6, True), MEASURE, "−1 point", "−1"),
        (Estimate(1.3, 1.1, 1.5, True), measure_like(scale="ratio"), "1.30 times", "1.30"),
    ],
)
def test_a_gap_of_rates_told_in_whole_percent_has_no_tenths(gap: Estimate, measure: Measure, said: str, number: str) -> None:
    assert (record_words(gap, measure), record_number(gap, measure)) == (said, number)


@pytest.mark.parametrize(("value", "is_whole", "places"), [(9.0, True, 0), (8.9999999, True, 0), (9.5, True, 1), (9.0, False, 1), (nan, True, 1)])
def test_a_median_of_whole_values_has_a_tenth_only_where_it_lies_between_two(value: float, is_whole: bool, places: int) -> None:
    assert places_told(100, value, is_whole=is_whole) == places


@pytest.mark.parametrize(("low", "value", "told"), [(56.9, 57.4, (56.9, 57.0)), (57.3, 57.4, (57.0, 57.0))])
def test_a_rate_as_it_is_told_lies_within_its_interval(low: float, value: float, told: tuple[float, float]) -> None:
    rate = Estimate(value, low, 58.0, True).as_told()
    assert (rate.low, rate.value, rate.high) == (*told, 58.0)
