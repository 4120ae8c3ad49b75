from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from equity.maturity import Score, ShownLevel, maturity_profile, shown_level
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


NETWORK = """
a 2025-07-01 consensus x within   - 1 minutes
a 2026-03-01 consensus x within   - 3 -
b 2025-07-05 consensus x within   - 2 minutes
b 2026-03-05 consensus x within   - 2 -
c 2025-07-05 consensus x within   - 4 minutes
c 2026-03-05 consensus x within   - 3 minutes
d 2026-03-09 coach     c within   - 5 minutes
a 2025-07-01 consensus x together - 2 minutes
"""


def test_a_profile_counts_teams_by_level_then_and_now():
    within, together = maturity_profile(scores_of(NETWORK), DOMAINS).domains
    assert (within.label, together.domain_id) == ("Leading from within", "together")
    # then: a 1, b 2, c 4; now: a 3, b 2, c 3, d 5
    assert (within.counts_then, within.counts_now) == ((1, 1, 0, 1, 0), (0, 1, 2, 0, 1))
    # middle of 1 2 4; lower middle of 2 3 3 5
    assert (within.then, within.now) == (2, 3)
    assert (within.up, within.down) == (1, 1)
    assert (together.then, together.now) == (None, 2)


def test_a_profile_knows_its_teams_and_dates():
    profile = maturity_profile(scores_of(NETWORK), DOMAINS)
    assert (profile.teams, profile.first_on, profile.latest_on) == (4, date(2025, 7, 1), date(2026, 3, 9))


def test_a_rise_without_evidence_is_flagged():
    # a rose from 1 to 3 without any; b stayed, c fell
    assert [(score.team_id, score.level) for score in maturity_profile(scores_of(NETWORK), DOMAINS).unsupported] == [("a", 3)]


def test_a_rise_over_another_raters_level_is_no_up_move():
    table = "a 2025-07-01 self r1 within - 1 -\n a 2026-07-01 self r2 within - 4 -"
    assert maturity_profile(scores_of(table), DOMAINS).unsupported == ()


def test_nobody_scored_gives_empty_domains():
    profile = maturity_profile((), DOMAINS)
    assert (profile.teams, profile.first_on, profile.unsupported) == (0, None, ())
    assert all(domain.now is None and domain.counts_now == (0, 0, 0, 0, 0) for domain in profile.domains)
