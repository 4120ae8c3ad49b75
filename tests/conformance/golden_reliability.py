"""reliability/: the presentation standards for proportions and rates."""

from __future__ import annotations

from collections.abc import Iterator

from equity.counts import Count
from equity.reliability import PRESENT, REVIEW, SUPPRESS, UNRELIABLE, proportion_reliability, rate_reliability
from tests.conformance.files import Golden, whole
from tests.conformance.registry import compares
from tests.conformance.values import Value

WORDS = {PRESENT: ("present", None), REVIEW: ("review_0_or_100", "P0"), UNRELIABLE: ("present_footnote_complement", "Pc"), SUPPRESS: ("suppress", "Px")}


@compares("reliability", "nchs_proportions_srs.csv", given="numerator denominator")
def proportions(golden: Golden) -> Iterator[Value]:
    for row in golden.rows:
        count = Count(whole(row["numerator"]), whole(row["denominator"]))
        found = proportion_reliability(count)
        decision, mark = WORDS[found.standing]
        ours = {
            "p": count.numerator / count.denominator,
            "lower_cp": found.low,
            "upper_cp": found.high,
            "abs_width": found.width,
            "rel_width_pct": found.relative,
            "rel_width_complement_pct": found.complement,
            "rse_pct": found.error,
        }
        name = f"{count.numerator}/{count.denominator}"
        yield from (Value(name, column, row[column], value) for column, value in ours.items())
        yield Value(name, "decision", row["decision"], decision, "T0")
        yield Value(name, "flag", row["flag"], mark, "T0", empty_means_none=True)


@compares("reliability", "nchs_rates_poisson.csv", given="events person_time")
def rates(golden: Golden) -> Iterator[Value]:
    for row in golden.rows:
        count = Count(whole(row["events"]), whole(row["person_time"]))
        found = rate_reliability(count)
        ours = {
            "rate_per1000": 1000 * count.numerator / count.denominator,
            "lower": 1000 * found.low,
            "upper": 1000 * found.high,
            "rel_width_pct": found.relative,
            "rse_pct": found.error,
        }
        name = f"{count.numerator}/{count.denominator}"
        yield from (Value(name, column, row[column], value) for column, value in ours.items())
        yield Value(name, "decision", row["decision"], WORDS[found.standing][0], "T0")
