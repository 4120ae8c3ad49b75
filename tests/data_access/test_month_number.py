"""The number of a period is the same in both databases and in Python."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from data_access import schema
from data_access.month_number import number_of, number_of_period, period_number
from equity.periods import period_of


@pytest.mark.parametrize(("grain", "length"), [("month", 1), ("quarter", 3), ("half-year", 6), ("year", 12)])
@pytest.mark.parametrize("day", [date(2025, 1, 1), date(2025, 3, 31), date(2025, 4, 1), date(2025, 6, 30), date(2025, 7, 1), date(2025, 12, 31)])
def test_both_databases_number_periods_as_python_does(made, grain, length, day):
    made.insert(schema.event, {"event_id": "e", "kind": "convening", "number": 1, "name": "First", "starts_on": day, "ends_on": day})
    with made.engine.connect() as connection:
        found = connection.execute(select(period_number(schema.event.c.starts_on, length))).scalar_one()
    assert found == number_of(day, length) == number_of_period(period_of(day, grain))
