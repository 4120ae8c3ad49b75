from __future__ import annotations

import pytest

from equity.counts import HIDDEN_COUNT, Band, Count


@pytest.mark.parametrize(
    ("count", "known"),
    [
        (Count(0, 10), True),
        (Count(3, 10), True),
        (Count(0, 0), False),
        (Count(None, 10, "not_reported"), False),
        (HIDDEN_COUNT, False),
        (Count(4, None), False),
    ],
)
def test_a_count_is_known_with_a_numerator_over_somebody(count, known):
    assert count.known is known


def test_numbers_that_stand_in_for_others_say_so():
    assert Count(3, 10).is_exact and HIDDEN_COUNT.is_exact
    rounded = Count(18.6, 30, band=Band(30, 49))
    assert (rounded.known, rounded.is_exact) == (True, False)
