from __future__ import annotations

import numpy as np
import pytest

from equity.links import LINKS, logistic

RATES = np.array([0.001, 0.2, 0.5, 0.9, 0.999])


@pytest.mark.parametrize("link", LINKS.values(), ids=lambda link: link.name)
def test_a_scale_leads_there_and_back(link):
    assert link.back(link.of(RATES)) == pytest.approx(RATES)


@pytest.mark.parametrize("link", LINKS.values(), ids=lambda link: link.name)
def test_steepness_is_the_change_of_the_rate_for_a_small_step(link):
    step = 1e-6
    moved = (link.back(link.of(RATES) + step) - link.back(link.of(RATES) - step)) / (2 * step)
    assert link.steepness(RATES) == pytest.approx(moved, rel=1e-6)


def test_far_values_end_at_0_and_100_percent_without_overflow():
    assert logistic(np.array([-1e4, 0, 1e4])).tolist() == [0, 0.5, 1]
    assert np.isfinite(LINKS["log"].back(np.array([1e5]))).all()
