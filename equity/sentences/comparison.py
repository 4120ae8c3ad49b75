"""How teams' gaps compare, in words: against the network and against chance. Never a rank, and no ordinal words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from equity.blanks import MEANINGS, WORDS, marker_of
from equity.catalogue import Measure
from equity.compared_team import OWN, ComparedTeam
from equity.comparison import Comparison
from equity.funnel import NOT_ASSESSED, WITHIN
from equity.level_and_gap import BETTER, WORSE
from equity.numbers import (
    RATIO_PLACES,
    capitalised,
    estimate_words,
    interval_words,
    listed,
    number_word,
    places_of,
    plural,
    record_words,
)
from equity.peers import FEWEST_PEERS
from equity.rates import Estimate
from equity.reliability import UNSTEADY_WORDS
from equity.sentences.names import Names, Sentence
from equity.sentences.phrases import amount_words, period_words
from equity.sentences.titles import possessive

# More names than these are a list, and a list has its table.
MOST_NAMED = 3
LARGER, SMALLER = "larger", "smaller"
NOTHING = Sentence("There is nothing to compare yet.", "No team has reported this measure.")
NO_NETWORK = "Teams chose this measure for themselves, so their numbers are not put together and there is no network value."
OWN_KEPT_APART = "Teams that chose the measure for themselves are marked “own”. They are not part of the network value."


def likely_words(gap: Estimate, comparison: Comparison) -> str:
    """3.3 to 14.0: the interval of a gap on the measure's own scale."""
    return interval_words(gap, RATIO_PLACES if comparison.measure.scale == "ratio" else places_of(comparison.measure.multiplier, gap.value))


def comparison_sentence(comparison: Comparison) -> Sentence:
    """The page's finding: my team against the network, who lies outside what chance allows, and how many chance alone would put there."""
    if comparison.period is None:
        return NOTHING
    if comparison.is_withheld:
        return withheld_sentence(comparison)
    if comparison.mine is None:
        return network_sentence(comparison)
    lead, after = my_words(comparison, comparison.mine)
    rest = [after, outside_words(comparison), chance_words(comparison)] if comparison.network.known else [after, NO_NETWORK]
    return Sentence(lead, " ".join(part for part in rest if part))


def network_sentence(comparison: Comparison) -> Sentence:
    """The finding of a reader without a team."""
    if not comparison.network.known:
        return Sentence("Each gap stands for itself.", NO_NETWORK)
    return Sentence(outside_words(comparison), chance_words(comparison))


def withheld_sentence(comparison: Comparison) -> Sentence:
    """Why nothing is compared."""
    others = comparison.others
    have = f"{capitalised(plural(others, 'other team' if comparison.mine else 'team'))} {'has' if others == 1 else 'have'}"
    when = period_words(comparison.period)
    return Sentence("This comparison is withheld.", f"{have} a gap to show for {when}. A comparison needs at least {number_word(FEWEST_PEERS)}.")


def my_words(comparison: Comparison, mine: ComparedTeam) -> tuple[str, str]:
    """My team against the network, and the numbers behind it."""
    name, when = mine.team.name, period_words(comparison.period)
    if mine.blank is not None:
        return f"{name} has no gap to compare in {when}.", f"{capitalised(WORDS[mine.blank])}: {MEANINGS[marker_of(mine.blank)]}"
    was = f"It was {record_words(mine.gap, comparison.measure)} in {when}, likely {likely_words(mine.gap, comparison)}"
    if not comparison.network.known:
        return f"{possessive(name)} gap stands for itself.", f"{was}."
    network = f"{was}; the network's was {record_words(comparison.network, comparison.measure)}."
    if mine.standing == OWN:
        return f"{possessive(name)} gap stands for itself.", f"{network} {name} chose this measure for itself, so it is not part of that."
    if mine.side:
        return f"{possessive(name)} gap is clearly {side_word(mine, comparison)} than the network's.", network
    return f"{possessive(name)} gap does not clearly differ from the network's.", network


def side_word(one: ComparedTeam, comparison: Comparison) -> str:
    """Larger or smaller; higher or lower where the network's own gap is turned round, for there size and side part ways."""
    nought = 1 if comparison.measure.scale == "ratio" else 0
    words = (LARGER, SMALLER) if comparison.network.value >= nought else ("higher", "lower")
    return words[0] if one.side > 0 else words[1]


def clear_difference_words(measure: Measure) -> str:
    """The published rule for a gap that clearly differs from the network's."""
    return f"Clearly larger or smaller: its interval leaves out the network's gap, and it is {amount_words(measure.meaningful_change, measure)} or more away."


def outside_words(comparison: Comparison) -> str:
    """Whose gap clearly differs from the network's: by name while they are few."""
    outside = comparison.outside
    if not outside:
        return "No team's gap clearly differs from the network's."
    if len(outside) > MOST_NAMED:
        count = capitalised(number_word(len(outside)))
        return f"{count} of {plural(len(comparison.judged), 'gap')} clearly differ from the network's."
    only = "Only " if len(outside) == 1 else ""
    said = f"{only}{listed(side_parts(outside, comparison, named_side))}."
    return capitalised(said)


