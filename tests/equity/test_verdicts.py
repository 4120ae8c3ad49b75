from __future__ import annotations

from dataclasses import replace

import pytest
from scipy import stats

from equity.fits import Line
from equity.verdicts import VERDICT_WORDS, Fits, is_levelled_down, too_few_points, verdict_of, wanted_change, word_of
from tests.examples import MEASURE, measure_like

SURE = 0.01
# How many errors the whole change must have on 7 degrees of freedom: to be found, and to be found in four of five series.
EDGE = float(stats.t.isf(0.025, 7))
SHOWN = EDGE + float(stats.t.isf(0.2, 7))


def line(start, end, error=SURE):
    """A line over one unit of time, so that its slope is its change."""
    return Line(start, end, end - start, error, 1.0, 1.0, 7)


def fits(gap, *, focus=(50, 58), reference=(65, 66), log_ratio=(0.4, 0.2)):
    return Fits(gap, line(*log_ratio), line(*focus), line(*reference))


@pytest.mark.parametrize(
    ("start", "end", "word"),
    [
        # meaningful change 5: below, at, above
        (14.0, 9.1, "no_clear_change"),
        (14.0, 9.0, "closing"),
        (14.0, 8.9, "closing"),
        (9.0, 13.9, "no_clear_change"),
        (9.0, 14.0, "widening"),
        (9.0, 14.1, "widening"),
        # the other group is worse off: size counts
        (-14.0, -8.0, "closing"),
        (-8.0, -14.0, "widening"),
        # crossed: 14 to -8 is 6 smaller, 14 to -12 only 2
        (14.0, -8.0, "closing"),
        (14.0, -12.0, "no_clear_change"),
        (8.0, -14.0, "widening"),
        (0.0, 0.0, "no_clear_change"),
    ],
)
def test_the_word_needs_a_change_that_matters(start, end, word):
    assert word_of(fits(line(start, end)), MEASURE) == word


@pytest.mark.parametrize(("share", "word"), [(1.01, "cannot_tell_yet"), (0.99, "closing")])
def test_the_word_needs_a_clear_signal(share, word):
    # a fall of 6 points whose error is just above, just below 6 / 2.36
    assert word_of(fits(line(14.0, 8.0, share * 6 / EDGE)), MEASURE) == word


@pytest.mark.parametrize(("error", "word"), [(4.99 / SHOWN, "no_clear_change"), (5.01 / SHOWN, "cannot_tell_yet")])
def test_no_clear_change_is_said_only_where_the_change_would_have_shown(error, word):
    assert word_of(fits(line(14.0, 13.0, error)), MEASURE) == word


@pytest.mark.parametrize(
    ("direction", "start", "focus_change", "reference_change", "levelled"),
    [
        # higher is better: the reference loses 3, the focus group gains 2, 3, 4
        ("higher", 14, 2, -3, True),
        ("higher", 14, 3, -3, True),
        ("higher", 14, 4, -3, False),
        ("higher", 14, 0, 0, False),
        ("higher", 14, -1, -8, True),
        ("higher", 14, 8, 1, False),
        # the focus group was better off and lost
        ("higher", -14, -3, 2, True),
        ("higher", -14, 2, 8, False),
        # lower is better: rising is losing
        ("lower", 14, -2, 3, True),
        ("lower", 14, -4, 3, False),
        ("lower", -14, 3, -2, True),
        ("neutral", 14, 2, -3, False),
    ],
)
def test_levelled_down_is_a_loss_of_the_better_off_as_large_as_the_gain(direction, start, focus_change, reference_change, levelled):
    assert is_levelled_down(measure_like(improvement_direction=direction), start, focus_change, reference_change) is levelled


def test_a_levelled_gap_never_counts_as_closing():
    assert word_of(fits(line(14, 6), focus=(50, 51), reference=(64, 57)), MEASURE) == "levelled_down"


@pytest.mark.parametrize(("end", "word"), [(0.31, "no_clear_change"), (0.30, "closing"), (0.29, "closing")])
def test_a_ratio_is_judged_by_its_factor(end, word):
    measure = measure_like(scale="ratio", meaningful_change=0.1)
    # ln(1.1) = 0.0953: from 0.40 to 0.31 is too little, from .40 to .30 enough
    assert wanted_change(measure) == pytest.approx(0.09531, abs=1e-5)
    assert word_of(replace(fits(line(14, 13)), log_ratio=line(0.4, end)), measure) == word


def test_the_verdict_tells_its_own_scale_and_the_other():
    found = verdict_of(fits(line(14, 8), log_ratio=(0.4, 0.5)), MEASURE, periods=8, more_periods=3)
    assert (found.start, found.end, found.change.value) == (14, 8, -6)
    assert (found.change.low, found.change.high) == pytest.approx((-6 - EDGE * SURE, -6 + EDGE * SURE))
    assert (found.other_start, found.other_end) == pytest.approx((1.4918, 1.6487), abs=1e-4)
    assert found.opposite and not found.crossed and found.more_periods is None
    assert (found.focus_change, found.reference_change, found.periods, found.rule_version) == (8, 1, 8, "3")


def test_a_ratio_verdict_is_told_in_times_and_shares():
    found = verdict_of(fits(line(14, 8), log_ratio=(0.4, 0.2)), measure_like(scale="ratio", meaningful_change=0.1), periods=8, more_periods=None)
    # e^.4, e^.2, e^-.2; detectable e^(3.26 x .01) - 1
    assert (found.start, found.end, found.change.value) == pytest.approx((1.4918, 1.2214, 0.8187), abs=1e-4)
    assert found.detectable == pytest.approx(0.0331, abs=1e-4)
    assert (found.other_start, found.other_end) == (14, 8)


def test_crossing_zero_keeps_the_word_and_is_noted():
    found = verdict_of(fits(line(14, -8)), MEASURE, periods=8, more_periods=None)
    assert (found.word, found.crossed) == ("closing", True)


def test_only_cannot_tell_yet_has_a_price():
    found = verdict_of(fits(line(14, 8, 5.0)), MEASURE, periods=8, more_periods=3)
    assert (found.word, found.more_periods) == ("cannot_tell_yet", 3)


def test_too_few_points_still_have_a_word():
    found = too_few_points(MEASURE, periods=3, more_periods=1)
    assert found.word in VERDICT_WORDS and not found.change.known
