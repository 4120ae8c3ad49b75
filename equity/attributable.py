"""What the population's rate would gain if every group stood where the best-off one does."""

from __future__ import annotations

from math import nan, sqrt

import numpy as np

from equity.rated_groups import RatedGroups, Summary, delta_error, needs, with_error

# The fraction is told in percent; its error too (measures.md section 6, row 1: reference tools forget it).
PERCENT = 100


def standard_place(groups: RatedGroups) -> int:
    """The group that all are measured by: the most advantaged of an order, else the best one."""
    return len(groups.groups) - 1 if groups.ordered else groups.best_place


def attributable(groups: RatedGroups) -> float:
    """The best-off group's rate minus that of all; 0 where all together stand better."""
    found = float(groups.rates[standard_place(groups)] - groups.mean)
    return max(0.0, found) if groups.favourable else min(0.0, found)


def walter_error(groups: RatedGroups) -> float:
    """Standard error of the fraction, taking weights for people counted; nan where they are none.

    Source   Walter 1978, doi:10.2307/2530114; measures.md section 2.
    """
    place, everybody = standard_place(groups), groups.people.sum()
    if not (groups.weighted and groups.people[place]):
        return nan
    standard_events = groups.rates[place] / groups.scale * groups.people[place]
    standard_others = groups.people[place] - standard_events
    events = groups.mean / groups.scale * everybody - standard_events
    others = everybody - events - groups.people[place]
    inner = events * standard_others * (everybody - standard_events) + others * standard_events**2
    square = standard_events * everybody * inner / ((events + standard_events) ** 3 * groups.people[place] ** 3)
    return sqrt(square) if square >= 0 else nan


def own_errors(groups: RatedGroups, gradient: np.ndarray) -> float:
    """Standard error by the delta method; nan where an error is missing or weights are."""
    return delta_error(groups, gradient) if groups.weighted else nan


def standard_part(groups: RatedGroups) -> np.ndarray:
    """1 at the group that all are measured by, else 0."""
    return (np.arange(len(groups.groups)) == standard_place(groups)).astype(float)


@needs(weights="mean")
def attributable_risk(groups: RatedGroups) -> Summary:
    """PAR: how much the rate of all would change if every group had the best-off group's rate.

    Returns  shown units; at least 0 where higher is better, at most 0 where lower is. Without weights the average must be given.
    Source   Schlotheuber & Hosseinpoor 2022; error: Walter 1978; measures.md section 2.
    """
    return with_error(attributable(groups), groups.mean * walter_error(groups))


@needs(weights="mean")
def attributable_fraction(groups: RatedGroups) -> Summary:
    """PAF: the same in percent of the rate of all.

    Source   measures.md section 2; the error is times 100, which reference tools leave out (section 6, row 1).
    """
    return with_error(attributable(groups) / groups.mean, walter_error(groups), scale=PERCENT)


@needs(weights="mean")
def attributable_risk_own_errors(groups: RatedGroups) -> Summary:
    """PAR with the error of the groups' own errors: right for weights that are no sample.

    Source   measures.md section 2, delta method.
    """
    return with_error(attributable(groups), own_errors(groups, standard_part(groups) - groups.shares))


@needs(weights="mean")
def attributable_fraction_own_errors(groups: RatedGroups) -> Summary:
    """PAF with the error of the groups' own errors.

    Source   measures.md section 2, delta method.
    """
    mean, standard = groups.mean, groups.rates[standard_place(groups)]
    gradient = standard_part(groups) / mean - standard * groups.shares / mean**2
    return with_error(attributable(groups) / mean, own_errors(groups, gradient), scale=PERCENT)
