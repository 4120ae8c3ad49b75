"""What the directory of teams says: how many there are, what they work on, what each aims at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from equity.catalogue import Measure, Team
from equity.numbers import capitalised, count_words, date_words, decimal, is_nothing, listed, number_word, places_of, plural, ratio_words, within_sentence
from equity.periods import MONTH_NAMES
from equity.sentences.names import Sentence
from equity.sentences.phrases import amount_words
from equity.sentences.titles import multiples_title

# More kinds of setting than this are a list's work, not a sentence's.
MOST_SETTINGS = 5
ORDER_WORDS = {
    "": "In alphabetical order, never by result.",
    "sector": "By sector, then by name; never by result.",
    "setting": "By setting, then by name; never by result.",
}


def directory_sentence(*, total: int, working: int, by_setting: Mapping[str, int], measure: Measure, whole: int) -> Sentence:
    """How many teams were found, how many of them work on the measure, and where they are.

    Takes    total of the teams found; whole: how many the network has; by_setting: of those found, by setting.
    """
    if not whole:
        return Sentence("No team has joined yet.", "Teams stand here once they are loaded.")
    if not total:
        return Sentence(f"None of {plural(whole, 'team')} fits these filters.", "Take one away to see more.")
    found = f"{capitalised(plural(total, 'team'))} {'is' if total == 1 else 'are'} in the network"
    if total < whole:
        found = f"{capitalised(number_word(total))} of {plural(whole, 'team')} {'fits' if total == 1 else 'fit'} these filters"
    name = within_sentence(measure.name)
    return Sentence(f"{found}; {working_words(working, total)} on {name}.", settings_words(by_setting))


def working_words(working: int, total: int) -> str:
    """12 work, all work, none works: of the teams found."""
    if working == total:
        return "it works" if total == 1 else "all of them work"
    if not working:
        return "it does not work" if total == 1 else "none of them works"
    return f"{number_word(working)} {'works' if working == 1 else 'work'}"


def settings_words(by_setting: Mapping[str, int]) -> str:
    """Where the teams are, in the order of the alphabet; empty where the settings are not known or too many to be said."""
    known = {setting: teams for setting, teams in by_setting.items() if setting}
    if not 1 < len(known) <= MOST_SETTINGS:
        return ""
    (first, teams), *others = known.items()
    said = [f"{number_word(teams)} {'is' if teams == 1 else 'are'} {within_sentence(first)}"]
    said += [f"{number_word(teams)} {within_sentence(setting)}" for setting, teams in others]
    blank = by_setting.get("", 0)
    return capitalised(f"{listed(said)}{f'; of {number_word(blank)} the setting is not given' if blank else ''}.")


def aim_words(aim: float, by: date | None, measure: Measure) -> str:
    """What gap a team aims at, and by when: 6 points or less by December 2026."""
    when = f" by {MONTH_NAMES[by.month - 1]} {by.year}" if by else ""
    if measure.scale == "ratio":
        return f"{ratio_words(aim)} or less{when}"
    if is_nothing(decimal(aim, places_of(measure.multiplier, aim))):
        return f"no gap{when}"
    return f"{amount_words(aim, measure)} or less{when}"


def place_words(team: Team) -> str:
    """Urban, cohort 1; only what is given."""
    parts = [within_sentence(team.setting), f"cohort {team.cohort}" if team.cohort else ""]
    return capitalised(", ".join(filter(None, parts)))


def member_words(team: Team, starts_on: date, as_of: date) -> str:
    """When a team came later than the network began, or left; empty for all others."""
    if team.left_on and team.left_on <= as_of:
        return f"Left on {date_words(team.left_on)}."
    return f"Joined on {date_words(team.joined_on)}." if team.joined_on and team.joined_on > starts_on else ""


def directory_title(verdicts: Sequence[tuple[str, str | None]], *, first: int, total: int) -> str:
    """How many of the gaps close and whose widens, or which teams these are where they are not all.

    Takes    verdicts: (team name, verdict word or None) of those on this page; first: the place of its first team; total: on all pages.
    """
    if not total:
        return "No team to show"
    if len(verdicts) < total:
        return f"Teams {count_words(first)} to {count_words(first + len(verdicts) - 1)} of {count_words(total)}"
    return multiples_title(verdicts)


def looked_for_words(filters: Sequence[str]) -> str:
    """What was looked for where nothing fits; that there is nothing yet where nobody looked for anything."""
    return f"Looked for: {listed(filters)}." if filters else "This network's files name no team yet."
