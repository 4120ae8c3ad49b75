from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from data_access.releasing import reach
from data_access.releasing.build import release_of
from data_access.releasing.policy import ROUNDED
from data_access.releasing.rounded import Said, what_readers_reach
from data_access.releasing.rounding import ENDLESS, printed
from data_access.releasing.shares import shares_of
from data_access.releasing.table import COLUMNS, NUMERATOR, REST, Groups, Subject, Sum
from data_access.releasing.tilts import Reached, use_tilts
from data_access.releasing.windows import windows
from tests.data_access.releasing.small_tables import RACE_OF_THREE, place, table

ALIKE = "A all=620/1000 black=611/985 white=9/15"


def reached_white(*, proportion: bool = True) -> tuple[np.ndarray, np.ndarray]:
    made = table(ALIKE, subject=Subject("bp", 100, proportion))
    one = printed(made, ROUNDED)
    said = made.shown.copy()
    said[place(made, "A", "white")] = False
    low, high = made.counts.copy(), made.counts.copy()
    low[:, *place(made, "A", "white")], high[:, *place(made, "A", "white")] = (0, 0, 1), (ENDLESS, ENDLESS, 20)
    # The size of everyone is not known exactly: only rates can tell.
    low[:, *place(made, "A", "all")], high[:, *place(made, "A", "all")] = (600, 370, 986), (640, 390, 1_005)
    reached = Reached(low, high, proportion)
    everyone = Sum(COLUMNS, 0, (1, 2))
    use_tilts(everyone, np.ones((2, 1), dtype=bool), windows(made, ROUNDED, one, said), reached)
    return reached.low[:, *place(made, "A", "white")], reached.high[:, *place(made, "A", "white")]


def test_alike_rates_of_all_and_of_the_others_bound_the_one_that_is_hidden():
    low, high = reached_white()
    # 61.5 to 62.5 % of 20 and of the 985 others, of whom 611 have the event: at most 62.5 % x 1,005 - 611 = 17.
    assert 9 <= high[NUMERATOR] <= 17 and low[NUMERATOR] <= 9
    # 38.5 % x 1,005 - 374 = 12.
    assert 6 <= high[REST] <= 12 and low[REST] <= 6


def test_events_over_time_are_bounded_the_same_way():
    low, high = reached_white(proportion=False)
    assert low[NUMERATOR] <= 9 <= high[NUMERATOR] <= 17


def test_a_sum_of_which_nothing_is_printed_tells_nothing():
    made = table(ALIKE)
    reached = Reached(made.counts * 0, made.counts * 0 + 50, True)
    nothing = windows(made, ROUNDED, printed(made, ROUNDED), made.shown & False)
    use_tilts(Sum(COLUMNS, 0, (1, 2)), np.ones((2, 1), dtype=bool), nothing, reached)
    assert (reached.low == 0).all() and (reached.high == 50).all()


def reached_in(made, *hidden: str) -> np.ndarray:
    release = release_of(made, replace(ROUNDED, is_checked=False))
    assert {made.columns[column][1] for _, column, _ in np.argwhere(release.hidden)} >= set(hidden)
    return what_readers_reach(made, ROUNDED, Said(release.printed, shares_of(made, ROUNDED)), release.hidden)


# 8 of 838 per 1,000; all but the smallest are printed, and with them the others of each.
PER_1000 = "A all=188/32683 aian=123/18539 asian=20/5130 black=11/2774 hispanic=8/838 nhpi=0/312 white=0/245 unknown=26/4845"
SIX = Groups("race", ("aian", "asian", "black", "hispanic", "nhpi", "white"), ("unknown",))


def test_what_several_pools_tell_together_is_carried_through_all_sums(monkeypatch):
    made = table(PER_1000, groups=(SIX,), subject=Subject("deaths", 1_000))
    at = (NUMERATOR, *place(made, "A", "hispanic"))
    carried = reached_in(made, "hispanic")
    monkeypatch.setattr(reach, "carry_tilts", lambda *_: None)
    single = reached_in(made, "hispanic")
    assert single[0][at] <= carried[0][at] <= 8 <= carried[1][at] <= single[1][at]
    assert carried[1][at] - carried[0][at] < single[1][at] - single[0][at]


# A pool of nobody is hidden with its group.
@example([(0, 0), (0, 0), (0, 1), (0, 0)])
@example([(0, 0), (0, 0), (0, 1), (11, 0)])
# A share with few known people is hidden for itself.
@example([(0, 0), (0, 0), (0, 7), (11, 11)])
# Everything is known exactly: nothing is left to carry.
@example([(0, 0), (0, 0), (0, 11), (11, 13)])
@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 4_000)), min_size=4, max_size=4))
def test_what_is_reached_always_holds_the_count_behind_it(groups):
    told = {code: (events, events + others) for code, (events, others) in zip(("asian", "black", "white", "unknown"), groups, strict=True)}
    written = " ".join(f"{code}={events}/{people}" for code, (events, people) in told.items())
    made = table(f"A all={sum(one[0] for one in told.values())}/{sum(one[1] for one in told.values())} {written}", groups=(RACE_OF_THREE,))
    low, high = reached_in(made)
    assert (low <= made.counts).all() and (made.counts <= high).all()


def test_a_team_that_was_told_nothing_reaches_nothing():
    made = table("A all=6/16 black=3/8 white=3/8 \n B all=300/600 black=150/300 white=150/300")
    low, high = reached_in(made, "all")
    assert (low[NUMERATOR, 0] == 0).all() and high[(NUMERATOR, *place(made, "B", "black"))] < ENDLESS
