from __future__ import annotations

from math import isnan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from equity.counts import HIDDEN_COUNT, Count
from equity.unknown_bounds import Known, unknown_bounds, unknown_words
from tests import naive_trend
from tests.examples import ADVERSE, measure_like

UNHURRIED = settings(deadline=None, max_examples=60)

SHARE = measure_like(improvement_direction="lower", multiplier=1)
PAIR = st.integers(1, 12).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
SOME = st.integers(0, 8).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def bounds_of(focus, reference, unknown, measure=SHARE):
    return unknown_bounds(Known(Count(*focus), Count(*reference)), Count(*unknown), measure)


def test_all_of_them_in_one_group_or_the_other():
    found = bounds_of((40, 100), (60, 200), (30, 50))
    assert found.known == pytest.approx(40 / 100 - 60 / 200)
    assert found.if_focus == pytest.approx(70 / 150 - 60 / 200)
    assert found.if_reference == pytest.approx(40 / 100 - 90 / 250)
    assert (found.low, found.high) == (found.if_reference, found.if_focus)
    assert found.share == pytest.approx(50 / 350)


def test_the_widest_range_divides_them_by_the_event():
    found = bounds_of((40, 100), (60, 200), (30, 50))
    assert found.most == pytest.approx(70 / 130 - 60 / 220)
    assert found.least == pytest.approx(40 / 120 - 90 / 230)


@UNHURRIED
@given(PAIR, PAIR, SOME)
def test_no_way_to_divide_them_goes_beyond_the_widest_range(focus, reference, unknown):
    every = list(naive_trend.gaps_over_unknown(focus, reference, unknown))
    found = bounds_of(focus, reference, unknown)
    assert (found.least, found.most) == pytest.approx((min(every), max(every)))
    assert found.least - 1e-12 <= found.low <= found.known <= found.high <= found.most + 1e-12


@UNHURRIED
@given(PAIR, PAIR, SOME)
def test_polarity_turns_the_range_round(focus, reference, unknown):
    up = bounds_of(focus, reference, unknown, measure_like(improvement_direction="higher", multiplier=1))
    down = bounds_of(focus, reference, unknown)
    assert (up.low, up.high, up.least, up.most) == pytest.approx((-down.high, -down.low, -down.most, -down.least))


@UNHURRIED
@given(PAIR, PAIR)
def test_nobody_unknown_leaves_the_gap_as_it_is(focus, reference):
    found = bounds_of(focus, reference, (0, 0))
    assert found.low == found.high == found.known
    assert unknown_words(found, 1) == ""


def test_events_over_time_are_put_apart_from_the_time():
    found = bounds_of((6, 1000), (5, 1000), (2, 500), measure_like(**ADVERSE))
    assert found.if_focus == pytest.approx(1000 * (8 / 1500 - 5 / 1000))
    assert found.most == pytest.approx(1000 * (8 / 1000 - 5 / 1500))


@pytest.mark.parametrize("place", range(3))
def test_what_is_hidden_gives_no_range(place):
    counts = [Count(5, 10)] * 3
    counts[place] = HIDDEN_COUNT
    found = unknown_bounds(Known(*counts[:2]), counts[2], SHARE)
    assert isnan(found.known) and isnan(found.share) and unknown_words(found, 100) == ""


def test_the_range_is_said_in_words():
    found = bounds_of((40, 100), (60, 200), (30, 50), measure_like(improvement_direction="lower"))
    # 100 x (.40 - .36) and 100 x (70/150 - .30)
    assert unknown_words(found, 100) == "If all people of unknown group were in one group or the other, the gap would be from 4.0 points to 16.7 points."


def test_a_range_that_holds_no_gap_says_what_that_means():
    found = bounds_of((40, 100), (39, 100), (0, 100), measure_like(improvement_direction="lower"))
    assert found.may_turn
    assert unknown_words(found, 100).endswith("from −19.0 points to 20.5 points. The other group could even be the one that is worse off.")
