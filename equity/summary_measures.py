"""Every summary measure of inequality by its short name, with what it answers."""

from __future__ import annotations

from dataclasses import dataclass

from equity import attributable, between_groups, extreme_pairs, gradients, mean_deviations
from equity.rated_groups import Measured, RatedGroups, Summary


@dataclass(frozen=True, slots=True)
class SummaryMeasure:
    """A measure's name, the question it answers, whether it is absolute (in units of the rate), whether groups must be ordered."""

    code: str
    name: str
    absolute: bool
    ordered: bool
    compute: Measured


def listed(code: str, name: str, kind: str, compute: Measured) -> SummaryMeasure:
    """One line of the table below; kind: absolute or relative, ordered or any."""
    scale, order = kind.split()
    return SummaryMeasure(code, name, scale == "absolute", order == "ordered", compute)


SUMMARY_MEASURES = {
    measure.code: measure
    for measure in (
        listed("d", "Difference", "absolute any", extreme_pairs.extreme_difference),
        listed("r", "Ratio", "relative any", extreme_pairs.extreme_ratio),
        listed("par", "Population attributable risk", "absolute any", attributable.attributable_risk_own_errors),
        listed("paf", "Population attributable fraction", "relative any", attributable.attributable_fraction_own_errors),
        listed("aci", "Absolute concentration index", "absolute ordered", gradients.absolute_concentration_own_errors),
        listed("rci", "Relative concentration index", "relative ordered", gradients.relative_concentration_own_errors),
        listed("rci_wagstaff", "Concentration index after Wagstaff", "relative ordered", gradients.wagstaff_concentration),
        listed("rci_erreygers", "Concentration index after Erreygers", "relative ordered", gradients.erreygers_concentration),
        listed("sii", "Slope index of inequality", "absolute ordered", gradients.slope_index),
        listed("rii", "Relative index of inequality", "relative ordered", gradients.relative_index),
        listed("bgv", "Between-group variance", "absolute any", between_groups.between_group_variance),
        listed("bgsd", "Between-group standard deviation", "absolute any", mean_deviations.standard_deviation),
        listed("cov", "Coefficient of variation", "relative any", mean_deviations.coefficient_of_variation),
        listed("ti", "Theil index", "relative any", between_groups.theil_index),
        listed("mld", "Mean log deviation", "relative any", between_groups.mean_log_deviation),
        listed("mdmu", "Mean difference from the mean", "absolute any", mean_deviations.mean_distance_plain),
        listed("mdmw", "Mean difference from the mean, weighted", "absolute any", mean_deviations.mean_distance_weighted),
        listed("mdbu", "Mean difference from the best group", "absolute any", mean_deviations.best_distance_plain),
        listed("mdbw", "Mean difference from the best group, weighted", "absolute any", mean_deviations.best_distance_weighted),
        listed("mdru", "Mean difference from the reference group", "absolute any", mean_deviations.reference_distance_plain),
        listed("mdrw", "Mean difference from the reference group, weighted", "absolute any", mean_deviations.reference_distance_weighted),
        listed("idisu", "Index of disparity", "relative any", mean_deviations.disparity_index_plain),
        listed("idisw", "Index of disparity, weighted", "relative any", mean_deviations.disparity_index_weighted),
        listed("hp_mrd", "Maximal rate difference", "absolute any", extreme_pairs.maximal_difference),
        listed("hp_mrr", "Maximal rate ratio", "relative any", extreme_pairs.maximal_ratio),
        listed("hp_srr", "Summary rate ratio", "relative any", extreme_pairs.summary_ratio),
    )
}


def all_summaries(groups: RatedGroups) -> dict[str, Summary]:
    """Every measure of these groups by its code, each with its value or the reason why it has none.

    Reads    absolute and relative ones side by side: they can move in opposite directions.
    Source   measures.md.
    """
    return {code: measure.compute(groups) for code, measure in SUMMARY_MEASURES.items()}
