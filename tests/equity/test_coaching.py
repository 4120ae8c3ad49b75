from __future__ import annotations

from datetime import date, timedelta

import pytest

from equity import coaching
from equity.coaching import DAYS_WITHOUT_TEST, Need, coaching_needs, grouped, has_stopped

AS_OF = date(2026, 10, 28)


@pytest.mark.parametrize(("days", "stopped"), [(DAYS_WITHOUT_TEST - 1, False), (DAYS_WITHOUT_TEST, False), (DAYS_WITHOUT_TEST + 1, True)])
def test_a_team_has_stopped_when_no_test_ran_for_longer_than_an_action_period(days, stopped):
    assert has_stopped(AS_OF - timedelta(days=days), AS_OF) is stopped
    assert coaching.tests_needed_since(AS_OF) == AS_OF - timedelta(days=120)


def test_a_team_that_never_tested_has_not_stopped():
    assert has_stopped(None, AS_OF) is False


def test_a_team_is_named_once_with_every_sign_in_the_order_of_the_alphabet():
    names = {"b": "birch", "a": "Ash", "c": "Cedar"}
    long_ago = AS_OF - timedelta(days=200)
    found = coaching_needs(
        names,
        widening=[("b", "bp"), ("b", "preterm"), ("gone", "bp")],
        silent=[("a", "bp"), ("b", "visits")],
        tested_until={"b": long_ago, "c": AS_OF},
        as_of=AS_OF,
    )
    assert found == (Need("a", "Ash", (), ("bp",)), Need("b", "birch", ("bp", "preterm"), ("visits",), long_ago))


def test_where_nothing_calls_for_coaching_nobody_is_named():
    assert coaching_needs({"a": "Ash"}, widening=[], silent=[], tested_until={}, as_of=AS_OF) == ()
    assert grouped([]) == {}
