from __future__ import annotations

from math import isnan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from equity.counts import HIDDEN_COUNT, Count
from equity.level_and_gap import ANSWERS, LEVELLED, SIDES, Window, level_and_gap
from tests import naive
from tests.examples import measure_like

UNHURRIED = settings(deadline=None, max_examples=60)

HIGHER, LOWER, NEUTRAL = (measure_like(improvement_direction=way) for way in ("higher", "lower", "neutral"))
SHARES = st.integers(1, 300).flatmap(lambda n: st.builds(Count, st.integers(0, n), st.just(n)))
WINDOWS = st.builds(Window, SHARES, SHARES)


def window(focus, reference, people=1000):
    """Rates in percent of so many people in each group."""
    return Window(Count(focus * people // 100, people), Count(reference * people // 100, people))


def test_level_and_gap_change_with_their_intervals():
    found = level_and_gap(window(40, 60), window(55, 65), HIGHER)
    # all: 50 -> 60; gap: 20 -> 10
    assert (found.level.value, found.gap.value) == pytest.approx((10, -10))
    assert (found.level.low / 100, found.level.high / 100) == pytest.approx(naive.newcombe(1200, 2000, 1000, 2000))
    before, after = naive.newcombe(600, 1000, 400, 1000), naive.newcombe(650, 1000, 550, 1000)
    off = ((0.1 - after[0]) ** 2 + (before[1] - 0.2) ** 2) ** 0.5
    assert found.gap.low / 100 == pytest.approx(-0.1 - off)
    assert found.words == "Better for all, and the gap is smaller."


@pytest.mark.parametrize(
    ("before", "after", "measure", "answers"),
    [
        ((40, 60), (50, 80), HIGHER, ("better", "worse")),
        ((60, 40), (50, 20), LOWER, ("better", "worse")),
        ((40, 60), (30, 60), HIGHER, ("worse", "worse")),
        ((60, 40), (62, 58), LOWER, ("worse", "better")),
        ((40, 60), (50, 70), HIGHER, ("better", "uncertain")),
        ((40, 60), (30, 50), HIGHER, ("worse", "uncertain")),
        ((40, 60), (40, 60), HIGHER, ("uncertain", "uncertain")),
        ((40, 60), (30, 70), HIGHER, ("uncertain", "worse")),
        ((40, 60), (50, 70), NEUTRAL, ("uncertain", "uncertain")),
    ],
)
def test_the_answer_names_both(before, after, measure, answers):
    found = level_and_gap(window(*before), window(*after), measure)
    assert (found.level_answer, found.gap_answer) == answers
    if not found.levelled_down:
        assert found.words == ANSWERS[answers]


def test_a_gap_that_fell_because_the_better_off_lost_is_no_gain():
    found = level_and_gap(window(40, 60), window(42, 50), HIGHER)
    assert (found.gap_answer, found.levelled_down, found.words) == ("better", True, LEVELLED)


def test_a_gap_that_changed_sides_has_no_interval_and_says_so():
    found = level_and_gap(window(40, 60), window(70, 60), HIGHER)
    assert found.crossed
    # 20 behind, 10 ahead
    assert found.gap.value == pytest.approx(-10) and isnan(found.gap.low)
    assert found.words == ANSWERS["better", "uncertain"] + SIDES


@pytest.mark.parametrize("place", range(4))
def test_a_hidden_count_leaves_both_unknown(place):
    counts = [Count(50, 100)] * 4
    counts[place] = HIDDEN_COUNT
    found = level_and_gap(Window(*counts[:2]), Window(*counts[2:]), HIGHER)
    assert isnan(found.level.value) and isnan(found.gap.value)
    assert found.words == ANSWERS["uncertain", "uncertain"]


@UNHURRIED
@given(WINDOWS, WINDOWS)
def test_an_interval_holds_its_change_and_polarity_turns_nothing_but_the_answer(before, after):
    up, down = (level_and_gap(before, after, measure) for measure in (HIGHER, LOWER))
    assert up.level.low - 1e-9 <= up.level.value <= up.level.high + 1e-9
    assert (up.level.value, up.gap.value) == pytest.approx((down.level.value, down.gap.value))
    if not up.crossed:
        assert up.gap.low - 1e-9 <= up.gap.value <= up.gap.high + 1e-9
    assert up.words and down.words
