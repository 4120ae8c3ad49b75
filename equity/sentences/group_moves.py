"""Which groups of a team gained and which lost ground since the baseline, as a title: never in an order of size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from equity.catalogue import Measure
from equity.counts import Count
from equity.disparity import rate_difference
from equity.numbers import capitalised, listed, number_word
from equity.rates import rate_estimate
from equity.sentences.phrases import amount_words

# More names than these do not fit a title.
MOST_NAMED = 2
UP, DOWN, LEVEL = 1, -1, 0
# Where the measure's meaningful change is one of a ratio: this share of the rate, or of those without the event (AHRQ's rule).
TENTH = 0.1


@dataclass(frozen=True, slots=True)
class GroupCounts:
    """One group then and now. label: as it stands inside a sentence."""

    label: str
    then: Count
    now: Count


def groups_title(groups: Sequence[GroupCounts], measure: Measure) -> str:
    """Who gained and who lost: by more than chance, and by enough to matter."""
    moves = [(group.label, moved(group, measure)) for group in groups if group.then.known and group.now.known]
    if not moves:
        return "No group can be shown both then and now"
    gained, lost = ([label for label, side in moves if side == wanted] for wanted in (UP, DOWN))
    verbs = ("went up", "went down") if measure.improvement_direction == "neutral" else ("gained", "lost ground")
    if not gained and not lost:
        return "No group clearly moved since the baseline"
    return capitalised(f"{who_words(gained, moves)} {verbs[0]}; {who_words(lost, moves)} {verbs[1]}{' that we can tell' if not lost else ''}")


def who_words(labels: Sequence[str], moves: Sequence[tuple[str, int]]) -> str:
    """Black and White patients; three of five groups; no group."""
    if not labels:
        return "no group"
    if len(labels) == len(moves) > 1:
        return f"all {number_word(len(labels))} groups that can be shown"
    return listed(list(labels)) if len(labels) <= MOST_NAMED else f"{number_word(len(labels))} groups"


def moves_rule(measure: Measure) -> str:
    """What it takes to be named in the title."""
    size = "a tenth of the rate, or of those without it," if measure.scale == "ratio" else amount_words(measure.meaningful_change, measure)
    verbs = "Up or down" if measure.improvement_direction == "neutral" else "Gained or lost ground"
    return f"{verbs}: more than chance explains, and {size} or more."


def moved(group: GroupCounts, measure: Measure) -> int:
    """1 where the group's rate clearly got better since then, -1 where it got worse, 0 where neither can be told.

    Reads    of a neutral measure 1 = it rose; clearly = the interval leaves out no change, and the change is large enough to matter.
    """
    then, now = (rate_estimate(count, measure).as_told() for count in (group.then, group.now))
    change = rate_difference(now, then)
    if abs(change.value) < wanted_move(then.value, measure):
        return LEVEL
    gain = change.times(-1 if measure.improvement_direction == "lower" else 1)
    return UP if gain.low > 0 else DOWN if gain.high < 0 else LEVEL


def wanted_move(then: float, measure: Measure) -> float:
    """The smallest change of a rate that matters, in shown units.

    Source   the measure's meaningful change; of a ratio AHRQ's tenth (trend_and_practice.md section 1), framed either way.
    """
    if measure.scale != "ratio":
        return measure.meaningful_change
    return TENTH * (min(then, measure.multiplier - then) if measure.number == "proportion" else then)
