"""Who is like us: the teams that declare the same of themselves, and the rule that says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from equity.catalogue import Team
from equity.numbers import listed, plural

# What teams declare, the most telling first: the last one is given up first where too few share all, and the first where too few share it alone.
ATTRIBUTES = ("sector", "setting", "cohort")
# Fewer would show a single other team's numbers as "the peers'" (features.md, F5).
FEWEST_PEERS = 3


@dataclass(frozen=True, slots=True)
class Peers:
    """The teams like this one, by name. shared: what they have in common; given_up: what they need not, because too few did."""

    teams: tuple[Team, ...]
    shared: tuple[tuple[str, str], ...]
    given_up: tuple[str, ...]
    pinned: bool = False

    @property
    def enough(self) -> bool:
        return len(self.teams) >= FEWEST_PEERS

    @property
    def rule(self) -> str:
        """How these teams were chosen, to be printed beside every comparison with them."""
        if self.pinned:
            return f"Compared with {plural(len(self.teams), 'team')} of your own choice."
        if not self.enough:
            return f"Fewer than {FEWEST_PEERS} teams are like this one: nothing is compared."
        same = listed([f"{name} ({value})" for name, value in self.shared])
        without = f" {listed(self.given_up).capitalize()} may differ: too few teams share that too." if self.given_up else ""
        return f"Compared with {plural(len(self.teams), 'team')} of the same {same}.{without}"


def peers_like(team: Team, others: Sequence[Team], attributes: Sequence[str] = ATTRIBUTES) -> Peers:
    """The teams that share what this one declares; attributes are given up from the last until there are enough.

    Takes    attributes: names of a team's fields, the most telling first; what a team leaves empty is not compared.
    Returns  no team where no attribute at all is shared by enough. One that too few share even alone is passed over for the next: a network of
             many kinds has few teams of each.
    Reads    likeness is what teams say they are, never how well they do: results would make peers of the equally good.
    Source   features.md F4, F5 (UKHSA Fingertips: nearest neighbours by declared features).
    """
    declared = [name for name in attributes if getattr(team, name)]
    for kept in stretches_of(declared):
        shared = tuple((name, getattr(team, name)) for name in kept)
        alike = [other for other in others if other.team_id != team.team_id and all(getattr(other, name) == value for name, value in shared)]
        if len(alike) >= FEWEST_PEERS:
            return Peers(by_name(alike), shared, tuple(name for name in declared if name not in kept))
    return Peers((), (), tuple(declared))


def stretches_of(names: Sequence[str]) -> list[Sequence[str]]:
    """All that begin with the first name, the longest first; then all that begin with the second, and so on."""
    return [names[first:last] for first in range(len(names)) for last in range(len(names), first, -1)]


def pinned_peers(team: Team, others: Sequence[Team], team_ids: Sequence[str]) -> Peers:
    """The teams that a reader has chosen, whatever they declare; oneself is no peer."""
    chosen = [other for other in others if other.team_id in team_ids and other.team_id != team.team_id]
    return Peers(by_name(chosen), (), (), pinned=True)


def by_name(teams: Sequence[Team]) -> tuple[Team, ...]:
    """In the order of their names: an order by results would be a rank."""
    return tuple(sorted(teams, key=lambda team: (team.name, team.team_id)))
