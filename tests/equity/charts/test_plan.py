from __future__ import annotations

import pytest

from equity.charts.plan import Plan, base_of, phase_slices


@pytest.mark.parametrize(
    ("ends", "phases"),
    [((), [(0, 6)]), ((2,), [(0, 2), (2, 6)]), ((4, 2), [(0, 2), (2, 4), (4, 6)]), ((0, 6, 9, 3, 3), [(0, 3), (3, 6)])],
)
def test_phases_end_after_the_points_that_people_named(ends, phases):
    assert [(phase.start, phase.stop) for phase in phase_slices(6, Plan(phases=ends))] == phases


def test_no_points_have_no_phase():
    assert phase_slices(0, Plan(phases=(3,))) == []


@pytest.mark.parametrize(
    ("plan", "base"),
    [
        (Plan(), "111111"),
        (Plan(freeze=2), "110000"),
        (Plan(freeze=6), "111111"),
        (Plan(freeze=9), "111111"),
        (Plan(excluded=frozenset({1, 6, 9})), "011110"),
        (Plan(freeze=3, excluded=frozenset({2})), "101000"),
        # A freeze holds within its own phase: the next one makes its own limits.
        (Plan(freeze=2, phases=(4,)), "110011"),
        (Plan(freeze=5, phases=(4,)), "111110"),
        (Plan(freeze=4, phases=(4,)), "111111"),
    ],
)
def test_limits_are_made_from_the_base(plan, base):
    assert "".join(str(int(one)) for one in base_of(6, plan)) == base
