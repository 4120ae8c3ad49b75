"""Some teams' periods out of an array: nothing inside a team asks for another, so work is done where it is needed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Pairs of a team and a period. What is taken out stands as so many teams of one period."""

    teams: np.ndarray
    periods: np.ndarray

    def of(self, values: np.ndarray) -> np.ndarray:
        """Out of an array whose last axes are teams, columns and periods."""
        return np.moveaxis(values[..., self.teams, :, self.periods], 0, -2)[..., None]

    def of_team(self, values: np.ndarray) -> np.ndarray:
        """Out of an array whose last axes are teams and periods."""
        return values[..., self.teams, self.periods][..., None]

    def put(self, values: np.ndarray, taken: np.ndarray) -> None:
        """Back into the array that it was taken out of; in place."""
        values[..., self.teams, :, self.periods] = np.moveaxis(taken[..., 0], -2, 0)
