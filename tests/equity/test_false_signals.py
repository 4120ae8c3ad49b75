from __future__ import annotations

from math import isnan, log1p, nan

import pytest
from scipy import stats

from equity.false_signals import false_chance, false_signal_words, share_of, verdict_share
from equity.rates import NOT_COMPUTABLE
from equity.verdicts import CANNOT_TELL_YET, CLOSING, LEVELLED_DOWN, NO_CLEAR_CHANGE, WIDENING, Verdict
from tests.examples import measure_like

# Eight periods: what a change needs to be found, and to be found in four of five series, in standard errors.
REACH = float(stats.t.isf(0.025, 6))
SHOWN = REACH + float(stats.t.isf(0.2, 6))


def verdict_like(word=NO_CLEAR_CHANGE, *, scale="difference", detectable=SHOWN):
    """A verdict whose change has a standard error of 1 point, unless said otherwise."""
    return Verdict(word, scale, 10, 8, NOT_COMPUTABLE, detectable, nan, nan, nan, False, False, 8)


@pytest.mark.parametrize(("wanted", "expected"), [(1.9, 0.05), (REACH, 0.05), (3, 2 * stats.t.sf(3, 6))])
def test_a_still_gap_seems_to_move_by_chance_if_far_enough_and_enough_to_matter(wanted, expected):
    # the error is 1 point
    assert false_chance(SHOWN, 8, measure_like(meaningful_change=wanted)) == pytest.approx(expected)


def test_on_the_ratio_the_meaningful_factor_counts():
    measure = measure_like(scale="ratio", meaningful_change=0.3)
    # the log of the factor has an error of log(1.28) / SHOWN
    expected = 2 * stats.t.sf(log1p(0.3) / (log1p(0.28) / SHOWN), 6)
    assert false_chance(0.28, 8, measure) == pytest.approx(expected)


def test_a_gap_known_exactly_is_judged_by_the_test_alone():
    assert false_chance(0, 8, measure_like()) == pytest.approx(0.05)


def test_every_word_is_counted_and_chances_add_up():
    words = [CLOSING, CLOSING, LEVELLED_DOWN, WIDENING, NO_CLEAR_CHANGE]
    share = verdict_share([*(verdict_like(word) for word in words), verdict_like(CANNOT_TELL_YET, detectable=nan)], measure_like(meaningful_change=1))
    assert share.counts == {CLOSING: 2, LEVELLED_DOWN: 1, WIDENING: 1, NO_CLEAR_CHANGE: 1, CANNOT_TELL_YET: 1}
    # five teams with a line, one chance in twenty each
    assert (share.moved, share.teams, share.testable, share.expected_false) == (4, 6, 5, pytest.approx(0.25))
    assert share.share(CLOSING) == pytest.approx(2 / 6)
    assert false_signal_words(share) == "Four gaps of five moved, one of them wider. If no gap had moved, about 0.3 would still seem to."


def test_kept_words_and_changes_tell_the_same_as_whole_verdicts():
    told = [(CLOSING, SHOWN, 8), (CANNOT_TELL_YET, nan, 8)]
    verdicts = [verdict_like(word, detectable=detectable) for word, detectable, _ in told]
    assert share_of(told, measure_like()) == verdict_share(verdicts, measure_like())


def test_without_a_line_there_is_no_chance_to_be_wrong():
    share = verdict_share([verdict_like(CANNOT_TELL_YET, detectable=nan)], measure_like())
    assert (share.expected_false, share.testable) == (0, 0)
    assert false_signal_words(share) == "No team has enough periods to tell yet."


def test_no_team_has_no_share():
    assert isnan(verdict_share([], measure_like()).share(CLOSING))


def test_none_wider_is_said_as_none():
    share = verdict_share([verdict_like(CLOSING), verdict_like(NO_CLEAR_CHANGE)], measure_like(meaningful_change=1))
    assert false_signal_words(share) == "One gap of two moved, none of them wider. If no gap had moved, about 0.1 would still seem to."
