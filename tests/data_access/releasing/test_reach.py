from __future__ import annotations

import numpy as np

from data_access.releasing import reach as reach_module
from data_access.releasing.kept import start_of
from data_access.releasing.policy import ROUNDED
from data_access.releasing.reach import left_for_insiders, left_for_parts, most_of_others
from data_access.releasing.rounded import Said, rounded_release, what_readers_reach
from data_access.releasing.table import DENOMINATOR, NETWORK, NUMERATOR, Groups, Subject
from tests.data_access.releasing.small_tables import place, reached_beside, table

FOUR = """
    A  all=60/100  black=20/40  white=30/50  unknown=10/10
    B  all=63/100  black=20/40  white=38/50  unknown=5/10
"""


def test_a_single_hole_in_a_sum_is_reached_exactly():
    made = table(FOUR)
    hidden = np.zeros_like(made.reported)
    hidden[place(made, "A", "white")] = True
    low, high = reached_beside(made, hidden)[:, :, *place(made, "A", "white")]
    assert low.tolist() == high.tolist() == [30, 20, 50]


def test_passes_have_an_end(monkeypatch):
    monkeypatch.setattr(reach_module, "MOST_PASSES", 1)
    made = table(FOUR)
    hidden = np.zeros_like(made.reported)
    hidden[place(made, "A", "white")] = True
    # What was not reached in one pass stays open, never wrong.
    low, high = reached_beside(made, hidden)[:, :, *place(made, "A", "white")]
    assert (low <= [30, 20, 50]).all() and (high >= [30, 20, 50]).all()


def test_two_holes_share_what_is_left():
    made = table(FOUR)
    hidden = np.zeros_like(made.reported)
    for team_id in ("A", "B", NETWORK):
        for group_code in ("white", "unknown"):
            hidden[place(made, team_id, group_code)] = True
    low, high = reached_beside(made, hidden)[:, :, *place(made, "A", "white")]
    # 40 of 60 are left for two groups; each has somebody.
    assert (low.tolist(), high.tolist()) == ([0, 0, 1], [40, 20, 59])


def test_a_team_that_knows_its_own_narrows_what_others_have():
    made = table(FOUR)
    hidden = np.ones_like(made.reported)
    hidden[place(made, NETWORK, "unknown")] = False
    low, high = reached_beside(made, hidden & made.shown)
    everybody, insider = left_for_parts(made.sums[0], low, high), left_for_insiders(made.sums[0], made, low, high)
    at = (NUMERATOR, *place(made, "B", "unknown"))
    # 15 in the network; A knows its 10.
    assert (everybody[1][at], insider[1][at]) == (15, 5)
    assert insider[0][at] == 5
    other = made.sums[1]
    assert all(map(np.array_equal, left_for_insiders(other, made, low, high), left_for_parts(other, low, high)))


def test_the_largest_gain_of_the_others():
    gains = np.array([3, 9, 5]).reshape(1, 3, 1, 1)
    assert most_of_others(gains).ravel().tolist() == [9, 5, 9]
    assert most_of_others(gains[:, :1]).ravel().tolist() == [0]


def test_a_printed_rate_bounds_the_numerator_by_the_denominator():
    made = table("A all=300/500 black=150/250 white=150/250")
    release = rounded_release(start_of(made, ROUNDED, None), ROUNDED)
    low, high = what_readers_reach(made, ROUNDED, Said(release.printed), release.hidden)[:, :, *place(made, "A", "black")]
    # 60 % of 200 to 499: 59.5 % of 200, 60.5 % of 499.
    assert (low[NUMERATOR], high[NUMERATOR]) == (119, 301)
    assert (low[DENOMINATOR], high[DENOMINATOR]) == (200, 499)


def test_events_over_time_are_bounded_without_a_rest():
    made = table("A all=60/5000 black=25/2500 white=35/2500", subject=Subject("falls", 1_000, proportion=False), groups=(Groups("race", ("black", "white")),))
    release = rounded_release(start_of(made, ROUNDED, None), ROUNDED)
    low, high = what_readers_reach(made, ROUNDED, Said(release.printed), release.hidden)[:, :, *place(made, "A", "black")]
    assert (low <= [25, 0, 2_500]).all() and (high >= [25, 0, 2_500]).all()
    assert not release.hidden[place(made, "A", "black")]
