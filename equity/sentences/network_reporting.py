"""Who reported, in words: the title, and how the calendar is read."""

from __future__ import annotations

from collections.abc import Mapping

from equity.numbers import capitalised, count_words, listed, number_word, plural, within_sentence
from equity.periods import Period
from equity.report_states import ReportRoll
from equity.sentences.phrases import period_words

# More teams than these are counted, not named.
MOST_NAMED = 3
NOTHING_DUE = "No report is due yet"


def reporting_title(roll: ReportRoll, names: Mapping[str, str], period: Period | None) -> str:
    """How many teams reported on the latest due period, and who has missed how many."""
    if roll.place is None or period is None:
        return NOTHING_DUE
    when = period_words(period)
    if not roll.missed:
        return f"All {plural(roll.due, 'team')} reported for {when}" if roll.due > 1 else f"The one team that is due reported for {when}"
    came = f"{capitalised(number_word(roll.came)) if roll.came else 'None'} of {plural(roll.due, 'team')} reported for {when}"
    if len(roll.missed) > MOST_NAMED:
        return f"{came}; {number_word(len(roll.missed))} have not"
    return f"{came}; {listed([missed_words(names[team_id], missed) for team_id, missed in roll.missed])}"


def missed_words(name: str, missed: int) -> str:
    """Stonewren has missed two in a row, Ash has not."""
    return f"{name} has missed {number_word(missed)} in a row" if missed > 1 else f"{name} has not"


def behind_title(behind: int, total: int, period: Period | None) -> str:
    """The same for a network that is too large for one calendar."""
    if period is None:
        return NOTHING_DUE
    when = period_words(period)
    if not behind:
        return f"All {count_words(total)} teams sent their latest report that is due, for {when}"
    return f"{count_words(behind)} of {count_words(total)} teams have not sent their latest report that is due, for {when}"


def calendar_subtitle(grain: str, *, is_whole: bool, untold: bool, measure: str = "") -> str:
    """What a mark stands for, and in which order the teams stand. measure: empty = all together."""
    teams = "Teams in alphabetical order." if is_whole else "Only teams that are behind, in order of their names."
    day = " The first load brought all that had gathered until then: its reports have no day." if untold else ""
    on = within_sentence(measure) if measure else "all measures together"
    return f"Reports on {on}, by team and {grain}. {teams}{day}"
