"""What a process chart says: is it stable, which chart and why, where its lines come from, will it meet its aim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from equity.catalogue import Measure
from equity.charts import lines
from equity.charts.control_chart import FEWEST_FOR_SETTLED, INSUFFICIENT, TRIAL
from equity.charts.states import CONCERN, IMPROVEMENT, NEUTRAL, NOT_ASSESSABLE
from equity.gap_process import GAP_LIMITS, OF_RATIOS
from equity.numbers import capitalised, date_words, plural
from equity.periods import Period, period_of
from equity.process_chart import ProcessChart
from equity.sentences.charts import assurance_sentence, standing_sentence, variation_sentence
from equity.sentences.phrases import grain_word, period_words
from equity.sentences.signals import LIMIT_RULE_WORDS, RULE_WORDS, signal_sentence

KIND_WORDS = {
    lines.RUN: "run chart",
    lines.SHARE: "p chart",
    lines.SHARE_PRIME: "p′ chart",
    lines.RATE: "u chart",
    lines.RATE_PRIME: "u′ chart",
    lines.INDIVIDUALS: "XmR chart",
    lines.INDIVIDUALS_PRIME: "I′ chart",
    GAP_LIMITS: "gap chart",
}
KIND_MEANS = {
    lines.RUN: "a median, no limits",
    lines.SHARE: "limits from the counts",
    lines.SHARE_PRIME: "limits from counts and scatter",
    lines.RATE: "limits from the counts",
    lines.RATE_PRIME: "limits from counts and scatter",
    lines.INDIVIDUALS: "limits from steps between points",
    lines.INDIVIDUALS_PRIME: "limits from steps, by size",
    GAP_LIMITS: "limits from the counts of both groups",
}
STABLE = "{subject} is stable: it moves as chance alone would move it"
MOVED_BEFORE = "{subject} has moved more than chance; its latest value is within it"
TITLES = {
    IMPROVEMENT: "{subject} is changing for the better",
    CONCERN: "{subject} is changing for the worse",
    NEUTRAL: "{subject} is changing",
    NOT_ASSESSABLE: "Too early to say whether {subject} is stable",
}
RECORD = "The verdict at the top still rests on every period."
MOST_SIGNALS = 3


@dataclass(frozen=True, slots=True)
class NewPhase:
    """The recorded change at which a new phase was asked for."""

    tested: str
    started_on: date


def centre_word(kind: str) -> str:
    """What the centre line is called."""
    return "median" if kind in (lines.RUN, GAP_LIMITS) else "average"


def process_title(chart: ProcessChart, subject: str) -> str:
    """Whether it is stable, in short."""
    state = chart.variation.state
    shape = TITLES.get(state) or (MOVED_BEFORE if latest_signals(chart) else STABLE)
    return capitalised(shape.format(subject=subject))


def latest_signals(chart: ProcessChart) -> list:
    """The signals of the last phase, the latest first."""
    start = chart.phases[-1].start if chart.phases else 0
    return sorted((signal for signal in chart.signals if signal.places[0] >= start), key=lambda signal: signal.places[-1], reverse=True)


def kind_words(chart: ProcessChart, *, is_chosen: bool) -> str:
    """Which kind is shown and why; where the reader chose another one, both."""
    suggested, reason = KIND_WORDS[chart.suggested.kind], chart.suggested.reason
    if is_chosen and chart.kind != chart.suggested.kind:
        return f"You chose {article(KIND_WORDS[chart.kind])}: {KIND_MEANS[chart.kind]}. Suggested is {article(suggested)}. {reason}"
    return f"{capitalised(article(suggested))}: {KIND_MEANS[chart.kind]}. {reason}"


def kind_option(kind: str) -> str:
    """A kind as a list of choices names it: Run chart: a median, no limits. The letters of p and u stay small."""
    name = KIND_WORDS[kind]
    return f"{name if name[1] in ' ′' else capitalised(name)}: {KIND_MEANS[kind]}"


def article(name: str) -> str:
    """a p chart, an XmR chart."""
    return f"{'an' if name[0] in 'XI' else 'a'} {name}"


def findings_words(chart: ProcessChart, periods: Sequence[Period], subject: str) -> list[str]:
    """Whether it is changing now, and the latest signals of the last phase."""
    if chart.variation.state == NOT_ASSESSABLE:
        return [variation_sentence(NOT_ASSESSABLE)]
    found = latest_signals(chart)
    said = [signal_sentence(signal, periods, subject=subject, centre=centre_word(chart.kind)) for signal in found[:MOST_SIGNALS]]
    more = len(found) - MOST_SIGNALS
    rest = [f"{capitalised(plural(more, 'earlier signal'))} {'is' if more == 1 else 'are'} not listed here."] if more > 0 else []
    now = [] if found and chart.variation.side == 0 else [variation_sentence(chart.variation.state)]
    return [*now, " ".join(said + rest)] if said else now


def rule_words(chart: ProcessChart) -> Mapping[str, str]:
    """What each rule says on this kind of chart."""
    return RULE_WORDS if centre_word(chart.kind) == "median" else LIMIT_RULE_WORDS


def limits_words(chart: ProcessChart, periods: Sequence[Period], measure: Measure) -> list[str]:
    """What the limits are worth; and where they are withheld, what it would take and until when."""
    grain = grain_word(measure)
    small = int((np.isfinite(chart.values) & np.isnan(chart.judged)).sum())
    guarded = [f"In {plural(small, grain)} too few people were counted: drawn small, and judged by no rule."] if small else []
    if chart.standing == INSUFFICIENT:
        return [withheld_words(chart, periods, measure), *guarded]
    if chart.kind == lines.RUN:
        return guarded
    more = FEWEST_FOR_SETTLED - chart.phases[-1].counted
    to_go = f" {capitalised(plural(more, f'more {grain}'))} to go." if chart.standing == TRIAL else ""
    return [f"{standing_sentence(chart.standing)}{to_go}", *guarded]


def withheld_words(chart: ProcessChart, periods: Sequence[Period], measure: Measure) -> str:
    """How many points there are, and with which report limits can stand."""
    grain, counted = grain_word(measure), chart.phases[-1].counted if chart.phases else 0
    have = f"{plural(counted, grain)} {'is' if counted == 1 else 'are'} there" if counted else f"no {grain} is there"
    of_ratio = chart.suggested == OF_RATIOS
    what, trial = ("Rules", "") if of_ratio else ("Limits and rules", f" They are on trial until there are {FEWEST_FOR_SETTLED}.")
    first = f"{what} need ten {grain}s that can be judged, and {have}."
    if not periods or not counted:
        return f"{first} None is drawn, so that chance is not taken for news."
    last = period_after(periods[-1], chart.missing)
    due = date_words(last.end + timedelta(days=measure.due_days))
    wait = f"the next {grain} is" if chart.missing == 1 else f"the next {plural(chart.missing, grain)} are"
    return f"{first} If {wait} reported, they can stand with {period_words(last)}, due by {due}.{trial}"


def period_after(period: Period, count: int) -> Period:
    """So many periods on."""
    for _ in range(count):
        period = period_of(period.end + timedelta(days=1), period.grain)
    return period


def phases_words(chart: ProcessChart, periods: Sequence[Period], measure: Measure, begins: NewPhase | None, *, can_choose: bool) -> list[str]:
    """Which points the lines come from, and at which recorded change they begin anew."""
    if begins is not None and chart.split is not None:
        return [split_words(chart, periods, measure, begins), RECORD]
    if chart.frozen:
        lines_from = f"The {centre_word(chart.kind)} is held from the baseline, up to {date_words(periods[chart.frozen - 1].end)}."
    else:
        lines_from = f"The {centre_word(chart.kind)} comes from every {grain_word(measure)} that can be judged."
    return [f"{lines_from} It begins anew only at a change that is on record{'' if can_choose else ', and none is on record here'}."]


def split_words(chart: ProcessChart, periods: Sequence[Period], measure: Measure, begins: NewPhase) -> str:
    """The new phase with its change; or why there is none."""
    grain, split = grain_word(measure), chart.split
    named = f"“{begins.tested}” began on {date_words(begins.started_on)}."
    if split.holds:
        since = f"The new phase runs since {period_words(periods[split.place])}, the first whole {grain} after it."
        return f"{named} {since} The chart shows before and after, not why."
    return (
        f"{named} A new phase needs ten {grain}s on each side that can be judged. There {'is' if split.before == 1 else 'are'} "
        f"{plural(split.before, grain)} before it and {plural(split.after, grain)} since. So the chart stays in one phase, and the day is marked."
    )


def assurance_words(chart: ProcessChart, aim: str, *, is_gap: bool) -> list[str]:
    """Whether the aim will be met; where there is none to hold it against, why.

    Takes    aim: the aim in words, empty without one.
    """
    if not is_gap:
        return ["The team's aim is set for the gap. Choose the gap above to see whether it will be met."] if aim else ["No aim is registered here."]
    if chart.assurance is None:
        return ["No aim is registered for this gap."]
    why = " No limits are made for a ratio." if chart.suggested == OF_RATIOS else " It takes limits to say so."
    lacking = why if chart.assurance == NOT_ASSESSABLE else ""
    return [f"{assurance_sentence(chart.assurance)}{lacking}", f"Its aim: {aim}."]
