"""Plain sentences on a whole chart: its standing, its state, its aim, a team in the funnel."""

from __future__ import annotations

from equity.charts.control_chart import INSUFFICIENT, SETTLED, TRIAL
from equity.charts.plan import Plan
from equity.charts.states import COMMON_CAUSE, CONCERN, FAILS, HIT_AND_MISS, IMPROVEMENT, NEUTRAL, NOT_ASSESSABLE, PASSES
from equity.funnel import BEYOND_95, BEYOND_998, NOT_ASSESSED, WITHIN, FunnelPoint
from equity.numbers import capitalised, rate_words

STANDINGS = {
    INSUFFICIENT: "Fewer than ten values can be judged, so no limits are drawn and no rule is used.",
    TRIAL: "These limits are on trial: they come from fewer than 20 values.",
    SETTLED: "These limits come from 20 values or more.",
}
VARIATIONS = {
    COMMON_CAUSE: "Nothing here is more than chance. The process goes on as before.",
    IMPROVEMENT: "The latest value is part of a change for the better.",
    CONCERN: "The latest value is part of a change for the worse.",
    NEUTRAL: "The latest value is part of a change.",
    NOT_ASSESSABLE: "There are too few values to say whether this is changing.",
}
ASSURANCES = {
    PASSES: "As it runs now, this will meet its aim again and again.",
    FAILS: "As it runs now, this will miss its aim. It will take a change to meet it.",
    HIT_AND_MISS: "As it runs now, this will meet its aim at times and miss it at times.",
    NOT_ASSESSABLE: "Nothing can be said yet on whether this will meet its aim.",
}
# The same in a cell of a table, said of a gap.
GAP_SIGNALS = {
    COMMON_CAUSE: "no signal, only chance",
    IMPROVEMENT: "signal: smaller gap",
    CONCERN: "signal: larger gap",
    NEUTRAL: "signal: gap moves",
    NOT_ASSESSABLE: "too few points yet",
}
AIM_WORDS = {
    PASSES: "aim: will meet it",
    FAILS: "aim: will miss it",
    HIT_AND_MISS: "aim: met at times",
    NOT_ASSESSABLE: "aim: cannot say yet",
    None: "no aim",
}
SIDES = {1: "above", -1: "below"}
TAILS = {BEYOND_95: "one team in 20", BEYOND_998: "one team in 500"}


def standing_sentence(standing: str) -> str:
    """What the limits of a chart may be used for."""
    return STANDINGS[standing]


def variation_sentence(state: str) -> str:
    """Whether the process is changing now."""
    return VARIATIONS[state]


def assurance_sentence(state: str | None) -> str:
    """Whether the process will meet its aim; empty where it has none."""
    return "" if state is None else ASSURANCES[state]


def screening_sentence(plan: Plan) -> str:
    """Whether wild jumps were left out of the limits: a chart says which was used."""
    return "Very large jumps were left out when the limits were made." if plan.screened else "Every jump was used to make the limits."


def funnel_sentence(team: str, point: FunnelPoint, target: float, multiplier: int) -> str:
    """Where one team stands against what chance would give a team of its size. Never a rank."""
    if point.flag == NOT_ASSESSED:
        return f"{capitalised(team)} has too few people to be compared."
    rate, common = rate_words(point.rate * multiplier, multiplier), rate_words(target * multiplier, multiplier)
    if point.flag == WITHIN:
        return f"{capitalised(team)}, at {rate}, is no further from {common} than chance would put it."
    return f"{capitalised(team)}, at {rate}, lies {SIDES[point.side]} {common} by more than chance. Chance alone puts {TAILS[point.flag]} out there."
