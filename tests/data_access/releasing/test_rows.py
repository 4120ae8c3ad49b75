from __future__ import annotations

import numpy as np

from data_access.releasing.rows import Rows

# Two numbers x three teams x four columns x five periods.
VALUES = np.arange(2 * 3 * 4 * 5).reshape(2, 3, 4, 5)
SOME = Rows(np.array([0, 2]), np.array([1, 4]))


def test_teams_of_one_period_are_taken_out_and_put_back_where_they_were():
    taken = SOME.of(VALUES)
    assert taken.shape == (2, 2, 4, 1)
    assert taken[:, 1, :, 0].tolist() == VALUES[:, 2, :, 4].tolist()
    changed = VALUES.copy()
    SOME.put(changed, taken + 1_000)
    assert np.argwhere(changed != VALUES)[:, [1, 3]].tolist() == [[team, period] for _ in range(2) for team, period in ((0, 1), (2, 4)) for _ in range(4)]


def test_values_without_columns_are_taken_out_the_same_way():
    assert SOME.of_team(VALUES[0, :, 0]).ravel().tolist() == [VALUES[0, 0, 0, 1], VALUES[0, 2, 0, 4]]
