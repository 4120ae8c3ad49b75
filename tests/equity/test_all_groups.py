"""All groups at once: which summaries are told of the same groups at two times, and why others are not."""

from __future__ import annotations

from math import isnan

import pytest

from equity.all_groups import BETWEEN, DISTANCES, GAIN, GAIN_SHARE, INDEX, LOG, NO_BETTER, RELATIVE_SLOPE, SHOWN, SLOPE, THEIL, TWO_GROUPS, all_groups
from equity.counts import HIDDEN_COUNT, Count
from equity.rated_groups import A_NOUGHT, NO_ORDER, groups_of_counts
from equity.summary_measures import SUMMARY_MEASURES
from tests.examples import MEASURE, measure_like


def counted(**rows):
    """Group code: two counts, as "50/100 60/100"; a dash is hidden."""
    return {code: tuple(HIDDEN_COUNT if part == "-" else Count(*map(int, part.split("/"))) for part in row.split()) for code, row in rows.items()}


THREE = counted(a="50/100 60/100", b="120/200 130/200", c="75/100 74/100")


def found(counts=THREE, *, ordered=False, **changes):
    return all_groups(counts, measure_like(**changes), ordered=ordered)


def row(answer, code):
    return next(one for one in answer.rows if one.code == code)


def test_of_three_groups_all_are_told_but_slopes_which_need_an_order():
    answer = found()
    assert [one.code for one in answer.told] == [BETWEEN, INDEX, LOG, THEIL, GAIN, GAIN_SHARE]
    assert answer.reasons == {NO_ORDER: (SLOPE, RELATIVE_SLOPE)}
    assert (answer.groups, answer.left_out, answer.best) == (3, 0, "c")


def test_an_order_brings_slopes_and_does_not_say_who_is_best_off():
    answer = found(counted(a="75/100 74/100", b="120/200 130/200", c="50/100 60/100"), ordered=True)
    assert [one.code for one in answer.told] == list(SHOWN)
    assert row(answer, SLOPE).now.value < 0
    # best .74, of all 264/400 = .66; the last of the order has .60
    assert row(answer, GAIN).now.value == pytest.approx(100 * (0.74 - 0.66))


def test_each_value_is_that_of_its_measure_and_distances_end_at_nought():
    answer = found()
    now = groups_of_counts({code: both[1] for code, both in THREE.items()}, MEASURE)
    for one in answer.told:
        wanted = SUMMARY_MEASURES[one.code].compute(now)
        assert one.now.value == pytest.approx(wanted.value)
        assert one.now.high == pytest.approx(wanted.high, rel=0.06)
        assert one.now.low >= 0 if one.code in DISTANCES else one.now.low == pytest.approx(wanted.low)
    # 60/100, 130/200, 74/100 about .66: .25 x 36 + .5 x 1 + .25 x 64
    assert row(answer, BETWEEN).now.value == pytest.approx(25.5)
    assert row(answer, BETWEEN).now.low == 0


@pytest.mark.parametrize(("rows", "told"), [({"a": "50/100 60/100"}, 0), ({"a": "50/100 60/100", "b": "12/20 13/20"}, 0), (None, 6)])
def test_fewer_than_three_groups_are_not_summed_up(rows, told):
    answer = found(counted(**rows) if rows else THREE)
    assert len(answer.told) == told
    assert (list(answer.reasons) == [TWO_GROUPS]) == (told == 0)


def test_a_group_that_is_hidden_at_one_time_is_used_at_neither():
    seven = {name: "50/100 60/100" for name in "abcdef"}
    answer = found(counted(**seven, g="90/100 -"))
    assert (answer.groups, answer.left_out) == (6, 1)
    # six equal groups are left
    assert [row(answer, BETWEEN).then.value, row(answer, BETWEEN).now.value] == pytest.approx([0, 0], abs=1e-9)
    assert answer.best == "a"


@pytest.mark.parametrize(("missing", "ordered", "told"), [(1, False, 6), (2, False, 0), (0, True, 8), (1, True, 6)])
def test_what_speaks_for_all_needs_85_percent_of_the_groups_and_along_an_order_every_one(missing, ordered, told):
    groups = {name: f"{50 + place}/100 {60 + place}/100" for place, name in enumerate("abcdefg")}
    answer = found(counted(**groups | dict.fromkeys("abcdefg"[:missing], "- 60/100")), ordered=ordered)
    assert len(answer.told) == told
    assert any(reason.startswith(f"{missing} of 7 groups have no rate at both times.") for reason in answer.reasons) == (missing > (0 if ordered else 1))


def test_a_measure_without_a_better_direction_has_no_best_off_group():
    assert found(improvement_direction="neutral").reasons[NO_BETTER] == (GAIN, GAIN_SHARE)


def test_where_lower_is_better_the_gain_is_a_fall():
    answer = found(improvement_direction="lower")
    assert answer.best == "a"
    assert row(answer, GAIN).now.value == pytest.approx(100 * (0.60 - 0.66))


def test_a_rate_of_nought_at_either_time_leaves_logarithms_out():
    answer = found(counted(a="0/100 60/100", b="120/200 130/200", c="75/100 74/100"))
    assert answer.reasons[A_NOUGHT] == (LOG, THEIL)
    assert not isnan(row(answer, LOG).now.value)


def test_of_nothing_nothing_is_told():
    answer = found({})
    assert (answer.told, answer.groups, answer.best) == ((), 0, "")
