"""One plain sentence for each signal: what was seen, where, and what chance would bring."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from equity.charts.signals import FEW_CROSSINGS, FEW_RUNS, LONG_RUN, MANY_RUNS, OUTSIDE, SHIFT, TREND, TWO_OF_THREE, Signal
from equity.numbers import capitalised, number_word, plural
from equity.periods import Period
from equity.sentences.phrases import period_words

WHERE = {1: "above", -1: "below"}
LIMITS = {1: "upper limit", -1: "lower limit"}
MOVES = {1: "rise", -1: "fall"}
SHAPES = {
    SHIFT: "{count} values of {subject} in a row lie {where} the {centre}",
    TREND: "{count} values of {subject} in a row {moves}",
    OUTSIDE: "{count} values of {subject} in a row lie {where} the {limit}",
    TWO_OF_THREE: "{count} values of {subject} close together lie near the {limit}",
    FEW_RUNS: "{subject} crosses its {centre} too seldom for chance alone: it forms {runs}, and chance gives {allowed} or more",
    MANY_RUNS: "{subject} crosses its {centre} too often for chance alone: it forms {runs}, and chance gives {allowed} or fewer",
    LONG_RUN: "{subject} stays on one side of its {centre} for {seen} values, and chance gives {allowed} at most",
    FEW_CROSSINGS: "{subject} crosses its {centre} {times}, and chance gives {allowed} times or more",
}
# Rules that speak of the whole series name no period.
OF_POINTS = (SHIFT, TREND, OUTSIDE, TWO_OF_THREE)
# The rule itself, for whoever asks what a signal is.
RULE_WORDS = {
    SHIFT: "Six or more values in a row on one side of the median. Values on the median are passed over.",
    TREND: "Five or more values in a row that all rise or all fall. Of equal neighbours only the first counts.",
    FEW_RUNS: "Fewer runs about the median than chance gives in 19 of 20 charts.",
    MANY_RUNS: "More runs about the median than chance gives in 19 of 20 charts.",
    LONG_RUN: "A longer run on one side of the centre than chance gives.",
    FEW_CROSSINGS: "Fewer crossings of the centre than chance gives in 19 of 20 charts.",
    OUTSIDE: "A value beyond a limit, which lies three standard deviations from the centre.",
    TWO_OF_THREE: "Two of three values in a row in the outer third between the centre and a limit.",
}
# The rule in a word, as it stands at a point or over its words.
RULE_NAMES = {
    SHIFT: "shift",
    TREND: "trend",
    FEW_RUNS: "few runs",
    MANY_RUNS: "many runs",
    LONG_RUN: "long run",
    FEW_CROSSINGS: "few crossings",
    OUTSIDE: "beyond limit",
    TWO_OF_THREE: "2 of 3",
}
# On a chart with limits, by Making Data Count.
LIMIT_RULE_WORDS = RULE_WORDS | {
    SHIFT: "Seven or more values in a row on one side of the average. A value on it breaks the row.",
    TREND: "Seven or more values in a row that all rise or all fall.",
}


def rules_met(signals: Iterable[Signal], words: Mapping[str, str] = RULE_WORDS) -> list[tuple[str, str]]:
    """Each rule that found something, once: its name and what it says."""
    return [(capitalised(RULE_NAMES[rule]), words[rule]) for rule in dict.fromkeys(signal.rule for signal in signals)]


def rules_at(signals: Iterable[Signal], place: int, words: Mapping[str, str] = RULE_WORDS) -> list[tuple[str, str]]:
    """The same for the patterns that one point belongs to; rules about the whole series left out."""
    return rules_met((signal for signal in signals if signal.side and place in signal.places), words)


def signal_sentence(signal: Signal, periods: Sequence[Period], *, subject: str, centre: str = "median") -> str:
    """What a signal says: Six values of the gap in a row lie above the median, from Q1 2024 to Q2 2025.

    Takes    periods: of all points of the chart; subject: what is charted, as it stands inside a sentence; centre: what its line is called.
    """
    if signal.rule == OUTSIDE and signal.seen == 1:
        return f"{capitalised(subject)} in {period_words(periods[signal.places[0]])} lies {WHERE[signal.side]} the {LIMITS[signal.side]}."
    words = {
        "count": number_word(signal.seen),
        "subject": subject,
        "centre": centre,
        "where": WHERE.get(signal.side),
        "limit": LIMITS.get(signal.side),
        "moves": MOVES.get(signal.side),
        "seen": number_word(signal.seen),
        "runs": plural(signal.seen, "run"),
        "times": times_words(signal.seen),
        "allowed": number_word(signal.allowed or 0),
    }
    said = capitalised(SHAPES[signal.rule].format(**words))
    return said + (f", {span_words(signal, periods)}." if signal.rule in OF_POINTS else ".")


def times_words(count: int) -> str:
    """not once, once, three times."""
    return {0: "not once", 1: "once"}.get(count, f"{number_word(count)} times")


def span_words(signal: Signal, periods: Sequence[Period]) -> str:
    """From its first to its last point."""
    return f"from {period_words(periods[signal.places[0]])} to {period_words(periods[signal.places[-1]])}"
