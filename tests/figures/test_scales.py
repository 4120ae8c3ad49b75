from __future__ import annotations

from datetime import date
from math import inf, isclose, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from equity.periods import period_of, periods_between
from figures.scales import (
    brief,
    finite,
    inner_ticks,
    nearest_rising,
    nice_ticks,
    period_ticks,
    pushed_apart,
    ratio_ticks,
    runs,
    tick_words,
    written_ticks,
)

numbers = st.floats(-1e6, 1e6, allow_nan=False)
spans = st.tuples(numbers, st.floats(1e-6, 1e6)).map(lambda pair: (pair[0], pair[0] + pair[1])).filter(lambda span: span[1] - span[0] > abs(span[0]) * 1e-9)


def periods(many, grain="quarter", year=2024):
    return list(periods_between(date(year, 1, 1), date(year + 60, 1, 1), grain))[:many]


def test_only_numbers_that_end_are_finite():
    assert finite([1.0, nan, inf, -inf, 0.0]) == [1.0, 0.0]


@pytest.mark.parametrize(("value", "short"), [(66.6666666, 66.6667), (0.0000123456789, 0.0000123457), (-14.0, -14), (0.0, 0)])
def test_a_drawn_number_has_six_digits(value, short):
    assert brief(value) == short


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        # about three steps: 30/3 = 10, 30.1/3 is a little more, and the step twice as wide
        (0, 30, [0, 10, 20, 30]),
        (0, 30.1, [0, 20, 40]),
        (-3, 4, [-5, -2.5, 0, 2.5, 5]),
        (52, 68, [50, 60, 70]),
        (0, 0.5, [0, 0.2, 0.4, 0.6]),
        # nothing between the two: half a span's step on either side
        (0, 0, [0, 0.5]),
        (4, 4, [4, 6]),
    ],
)
def test_ticks_are_round_and_span_the_values(low, high, ticks):
    assert nice_ticks(low, high) == pytest.approx(ticks)


@given(spans)
def test_the_outer_ticks_lie_on_or_outside_the_span(span):
    ticks = nice_ticks(*span)
    room = (span[1] - span[0]) * 1e-6
    assert ticks[0] <= span[0] + room and ticks[-1] >= span[1] - room
    assert len(ticks) <= 6


@given(spans, st.sampled_from([2, 3, 4]))
def test_inner_ticks_lie_inside_and_are_enough(span, fewest):
    inside = inner_ticks(*span, fewest=fewest)
    assert len(inside) >= fewest
    assert all(span[0] <= tick <= span[1] for tick in inside)
    assert inside == sorted(set(inside))


@pytest.mark.parametrize(
    ("ticks", "unit", "written"),
    [
        ([50, 60, 70], "%", ["50", "60", "70%"]),
        ([-2.5, 0, 2.5], "", ["−2.5", "0.0", "2.5"]),
        ([0.25, 0.5, 0.75], "", ["0.25", "0.50", "0.75"]),
        ([0, 0.002, 0.004], "", ["0.000", "0.002", "0.004"]),
        ([1000, 2000], "", ["1,000", "2,000"]),
        ([3], "%", ["3%"]),
    ],
)
def test_ticks_are_written_as_finely_as_the_finest_needs(ticks, unit, written):
    assert written_ticks(ticks, unit) == written


@given(spans)
def test_no_two_ticks_are_written_alike(span):
    written = written_ticks(inner_ticks(*span))
    assert len(set(written)) == len(written)


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (1, 1, [1]),
        (0.9, 1.3, [1, 1.25]),
        # 0.5 0.67 0.8 1 1.25 1.5 2: every second, such that 1 stays
        (0.5, 2, [0.67, 1, 1.5]),
        (1.2, 1.6, [1, 1.25, 1.5]),
        # nineteen ticks, halved twice
        (0.05, 80, [0.33, 1, 2.5, 7]),
    ],
)
def test_a_ratio_axis_holds_one_and_few_ticks(low, high, ticks):
    assert ratio_ticks(low, high) == ticks


@given(st.floats(0.001, 1), st.floats(1, 1000), st.integers(1, 6))
def test_a_ratio_axis_never_has_more_ticks_than_asked(low, high, most):
    ticks = ratio_ticks(low, high, most=most)
    assert 1 in ticks and len(ticks) <= most


