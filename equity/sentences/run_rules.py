"""What the run rules found on a team's chart, in words; and where they may not be used yet, why."""

from __future__ import annotations

from collections.abc import Sequence

from equity.charts.control_chart import FEWEST_FOR_LIMITS, TRIAL
from equity.charts.signals import Signal
from equity.numbers import capitalised, number_word, plural
from equity.periods import Period
from equity.sentences.charts import standing_sentence
from equity.sentences.names import Names
from equity.sentences.phrases import grain_word
from equity.sentences.signals import signal_sentence
from equity.stratified_run import RunLine, StratifiedRun
from equity.trend import GapTrend

# A long series has more signals than a column can hold: the latest are told.
MOST_SIGNALS = 3
NOTHING_FOUND = "no shift, no trend and no odd number of runs. It moves as chance alone would move it."


def rules_words(run: StratifiedRun, trend: GapTrend, names: Names) -> list[str]:
    """One paragraph for each line of the chart, or how many points are missing; and what the limits are worth."""
    lines = [("the gap", run.gap), (f"the rate of {names.focus}", run.focus), (f"the rate of {names.reference}", run.reference)]
    if all(line.judged < FEWEST_FOR_LIMITS for _, line in lines):
        return [f"{too_few_words(run.gap, trend)} So no rule is used yet and no limits are drawn.", *small_words(run, trend)]
    periods = [point.period for point in trend.points]
    said = [
        line_words(line, periods, subject) if line.judged >= FEWEST_FOR_LIMITS else f"{capitalised(subject)}: {too_few_words(line, trend)}"
        for subject, line in lines
    ]
    limits = [standing_sentence(TRIAL)] if run.standing == TRIAL and run.low else []
    return [*said, *limits, *small_words(run, trend)]


def too_few_words(line: RunLine, trend: GapTrend) -> str:
    """How many points there are, and how many the rules need."""
    grain = grain_word(trend.measure)
    missing = plural(FEWEST_FOR_LIMITS - line.judged, f"more {grain}")
    have = f"{plural(line.judged, grain)} can be judged so far" if line.judged else f"no {grain} can be judged so far"
    return f"{capitalised(have)}, and the run rules need ten. {capitalised(missing)} to go."


def small_words(run: StratifiedRun, trend: GapTrend) -> list[str]:
    """That periods with too few people are drawn and not judged; nothing where there are none."""
    if not run.small:
        return []
    return [f"In {plural(run.small, grain_word(trend.measure))} too few people were counted: drawn, and judged by no rule."]


def line_words(line: RunLine, periods: Sequence[Period], subject: str) -> str:
    """What the rules found on one line, the latest signals first."""
    found = sorted(line.signals, key=last_place, reverse=True)
    if not found:
        return f"{capitalised(subject)}: {NOTHING_FOUND}"
    more = len(found) - MOST_SIGNALS
    rest = f" {capitalised(number_word(more))} earlier {'signal is' if more == 1 else 'signals are'} not listed here." if more > 0 else ""
    return " ".join(signal_sentence(signal, periods, subject=subject) for signal in found[:MOST_SIGNALS]) + rest


def last_place(signal: Signal) -> int:
    """Where a signal ends."""
    return signal.places[-1]
