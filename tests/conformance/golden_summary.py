"""healthequal/ and corrected/: the summary measures, as a reference tool gives them and as they should be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from equity import attributable, between_groups, gradients
from equity.mean_deviations import Simulated
from equity.rated_groups import GroupRate, RatedGroups, Summary
from equity.summary_measures import SUMMARY_MEASURES
from tests.conformance.files import Golden, Row, flag, has_value, number
from tests.conformance.registry import compares, is_input
from tests.conformance.values import NotComparable, Value

KEYS = "case measure variant row status note"
NUMBERS = {"estimate": "value", "se": "error", "lowerci": "low", "upperci": "high"}
# goldens.md asks for at least so many; the tool's own limits come from 100 draws and are compared with nothing.
DRAWS, FEW_DRAWS = 100_000, 1_000
VARIANTS = {
    ("par", "default"): attributable.attributable_risk,
    ("paf", "default"): attributable.attributable_fraction,
    ("par", "delta"): attributable.attributable_risk_own_errors,
    ("paf", "delta"): attributable.attributable_fraction_own_errors,
    ("bgv", "bias_corrected"): between_groups.between_group_variance_unbiased,
    ("aci", "default"): gradients.absolute_concentration,
    ("aci", "delta"): gradients.absolute_concentration_own_errors,
    ("rci", "default"): gradients.relative_concentration,
    ("rci", "delta"): gradients.relative_concentration_own_errors,
    ("rci", "wagstaff"): gradients.wagstaff_concentration,
    ("rci", "erreygers"): gradients.erreygers_concentration,
    ("sii", "linear"): gradients.slope_index_linear,
    ("rii", "linear"): gradients.relative_index_linear,
    ("sii", "logit"): gradients.slope_index,
    ("rii", "logit"): gradients.relative_index,
    ("sii", "logit_binomial"): gradients.slope_index,
    ("rii", "logit_binomial"): gradients.relative_index,
}

is_input("healthequal", "input_*.csv")


def groups_in(golden: Golden) -> RatedGroups | None:
    """The groups of this case; None where its input is not supplied."""
    source = golden.beside(f"healthequal/input_{golden.case}.csv")
    if source is None:
        return None
    rows = source.rows
    rated = [group_in(row) for row in rows]
    reference = next((row["subgroup"] for row in rows if flag(row["reference_subgroup"])), None)
    return RatedGroups.of(rated, favourable=flag(rows[0]["favourable_indicator"]), scale=number(rows[0]["indicator_scale"]), reference=reference)


def group_in(row: Row) -> GroupRate:
    rank = number(row["subgroup_order"]) if has_value(row["subgroup_order"]) and flag(row["ordered_dimension"]) else None
    return GroupRate(row["subgroup"], number(row["estimate"]), number(row["se"]), number(row["population"]), rank)


def answer(groups: RatedGroups, measure: str, variant: str, draws: int) -> Summary | None:
    """Our value of a measure in a variant; None where we know no such one."""
    if variant == "noref":
        groups = replace(groups, reference=None)
    known = {code: one.compute for code, one in SUMMARY_MEASURES.items()}
    compute: Callable[[RatedGroups], Summary] | None = VARIANTS.get((measure, variant), known.get(measure))
    if isinstance(compute, Simulated):
        compute = partial(compute, draws=draws)
    return compute(groups) if compute else None


@compares("corrected", "expected_*.csv", given=KEYS)
def corrected(golden: Golden) -> Iterator[Value]:
    groups = groups_in(golden)
    for row in golden.rows:
        yield from values_of(row, groups, limits="T5" if row["variant"].startswith("sim") else "T1", draws=DRAWS)


@compares("healthequal", "expected_*.csv", given=KEYS)
def as_the_tool_has_it(golden: Golden) -> Iterator[Value]:
    groups = groups_in(golden)
    for row in golden.rows:
        if row["status"].startswith("ok") and row["row"] in ("", "1", "NA"):
            yield from values_of(row, groups, limits="T1", draws=FEW_DRAWS)


def values_of(row: Row, groups: RatedGroups | None, *, limits: str, draws: int) -> Iterator[Value]:
    """The four numbers of one measure; limits: their tolerance."""
    measure, variant, note = row["measure"], row["variant"], row["note"]
    found = answer(groups, measure, variant, draws) if groups else None
    said = [text for text in (note, found.reason if found else "") if text]
    name = f"{measure} {variant}" + (f" ({'; '.join(said)})" if said else "")
    for column, part in NUMBERS.items():
        ours = NotComparable("the case's input is not supplied") if groups is None else getattr(found, part, None)
        tolerance = limits if column in ("lowerci", "upperci") else "T1"
        yield Value(name, column, row[column], ours, tolerance, number(row["upperci"]) - number(row["lowerci"]))
