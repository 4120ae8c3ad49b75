"""What the review of a quarter says: how many teams stand where, what they did, what their people show, and what all that may not be taken for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from equity.blanks import HIDDEN, NOT_APPLICABLE, NOT_DUE, NOT_REPORTED, WORDS
from equity.movement import movement
from equity.numbers import capitalised, count_words, date_words, listed, plural, within_sentence
from equity.periods import MONTH_NAMES, Period
from equity.review import ROLL, RUNNING, UNDATED, QuarterState, quarter_name
from equity.sentences.headline import headline, shown_words
from equity.sentences.names import Names, Sentence
from equity.sentences.phrases import period_words, price_words
from equity.sentences.protection import OWNERS
from equity.sentences.team_page import DECISIONS
from equity.sentences.titles import moves_of
from equity.trend import GapTrend
from equity.verdicts import CANNOT_TELL_YET, CLOSING, LEVELLED_DOWN, MOVED, NO_CLEAR_CHANGE, VERDICT_WORDS, WIDENING

STATE_WORDS = VERDICT_WORDS | WORDS
MEANINGS = {
    CLOSING: "the gap is getting smaller",
    LEVELLED_DOWN: "smaller, but the better-off group lost as much as the other gained, or more",
    WIDENING: "the gap is getting larger",
    NO_CLEAR_CHANGE: "a change that matters would likely have shown, and did not",
    CANNOT_TELL_YET: "the numbers are too few to tell",
    NOT_REPORTED: "a report was due and did not come",
    NOT_DUE: "the time to report has not come yet",
    HIDDEN: "too few people were counted to show the gap",
    NOT_APPLICABLE: "no gap to close, or no such people in this period",
}
# Told even where no team has them: nobody may think that they were left out.
ALWAYS = (*VERDICT_WORDS, NOT_REPORTED)
ONE_LEAD = "Each team counts once: on the first measure that it set an aim for, in the network's order of measures."
NO_AVERAGE = "The gaps are of different kinds. No average is taken over them, and teams are never ranked."
CONTRIBUTION = "Contribution: what the teams did"
RESULTS = "Results: what the people show"
NOT_ALONE = (
    "The network's people are those whom the teams counted, all core teams together. Much else moves these numbers. They are not what the network did, "
    "and they say nothing of people whom no team counted."
)


def question_words(quarter: Period) -> str:
    """What the page answers."""
    return f"What moved this {quarter.grain}, and how sure are we?"


def months_words(quarter: Period) -> str:
    """July to September 2026."""
    return f"{MONTH_NAMES[quarter.start.month - 1]} to {MONTH_NAMES[quarter.end.month - 1]} {quarter.end.year}"


def of_teams(count: int, total: int) -> str:
    """9 of 15 teams: always both numbers, in digits."""
    return f"{count_words(count)} of {count_words(total)} {'team' if total == 1 else 'teams'}"


def closing_words(total: int, *, on_page: bool = False) -> str:
    """What is counted first of so many teams: all of them, or those of one page."""
    here = " on this page" if on_page else ""
    return f"{'team' if total == 1 else 'teams'}{here} {'is' if total == 1 else 'are'} closing the gap {'it' if total == 1 else 'they'} set out to close"


def roll_sentence(counts: Mapping[str, int], *, on_page: bool = False) -> Sentence:
    """How many teams close their gap, and where all others stand.

    Takes    counts: of roll_up; on_page: they are of the teams of one page alone.
    """
    total, closing = sum(counts.values()), counts[CLOSING]
    if not total:
        return Sentence("No team was in the network at that time.", "")
    others = [f"{count_words(counts[key])} {STATE_WORDS[key]}" for key in ROLL if key != CLOSING and counts[key]]
    lead = f"{count_words(closing)} of {count_words(total)} {closing_words(total, on_page=on_page)}."
    return Sentence(lead, f"All others: {listed(others)}." if others else "")


def roll_rows(counts: Mapping[str, int]) -> list[tuple[str, int, str]]:
    """(state, teams, what it means) of every row that is told."""
    return [(key, counts[key], MEANINGS[key]) for key in ROLL if key in ALWAYS or counts[key]]


def reported_words(counts: Mapping[str, int], silent: Sequence[str], quarter: Period) -> str:
    """How many of the teams whose report was due sent it, and who did not. silent: their names."""
    due = sum(counts[key] for key in ROLL if key not in (NOT_DUE, NOT_APPLICABLE))
    if not due:
        return f"No report on {period_words(quarter)} was due."
    said = f"{of_teams(due - len(silent), due)} whose report was due sent it."
    return f"{said} Not reported: {listed(silent)}." if silent else said


def state_title(team: str, trend: GapTrend, names: Names, state: QuarterState, quarter: Period) -> str:
    """Hazelmoor Clinics: the blood pressure gap is closing."""
    if state.word:
        return f"{team}: {within_sentence(headline(trend, names).lead.rstrip('.'))}"
    return f"{team}: {STATE_WORDS[state.key]} for {period_words(quarter)}"


def state_sentence(trend: GapTrend, names: Names, state: QuarterState) -> Sentence:
    """The finding on the periods until the quarter's end; in place of one why there is none, and of when the last numbers are."""
    if state.word:
        return headline(trend, names)
    why = f"{capitalised(MEANINGS[state.key])}."
    latest = trend.latest
    last = f"The last numbers on {names.measure_short} are of {period_words(latest.period)}." if latest and state.key != HIDDEN else ""
    return Sentence(why, last)