def named_side(names: list[str], word: str) -> str:
    """Quillstone's gap is clearly larger; the gaps of Millrace and Quillstone are clearly smaller."""
    return f"{possessive(names[0])} gap is clearly {word}" if len(names) == 1 else f"the gaps of {listed(names)} are clearly {word}"


def side_parts(teams: Sequence[ComparedTeam], comparison: Comparison, said: Callable[[list[str], str], str]) -> list[str]:
    """What is said of the teams on each side, the larger gaps before the smaller ones."""
    parts = []
    for side in (1, -1):
        there = [one for one in teams if one.side == side]
        if there:
            parts.append(said([one.team.name for one in there], side_word(there[0], comparison)))
    return parts


def chance_words(comparison: Comparison) -> str:
    """How many teams chance alone would put outside at most."""
    judged = len(comparison.judged)
    return f"If no team differed, at most about {comparison.expected_outside:.1f} of {number_word(judged)} would still seem to." if judged else ""


def dots_title(comparison: Comparison) -> str:
    """How many gaps clearly differ from the network's."""
    if comparison.period is None:
        return NOTHING.lead.rstrip(".")
    if comparison.is_withheld:
        return "Too few teams have numbers for a comparison"
    if not comparison.network.known:
        return "Each team's gap, side by side"
    outside, judged = comparison.outside, comparison.judged
    if not outside:
        return "No team's gap clearly differs from the network's"
    if 2 * len(outside) >= len(judged):
        return f"{capitalised(number_word(len(outside)))} of {plural(len(judged), 'gap')} clearly differ from the network's"
    first, *second = side_parts(outside, comparison, short_side)
    sides = listed([first, *(part.replace(" gaps are", " are") if "gaps are" in first else part for part in second)])
    return f"Most gaps do not clearly differ from the network's; {sides}"


def short_side(names: list[str], word: str) -> str:
    """Quillstone's gap is larger; four gaps are smaller."""
    return f"{possessive(names[0])} gap is {word}" if len(names) == 1 else f"{plural(len(names), 'gap')} are {word}"


def funnel_title(comparison: Comparison) -> str:
    """Whose rate lies outside what chance allows a team of its size."""
    flagged, assessed = comparison.flagged, comparison.assessed
    if not assessed:
        return "There is no common rate to hold teams against"
    beyond = "outside what chance allows for a team of its size"
    if not flagged:
        return f"No rate lies {beyond}"
    if len(flagged) == 1:
        return f"{possessive(flagged[0].team.name)} rate lies {beyond}"
    return f"{capitalised(number_word(len(flagged)))} of {plural(len(assessed), 'rate')} lie {beyond}"


def spread_words(comparison: Comparison) -> str:
    """By how much teams differ beyond chance; empty where chance explains it."""
    spread = comparison.spread
    if spread is None:
        return ""
    return f"Teams differ more than chance explains: they lie {spread.phi**0.5:.1f} times as far apart. The dashed lines allow for that."


def funnel_words(one: ComparedTeam, comparison: Comparison) -> str:
    """Where a team's rate lies."""
    if one.flag in (NOT_ASSESSED, WITHIN):
        return "too few people" if one.flag == NOT_ASSESSED else "within"
    return f"{'above' if one.flag_side > 0 else 'below'}, {one.flag}"


def quadrant_title(comparison: Comparison) -> str:
    """For whom it got better: gaps that clearly narrowed, those among them by levelling down, and gaps that grew."""
    changes = [(one.team.name, one.change) for one in comparison.changed]
    levelled = [name for name, change in changes if change.gap_answer == BETTER and change.levelled_down]
    narrowed = [change for _, change in changes if change.gap_answer == BETTER and not change.levelled_down]
    grew = [name for name, change in changes if change.gap_answer == WORSE]
    parts = [narrowed_words(len(narrowed), sum(change.level_answer == BETTER for change in narrowed))] if narrowed else []
    if levelled:
        parts.append(f"{named(levelled)} narrowed by levelling down")
    if grew:
        parts.append(f"{named(grew)} clearly grew")
    return capitalised("; ".join(parts)) if parts else "No gap has clearly changed since the baseline"


def narrowed_words(narrowed: int, better: int) -> str:
    """five gaps clearly narrowed, four of them while the whole got better."""
    said = f"{plural(narrowed, 'gap')} clearly narrowed"
    if not better:
        return said
    return f"{said} while the whole got better" if better == narrowed else f"{said}, {number_word(better)} while the whole got better"


def named(names: Sequence[str]) -> str:
    """Quillstone's gap; two gaps."""
    return f"{possessive(names[0])} gap" if len(names) == 1 else plural(len(names), "gap")


def row_sentence(one: ComparedTeam, comparison: Comparison, names: Names) -> str:
    """One team, whole: both rates, the gap with its interval, or why there is none."""
    if one.blank is not None:
        return f"{one.team.name}: {WORDS[one.blank]}. {MEANINGS[marker_of(one.blank)]}"
    rates = f"{names.focus} {estimate_words(one.focus_rate, names.multiplier)}, {names.reference} {estimate_words(one.reference_rate, names.multiplier)}"
    own = " Own measure." if one.standing == OWN else ""
    steady = "" if one.steady else f" {UNSTEADY_WORDS}"
    return f"{one.team.name}: {rates}. Gap {record_words(one.gap, comparison.measure)}, likely {likely_words(one.gap, comparison)}.{own}{steady}"
