"""What a card shows, as plain rows: the same values for its table and its file, with the blank in a column of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite

from equity.blanks import WORDS, ZERO_EVENTS
from equity.catalogue import Measure
from equity.counted import counted_names, counted_values
from equity.counts import Count
from equity.maturity_profile import MaturityProfile
from equity.pairwise import NOT_KNOWN, Pair
from equity.periods import Period
from equity.rates import NOT_COMPUTABLE, Estimate, rate_estimate
from equity.reliability import is_steady
from equity.trend import GapPoint, GapTrend

Value = str | int | float | None
INTERVAL = ("", "_low_95", "_high_95")


@dataclass(frozen=True, slots=True)
class Listing:
    """A file: its column names and rows; None = an empty cell, said by the row's blank."""

    head: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]

    def among(self, context: Sequence[tuple[str, Value]]) -> Listing:
        """The same rows, each with what holds for all of them: a row that is copied away still says what it is of."""
        names, values = tuple(name for name, _ in context), tuple(value for _, value in context)
        return Listing(self.head + names, tuple(row + values for row in self.rows))


def rounded(value: float) -> float | None:
    """A number as files give it: four decimals; None where it is not one."""
    return round(value, 4) if isfinite(value) else None


def interval(name: str) -> tuple[str, ...]:
    """Column names of an estimate and its limits."""
    return tuple(name + end for end in INTERVAL)


def three(estimate: Estimate) -> tuple[float | None, ...]:
    """An estimate and its limits, rounded for a file."""
    return rounded(estimate.value), rounded(estimate.low), rounded(estimate.high)


def side_head(side: str) -> tuple[str, ...]:
    """Column names of one group of a gap; whether its rate is steady, and why it is missing, stand beside it."""
    return *counted_names(f"{side}_"), *interval(f"{side}_rate"), f"{side}_steady", f"{side}_blank"


TREND_HEAD = (
    "period_start",
    "period_end",
    "period",
    *side_head("focus"),
    *side_head("reference"),
    *interval("gap"),
    *interval("ratio"),
    "teams",
    "blank",
)


def point_row(point: GapPoint, measure: Measure) -> tuple[Value, ...]:
    """One period of a gap: counts, rates, both gaps, and of each side whether it is steady or why it is missing."""
    period, focus, reference = point.period, point.focus, point.reference
    return (
        period.start.isoformat(),
        period.end.isoformat(),
        period.label,
        *side_values(focus, point.focus_rate, measure),
        *side_values(reference, point.reference_rate, measure),
        *three(point.gap),
        *three(point.ratio),
        max(focus.teams, reference.teams),
        WORDS[point.blank] if point.blank else "",
    )


def trend_listing(trend: GapTrend) -> Listing:
    """Every period of one gap."""
    return Listing(TREND_HEAD, tuple(point_row(point, trend.measure) for point in trend.points))


def with_notes(listing: Listing, words: Mapping[int, Sequence[str]]) -> Listing:
    """The same rows with the notes on each; words: by the place of the row, of those that have any."""
    return Listing((*listing.head, "notes"), tuple((*row, " | ".join(words.get(place, ()))) for place, row in enumerate(listing.rows)))


def team_trends_listing(trends: Mapping[str, GapTrend], names: Mapping[str, str], groups: Mapping[str, str]) -> Listing:
    """Every period of many teams' gaps, teams in the order given.

    Takes    trends by team_id; names by team_id; groups by team_id: the code of the focus group, which may be a team's own.
    """
    rows = (
        (team_id, names[team_id], groups[team_id], *point_row(point, trend.measure)[:-2], trend.verdict.word, WORDS[point.blank] if point.blank else "")
        for team_id, trend in trends.items()
        for point in trend.points
    )
    return Listing(("team_id", "team", "focus_group", *TREND_HEAD[:-2], "verdict", "blank"), tuple(rows))


def count_blank(count: Count) -> str:
    """Why a count is not there; zero events is said too, beside its number."""
    if count.blank:
        return WORDS[count.blank]
    return WORDS[ZERO_EVENTS] if count.numerator == 0 and count.denominator else ""


SHARE_HEAD = ("unknown", "people", "people_size", "percent")


def share_values(count: Count) -> tuple[Value, ...]:
    """People whose group is not known, everyone, and the share in percent."""
    return *counted_values(count), rounded(100 * count.numerator / count.denominator) if count.known else None


def share_listing(periods: Sequence[Period], shares: Mapping[str, Sequence[Count]], names: Mapping[str, str]) -> Listing:
    """Counts by team (or network) and period.

    Takes    shares and names by team_id; one count a period.
    """
    rows = (
        (team_id, names[team_id], period.start.isoformat(), period.label, *share_values(count), count_blank(count))
        for team_id, counts in shares.items()
        for period, count in zip(periods, counts, strict=True)
    )
    return Listing(("team_id", "team", "period_start", "period", *SHARE_HEAD, "blank"), tuple(rows))


def groups_listing(rows: Sequence[tuple[str, Count, Count]], measure: Measure, pairs: Mapping[str, Pair]) -> Listing:
    """Every group then and now: (label, then, now) with its counts and rates, and now beside its reference; pairs by label, of those compared."""
    head = ("group", "when", *counted_names(), *interval("rate"), "steady", "blank", *interval("rate_difference"), "standing", "people_to_reach")
    cells = [
        (label, when, count, pairs.get(label) if when == "now" else None) for label, *both in rows for when, count in zip(("then", "now"), both, strict=True)
    ]
    return Listing(head, tuple((label, when, *count_values(count, measure), *pair_values(pair)) for label, when, count, pair in cells))


def pair_values(pair: Pair | None) -> tuple[Value, ...]:
    """One group beside its reference: the gap in shown units, its standing among the groups tested together, people to reach."""
    if pair is None or pair.standing == NOT_KNOWN:
        return (None,) * 5
    return *three(pair.gap), pair.standing_in_family, pair.to_reach


def count_values(count: Count, measure: Measure) -> tuple[Value, ...]:
    """One group's counts and rate, whether it is steady, and its blank."""
    return side_values(count, rate_estimate(count, measure) if count.known else NOT_COMPUTABLE, measure)


def side_values(count: Count, rate: Estimate, measure: Measure) -> tuple[Value, ...]:
    """The same, where the rate is known already."""
    steady = ("yes" if is_steady(count, measure) else "no") if rate.known else None
    return *counted_values(count), *three(rate), steady, count_blank(count)


def maturity_listing(framework: str, version: str, profile: MaturityProfile) -> Listing:
    """A row a domain: the middle team then and now, and how many teams stand on each level."""
    head = ("framework", "version", "domain", "median_then", "median_now", *(f"teams_level_{level}_now" for level in profile.levels), "teams_up", "teams_down")
    rows = ((framework, version, domain.label, domain.then, domain.now, *domain.counts_now, domain.up, domain.down) for domain in profile.domains)
    return Listing(head, tuple(rows))
