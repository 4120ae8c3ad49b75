"""Where all teams of a network stand on a framework: counts by level, and the middle team, never a mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median_low

from equity.team_maturity import TeamDomain, TeamMaturity

LEVELS = (1, 2, 3, 4, 5)


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
    """levels name the entries of each domain's counts."""

    domains: tuple[DomainProfile, ...]
    levels: tuple[int, ...]
    teams: int
    first_on: date | None
    latest_on: date | None


def maturity_profile(teams: Sequence[TeamMaturity], domains: Mapping[str, str], levels: Sequence[int] = LEVELS) -> MaturityProfile:
    """Where the teams stand now against their start.

    Takes    teams: each with every domain in the order of `domains` (label by domain_id).
    """
    scored = [team for team in teams if team.is_scored]
    return MaturityProfile(
        domains=tuple(
            domain_profile(domain_id, label, [team.domains[place] for team in scored], levels) for place, (domain_id, label) in enumerate(domains.items())
        ),
        levels=tuple(levels),
        teams=len(scored),
        first_on=min((team.first_on for team in scored), default=None),
        latest_on=max((team.latest_on for team in scored), default=None),
    )


def domain_profile(domain_id: str, label: str, teams: Sequence[TeamDomain], levels: Sequence[int]) -> DomainProfile:
    """One domain over its teams; those that were not scored on it count nowhere."""
    then, now = [one.then for one in teams if one.then is not None], [one.now for one in teams if one.now is not None]
    return DomainProfile(
        domain_id=domain_id,
        label=label,
        then=median_low(then) if then else None,
        now=median_low(now) if now else None,
        counts_then=counts_by_level(then, levels),
        counts_now=counts_by_level(now, levels),
        up=sum(one.move > 0 for one in teams),
        down=sum(one.move < 0 for one in teams),
    )


def withheld_domain(domain: DomainProfile) -> DomainProfile:
    """The domain without any count or level."""
    none = (0,) * len(domain.counts_now)
    return DomainProfile(domain.domain_id, domain.label, None, None, none, none, 0, 0, withheld=True)


def counts_by_level(shown: Iterable[int], levels: Sequence[int]) -> tuple[int, ...]:
    """How many stand on each level."""
    counts = Counter(shown)
    return tuple(counts[level] for level in levels)
