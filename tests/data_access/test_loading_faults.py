from __future__ import annotations

import pytest

from data_access.loading import faults
from data_access.loading.faults import Faults


def test_faults_are_counted_beyond_those_that_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faults, "LISTED_MOST", 2)
    found = Faults()
    for row in (2, 3, 3, None):
        found.add("x.csv", row, "c", "v", "A rule", "Do.")
    found.add_rows("y.csv", [5, 6])
    assert (found.found, len(found.listed), found.rejected, found.full) == (6, 2, 4, True)


def test_faults_stand_by_file_in_the_order_of_its_rows() -> None:
    found = Faults()
    for file, row in (("b.csv", 9), ("a.csv", 3), ("b.csv", None), ("a.csv", 2)):
        found.add(file, row, None, None, "A rule", "Do.")
    assert [(fault.file, fault.row) for fault in found.in_order()] == [("b.csv", None), ("b.csv", 9), ("a.csv", 2), ("a.csv", 3)]


@pytest.mark.parametrize(("value", "shown"), [(None, None), ("", None), (0, "0"), ("x" * 80, "x" * 80), ("x" * 81, "x" * 79 + "…")])
def test_a_value_is_shown_short(value: object, shown: str | None) -> None:
    found = Faults()
    found.add("x.csv", 2, None, value, "A rule", "Do.")
    assert found.listed[0].value == shown
