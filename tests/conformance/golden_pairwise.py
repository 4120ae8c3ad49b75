"""pairwise/: every group against its reference group, and many tests at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from equity.comparison_tests import exact_p_value, omnibus_test, pooled_p_value
from equity.counts import Count
from equity.disparity import complement, log_ratio_interval, rate_ratio, score_ratio_interval
from equity.multiplicity import benjamini_hochberg, benjamini_yekutieli, bonferroni, hochberg, holm
from equity.pairwise import every_group_against
from equity.score_difference import score_difference_interval, simple_difference_interval
from tests.conformance.files import Golden, Row, flag, number, whole
from tests.conformance.registry import compares
from tests.conformance.values import NotComparable, Ours, Value
from tests.examples import measure_like

INPUT = "healthequal/input_A_bpcontrol_pct_fav.csv"
NO_INPUT = f"{INPUT} is not supplied"
ADJUSTMENTS = {
    "adj_bonferroni": bonferroni,
    "adj_holm": holm,
    "adj_hochberg": hochberg,
    "adj_BH": benjamini_hochberg,
    "adj_BY": benjamini_yekutieli,
}
P_VALUES = ("p_pooled_z", "p_fisher", "p_holm", "p_bh")


def counts_of(row: Row) -> tuple[Count, Count]:
    """The group's count and its reference group's."""
    return Count(whole(row["x"]), whole(row["n"])), Count(whole(row["x_ref"]), whole(row["n_ref"]))


@compares("pairwise", "every_group_vs_reference.csv", given="case subgroup reference favourable scale x n x_ref n_ref")
def every_group(golden: Golden) -> Iterator[Value]:
    for case, found in groupby(golden.rows, key=lambda row: row["case"]):
        rows = list(found)
        adjusted = {name: way([p_value_of(row) for row in rows]) for name, way in (("p_holm", holm), ("p_bh", benjamini_hochberg))}
        for place, row in enumerate(rows):
            ours = pair_of(row) | {name: values[place] for name, values in adjusted.items()}
            for column, value in ours.items():
                tolerance = "T2" if column in P_VALUES else "T0" if column in ("nhqdr_class", "people_to_reach_ref_rate") else "T1"
                yield Value(f"{case} {row['subgroup']}", column, row[column], value, tolerance)


def p_value_of(row: Row) -> float:
    return pooled_p_value(*counts_of(row), "proportion")


def pair_of(row: Row) -> dict[str, Ours]:
    """Our answer in the golden's columns."""
    group, reference = counts_of(row)
    scale, favourable = number(row["scale"]), flag(row["favourable"])
    measure = measure_like(improvement_direction="higher" if favourable else "lower", multiplier=scale)
    pair = every_group_against({"group": group}, reference, measure)["group"]
    upper, lower = (reference, group) if favourable else (group, reference)
    with_events = upper.numerator and lower.numerator
    first, second = complement(lower), complement(upper)
    return {
        "gap": pair.gap.value,
        **limits("gap_newcombe", (pair.gap.low, pair.gap.high)),
        **limits("gap_score", [scale * end for end in score_difference_interval(upper, lower)]),
        **limits("gap_wald", [scale * end for end in simple_difference_interval(upper, lower)]),
        "ratio": pair.ratio.value,
        **limits("ratio_katz", log_ratio_interval(upper, lower, "proportion") if with_events else (None, None)),
        **limits("ratio_score", score_ratio_interval(upper, lower)),
        # The ratio that is shown is that of the bad event: for a favourable measure the complement's.
        "ratio_complement": pair.bad_ratio.value if favourable else rate_ratio(first, second, "proportion").value,
        "p_pooled_z": pair.p_value,
        "p_fisher": pair.p_exact,
        "excess_cases": pair.excess.value,
        **limits("excess", (pair.excess.low, pair.excess.high)),
        "people_to_reach_ref_rate": pair.to_reach,
        "rel_diff_as_framed_pct": pair.relative,
        "rel_diff_complement_pct": pair.relative_complement,
        "nhqdr_class": pair.standing,
    }


def limits(name: str, ends: list[float] | tuple[Ours, Ours]) -> dict[str, Ours]:
    low, high = ends
    return {f"{name}_lower": low, f"{name}_upper": high}


def case_a(golden: Golden) -> tuple[dict[str, Count], str] | None:
    """The known groups of case A and its reference group."""
    source = golden.beside(INPUT)
    if source is None:
        return None
    counts = {row["subgroup"]: Count(whole(row["numerator"]), whole(row["denominator"])) for row in source.rows if row["numerator"] not in ("", "NA")}
    return counts, next(row["subgroup"] for row in source.rows if flag(row["reference_subgroup"]))


@compares("pairwise", "A_bpcontrol_pvalues_R.csv", given="subgroup")
def adjusted_p_values(golden: Golden) -> Iterator[Value]:
    rows, found = golden.rows, case_a(golden)
    if found is None:
        yield from (Value(row["subgroup"], column, text, NotComparable(NO_INPUT)) for row in rows for column, text in row.items() if column != "subgroup")
        return
    counts, reference_name = found
    reference = counts[reference_name]
    p_values = {name: pooled_p_value(count, reference, "proportion") for name, count in counts.items() if name != reference_name}
    tables = {column: dict(zip(p_values, way(list(p_values.values())), strict=True)) for column, way in ADJUSTMENTS.items()}
    for row in rows:
        name = row["subgroup"]
        yield Value(name, "p_pooled_chisq", row["p_pooled_chisq"], p_values.get(name), "T2")
        yield Value(name, "p_fisher", row["p_fisher"], exact_p_value(counts[name], reference, "proportion"), "T2")
        for column, end in zip(("wald_lower", "wald_upper"), simple_difference_interval(counts[name], reference), strict=True):
            yield Value(name, column, row[column], end)
        for column, table in tables.items():
            yield Value(name, column, row[column], table.get(name), "T2")


@compares("pairwise", "A_omnibus.csv", given="case test")
def omnibus(golden: Golden) -> Iterator[Value]:
    found = case_a(golden)
    result = omnibus_test(list(found[0].values()), "proportion") if found else None
    for row in golden.rows:
        for column, name, tolerance in (("chisq", "statistic", "T1"), ("df", "freedom", "T0"), ("p", "p_value", "T2")):
            yield Value(row["test"], column, row[column], getattr(result, name) if result else NotComparable(NO_INPUT), tolerance)
