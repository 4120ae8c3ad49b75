from __future__ import annotations

import numpy as np
import pytest

from data_access.releasing.policy import BANDS, ROUNDED
from data_access.releasing.rounding import ENDLESS, NOBODY, UNPRINTED, band_ends, printed
from data_access.releasing.small import small_numbers
from data_access.releasing.table import Groups, Subject
from tests.data_access.releasing.small_tables import place, table

ALONE = (Groups("race", ("black",)),)


def printed_cell(count: str, multiplier: int = 100, *, proportion: bool = True) -> tuple[int, int]:
    made = table(f"A black={count}", groups=ALONE, subject=Subject("m", multiplier, proportion))
    one = printed(made, ROUNDED)
    return int(one.band[place(made, "A", "black")]), int(one.steps[place(made, "A", "black")])


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        # 62.5 % and 62.51 % round up.
        ("25/40", (BANDS.index(20), 63)),
        ("3125/4999", (BANDS.index(2_000), 63)),
        # From 5,000 people on with a decimal: 62.49 % is told as 62.5 %.
        ("3126/5000", (BANDS.index(5_000), 625)),
        ("4999/8000", (BANDS.index(5_000), 625)),
        ("0/15", (BANDS.index(11), 0)),
        ("15/15", (BANDS.index(11), 100)),
        ("0/0", (NOBODY, 0)),
        ("19/19", (BANDS.index(11), 100)),
        ("20/20", (BANDS.index(20), 100)),
    ],
)
def test_a_count_is_printed_as_a_rate_and_a_band(count, expected):
    assert printed_cell(count) == expected


@pytest.mark.parametrize("count", ["0/10", "11/4000", "3989/4000"])
def test_what_would_round_to_none_or_all_or_is_below_the_bands_is_not_printed(count):
    assert printed_cell(count)[0] == UNPRINTED


def test_rates_per_1000_keep_a_decimal_where_they_have_the_people():
    assert printed_cell("55/10000", 1_000) == (BANDS.index(10_000), 55)
    assert printed_cell("15/1000", 1_000) == (BANDS.index(1_000), 15)
    assert printed_cell("50/100", 1_000)[0] == UNPRINTED


def test_events_over_time_may_be_more_than_one_each():
    assert printed_cell("90/40", proportion=False) == (BANDS.index(20), 225)


def test_bands_end_where_the_next_begins():
    assert [band_ends(ROUNDED, band) for band in (0, 1, len(BANDS) - 1)] == [(11, 19), (20, 49), (1_000_000, ENDLESS)]


@pytest.mark.parametrize(
    ("count", "proportion", "small"),
    [
        ("0/40", True, [False, False, False]),
        ("1/40", True, [True, False, False]),
        ("10/40", True, [True, False, False]),
        ("11/40", True, [False, False, False]),
        ("30/40", True, [False, True, False]),
        ("30/40", False, [False, False, False]),
        ("0/10", True, [False, True, True]),
    ],
)
def test_one_to_ten_are_small_in_numerator_rest_and_denominator(count, proportion, small):
    made = table(f"A black={count}", groups=ALONE, subject=Subject("m", 100, proportion))
    assert small_numbers(made, ROUNDED)[:, *place(made, "A", "black")].tolist() == small


def test_what_nobody_is_shown_is_not_asked_for():
    made = table("A all=14/20 black=10/15", groups=ALONE)
    assert not np.any(small_numbers(made, ROUNDED)[:, *place(made, "A", "(rest)")])
