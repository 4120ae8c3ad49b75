from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from equity.maturity import Score, ShownLevel, shown_level
from tests import naive

DOMAINS = {"within": "Leading from within", "together": "Leading together"}


def scores_of(table: str) -> tuple[Score, ...]:
    """One line a score: team, date, rater, rater code, domain, item (- = none), level, evidence (- = none)."""
    rows = [line.split() for line in table.strip().splitlines()]
    return tuple(Score(t, date.fromisoformat(d), r, c, dom, "" if i == "-" else i, int(level), "" if e == "-" else e) for t, d, r, c, dom, i, level, e in rows)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        # one assessment shows no change
        ("a 2025-07-01 self r1 within - 3 -", ShownLevel(None, 3)),
        # consensus outweighs a later coach, coach a later self
        ("a 2025-07-01 consensus x within - 2 -\n a 2025-08-01 coach c within - 4 -", ShownLevel(None, 2)),
        ("a 2025-07-01 coach c within - 2 -\n a 2025-08-01 self r within - 4 -", ShownLevel(None, 2)),
        # like with like: the first consensus, not the first self
        ("a 2025-07-01 self r within - 5 -\n a 2025-09-01 consensus x within - 2 -\n a 2026-03-01 consensus x within - 3 -", ShownLevel(2, 3)),
        # median of the team's own, lower of two: 2, 3, 3, 4 -> 3; 2, 3 -> 2
        (
            "a 2025-07-01 self r1 within - 2 -\n a 2025-07-01 self r2 within - 3 -\n a 2025-07-02 self r3 within - 3 -\n a 2025-07-02 self r4 within - 4 -",
            ShownLevel(None, 3),
        ),
        ("a 2025-07-01 self r1 within - 2 -\n a 2025-07-01 self r2 within - 3 -", ShownLevel(None, 2)),
        # two coaches on one day: lower of two
        ("a 2025-07-01 coach c1 within - 4 -\n a 2025-07-01 coach c2 within - 3 -", ShownLevel(None, 3)),
        # one rater twice in a round counts once, by the later level
        ("a 2025-07-01 self r1 within - 1 -\n a 2025-07-20 self r1 within - 4 -", ShownLevel(None, 4)),
        # items: median, lower of two; a domain that has items is scored by them
        ("a 2025-07-01 coach c within i1 2 -\n a 2025-07-01 coach c within i2 4 -", ShownLevel(None, 2)),
        ("a 2025-07-01 coach c within i1 2 -\n a 2025-07-01 coach c within - 5 -", ShownLevel(None, 2)),
    ],
)
def test_the_level_that_is_shown(table, expected):
    assert shown_level(scores_of(table)) == expected


@pytest.mark.parametrize(("second", "then"), [("2025-07-30", None), ("2025-07-31", None), ("2025-08-01", 2)])
def test_a_teams_own_round_lasts_thirty_days(second, then):
    found = shown_level(scores_of(f"a 2025-07-01 self r1 within - 2 -\n a {second} self r1 within - 4 -"))
    assert found == ShownLevel(then, 4)


@given(st.lists(st.integers(1, 5), min_size=1, max_size=9))
def test_the_median_of_raters_is_always_a_level_that_somebody_gave(levels):
    table = "\n".join(f"a 2025-07-01 self r{number} within - {level} -" for number, level in enumerate(levels))
    found = shown_level(scores_of(table)).now
    assert found == naive.lower_median(levels)
    assert found in levels
