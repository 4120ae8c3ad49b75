"""Maturity: levels that people gave, put together without ever taking a mean of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from statistics import median_low

SELF, COACH, CONSENSUS = "self", "coach", "consensus"
# Whose level is shown, the first that there is.
RATERS_BY_WEIGHT = (CONSENSUS, COACH, SELF)
# Members of one team score themselves on different days of one round.
SELF_ROUND_DAYS = 30
LEVELS = (1, 2, 3, 4, 5)


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


@dataclass(frozen=True, slots=True)
class DomainProfile:
    """A domain over all teams: the middle team's level then and now, and how many teams stand on each level.

    withheld: too few teams to be counted for whoever asks; nothing else is said of them.
    """

    domain_id: str
    label: str
    then: int | None
    now: int | None
    counts_then: tuple[int, ...]
    counts_now: tuple[int, ...]
    up: int
    down: int
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class MaturityProfile:
    """levels name the entries of each domain's counts; unsupported = up-moves that came without evidence."""

    domains: tuple[DomainProfile, ...]
    levels: tuple[int, ...]
    teams: int
    first_on: date | None
    latest_on: date | None
    unsupported: tuple[Score, ...]


def maturity_profile(scores: Sequence[Score], domains: Mapping[str, str], levels: Sequence[int] = LEVELS) -> MaturityProfile:
    """Where the teams stand now against their start.

    Takes    scores of one framework's version; domains: label by domain_id, in the order shown.
    """
    parts = defaultdict(list)
    for score in scores:
        parts[score.domain_id, score.team_id].append(score)
    shown = defaultdict(list)
    for (domain_id, _), of_team in parts.items():
        shown[domain_id].append(shown_level(of_team))
    days = [score.assessed_on for score in scores]
    return MaturityProfile(
        domains=tuple(domain_profile(domain_id, label, shown[domain_id], levels) for domain_id, label in domains.items()),
        levels=tuple(levels),
        teams=len({score.team_id for score in scores}),
        first_on=min(days, default=None),
        latest_on=max(days, default=None),
        unsupported=unsupported_moves(scores),
    )


def domain_profile(domain_id: str, label: str, shown: Sequence[ShownLevel], levels: Sequence[int]) -> DomainProfile:
    """One domain over its teams."""
    then, now = [one.then for one in shown if one.then is not None], [one.now for one in shown]
    moves = [one.now - one.then for one in shown if one.then is not None]
    return DomainProfile(
        domain_id=domain_id,
        label=label,
        then=median_low(then) if then else None,
        now=median_low(now) if now else None,
        counts_then=counts_by_level(then, levels),
        counts_now=counts_by_level(now, levels),
        up=sum(move > 0 for move in moves),
        down=sum(move < 0 for move in moves),
    )


def withheld_domain(domain: DomainProfile) -> DomainProfile:
    """The domain without any count or level."""
    none = (0,) * len(domain.counts_now)
    return DomainProfile(domain.domain_id, domain.label, None, None, none, none, 0, 0, withheld=True)


def counts_by_level(shown: Iterable[int], levels: Sequence[int]) -> tuple[int, ...]:
    """How many stand on each level."""
    counts = Counter(shown)
    return tuple(counts[level] for level in levels)


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


def unsupported_moves(scores: Sequence[Score]) -> tuple[Score, ...]:
    """Scores above the same rater's last one that bring no evidence."""

    def rated(score: Score) -> tuple[str, ...]:
        return (score.team_id, score.domain_id, score.item_id, score.rater, score.rater_code)

    ordered = sorted(scores, key=lambda score: (*rated(score), score.assessed_on))
    found = []
    for _, run in groupby(ordered, key=rated):
        own = list(run)
        found += [later for earlier, later in zip(own, own[1:], strict=False) if later.level > earlier.level and not later.evidence.strip()]
    return tuple(found)
