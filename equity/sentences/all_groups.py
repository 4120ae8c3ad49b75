"""The summaries of all groups in words: what each is called, what it says, and which way is better."""

from __future__ import annotations

from equity.all_groups import BETWEEN, GAIN, GAIN_SHARE, INDEX, LOG, RELATIVE_SLOPE, SLOPE, THEIL, AllGroups
from equity.catalogue import Stratifier
from equity.numbers import PERCENT, decimal, gap_unit, listed, number_word, per_words, places_of, plural, within_sentence
from equity.rated_groups import Summary

NAMES = {
    BETWEEN: "Between-group variance",
    INDEX: "Index of disparity",
    LOG: "Mean log deviation",
    THEIL: "Theil index",
    SLOPE: "Slope index of inequality",
    RELATIVE_SLOPE: "Relative index of inequality",
    GAIN: "Population attributable risk",
    GAIN_SHARE: "Population attributable fraction",
}
LOWER = "0 = all equal; lower is better."
MEANINGS = {
    BETWEEN: "How far the groups' rates lie from the rate of all, in squared {unit}: a group far out counts most. " + LOWER,
    INDEX: f"How far a person's group lies from the rate of all, on average, as a share of that rate. {LOWER}",
    LOG: f"Grows most where a group's rate is far below the rate of all. {LOWER}",
    THEIL: f"Grows most where a group's rate is far above the rate of all. {LOWER}",
    SLOPE: "Along the order from {first} to {last}: the rate at the last end minus that at the first. 0 = no slope; nearer to 0 is better.",
    RELATIVE_SLOPE: "Along the order from {first} to {last}: the rate at the last end over that at the first. 1 = no slope; nearer to 1 is better.",
    GAIN: "How the rate of all would change if every group had the rate of the best-off group, now {best}. 0 = all there; nearer to 0 is better.",
    GAIN_SHARE: "The same change as a share of the rate of all. 0 = all there; nearer to 0 is better.",
}
CHANCE = "Chance alone lifts the first four above 0, and may pick the best-off group, most where few people are counted."


def summaries_title(found: AllGroups) -> str:
    """How many summaries there are of how many groups."""
    if not found.told:
        return "All groups at once: nothing can be summed up here"
    return f"All groups at once: {plural(found.groups, 'group')}, {number_word(len(found.told))} ways to sum them up"


def summaries_subtitle(found: AllGroups, stratifier: Stratifier, *, then: str, now: str) -> str:
    """What is put together, when, and that it is no score."""
    left = f" {plural(found.left_out, 'group')} without a rate at both times {'is' if found.left_out == 1 else 'are'} left out." if found.left_out else ""
    what = f"Each puts the rates of all groups by {within_sentence(stratifier.name)} into one number, {then} against {now}."
    return f"{what} They weigh groups in different ways and need not agree. None is a score, and none says who is worse off.{left[:2].upper()}{left[2:]}"


def summary_words(code: str, summary: Summary, multiplier: int) -> tuple[str, str]:
    """The number with its unit, and its interval: 12.4 squared points, (3.1 to 21.7)."""
    places = summary_places(code, summary, multiplier)
    signed = code in (SLOPE, GAIN, GAIN_SHARE)
    value, low, high = (decimal(end, places, plus=signed) for end in (summary.value, summary.low, summary.high))
    return f"{value}{summary_unit(code, multiplier)}", f"({low} to {high})"


def summary_places(code: str, summary: Summary, multiplier: int) -> int:
    """Decimals: those of a gap for what is counted in its unit, two for ratios and entropies."""
    if code in (SLOPE, GAIN):
        return places_of(multiplier, summary.value)
    return 2 if code in (RELATIVE_SLOPE, LOG, THEIL) else 1


def summary_unit(code: str, multiplier: int) -> str:
    """What follows the number."""
    points = " points" if multiplier == PERCENT else per_words(multiplier)
    return {SLOPE: points, GAIN: points, INDEX: "%", GAIN_SHARE: "%"}.get(code, "")


def summary_meaning(code: str, found: AllGroups, stratifier: Stratifier, multiplier: int) -> str:
    """What the number says and which way is better, in one breath."""
    first, *_, last = [group.short_label for group in stratifier.known_groups]
    return MEANINGS[code].format(first=first, last=last, best=stratifier.group(found.best).short_label, unit=gap_unit(multiplier) or "shares")


def summaries_words(found: AllGroups) -> str:
    """How many say that the groups lie closer together; empty where there is none."""
    told = len(found.told)
    smaller = sum(row.is_smaller for row in found.told)
    count = "None" if smaller == 0 else f"All {number_word(told)}" if smaller == told > 1 else f"{number_word(smaller).capitalize()} of {number_word(told)}"
    return f"{count} say the groups lie closer together now than then. Chance moves them too: each has its interval." if told else ""


def short_name(code: str) -> str:
    """A summary's name inside a sentence."""
    return NAMES[code] if code == THEIL else within_sentence(NAMES[code])


def not_told_words(found: AllGroups) -> list[str]:
    """Which summaries are not shown and why: one line a reason."""
    return [f"Not shown: {listed([short_name(code) for code in codes])}. {reason}" for reason, codes in found.reasons.items()]
