from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import scipy.optimize

from data_access.releasing.policy import SHARED_COUNTS
from data_access.releasing.systems import System, system_of
from data_access.releasing.worlds import far_worlds
from tests.data_access.releasing.small_tables import hidden_at, table

SOLVE = scipy.optimize.milp


def four_hidden() -> System:
    """black and white of A and B: whoever turns white in A turns black in B."""
    made = table("A all=60/120 black=4/60 white=56/60 \n B all=60/120 black=30/60 white=30/60")
    return system_of(made, SHARED_COUNTS, hidden_at(made, *(f"{team}:{group}" for team in "AB" for group in ("black", "white"))))


def asked_at(system: System, way: str, goal: float, still: bool = False) -> int:
    """A's black people with the event in a table where they go to this goal."""
    first = np.arange(system.asked.size[0]) == 0
    down, up = (np.where(first & (way == name), goal, end) for name, end in (("down", np.inf), ("up", -np.inf)))
    return int(system.asked.of(far_worlds(system)(np.full(len(system.true), still), down, up))[0])


def test_a_table_goes_as_far_as_is_wished_or_can_be():
    system = four_hidden()
    assert system.asked.of(system.true)[0] == 4
    assert asked_at(system, "down", 1) <= 1
    assert asked_at(system, "up", 10) >= 10
    # B has 30 black people with the event to give.
    assert asked_at(system, "up", 50) == 34


def test_what_is_still_does_not_move():
    assert asked_at(four_hidden(), "down", 1, still=True) == 4


def test_a_table_of_half_people_is_sought_again_in_whole_ones(monkeypatch):
    asked = []

    def half_first(*given, integrality, **how):
        asked.append(integrality is not None)
        found = SOLVE(*given, integrality=integrality, **how)
        return found if asked[-1] else SimpleNamespace(x=found.x + 0.6)

    monkeypatch.setattr(scipy.optimize, "milp", half_first)
    assert asked_at(four_hidden(), "up", 10) >= 10
    assert asked == [False, True]


def test_without_a_table_the_true_one_is_all_that_is_known(monkeypatch):
    for found in (None, np.zeros(100)):
        monkeypatch.setattr(scipy.optimize, "milp", lambda *_, found=found, **_how: SimpleNamespace(x=found))
        assert asked_at(four_hidden(), "up", 10) == 4
