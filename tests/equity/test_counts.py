from __future__ import annotations

import pytest

from equity.counts import HIDDEN_COUNT, Count


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
