"""Measures, groups and series that tests make by hand, small enough to check on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from equity.catalogue import Group, Measure, Stratifier
from equity.counts import Count, GapSeries
from equity.groups import reference_group
from equity.periods import periods_between
from equity.sentences import Names, names_of
from equity.trend import GapTrend, gap_trend

MEASURE = Measure(
    measure_id="bp",
    name="Blood pressure under control",
    short_name="Blood pressure",
    kind="outcome",
    number="proportion",
    numerator_words="patients under 140/90",
    denominator_words="patients with high blood pressure",
    people="patients",
    improvement_direction="higher",
    unit="%",
    multiplier=100,
    grain="quarter",
    due_days=45,
    stratifier_id="race",
    reference_group="others",
    focus_group="black",
    scale="difference",
    meaningful_change=5,
    guards=(),
    steward="",
    source="",
    version="1",
    valid_from=None,
)
GROUPS = (
    Group("black", "Black or African American", "Black", 1, "group", ""),
    Group("hispanic", "Hispanic or Latino", "Hispanic", 2, "group", ""),
    Group("white", "White", "White", 3, "group", ""),
    Group("unknown", "Unknown", "Unknown", 4, "unknown", ""),
)
RACE = Stratifier("race", "Race and ethnicity", False, "2024", GROUPS)
# 2024 is the baseline year of every series made here.
START = date(2024, 1, 1)
BASELINE = (date(2024, 1, 1), date(2024, 12, 31))


def measure_like(**changes: object) -> Measure:
    """Blood pressure under control with some of its fields changed."""
    return replace(MEASURE, **changes)


ADVERSE = {"number": "rate", "improvement_direction": "lower", "multiplier": 1000, "meaningful_change": 1.0, "people": "births", "short_name": "Infant death"}


def count_of(written: str) -> Count:
    """52/100, or a blank's code."""
    if "/" not in written:
        return Count(None, None, written)
    numerator, denominator = written.split("/")
    return Count(int(numerator), int(denominator))


def series_of(table: str, *, grain: str = "quarter", start: date = START) -> GapSeries:
    """One line a period from the start on: focus, reference."""
    rows = [line.split() for line in table.strip().splitlines() if line.strip()]
    periods, day = [], start
    for _ in rows:
        period = next(periods_between(day, day, grain))
        periods.append(period)
        day = date.fromordinal(period.end.toordinal() + 1)
    focus, reference = (tuple(count_of(row[side]) for row in rows) for side in (0, 1))
    return GapSeries(tuple(periods), focus, reference)


def straight_series(focus: tuple[float, float], reference: tuple[float, float], *, people: tuple[int, int] = (2000, 8000), periods: int = 8) -> GapSeries:
    """Two groups whose rates (shares) move on straight lines."""
    lines = []
    for step in range(periods):
        part = step / max(1, periods - 1)
        pairs = [(ends[0] + (ends[1] - ends[0]) * part, size) for ends, size in zip((focus, reference), people, strict=True)]
        lines.append("  ".join(f"{round(rate * size)}/{size}" for rate, size in pairs))
    return series_of("\n".join(lines))


def straight_trend(focus: tuple[float, float], reference: tuple[float, float], *, baseline: object = BASELINE, **changes: object) -> GapTrend:
    """The trend of a straight series; people and periods may be given, the rest changes the measure."""
    shape = {key: changes.pop(key) for key in ("people_counted", "periods") if key in changes}
    if "people_counted" in shape:
        shape["people"] = shape.pop("people_counted")
    return gap_trend(straight_series(focus, reference, **shape), measure_like(**changes), baseline)


def names_for(trend: GapTrend, asked: str = "others") -> Names:
    """Black people of this measure against the asked reference."""
    return names_of(trend.measure, GROUPS[0], reference_group(RACE, asked, "black", measure=trend.measure))
