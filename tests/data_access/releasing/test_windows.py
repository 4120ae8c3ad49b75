from __future__ import annotations

import numpy as np
import pytest

from data_access.releasing.policy import ROUNDED
from data_access.releasing.rounding import printed
from data_access.releasing.table import Subject
from data_access.releasing.windows import windows
from tests.data_access.releasing.small_tables import place, table


def test_a_whole_percent_lies_within_half_a_percent_of_what_is_printed():
    made = table("A all=60/100 black=20/40 white=40/60")
    said = made.shown.copy()
    said[place(made, "A", "white")] = False
    found = windows(made, ROUNDED, printed(made, ROUNDED), said)
    at = place(made, "A", "black")
    assert (found.least[at], found.most[at], found.told[at]) == (pytest.approx(0.495), pytest.approx(0.505), True)
    # What is not said may be any rate.
    at = place(made, "A", "white")
    assert (found.least[at], found.most[at], found.told[at]) == (0, 1, False)


def test_a_rate_over_time_has_no_highest_where_nothing_is_said():
    made = table("A all=60/5000", subject=Subject("falls", 1_000, proportion=False), groups=())
    assert (windows(made, ROUNDED, printed(made, ROUNDED), np.zeros_like(made.shown)).most > 1_000).all()
