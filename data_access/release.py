"""What may leave the store: the small-number rule, applied once to every count on its way out."""

from __future__ import annotations

from collections.abc import Iterable

from equity.blanks import HIDDEN
from equity.counts import Count, GapSeries

# CMS cell size policy (ResDAC, 26 January 2024): no cell of 1-10 may be shown or derived, zero may.
THRESHOLD = 11
# Levels and scores of teams: of fewer teams together each could be guessed.
FEWEST_TEAMS = 5


def is_small(number: int | None) -> bool:
    """True for 1 to 10: known, and too few people to show."""
    return number is not None and 0 < number < THRESHOLD


def must_hide(count: Count, *, proportion: bool) -> bool:
    """True where the numerator, the denominator or the complement is small; others' blanks hide nothing.

    Takes    proportion: True if the numerator counts some of the denominator's people, so that the rest can be got by subtraction.
    """
    numerator, denominator = count.numerator, count.denominator
    if numerator is None:
        return False
    # Asked for every cell of a page: without calls, at half the cost.
    if 0 < numerator < THRESHOLD:
        return True
    if denominator is None:
        return False
    return 0 < denominator < THRESHOLD or (proportion and 0 < denominator - numerator < THRESHOLD)


def release_count(count: Count, *, proportion: bool, own: bool) -> Count:
    """The count as a viewer may see it.

    Takes    own: True if the numbers are those of the viewer's own team, which sees them whole.
    Reads    zero stays zero; a blank stays what it is, and loses a small denominator that it kept.
    Source   CMS cell size policy, by way of ResDAC, 26 January 2024.
    """
    if own:
        return count
    if must_hide(count, proportion=proportion):
        return Count(None, None, HIDDEN, count.teams)
    if count.numerator is None and is_small(count.denominator):
        return Count(None, None, count.blank, count.teams)
    return count


def release_counts(counts: Iterable[Count], *, proportion: bool, own: bool = False) -> tuple[Count, ...]:
    """Every count of a series as a viewer may see it."""
    return tuple(release_count(count, proportion=proportion, own=own) for count in counts)


def release_gap(series: GapSeries, *, proportion: bool, own: bool = False) -> GapSeries:
    """Both sides of a gap as a viewer may see them."""
    sides = (release_counts(side, proportion=proportion, own=own) for side in (series.focus, series.reference))
    return GapSeries(series.periods, *sides)


def may_count_teams(teams: int, *, lead: bool) -> bool:
    """True where teams may be counted by their levels without telling any single one's; the network's lead knows them anyway."""
    return lead or teams == 0 or teams >= FEWEST_TEAMS
