"""What a code or a gap in the table cannot hide: which team it is, and what the others' numbers leave over for it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from equity.catalogue import Team
from equity.peers import ATTRIBUTES

# Of fewer the names that are missing would tell whose code it is.
FEWEST_UNDER_CODE = 3
# Whoever takes the others' numbers from the total: anybody who reads them, or the one other team that hides and knows its own.
EVERYBODY, ONE_TEAM = "everybody", "one_team"


def only_one_in(team: Team, others: Iterable[Team]) -> tuple[tuple[str, str], ...]:
    """What the directory says of this team and of none of the others: (attribute, value), the most telling first.

    Reads    what a team leaves empty is not counted: the directory does not print it.
    """
    known = list(others)
    said = ((name, getattr(team, name)) for name in ATTRIBUTES)
    return tuple((name, value) for name, value in said if value and all(getattr(other, name) != value for other in known))


def alike_under_codes(own: Collection[str], others: Iterable[Collection[str]]) -> int:
    """How many teams stand under a code in just the places where this one does.

    Reads    a team has one code everywhere, and each name is missing where its code stands: who compares the pages knows for every code
             in which places its name is missing.
    """
    return sum(set(own) == set(other) for other in others)


def taken_from_total(unseen: int) -> str | None:
    """Who can take what all others show from the network's total, and gets this team's numbers; None where two unseen teams or more stand between.

    Takes    unseen: how many other teams in the total show no numbers.
    Source   three hidden teams at least in a row of a network: each knows its own numbers.
    """
    return (EVERYBODY, ONE_TEAM, None)[min(unseen, 2)]
