"""How far apart those who rate one team stand: the team's own members, its coach, and the level that they agreed on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_low

from equity.maturity import COACH, CONSENSUS, SELF, SELF_ROUND_DAYS, Score

# From this many levels on, two raters see another team.
APART = 2
# Ratings further from each other in time would show a change, not a disagreement.
COMPARED_DAYS = 92


@dataclass(frozen=True, slots=True)
class RaterSpread:
    """The levels of one domain by who gave them; None where nobody of that kind did.

    own, coach: the middle of each kind, lower of two; lowest, highest: over every single rater; raters: how many there are, agreed levels not counted.
    """

    own: int | None = None
    coach: int | None = None
    agreed: int | None = None
    lowest: int | None = None
    highest: int | None = None
    raters: int = 0

    @property
    def apart(self) -> int:
        """How many levels lie between the lowest rater and the highest."""
        return 0 if self.lowest is None or self.highest is None else self.highest - self.lowest

    @property
    def disagrees(self) -> bool:
        """True where two raters stand two levels apart or more."""
        return self.apart >= APART


def rater_spread(scores: Sequence[Score]) -> RaterSpread:
    """Who gave which level in the latest round.

    Takes    scores of one team and one domain.
    Reads    a kind of rater whose last round is more than three months older than the latest one is left out.
    """
    latest = max((score.assessed_on for score in scores), default=None)
    kinds = {kind: last_round(kind, scores) for kind in (SELF, COACH, CONSENSUS)}
    near = {kind: found for kind, found in kinds.items() if found and (latest - max(one.assessed_on for one in found)).days <= COMPARED_DAYS}
    levels = {kind: rater_levels(found) for kind, found in near.items()}
    single = [level for kind in (SELF, COACH) for level in levels.get(kind, ())]
    middle = {kind: median_low(found) for kind, found in levels.items()}
    return RaterSpread(
        own=middle.get(SELF),
        coach=middle.get(COACH),
        agreed=middle.get(CONSENSUS),
        lowest=min(single, default=None),
        highest=max(single, default=None),
        raters=len(single),
    )


def last_round(kind: str, scores: Sequence[Score]) -> list[Score]:
    """The scores of this kind of rater that belong to its last round."""
    own = [score for score in scores if score.rater == kind]
    last = max((score.assessed_on for score in own), default=None)
    return [score for score in own if (last - score.assessed_on).days <= SELF_ROUND_DAYS]


def rater_levels(scores: Sequence[Score]) -> list[int]:
    """The level of each single rater: of items the median, lower of two."""
    by_rater: dict[str, dict[str, int]] = defaultdict(dict)
    for score in sorted(scores, key=lambda score: score.assessed_on):
        by_rater[score.rater_code][score.item_id] = score.level
    return [domain_level(items) for items in by_rater.values()]


def domain_level(items: dict[str, int]) -> int:
    """One rater's level of a domain; where it has items it is scored by them."""
    return median_low(level for item_id, level in items.items() if item_id or len(items) == 1)
