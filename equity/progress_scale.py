"""IHI's progress scale, 0.5 to 5: what people set it by. It is never computed.

Source   IHI, Assessment Scale for Collaboratives (2004), in our words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from equity.maturity import RATERS_BY_WEIGHT

SCALE_NAME = "IHI progress scale"
STEPS: Mapping[float, str] = {
    0.5: "intends to take part",
    1.0: "team and charter are set",
    1.5: "planning has begun",
    2.0: "active, no change tested yet",
    2.5: "changes tested, no improvement yet",
    3.0: "modest improvement",
    3.5: "improvement toward the goals",
    4.0: "half of the goals reached or more",
    4.5: "improvement that holds",
    5.0: "all goals met, built to last",
}


@dataclass(frozen=True, slots=True)
class RatedProgress:
    """One score of one team: when it was given and by which kind of rater."""

    scored_on: date
    rater: str
    score: float


@dataclass(frozen=True, slots=True)
class ProgressCounts:
    """How many teams stand on each step of the scale, at their start and now; moves of those that were scored twice."""

    then: tuple[int, ...]
    now: tuple[int, ...]
    up: int = 0
    same: int = 0
    down: int = 0
    first_on: date | None = None
    latest_on: date | None = None
    withheld: bool = False

    @property
    def teams(self) -> int:
        return sum(self.now)


def step_words(score: float) -> str:
    """What a score says; for one between two steps what the lower one says."""
    return STEPS[max((step for step in STEPS if step <= score), default=min(STEPS))]


def shown_progress(scores: Sequence[RatedProgress]) -> tuple[float | None, float]:
    """A team's score at its start and now, by one kind of rater throughout: agreed, else the coach's, else its own, else anybody's.

    Takes    scores of one team, at least one.
    Returns  (then, now); then is None where it was scored once.
    """
    raters = {one.rater for one in scores}
    kind = next(kind for kind in (*RATERS_BY_WEIGHT, *sorted(raters)) if kind in raters)
    own = sorted((one for one in scores if one.rater == kind), key=lambda one: one.scored_on)
    return (own[0].score if len(own) > 1 else None), own[-1].score


def progress_counts(teams: Sequence[Sequence[RatedProgress]]) -> ProgressCounts:
    """The network by step. Takes every team's scores, teams without any left out."""
    shown = [shown_progress(scores) for scores in teams]
    moves = [now - then for then, now in shown if then is not None]
    days = [one.scored_on for scores in teams for one in scores]
    return ProgressCounts(
        then=by_step([then for then, _ in shown if then is not None]),
        now=by_step([now for _, now in shown]),
        up=sum(move > 0 for move in moves),
        same=sum(move == 0 for move in moves),
        down=sum(move < 0 for move in moves),
        first_on=min(days, default=None),
        latest_on=max(days, default=None),
    )


def by_step(scores: Sequence[float]) -> tuple[int, ...]:
    """How many scores lie on each step; one between two steps counts on the lower."""
    steps = list(STEPS)
    return tuple(sum(low <= score < high for score in scores) for low, high in zip(steps, [*steps[1:], float("inf")], strict=True))
