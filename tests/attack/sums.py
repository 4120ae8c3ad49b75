"""Which published cells are sums of others, and which of these sums do not hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from tests.attack.published import ALL, SHARE, Key, Published, Seen

OVERALL = "overall"
Counts = tuple[int, int]


def sums_of(cells: dict[Key, Seen], published: Published) -> Iterator[tuple[Key, list[Key]]]:
    """Teams make the network, groups make everyone, other groups make a pool; a cell that is not there counts nobody."""
    places = {(team, dimension): [] for team, _, dimension, _ in cells}
    across: dict[tuple[str, str, str], list[Key]] = defaultdict(list)
    for key in cells:
        team, period, dimension, group = key
        pool = published.pools.get(dimension, {}).get(group)
        if pool is not None:
            yield key, [part for one in pool if (part := (team, period, dimension, one)) in cells]
        elif group != SHARE:
            places[team, dimension].append(key)
        if team != ALL:
            across[period, dimension, group].append(key)
    for (period, dimension, group), parts in across.items():
        yield (ALL, period, dimension, group), parts
    for (team, dimension), parts in places.items():
        if dimension != OVERALL:
            yield (team, parts[0][1], OVERALL, ALL), parts


def shares_of(cells: dict[Key, Seen], published: Published) -> Iterator[tuple[Key, list[Key], Key | None]]:
    """Each share, the cells of the unknown groups that it counts, and whom it counts them over: a team's everyone."""
    for key in cells:
        team, period, dimension, group = key
        if group == SHARE:
            people = [one for code in published.unknown[dimension] if (one := (team, period, dimension, code)) in cells]
            # The network's share counts the teams that have one; others may be in its total.
            yield key, people, (team, period, OVERALL, ALL) if team != ALL else None


def untied(published: Published, truth: Mapping[Key, Counts]) -> frozenset[tuple[Key, ...]]:
    """The sums that do not hold of these numbers."""
    cells = dict(published.cells)
    wrong = {(whole, *parts) for whole, parts in sums_of(cells, published) if whole in cells and truth[whole] != added(truth, parts)}
    for key, people, everyone in shares_of(cells, published):
        wrong |= {(key, *people)} if truth[key][0] != added(truth, people)[1] else set()
        wrong |= {(key, everyone)} if everyone in cells and truth[key][1] != truth[everyone][1] else set()
    return frozenset(wrong)


def added(truth: Mapping[Key, Counts], parts: Sequence[Key]) -> Counts:
    """Both numbers of these cells together."""
    return sum(truth[one][0] for one in parts), sum(truth[one][1] for one in parts)
