from __future__ import annotations

import numpy as np

from data_access.releasing.policy import ROUNDED
from data_access.releasing.rounded import windows
from data_access.releasing.rounding import ENDLESS, printed
from data_access.releasing.table import COLUMNS, NUMERATOR, REST, Subject, Sum
from data_access.releasing.tilts import Reached, use_tilts
from tests.data_access.releasing.small_tables import place, table

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
