"""Tables far from the true one among those that a reader has to hold possible, found by linear programming."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from data_access.releasing.systems import System

# A solver that needs longer has shown nothing, and what is not shown to be open is hidden.
SECONDS = 5.0

FarWorld = Callable[[np.ndarray, np.ndarray, np.ndarray], np.ndarray]


def far_worlds(system: System) -> FarWorld:
    """A function from (still, down, up) to a table in which what is asked goes as far down and up as is wished, or else can be.

    Takes    still: numbers that stay as they are; down, up: by what is asked, as far as it shall go; endless where it need not.
    Reads    a solver's table counts where it is whole and adds up, so its rounding proves nothing wrong. scipy is imported here, in a load: web
             workers have no memory for it.
    """
    from scipy.optimize import Bounds, LinearConstraint, milp

    matrix, first = _matrix(system), len(system.true)
    cost = np.repeat([0.0, 1.0], [first, matrix.shape[1] - first])
    sums, people = system.sums.of(system.true), np.ones(system.people.size[0])

    def far_world(still: np.ndarray, down: np.ndarray, up: np.ndarray) -> np.ndarray:
        endless = np.full(len(people) + len(up), np.inf)
        rows = LinearConstraint(matrix, np.concatenate([sums, people, up, -endless[: len(up)]]), np.concatenate([sums, endless, down]))
        ends = Bounds(np.zeros(len(cost)), np.full(len(cost), np.inf))
        ends.lb[:first][still] = ends.ub[:first][still] = system.true[still]
        for whole in (None, np.ones_like(cost)):
            found = milp(cost, constraints=rows, bounds=ends, integrality=whole, options={"time_limit": SECONDS}).x
            table = system.true if found is None else np.rint(found[:first]).astype(np.int64)
            if system.allows(table):
                return table
        return system.true

    return far_world


def _matrix(system: System):
    """Sums, people, and what is asked twice: with what it is short of going up, and less what it is short of going down."""
    from scipy.sparse import block_array, csc_array, eye_array

    sums, people, asked = (csc_array((one.signs, (one.rows, one.places)), shape=one.size) for one in (system.sums, system.people, system.asked))
    short = eye_array(system.asked.size[0])
    return block_array([[sums, None, None], [people, None, None], [asked, short, None], [asked, None, -short]], format="csc")
