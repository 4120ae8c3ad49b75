from __future__ import annotations

from datetime import date

import pytest

from equity.progress_scale import STEPS, ProgressCounts, RatedProgress, by_step, progress_counts, shown_progress, step_words


def scores(table: str) -> list[RatedProgress]:
    """One line a score: day, rater, score."""
    return [RatedProgress(date.fromisoformat(day), rater, float(score)) for day, rater, score in (line.split() for line in table.strip().splitlines())]


def test_the_scale_runs_in_halves_from_a_half_to_five():
    assert list(STEPS) == [number / 2 for number in range(1, 11)]


# On a step, between two, below the first.
@pytest.mark.parametrize(("score", "words"), [(3.5, STEPS[3.5]), (3.7, STEPS[3.5]), (5.0, STEPS[5.0]), (0.2, STEPS[0.5])])
def test_a_score_between_two_steps_says_the_lower_one(score, words):
    assert step_words(score) == words


@pytest.mark.parametrize(
    ("table", "shown"),
    [
        ("2025-07-31 self 1", (None, 1.0)),
        ("2026-01-31 coach 2\n 2025-07-31 coach 1\n 2025-07-31 self 3", (1.0, 2.0)),
        ("2025-07-31 coach 1\n 2026-01-31 consensus 2\n 2026-03-31 consensus 2.5", (2.0, 2.5)),
        # A rater of another kind is heard where there is nobody else.
        ("2025-07-31 director 1\n 2026-07-31 director 3", (1.0, 3.0)),
        ("2025-07-31 director 1\n 2026-07-31 self 3", (None, 3.0)),
    ],
)
def test_then_and_now_are_of_one_kind_of_rater(table, shown):
    assert shown_progress(scores(table)) == shown


def test_the_network_is_counted_by_step_with_its_moves():
    teams = [
        "2025-07-31 coach 1\n 2026-01-31 coach 2",
        "2025-07-31 coach 2\n 2026-02-28 coach 2",
        "2025-07-31 coach 3\n 2026-01-31 coach 2.7",
        "2026-01-31 self 5",
    ]
    found = progress_counts([scores(table) for table in teams])
    # then: 1, 2, 3; now: 2, 2, 2.7 (on 2.5), 5
    assert found.then == (0, 1, 0, 1, 0, 1, 0, 0, 0, 0)
    assert found.now == (0, 0, 0, 2, 1, 0, 0, 0, 0, 1)
    assert (found.up, found.same, found.down, found.teams) == (1, 1, 1, 4)
    assert (found.first_on, found.latest_on, found.withheld) == (date(2025, 7, 31), date(2026, 2, 28), False)


def test_without_scores_every_step_is_empty():
    assert progress_counts([]) == ProgressCounts((0,) * 10, (0,) * 10)
    assert by_step([]) == (0,) * 10
