"""Rated groups that tests make by hand."""

from __future__ import annotations

from math import nan, sqrt

from hypothesis import strategies as st

from equity.rated_groups import GroupRate, RatedGroups


def rated(table: str, **options: object) -> RatedGroups:
    """One group a line: name, events/people (or - for none), rank if ordered. Rates in percent."""
    groups = []
    for line in table.strip().splitlines():
        name, counted, *rank = line.split()
        groups.append(counted_group(name, counted, float(rank[0]) if rank else None))
    return RatedGroups.of(groups, **{"favourable": True, **options})


def counted_group(name: str, counted: str, rank: float | None) -> GroupRate:
    if counted == "-":
        return GroupRate(name, nan, rank=rank)
    events, people = map(int, counted.split("/"))
    share = events / people
    return GroupRate(name, 100 * share, 100 * sqrt(share * (1 - share) / people), people, rank)


@st.composite
def any_groups(draw: st.DrawFn, *, lowest: int = 0, ordered: bool | None = None, least: int = 1) -> RatedGroups:
    """Counts of any kind, a known rate or none."""
    in_order = draw(st.booleans()) if ordered is None else ordered
    groups = []
    for place in range(draw(st.integers(least, 7))):
        people = draw(st.integers(max(1, lowest), 2000))
        events = draw(st.integers(lowest, people))
        groups.append(counted_group(f"g{place}", f"{events}/{people}", float(place) if in_order else None))
    return RatedGroups.of(groups, favourable=draw(st.booleans()), reference=draw(st.sampled_from([None, "g0", "g1"])))


def pairs_of(groups: RatedGroups) -> list[tuple[float, float]]:
    return [(group.rate, group.people) for group in groups.groups]
