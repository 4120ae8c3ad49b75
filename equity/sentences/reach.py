"""How many people stand between the two groups, and what the people of unknown group could change: in words."""

from __future__ import annotations

from equity.catalogue import Measure
from equity.counted import size_words
from equity.counts import Count
from equity.numbers import NO_GAP, count_words, gap_words
from equity.reach import excess_people, people_to_reach
from equity.sentences.names import Names
from equity.sentences.phrases import period_words
from equity.trend import GapPoint
from equity.unknown_bounds import Known, unknown_bounds, unknown_words

NOT_KNOWN = "There is no period yet in which both groups can be shown."
SIZES_ONLY = "How many people have no known group is told here as a size alone. What they could change, the team's own members can see."
CHANCE_TOO = " Chance alone could be behind this gap."


def reach_words(latest: GapPoint | None, measure: Measure, names: Names) -> str:
    """For how many people of the focus group the outcome would have to be another, for its rate to equal the reference's."""
    if latest is None:
        return NOT_KNOWN
    people = people_to_reach(latest.focus, latest.reference, measure)
    when = period_words(latest.period)
    if not people:
        return f"None in {when}: {names.focus} have reached the rate of {names.reference}, or gone beyond it."
    excess = excess_people(latest.focus, latest.reference, measure)
    outcome = "Another" if measure.improvement_direction == "neutral" else "A better"
    whom = f"of the {size_words(latest.focus)} {names.focus} counted in {when}" if measure.number == "proportion" else f"{names.focus} in {when}"
    chance = CHANCE_TOO if excess.low <= 0 else ""
    if not latest.focus.is_exact:
        return f"{outcome} outcome for about {count_words(people)} or more {whom} would close the gap.{chance}"
    between = f"{count_words(max(0, round(excess.low)))} and {count_words(round(excess.high))}"
    return f"{outcome} outcome for {count_words(people)} {whom} would close the gap. The true number likely lies between {between}.{chance}"


def unknown_range_words(latest: GapPoint | None, unknown: Count, measure: Measure) -> str:
    """The range that the gap could take if those of unknown group were in one group or the other; empty where that cannot be worked out.

    Takes    unknown: people of no known group in the latest period, released; the two groups and they are all people.
    """
    if latest is None or not unknown.known:
        return ""
    if not all(count.is_exact for count in (unknown, latest.focus, latest.reference)):
        return SIZES_ONLY
    bounds = unknown_bounds(Known(latest.focus, latest.reference), unknown, measure)
    share = f"{100 * bounds.share:.1f}% of people have no known group in {period_words(latest.period)}."
    said = unknown_words(bounds, measure.multiplier)
    gap = gap_words(bounds.known, measure.multiplier)
    return f"{share} {said or f'Whoever they are, the gap stays {gap}.'}".replace(f"stays {NO_GAP}", "stays about zero")
