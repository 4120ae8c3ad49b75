from __future__ import annotations

import pytest

from equity.charts.subgroups import subgroup_constants


@pytest.mark.parametrize(
    ("size", "constants"),
    # Montgomery, appendix VI.
    [(2, (0.7979, 2.659, 0, 3.267)), (5, (0.9400, 1.427, 0, 2.089)), (6, (0.9515, 1.287, 0.030, 1.970)), (25, (0.9896, 0.606, 0.565, 1.435))],
)
def test_constants_are_the_published_ones(size, constants):
    found = subgroup_constants(size)
    assert (found.c4, found.a3, found.b3, found.b4) == pytest.approx(constants, abs=6e-4)
