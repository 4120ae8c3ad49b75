"""Where one team stands on a framework: then, now, on what evidence, and by whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from equity.maturity import RATERS_BY_WEIGHT, Score, item_level, shown_level
from equity.rater_spread import RaterSpread, rater_spread

# Raised whenever the rule for a level changes: what was kept by an older one is made anew.
LEVELS_VERSION = "1"


@dataclass(frozen=True, slots=True)
class TeamDomain:
    """One domain of one team; then and now are None where it was not scored.

    unsupported: it moved up since the start, and nobody who gave the level brought evidence; words, next_words: what the level of now and the
    next one say, empty where there are none.
    """

    domain_id: str
    label: str
    then: int | None = None
    now: int | None = None
    unsupported: bool = False
    raters: RaterSpread = RaterSpread()
    words: str = ""
    next_words: str = ""

    @property
    def move(self) -> int:
        """Levels up since the start, negative for down; 0 where it was not scored twice."""
        return 0 if self.then is None or self.now is None else self.now - self.then


@dataclass(frozen=True, slots=True)
class TeamMaturity:
    """One team on one framework. name: its own, or a code where the viewer may not know whose levels these are (is_named False)."""

    team_id: str
    name: str
    is_named: bool
    domains: tuple[TeamDomain, ...]
    first_on: date | None = None
    latest_on: date | None = None
    shown_rater: str = ""

    @property
    def is_scored(self) -> bool:
        return any(domain.now is not None for domain in self.domains)

    @property
    def is_scored_twice(self) -> bool:
        """True where at least one domain has a level then and now: only such a team can have moved."""
        return any(domain.then is not None for domain in self.domains)


def team_domains(scores: Sequence[Score], domains: Mapping[str, str]) -> tuple[TeamDomain, ...]:
    """Every domain of one team, in the framework's order.

    Takes    scores of one team on one framework's version; domains: label by domain_id.
    """
    parts = defaultdict(list)
    for score in scores:
        parts[score.domain_id].append(score)
    return tuple(team_domain(domain_id, label, parts[domain_id]) for domain_id, label in domains.items())


def team_domain(domain_id: str, label: str, scores: Sequence[Score]) -> TeamDomain:
    """One domain of one team; without scores it has no levels."""
    if not scores:
        return TeamDomain(domain_id, label)
    shown = shown_level(scores)
    is_up = shown.then is not None and shown.now > shown.then
    return TeamDomain(domain_id, label, shown.then, shown.now, is_up and lacks_evidence(scores), rater_spread(scores))


def lacks_evidence(scores: Sequence[Score]) -> bool:
    """True where an item that moved up has a level that came without evidence.

    Takes    scores of one team and one domain.
    """
    items = defaultdict(list)
    for score in scores:
        items[score.item_id].append(score)
    return any(item_lacks_evidence(of_item) for item_id, of_item in items.items() if item_id or len(items) == 1)


def item_lacks_evidence(scores: Sequence[Score]) -> bool:
    """True for an item that moved up while nobody of the shown kind who gave this level or more since brought evidence."""
    level = item_level(scores)
    if level.then is None or level.now <= level.then:
        return False
    rater = weightiest_rater(scores)
    own = [score for score in scores if score.rater == rater]
    first = min(score.assessed_on for score in own)
    return not any(score.evidence.strip() for score in own if score.assessed_on > first and score.level >= level.now)


def weightiest_rater(scores: Sequence[Score]) -> str:
    """Whose levels are shown: agreed ones before the coach's, the coach's before the team's own; empty without scores."""
    raters = {score.rater for score in scores}
    return next((kind for kind in RATERS_BY_WEIGHT if kind in raters), "")
