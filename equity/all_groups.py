"""All groups of a measure in one number, then and now: which summaries can be told, and why the others cannot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from math import log

from equity.blanks import NOT_APPLICABLE
from equity.catalogue import Measure
from equity.counts import Count
from equity.mean_deviations import disparity_index_weighted
from equity.rated_groups import Measured, RatedGroups, Summary, groups_of_counts, not_computed
from equity.summary_measures import SUMMARY_MEASURES

BETWEEN, INDEX, LOG, THEIL, SLOPE, RELATIVE_SLOPE, GAIN, GAIN_SHARE = SHOWN = ("bgv", "idisw", "mld", "ti", "sii", "rii", "par", "paf")
# Distances: chance alone lifts them, and nothing takes them below 0.
DISTANCES = (BETWEEN, INDEX, LOG, THEIL)
FEWEST_GROUPS = 3
TWO_GROUPS = "It takes three groups or more. Of two the gap says all."
MANY_MISSING = "{missing} of {all} groups have no rate at both times. A sum of the rest would not speak for all."
NO_BETTER = "Neither a higher nor a lower rate is better, so no group is the best off."
# A page waits for these limits: a fifth of the usual draws, whose noise is a few percent of their width.
DRAWS = 2_000
COMPUTE: dict[str, Measured] = {code: SUMMARY_MEASURES[code].compute for code in SHOWN} | {INDEX: partial(disparity_index_weighted, draws=DRAWS)}


@dataclass(frozen=True, slots=True)
class SummaryThenNow:
    """One summary measure of the same groups at two times."""

    code: str
    then: Summary
    now: Summary

    @property
    def reason(self) -> str:
        """Why it is not told; empty where it is."""
        return self.now.reason or self.then.reason

    @property
    def is_smaller(self) -> bool:
        """True where the groups lie closer together now than then; a relative slope of 1 says that they are alike, all others are 0 there."""
        then, now = (abs(log(one.value)) if self.code == RELATIVE_SLOPE else abs(one.value) for one in (self.then, self.now))
        return now < then


@dataclass(frozen=True, slots=True)
class AllGroups:
    """Every summary. groups: how many are summed up; left_out: how many are not known at both times; best: the best-off group's code now."""

    rows: tuple[SummaryThenNow, ...]
    groups: int
    left_out: int
    best: str

    @property
    def told(self) -> tuple[SummaryThenNow, ...]:
        return tuple(row for row in self.rows if not row.reason)

    @property
    def reasons(self) -> dict[str, tuple[str, ...]]:
        """The codes of those that are not told, by the reason."""
        found: dict[str, tuple[str, ...]] = {}
        for row in self.rows:
            if row.reason:
                found[row.reason] = (*found.get(row.reason, ()), row.code)
        return found


def all_groups(counts: Mapping[str, tuple[Count, Count]], measure: Measure, *, ordered: bool) -> AllGroups:
    """The summaries of the groups that are known at both times: with fewer groups inequality is smaller by itself.

    Takes    counts: then and now by group code, in the stratifier's order; unknown and declined are no groups.
    Returns  no value where the groups do not allow one: fewer than three, too many missing, no order, a rate of 0.
    Source   measures.md section 0 (missing groups: WHO's HEAT), sections 2 to 4.
    """
    known = {code for code, both in counts.items() if all(count.known for count in both)}
    then, now = ({code: both[at] if code in known else replace_by_nothing(both[at]) for code, both in counts.items()} for at in (0, 1))
    rows = tuple(SummaryThenNow(code, summary(code, then, measure, ordered=ordered), summary(code, now, measure, ordered=ordered)) for code in SHOWN)
    rated = groups_of_counts(now, measure)
    return AllGroups(rows, len(known), len(counts) - len(known), rated.groups[rated.best_place].name if known else "")


def replace_by_nothing(count: Count) -> Count:
    """A count that is not known at the other time is not used at this one."""
    return replace(count, numerator=None, blank=count.blank or NOT_APPLICABLE)


def summary(code: str, counts: Mapping[str, Count], measure: Measure, *, ordered: bool) -> Summary:
    """One summary measure, or why it has no value; a distance's limits end at 0.

    Reads    what is gained is measured by the best-off group also along an order: that of age bands says nothing of who is well off.
    """
    ranks = {group: place for place, group in enumerate(counts, 1)} if ordered and code in (SLOPE, RELATIVE_SLOPE) else None
    groups = groups_of_counts(counts, measure, ranks=ranks)
    lacks = lacking(code, groups, measure)
    if lacks:
        return not_computed(lacks)
    found = COMPUTE[code](groups)
    return replace(found, low=max(0.0, found.low)) if code in DISTANCES and not found.reason else found


def lacking(code: str, groups: RatedGroups, measure: Measure) -> str:
    """What this measure needs and does not have; empty where it may be computed."""
    if groups.caution:
        return MANY_MISSING.format(missing=groups.missing, all=len(groups.groups) + groups.missing)
    if len(groups.groups) < FEWEST_GROUPS:
        return TWO_GROUPS
    if code in (GAIN, GAIN_SHARE) and measure.improvement_direction == "neutral":
        return NO_BETTER
    return ""
