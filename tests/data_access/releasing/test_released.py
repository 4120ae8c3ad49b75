from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from data_access.releasing.build import release_of
from data_access.releasing.guesses import Form, fractions_range
from data_access.releasing.policy import BANDS, ROUNDED
from data_access.releasing.released import places_in, shrink, surrogate
from data_access.releasing.rounding import ENDLESS, band_ends
from data_access.releasing.table import Subject
from equity.counts import HIDDEN_COUNT, Band, Count
from equity.rates import byar_interval, wilson_interval
from tests.data_access.releasing.small_tables import QUARTER, table

# The smallest of its parts hides the four.
MADE = table("A all=41/72 black=25/40 white=12/22 unknown=4/10")


def test_a_rate_is_said_with_the_size_of_its_denominator():
    count = release_of(MADE, ROUNDED).count("A", "race", "black", QUARTER)
    assert count.band == Band(20, 49, 0)
    # 62.5 % is told as 63 %.
    assert count.numerator / count.denominator == pytest.approx(0.63)
    assert count.denominator <= 20


def test_small_cells_are_hidden_and_nobody_is_nobody():
    release = release_of(table("A all=62/100 black=25/40 white=37/60 unknown=0/0"), ROUNDED)
    assert release.count("A", "race", "unknown", QUARTER) == Count(0, 0)
    assert release_of(MADE, ROUNDED).count("A", "race", "unknown", QUARTER) == HIDDEN_COUNT


def test_what_was_not_reported_is_not_released():
    with pytest.raises(ValueError, match="reported"):
        release_of(table("A all=62/100 black=25/40"), ROUNDED).count("A", "race", "white", QUARTER)


def test_rates_per_1000_say_their_decimal():
    made = table("A all=110/20000 black=55/10000 white=55/10000", subject=Subject("deaths", 1_000))
    count = release_of(made, ROUNDED).count("A", "race", "black", QUARTER)
    assert count.band == Band(10_000, 19_999, 1)
    assert 1_000 * count.numerator / count.denominator == pytest.approx(5.5)


def test_the_largest_band_has_no_end():
    count = release_of(table("A all=900000/2000000"), ROUNDED).count("A", "overall", "all", QUARTER)
    assert count.band == Band(1_000_000, None, 1)


def test_an_interval_is_never_narrower_than_that_of_any_count_behind_it():
    grains = ROUNDED.grains(100)
    for band, percent in product(range(1, 6), range(101)):
        grain, steps = grains[band], percent * grains[band] // 100
        ends = band_ends(ROUNDED, band)
        (least, most), _, _ = fractions_range(steps, Form(grain, 11, True), *ends)
        if most >= ENDLESS:
            continue
        told = width(wilson_interval, surrogate(steps, grain, ends, MADE))
        for numerator, denominator in behind((steps, grain), least, most, ends):
            assert width(wilson_interval, Count(numerator, denominator)) <= told * 1.01, (band, steps, numerator, denominator)


def behind(rate: tuple[int, int], least: int, most: int, ends: tuple[int, int]):
    """The smallest denominators that each numerator near an end can have."""
    steps, grain = rate
    for numerator in {*range(least, min(least + 20, most + 1))}:
        for denominator in range(max(ends[0], numerator), ends[1] + 1):
            rest = denominator - numerator
            if abs(2 * grain * numerator - 2 * steps * denominator) <= denominator and (rest == 0) == (steps == grain) and (rest == 0 or rest >= 11):
                yield numerator, denominator
                break


def width(interval, count: Count) -> float:
    low, high = interval(count.numerator, count.denominator)
    return high - low


def test_events_over_time_have_an_interval_no_narrower_either():
    made = replace(MADE, proportion=False, multiplier=1_000)
    told = surrogate(55, 10_000, (5_000, 9_999), made)
    # 5.45 to 5.55 per 1,000 of 5,000.
    assert width(byar_interval, told) >= width(byar_interval, Count(28, 5_045))


def test_the_denominator_shrinks_by_what_rounding_may_have_won():
    assert shrink(0, 100, True) == shrink(100, 100, True) == 1
    assert shrink(50, 100, True) == pytest.approx(1)
    # 1 % may be 1.5 %.
    assert shrink(1, 100, True) == pytest.approx(0.01 * 0.99 / (0.015 * 0.985))
    assert shrink(99, 100, True) == pytest.approx(shrink(1, 100, True))
    assert shrink(2, 100, False) == pytest.approx(2 / 2.5)


@pytest.mark.parametrize(("grain", "multiplier", "places"), [(100, 100, 0), (1_000, 100, 1), (10_000, 1_000, 1), (100, 1, 2)])
def test_decimals_in_shown_units(grain, multiplier, places):
    assert places_in(grain, multiplier) == places


def test_bands_are_those_of_the_policy():
    assert BANDS[0] == ROUNDED.threshold
