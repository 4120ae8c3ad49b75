"""What the teams of a network did on a framework: who moved, on what evidence, and where raters see another team."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median_low

from equity.rater_spread import RaterSpread
from equity.team_maturity import TeamDomain, TeamMaturity


@dataclass(frozen=True, slots=True)
class DomainMoves:
    """One domain over all teams.

    up, same, down: teams scored then and now; unsupported: of those up, without evidence; rated: teams with two raters or more, of which so many
    stand apart; middle: the middle team's level by kind of rater; apart_teams: what those are called, for a viewer who may know them; withheld: too few
    teams to count.
    """

    domain_id: str
    label: str
    up: int = 0
    same: int = 0
    down: int = 0
    unsupported: int = 0
    rated: int = 0
    apart: int = 0
    middle: RaterSpread = RaterSpread()
    apart_teams: tuple[str, ...] = ()
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class NetworkMoves:
    """All teams on one framework. scored, again: teams scored at all, and then and now; up: of those, up in one domain or more.

    high: teams on one of the two highest levels in every domain; raters: how many teams are shown by which kind of rater.
    """

    domains: tuple[DomainMoves, ...]
    scored: int = 0
    again: int = 0
    up: int = 0
    high: int = 0
    raters: tuple[tuple[str, int], ...] = ()
    withheld: bool = False


def moves_of_teams(teams: Sequence[TeamMaturity], domains: Mapping[str, str], levels: Sequence[int]) -> NetworkMoves:
    """The moves of all teams.

    Takes    teams: each with every domain in the order of `domains` (label by domain_id); levels: of the framework, rising.
    """
    scored = [team for team in teams if team.is_scored]
    again = [team for team in scored if team.is_scored_twice]
    return NetworkMoves(
        domains=tuple(domain_moves(domain_id, label, scored, place) for place, (domain_id, label) in enumerate(domains.items())),
        scored=len(scored),
        again=len(again),
        up=sum(any(domain.move > 0 for domain in team.domains) for team in again),
        high=sum(is_high(team, levels) for team in scored),
        raters=tuple(sorted(Counter(team.shown_rater for team in scored).items())),
    )


def domain_moves(domain_id: str, label: str, teams: Sequence[TeamMaturity], place: int) -> DomainMoves:
    """One domain, the one at this place in every team."""
    found = [(team.name, team.domains[place]) for team in teams]
    moves = [domain.move for _, domain in found if domain.then is not None]
    rated = [(name, domain) for name, domain in found if domain.raters.raters > 1]
    apart = tuple(name for name, domain in rated if domain.raters.disagrees)
    return DomainMoves(
        domain_id,
        label,
        up=sum(move > 0 for move in moves),
        same=sum(move == 0 for move in moves),
        down=sum(move < 0 for move in moves),
        unsupported=sum(domain.unsupported for _, domain in found),
        rated=len(rated),
        apart=len(apart),
        middle=middle_raters([domain for _, domain in found]),
        apart_teams=apart,
    )


def middle_raters(domains: Sequence[TeamDomain]) -> RaterSpread:
    """The middle team's level by kind of rater, lower of two; no single rater stands in it."""

    def middle(levels: Sequence[int | None]) -> int | None:
        known = [level for level in levels if level is not None]
        return median_low(known) if known else None

    spreads = [domain.raters for domain in domains]
    own, coach, agreed = (middle([getattr(spread, kind) for spread in spreads]) for kind in ("own", "coach", "agreed"))
    ends = [level for level in (own, coach) if level is not None]
    return RaterSpread(own, coach, agreed, min(ends, default=None), max(ends, default=None), 0)


def is_high(team: TeamMaturity, levels: Sequence[int]) -> bool:
    """True where every domain of the framework stands on one of the two highest levels."""
    return bool(team.domains) and all(domain.now is not None and domain.now in levels[-2:] for domain in team.domains)
