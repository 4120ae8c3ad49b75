"""How many people stand between a group's rate and the reference rate, by group, by team, for the network."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from equity.catalogue import Measure
from equity.counts import Count
from equity.disparity import gap_estimate, worse_sign
from equity.rates import NOT_COMPUTABLE, Estimate, rate_estimate

# A remnant of rounding is no person.
ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Reach:
    """People to reach the reference rate: each cell, and their sums; cells of which nothing is known are not in it."""

    cells: dict[tuple[str, str], int]
    by_team: dict[str, int]
    by_group: dict[str, int]
    total: int


def excess_people(group: Count, reference: Count, measure: Measure) -> Estimate:
    """People of the group by whom it falls short of the reference rate, with the gap's limits.

    Returns  nan where a count is not known; negative where the group is better off.
    Reads    0 = the reference rate is reached.
    Source   measures.md section 2: n x gap, n x Newcombe's limits.
    """
    if not (group.known and reference.known and measure.has_rate):
        return NOT_COMPUTABLE
    gap = gap_estimate(rate_estimate(group, measure), rate_estimate(reference, measure), worse_sign(measure))
    return gap.times(group.denominator / measure.multiplier)


def people_to_reach(group: Count, reference: Count, measure: Measure) -> int | None:
    """Whole people for whom the outcome would have to change; 0 where the reference rate is reached, None where nothing is known.

    Source   measures.md section 2.
    """
    excess = excess_people(group, reference, measure)
    return max(0, ceil(excess.value - ROUNDING)) if excess.known else None


def reach_of(counts: Mapping[tuple[str, str], Count], reference: Count, measure: Measure) -> Reach:
    """People to reach one reference rate, by team and group, so that cells add up to the teams, the groups and the network.

    Takes    counts by (team_id, group_code); reference: the one rate that all shall reach.
    Reads    a team that has reached it adds nothing and takes nothing from the others.
    Source   measures.md section 2: the network's number is the sum of the positive ones.
    """
    found = {cell: people_to_reach(count, reference, measure) for cell, count in counts.items()}
    cells = {cell: people for cell, people in found.items() if people is not None}
    by_team, by_group = Counter(), Counter()
    for (team_id, group_code), people in cells.items():
        by_team[team_id] += people
        by_group[group_code] += people
    return Reach(cells, dict(by_team), dict(by_group), sum(cells.values()))
