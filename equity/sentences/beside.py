"""What stands beside the chart: who moved, how sure we are, and the rule behind the verdict."""

from __future__ import annotations

from equity.catalogue import Measure
from equity.movement import Movement, has_changed_sides, movement
from equity.numbers import NO_GAP, RATIO_PLACES, decimal, gap_words, interval_words, places_of
from equity.rates import Estimate
from equity.sentences.headline import shown_words
from equity.sentences.names import Names
from equity.sentences.phrases import amount_words, baseline_name, moved_words, price_words, rise_words
from equity.trend import GapTrend
from equity.verdicts import CANNOT_TELL_YET, LEVELLED_DOWN, NO_CLEAR_CHANGE

NOTHING_TO_JUDGE = "There is nothing to judge yet."
ONE_PERIOD = "Only one period has numbers for both groups so far."
LEVEL = "stayed level"
# A trend says that, never why.
NO_CAUSE = "This does not show what caused it."


def who_moved(trend: GapTrend, names: Names) -> str:
    """By how much each group's rate moved since the baseline, and who gained."""
    latest = trend.latest
    if latest is None:
        return NOTHING_TO_JUDGE
    if trend.verdict.periods == 1:
        return ONE_PERIOD
    moved = movement(trend, latest)
    said = moves_words(moved, names)
    by = "By the trend line, the rate" if moved.fitted else "The rate"
    after = "This is levelling down." if trend.verdict.word == LEVELLED_DOWN else moved_words(moved, names, trend.measure)
    return f"{by} {said} since {baseline_name(trend)}. {after}"


def moves_words(moved: Movement, names: Names) -> str:
    """rose 7.9 points for Black patients and 2.0 points for all other patients: one verb where it is the same."""
    verbs = {"up": "rose", "down": "fell", "level": LEVEL, "is_whole": moved.is_whole}
    focus, reference = (rise_words(change, names.multiplier, **verbs) for change in (moved.focus_change, moved.reference_change))
    for verb in ("rose ", "fell ", LEVEL):
        reference = reference.removeprefix(verb) if focus.startswith(verb) else reference
    return f"{focus} for {names.focus} and {reference} for {names.reference}".replace("  ", " ")


def how_sure(trend: GapTrend) -> str:
    """How far the change may be trusted."""
    if trend.latest is None:
        return NOTHING_TO_JUDGE
    if trend.verdict.word == CANNOT_TELL_YET:
        return price_words(trend)
    after = NO_CAUSE
    if trend.verdict.word == NO_CLEAR_CHANGE:
        after = shown_words(trend)
    return f"{change_words(trend)} {after}"


def change_words(trend: GapTrend) -> str:
    """The fitted change with its interval."""
    verdict, multiplier = trend.verdict, trend.measure.multiplier
    if verdict.scale == "ratio":
        between = interval_words(verdict.change, RATIO_PLACES).replace(" to ", " and ")
        factor = f"{decimal(verdict.change.value, RATIO_PLACES)} times what it was"
        return f"By the trend line the ratio is now {factor}. The true figure likely lies between {between}."
    change, verb = told_change(verdict.change, verdict.start, crossed=has_changed_sides(trend))
    between = interval_words(change, places_of(multiplier, change.value)).replace(" to ", " and ")
    amount = gap_words(change.value, multiplier)
    moved = "did not change" if amount == NO_GAP else f"{verb} by {amount}"
    return f"By the trend line the gap {moved}. The true figure likely lies between {between}."


def told_change(change: Estimate, start: float, *, crossed: bool) -> tuple[Estimate, str]:
    """The change as a size with its verb; as it is where the gap changed sides."""
    if crossed:
        return change, "changed"
    growth = change if start >= 0 else change.times(-1)
    return (growth, "grew") if growth.value > 0 else (growth.times(-1), "shrank")


def real_change_words(measure: Measure) -> str:
    """The same rule in one line, for beside a chart."""
    return f"We call a change real when it stands out from chance, at odds of 20 to 1, and is {amount_words(measure.meaningful_change, measure)} or more."


def rule_in_words(measure: Measure) -> str:
    """The published rule for a real change of this measure's gap."""
    wanted = amount_words(measure.meaningful_change, measure)
    what = "ratio" if measure.scale == "ratio" else "gap"
    return (
        f"We call a gap closing or widening when two things hold. Its trend stands out from chance, at odds of 20 to 1. "
        f"And the {what} has changed by {wanted} or more. "
        f"If such a change would likely have shown and did not, we say no clear change. If the counts are too small for that, we say cannot tell yet. "
        f"If the group that was better off lost as much as the other gained, we say levelled down. That never counts as closing."
    )
