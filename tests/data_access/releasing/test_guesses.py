from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.releasing.guesses import Form, fractions_range, guesses
from data_access.releasing.policy import ROUNDED
from data_access.releasing.rounding import ENDLESS, band_ends, printed
from data_access.releasing.table import Subject
from tests.data_access.releasing.small_tables import place, table

PERCENT = Form(100, 11, True)


def twin(steps: int, form: Form, lowest: int, highest: int) -> tuple[tuple[int, int], ...]:
    """Every fraction of the band tried."""
    found = [
        (numerator, rest, numerator + rest)
        for denominator in range(lowest, highest + 1)
        for numerator in range(denominator + 1)
        if abs(2 * numerator * form.grain - 2 * steps * denominator) <= denominator
        for rest in [denominator - numerator]
        if (numerator == 0) == (steps == 0) and (rest == 0) == (steps == form.grain) and all(one == 0 or one >= form.threshold for one in (numerator, rest))
    ]
    return tuple((min(numbers), max(numbers)) for numbers in zip(*found, strict=True))


@pytest.mark.parametrize("steps", [0, 40, 50, 62, 100])
@pytest.mark.parametrize(("lowest", "highest"), [(20, 49), (50, 99), (100, 199)])
def test_the_range_is_that_of_all_fractions_that_print_so(steps, lowest, highest):
    assert fractions_range(steps, PERCENT, lowest, highest) == twin(steps, PERCENT, lowest, highest)


def test_what_cannot_be_printed_tells_its_size_alone():
    assert fractions_range(2, PERCENT, 20, 49) == ((0, ENDLESS), (0, ENDLESS), (20, 49))


@given(st.integers(5_000, 3_000_000), st.floats(0.01, 0.99))
def test_the_range_holds_the_count_behind_it(denominator, share):
    made = table(f"A black={round(share * denominator)}/{denominator}")
    at = place(made, "A", "black")
    one = printed(made, ROUNDED)
    lowest, highest = guesses(made, ROUNDED, one, made.shown)[:, :, *at]
    assert (lowest <= made.counts[:, *at]).all() and (made.counts[:, *at] <= highest).all()
    assert band_ends(ROUNDED, one.band[at])[0] <= lowest[2]


def test_nobody_is_nobody_and_events_over_time_have_no_most():
    made = table("A black=0/0 white=90/40", subject=Subject("m", 100, proportion=False))
    found = guesses(made, ROUNDED, printed(made, ROUNDED), made.shown)
    assert found[:, :, *place(made, "A", "black")].tolist() == [[0, 0, 0], [0, 0, 0]]
    # 225 events in 100 units of time: 45 in 20, 108 in 48; in 49 there would be 110.005 to 110.495.
    assert found[:, :, *place(made, "A", "white")].tolist() == [[45, 0, 20], [108, ENDLESS, 48]]


def test_without_anything_printed_everything_is_open():
    made = table("A black=3/8")
    found = guesses(made, ROUNDED, printed(made, ROUNDED), made.shown & False)
    assert (found[0] == 0).all() and (found[1] == ENDLESS).all()
