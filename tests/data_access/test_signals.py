"""The signals that a load keeps: those of the chart of the exact gap, hidden where the verdict is."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from data_access import schema
from data_access.signals import KeptSignal, kept_signals
from data_access.viewer import NETWORK_LEAD, Viewer
from equity.charts.signals import SHIFT, SIGNAL_RULES_VERSION
from tests.data_access.builder import Builder

# Twelve quarters: the gap is 20 points for six of them, then 5 for six.
FELL = " ".join(["200/400 - -"] * 6 + ["260/400 - -"] * 6)
STILL = " ".join(["280/400 - -"] * 12)
SMALL_FELL = " ".join(["5/20 - -"] * 6 + ["9/20 - -"] * 6)
TEAMS = {"a": (FELL, STILL), "b": (STILL, STILL), "c": (SMALL_FELL, STILL)}


@pytest.fixture
def reported(made: Builder) -> Builder:
    for team_id, (focus, others) in TEAMS.items():
        made.team(team_id)
        made.reports(f"{team_id} black 2023-01-01 {focus}\n{team_id} white 2023-01-01 {others}")
    made.keep()
    return made


def rules_of(signals: tuple[KeptSignal, ...]) -> list[tuple[str, int]]:
    return [(signal.rule, signal.side) for signal in signals]


def test_a_gap_that_fell_and_stayed_low_is_kept_as_a_shift_on_either_side_of_its_median(reported):
    found = kept_signals(NETWORK_LEAD, ["a", "b", "c"], ["bp"])
    assert set(found) == {("a", "bp")}
    assert (SHIFT, 1) in rules_of(found["a", "bp"]) and (SHIFT, -1) in rules_of(found["a", "bp"])
    low = next(signal for signal in found["a", "bp"] if (signal.rule, signal.side) == (SHIFT, -1))
    assert (low.first_period.isoformat(), low.last_period.isoformat(), low.seen) == ("2024-07-01", "2025-10-01", 6)


def test_what_rests_on_hidden_numbers_is_shown_to_the_team_alone(reported):
    assert ("c", "bp") not in kept_signals(NETWORK_LEAD, ["c"], ["bp"])
    assert ("c", "bp") not in kept_signals(Viewer("team_member", frozenset("a")), ["c"], ["bp"])


def test_a_measure_that_a_team_hides_shows_its_signals_to_the_team_alone(made):
    made.team("a", terms={"visibility": "hidden"})
    made.reports(f"a black 2023-01-01 {FELL}\na white 2023-01-01 {STILL}")
    made.keep()
    assert kept_signals(NETWORK_LEAD, ["a"], ["bp"]) == {}
    assert ("a", "bp") in kept_signals(Viewer("team_member", frozenset("a")), ["a"], ["bp"])


def test_every_signal_bears_the_version_of_its_rules(reported):
    with reported.engine.connect() as connection:
        assert set(connection.scalars(select(schema.signal.c.rules_version))) == {SIGNAL_RULES_VERSION}


def test_a_new_load_makes_them_anew(reported):
    before = kept_signals(NETWORK_LEAD, ["a"], ["bp"])
    reported.keep()
    assert kept_signals(NETWORK_LEAD, ["a"], ["bp"]) == before


def test_nobody_asked_for_has_none(reported):
    assert kept_signals(NETWORK_LEAD, [], ["bp"]) == {}