def moved_cell(trend: GapTrend, names: Names, state: QuarterState) -> str:
    """Who moved and by how much; where nothing is said to have moved, how far that may be trusted."""
    latest = trend.latest
    if state.word is None or latest is None:
        return capitalised(MEANINGS[state.key])
    if state.word in MOVED:
        return capitalised(moves_of(movement(trend, latest), names))
    return price_words(trend) if state.word == CANNOT_TELL_YET else shown_words(trend)


def changed_title(moved: int, before: Period) -> str:
    """How many teams are told otherwise than a quarter ago."""
    if not moved:
        return f"Every team is told as it was in {period_words(before)}"
    return f"{capitalised(plural(moved, 'team'))} {'is' if moved == 1 else 'are'} told otherwise than in {period_words(before)}"


def decided_words(counts: Mapping[str, int]) -> str:
    """Changes decided in the period, by decision, those in test at its end, and those whose decision bears no day."""
    decided = {key: counts[key] for key in DECISIONS if key != RUNNING and counts.get(key)}
    each = listed([f"{count_words(count)} {DECISIONS[key]}" for key, count in decided.items()])
    first = f"{capitalised(plural(sum(decided.values()), 'change'))} decided in the period{': ' + each if each else ''}."
    running, undated = counts.get(RUNNING, 0), counts.get(UNDATED, 0)
    said = f"{first} {capitalised(plural(running, 'change'))} {'was' if running == 1 else 'were'} still being tested at its end."
    if not undated:
        return said
    bear, are = ("bears", "is") if undated == 1 else ("bear", "are")
    return f"{said} {capitalised(plural(undated, 'decision'))} {bear} no day, and {are} not counted."


def decision_words(decision: str) -> str:
    """adopted; decided, on a day that is not given."""
    return DECISIONS.get(decision, "decided, on a day that is not given")


def acted_words(adopted: int, acted: int, total: int, quarter: Period) -> str:
    """How many teams had adopted and done an action against a named inequity by the quarter's end."""
    by = f"by the end of {period_words(quarter)}"
    return f"{of_teams(adopted, total)} had adopted an action against a named inequity {by}; {of_teams(acted, total)} had acted on one."


def practice_words(name: str, used: int, told: int) -> str:
    """How many of the teams that told use a practice."""
    return f"“{name}”: in use in {of_teams(used, told)} that told of it."


def moved_up_words(framework: str, up: int, again: int, scored: int) -> str:
    """How many teams moved up on a framework since their start."""
    if not again:
        return f"{framework}: {plural(scored, 'team')} scored, none of them twice so far." if scored else f"{framework}: no team was scored."
    return f"{framework}: {of_teams(up, again)} that were scored twice moved up in at least one domain since their start."


def missing_sentence(said: str, quarter: Period | None, *, is_over: bool) -> Sentence:
    """Why there is no review here."""
    if quarter is None:
        lead = "There is no quarter to review yet." if not said else f"“{said[:40]}” is no quarter."
        return Sentence(lead, "" if not said else "A quarter is written as 2026-Q3.")
    if not is_over:
        return Sentence(f"{quarter.label} is not over yet.", f"Its review can be made after {date_words(quarter.end)}, once reports have come.")
    return Sentence(f"There is no review of {quarter.label}.", "No team's numbers of this quarter are in the store, or the network had not begun.")


def limits(quarter: Period, as_of: date) -> list[str]:
    """How the review is made, and what it may not be taken for."""
    return [
        f"Only periods that had ended by {date_words(quarter.end)} are told, and each verdict rests on those alone.",
        f"The numbers are those that are here today, {date_words(as_of)}: a report that came late or was put right since is in them. No copy is kept of "
        "what an earlier reading of this page said.",
        ONE_LEAD + " A team without an aim counts on the first measure that it works on.",
        "A team that sent no report for the period is not reported, whatever it sent before. “Cannot tell yet” is a row of its own, and never "
        "part of “no clear change”.",
        NO_AVERAGE,
        "A verdict of a past period is made from the numbers that may be shown to you. A team's own members see all of theirs, and may read another one.",
        "A verdict is about chance and size. It does not show what caused a change.",
        "Levels of maturity and progress scores stand only where the reader may know them. Others see how many teams moved, from five teams on.",
        OWNERS,
    ]


def address_words(quarter: Period) -> tuple[str, str]:
    """What a link to a quarter says, and its part of the address."""
    return quarter.label, quarter_name(quarter)