@pytest.mark.parametrize(
    ("places", "least", "moved"),
    [
        ([], [], []),
        ([5], [20], [5]),
        # far apart: nothing moves
        ([0, 100], [20, 20], [0, 100]),
        # 12 lack 8, half each; at 20 they touch and stay
        ([0, 12], [20, 20], [-4, 16]),
        ([0, 20], [20, 20], [0, 20]),
        # in any order
        ([12, 0], [20, 20], [16, -4]),
        # two lines need (38 + 19) / 2
        ([0, 0], [38, 19], [-14.25, 14.25]),
        # three in one place
        ([50, 50, 50], [20, 20, 20], [30, 50, 70]),
    ],
)
def test_labels_are_moved_as_little_as_keeps_them_clear(places, least, moved):
    assert pushed_apart(places, least) == pytest.approx(moved)


@pytest.mark.parametrize(
    ("places", "lowest", "highest", "moved"),
    [
        # three of 20 between 0 and 100: below, within, above
        ([-9, -9, -9], 0, 100, [10, 30, 50]),
        ([40, 50, 60], 0, 100, [30, 50, 70]),
        ([99, 99, 99], 0, 100, [50, 70, 90]),
        # exactly room for three, and not quite
        ([99, 99, 99], 0, 60, [10, 30, 50]),
        ([99, 99, 99], 0, 59, [79, 99, 119]),
    ],
)
def test_labels_stay_between_the_ends_where_there_is_room_for_all(places, lowest, highest, moved):
    assert pushed_apart(places, [20, 20, 20], lowest=lowest, highest=highest) == pytest.approx(moved)


@given(st.lists(st.tuples(st.floats(-500, 500), st.floats(1, 80)), max_size=9))
def test_no_two_labels_overlap_and_none_overtakes_another(labels):
    places, least = [place for place, _ in labels], [size for _, size in labels]
    moved = pushed_apart(places, least)
    order = sorted(range(len(labels)), key=lambda item: places[item])
    for below, above in zip(order, order[1:], strict=False):
        assert moved[above] - moved[below] >= (least[below] + least[above]) / 2 - 1e-6
    # what is pushed up equals what is pushed down
    assert sum(moved) == pytest.approx(sum(places), abs=1e-6)


@pytest.mark.parametrize(("values", "level"), [([], []), ([1, 2, 3], [1, 2, 3]), ([3, 1], [2, 2]), ([1, 5, 3, 1], [1, 3, 3, 3]), ([4, 4], [4, 4])])
def test_falling_neighbours_share_their_mean(values, level):
    assert nearest_rising(values) == level


@pytest.mark.parametrize(
    ("many", "most", "step"),
    # below, at and above what finds room
    [(10, 11, 1), (11, 11, 1), (12, 11, 2), (22, 11, 2), (23, 11, 3)],
)
def test_a_time_axis_has_so_many_ticks_at_most(many, most, step):
    shown = periods(many)
    at, words = period_ticks(shown, most=most)
    assert at == [period.middle.isoformat() for period in shown[::step]]
    assert len(words) == len(at) <= most


def test_the_year_is_said_where_it_is_new():
    assert period_ticks(periods(6), most=6)[1] == ["Q1<br>2024", "Q2", "Q3", "Q4", "Q1<br>2025", "Q2"]


def test_half_years_are_said_by_their_year_once():
    assert period_ticks(periods(5, "half-year"), most=5)[1] == ["2024", "", "2025", "", "2026"]


def test_many_half_years_are_ticked_by_whole_years():
    at, words = period_ticks(periods(42, "half-year"), most=11)
    # 42 / 11 is four half-years a tick; 42 / 9 would be five, and so six
    assert words == [str(year) for year in range(2024, 2045, 2)]
    assert len(period_ticks(periods(42, "half-year"), most=9)[1]) == 7


def test_no_periods_have_no_ticks():
    assert period_ticks([], most=5) == ([], [])


def test_years_are_said_by_their_number():
    assert tick_words(period_of(date(2024, 1, 1), "year"), None) == "2024"


@pytest.mark.parametrize(
    ("known", "found"),
    [
        ([], []),
        ([False], []),
        ([True], [range(0, 1)]),
        ([True, True, False, True], [range(0, 2), range(3, 4)]),
        ([False, True, False], [range(1, 2)]),
    ],
)
def test_runs_are_stretches_of_known_neighbours(known, found):
    assert runs(known) == found


def test_large_and_small_spans_have_ticks_too():
    assert isclose(nice_ticks(0, 3e-12)[-1], 3e-12)
    assert nice_ticks(0, 3e12) == [0, 1e12, 2e12, 3e12]
