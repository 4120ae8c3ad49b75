"""The next convening in words: when and where, what is due before it, and what the data give it to talk about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from equity.catalogue import Event, Network
from equity.next_convening import is_last
from equity.numbers import capitalised, count_words, date_words, listed, number_word, plural
from equity.periods import MONTH_NAMES
from equity.verdicts import CLOSING

MOST_DAYS, MOST_TEAMS, MOST_MEASURES = 3, 4, 3
Topic = tuple[str, str]


def convening_title(convening: Event | None, past: Event | None) -> str:
    """Next: Convening 4 on 8 and 9 December 2026; or that none lies ahead."""
    if convening:
        return f"Next: {convening.name} on {days_words(convening.starts_on, convening.ends_on)}"
    return "No further convening is planned" if past else "No convening is planned yet"


def days_words(first: date, last: date) -> str:
    """8 December 2026; 8 and 9 December 2026; 8 to 11 December 2026; 31 January to 2 February 2026."""
    if first == last:
        return date_words(first)
    joined = "and" if (last - first).days == 1 else "to"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} {joined} {date_words(last)}"
    begin = f"{first.day} {MONTH_NAMES[first.month - 1]}" if first.year == last.year else date_words(first)
    return f"{begin} {joined} {date_words(last)}"


def convening_subtitle(convening: Event | None, past: Event | None, due: Sequence[date]) -> str:
    """Where it is and what is due before it; without one, what was last and how a next one comes to stand here."""
    if convening is None:
        last = f"The last one was {past.name} on {days_words(past.starts_on, past.ends_on)}. " if past else ""
        return f"{last}A date stands here once the network's events name one."
    place = f"{convening.place}. " if convening.place else ""
    cohort = f"For cohort {convening.cohort}. " if convening.cohort else ""
    return f"{place}{cohort}{due_words(due)}"


def due_words(due: Sequence[date]) -> str:
    """On which days reports are due before it."""
    if not due:
        return "No report is due before it."
    if len(due) > MOST_DAYS:
        return f"Reports are due on {number_word(len(due))} days before it, first on {date_words(due[0])}."
    days = [f"{day.day} {MONTH_NAMES[day.month - 1]}" if day.year == due[-1].year else date_words(day) for day in due]
    return f"Reports are due before it on {listed(days)}."


def moved_topic(counts: Mapping[str, Mapping[str, int]]) -> Topic | None:
    """Which measures' gaps close at how many teams; None where none does.

    Takes    counts: teams by verdict word, by the measure's short name as it stands in a sentence.
    """
    closing = sorted(((found.get(CLOSING, 0), name) for name, found in counts.items() if found.get(CLOSING)), key=lambda one: -one[0])
    if not closing:
        return None
    total = sum(count for count, _ in closing)
    named = [f"{name} at {plural(count, 'team')}" for count, name in closing[:MOST_MEASURES]]
    more = f", and {plural(len(closing) - MOST_MEASURES, 'measure')} more" if len(closing) > MOST_MEASURES else ""
    return "What moved, and for whom", f"{capitalised(plural(total, 'gap'))} {'is' if total == 1 else 'are'} closing: {', '.join(named)}{more}."


def widening_topic(teams: Sequence[str]) -> Topic | None:
    """Whose gaps widen: they may tell what they see; None where nobody's does."""
    if not teams:
        return None
    title = f"{capitalised(plural(len(teams), 'team'))} whose gap widens"
    if len(teams) > MOST_TEAMS:
        return title, "Some of them may tell what they see; they are named under coaching."
    return title, f"{listed(list(teams))} may tell what {'it sees' if len(teams) == 1 else 'they see'}."


def tests_topic(decided: Mapping[str, int], past: Event | None) -> Topic | None:
    """What became of the tests of change since the last convening; None where nothing ended or runs."""
    ended = sum(count for decision, count in decided.items() if decision != "running")
    running = decided.get("running", 0)
    if not ended and not running:
        return None
    since = f"since {past.name}" if past else "so far"
    fates = [f"{number_word(decided.get(name, 0))} {words}" for name, words in (("adopt", "adopted"), ("adapt", "adapted"), ("abandon", "abandoned"))]
    said = f"{capitalised(plural(ended, 'test'))} of change ended {since}: {', '.join(fates)}. " if ended else f"No test of change ended {since}. "
    return "What was tested", said + f"{capitalised(plural(running, 'test'))} {'runs' if running == 1 else 'run'} now."


def reports_topic(behind: Sequence[str], total: int) -> Topic | None:
    """Who has not reported; None where everybody has."""
    if not behind:
        return None
    if len(behind) > MOST_TEAMS:
        return "Who has not reported", f"{count_words(len(behind))} of {count_words(total)} teams: ask what would help them."
    return "Who has not reported", f"Ask {listed(list(behind))} what would help."


def end_topic(convening: Event, network: Network) -> Topic | None:
    """Near the end of the network's time: what comes after."""
    if not is_last(convening, network):
        return None
    return f"Holding the gains after month {network.months}", f"The network's time ends on {date_words(network.closes_on)}."
