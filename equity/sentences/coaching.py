"""Where coaching may help, in words: every reason with its facts, and the rule with its limits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from equity.coaching import DAYS_WITHOUT_TEST, Need
from equity.numbers import capitalised, date_words, listed, plural

MOST_MEASURES = 4
NOBODY = "No team shows a sign that calls for coaching"
RULE = (
    "Named: teams whose gap widens, who sent nothing on a measure for the last two periods of which a report is due (the last one, where it covers "
    f"half a year or more), or who ran no test of change on any of the last {DAYS_WITHOUT_TEST} days, though they had run some. Every sign is told. "
    "The order is the alphabet's: this is no rank."
)


def coaching_title(needs: int) -> str:
    """How many teams are named."""
    return f"Coaching may help {plural(needs, 'team')}" if needs else NOBODY


def reasons(need: Need, measures: Mapping[str, str], as_of: date) -> list[str]:
    """Every sign that names a team, a sentence each.

    Takes    measures: each one's short name as it stands in a sentence.
    """
    said = []
    if need.widening:
        said.append(f"{capitalised('gaps widen' if len(need.widening) > 1 else 'its gap widens')}: {few(need.widening, measures)}.")
    if need.silent:
        said.append(f"Reports stopped: {few(need.silent, measures)}.")
    if need.tested_until:
        said.append(f"Tests of change stopped: the last one ended on {date_words(need.tested_until)}, {(as_of - need.tested_until).days} days ago.")
    return said


def few(measure_ids: Sequence[str], names: Mapping[str, str]) -> str:
    """Measures by name, as many as a line holds."""
    named = [names[one] for one in measure_ids]
    if len(named) <= MOST_MEASURES:
        return listed(named)
    return f"{', '.join(named[: MOST_MEASURES - 1])} and {len(named) - MOST_MEASURES + 1} more"
