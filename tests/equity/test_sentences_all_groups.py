from __future__ import annotations

import re
from dataclasses import replace

import pytest

from equity.all_groups import BETWEEN, GAIN, GAIN_SHARE, INDEX, LOG, RELATIVE_SLOPE, SHOWN, SLOPE, THEIL, AllGroups, SummaryThenNow
from equity.rated_groups import Summary, not_computed
from equity.sentences import all_groups as said
from tests import naive
from tests.examples import RACE

VALUE = Summary(12.345, 1, 9.04, 15.56)


def answer(*codes, left_out=0, reason="No order."):
    rows = [SummaryThenNow(code, VALUE, VALUE if code in codes else not_computed(reason)) for code in SHOWN]
    return AllGroups(tuple(rows), 3, left_out, "white")


@pytest.mark.parametrize(
    ("code", "value", "interval"),
    [
        (BETWEEN, "12.3", "(9.0 to 15.6)"),
        (INDEX, "12.3%", "(9.0 to 15.6)"),
        (LOG, "12.35", "(9.04 to 15.56)"),
        (THEIL, "12.35", "(9.04 to 15.56)"),
        (SLOPE, "+12.3 points", "(+9.0 to +15.6)"),
        (RELATIVE_SLOPE, "12.35", "(9.04 to 15.56)"),
        (GAIN, "+12.3 points", "(+9.0 to +15.6)"),
        (GAIN_SHARE, "+12.3%", "(+9.0 to +15.6)"),
    ],
)
def test_a_number_has_its_unit_and_its_interval(code, value, interval):
    assert said.summary_words(code, VALUE, 100) == (value, interval)


def test_differences_of_rates_per_thousand_say_so():
    assert said.summary_words(GAIN, Summary(-0.4, 0.1, -0.6, -0.2), 1000) == ("−0.40 per 1,000", "(−0.60 to −0.20)")
    assert "in squared per 1,000:" in said.summary_meaning(BETWEEN, answer(BETWEEN), RACE, 1000)
    assert "in squared shares:" in said.summary_meaning(BETWEEN, answer(BETWEEN), RACE, 1)


@pytest.mark.parametrize("code", SHOWN)
def test_a_meaning_says_which_way_is_better_in_plain_words(code):
    words = said.summary_meaning(code, answer(code), RACE, 100)
    assert re.search(r"[01] = .*; (lower|nearer to [01]) is better\.$", words)
    assert "{" not in words and "because" not in words
    assert naive.grade(words) <= 8


def test_the_best_off_group_and_the_ends_of_an_order_are_named():
    assert "best-off group, now White." in said.summary_meaning(GAIN, answer(), RACE, 100)
    assert "from Black to White:" in said.summary_meaning(SLOPE, answer(), RACE, 100)


def test_the_title_counts_groups_and_summaries():
    assert said.summaries_title(answer(BETWEEN, LOG)) == "All groups at once: three groups, two ways to sum them up"
    assert said.summaries_title(answer()) == "All groups at once: nothing can be summed up here"


@pytest.mark.parametrize(
    ("left_out", "end"),
    [
        (0, "None is a score, and none says who is worse off."),
        (1, "worse off. One group without a rate at both times is left out."),
        (2, "worse off. Two groups without a rate at both times are left out."),
    ],
)
def test_the_subtitle_says_when_and_that_it_is_no_score(left_out, end):
    words = said.summaries_subtitle(answer(left_out=left_out), RACE, then="the baseline year", now="Q3 2026")
    assert words.startswith("Each puts the rates of all groups by race and ethnicity into one number, the baseline year against Q3 2026.")
    assert words.endswith(end)


def moved(code, then, now):
    same = answer().rows[SHOWN.index(code)]
    return replace(same, then=replace(same.then, value=then, reason=""), now=replace(same.now, value=now, reason=""))


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([], ""),
        ([moved(THEIL, 2.0, 1.0)], "One of one say"),
        ([moved(THEIL, 2.0, 1.0), moved(GAIN, -3.0, 2.0)], "All two say"),
        ([moved(THEIL, 2.0, 3.0)], "None say"),
        ([moved(RELATIVE_SLOPE, 0.5, 1.5), moved(RELATIVE_SLOPE, 1.2, 1.4), moved(SLOPE, 1.0, 1.0)], "One of three say"),
    ],
)
def test_how_many_got_smaller_is_counted_by_their_distance_from_no_difference(rows, words):
    found = said.summaries_words(replace(answer(), rows=tuple(rows)))
    assert found == (f"{words} the groups lie closer together now than then. Chance moves them too: each has its interval." if words else "")


def test_what_is_not_shown_has_its_reason():
    assert said.not_told_words(answer(BETWEEN, INDEX, LOG, GAIN, GAIN_SHARE)) == [
        "Not shown: Theil index, slope index of inequality and relative index of inequality. No order."
    ]
    assert said.not_told_words(answer(*SHOWN)) == []
