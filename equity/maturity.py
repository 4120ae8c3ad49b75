"""Maturity: levels that people gave, put together without ever taking a mean of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median_low

SELF, COACH, CONSENSUS = "self", "coach", "consensus"
# Whose level is shown, the first that there is.
RATERS_BY_WEIGHT = (CONSENSUS, COACH, SELF)
# Members of one team score themselves on different days of one round.
SELF_ROUND_DAYS = 30


@dataclass(frozen=True, slots=True)
class Score:
    """One rater's level of one item on one date; item_id is empty for a domain without items."""

    team_id: str
    assessed_on: date
    rater: str
    rater_code: str
    domain_id: str
    item_id: str
    level: int
    evidence: str


@dataclass(frozen=True, slots=True)
class ShownLevel:
    """A team's level of a domain: at its first scoring and now; then is None where it was scored once."""

    then: int | None
    now: int


def shown_level(scores: Sequence[Score]) -> ShownLevel:
    """The level of one team and domain that is shown: median of its items, lower of two.

    Takes    scores of one team and one domain, at least one.
    Reads    an item's level is the latest consensus, else the coach's, else the median of the team's own; then = the first of the same kind.
    """
    items = defaultdict(list)
    for score in scores:
        items[score.item_id].append(score)
    if len(items) > 1:
        # A domain that has items is scored by them.
        items.pop("", None)
    shown = [item_level(of_item) for of_item in items.values()]
    then = [one.then for one in shown if one.then is not None]
    return ShownLevel(median_low(then) if then else None, median_low([one.now for one in shown]))


def item_level(scores: Sequence[Score]) -> ShownLevel:
    """The level of one item by the weightiest kind of rater."""
    rater = next(kind for kind in RATERS_BY_WEIGHT if any(score.rater == kind for score in scores))
    own = [score for score in scores if score.rater == rater]
    first, last = round_of(own, min), round_of(own, max)
    # Like with like: one round, or two that overlap, show no change.
    apart = not {score.assessed_on for score in first} & {score.assessed_on for score in last}
    return ShownLevel(round_level(first, min) if apart else None, round_level(last, max))


def round_of(scores: Sequence[Score], end: Callable[[Iterable[date]], date]) -> list[Score]:
    """The scores of the first or last round: one day, or for the team itself some days."""
    day = end(score.assessed_on for score in scores)
    reach = SELF_ROUND_DAYS if scores[0].rater == SELF else 0
    return [score for score in scores if abs((score.assessed_on - day).days) <= reach]


def round_level(scores: Sequence[Score], end: Callable[..., Score]) -> int:
    """Median over the raters, lower of two; of a rater who scored twice the outer one."""
    by_rater = defaultdict(list)
    for score in scores:
        by_rater[score.rater_code].append(score)
    return median_low(end(own, key=lambda score: score.assessed_on).level for own in by_rater.values())
