"""What the Data page says: who is late, how many people are in no group, how good reports are, what was noted, replaced and loaded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from equity.charts.run_chart import FEWEST_USEFUL
from equity.data_quality import GOOD, HIDDEN, TOO_EARLY, WEAK, WITH_CARE
from equity.due import DueReports
from equity.numbers import capitalised, count_words, date_words, listed, number_word, percent_words, plural, within_sentence
from equity.overdue import Owed
from equity.periods import Period
from equity.report_states import PeriodShare
from equity.sentences.names import Sentence
from equity.sentences.network_reporting import MOST_NAMED
from equity.sentences.phrases import period_words
from equity.sentences.run_rules import MOST_SIGNALS, NOTHING_FOUND, last_place
from equity.sentences.signals import signal_sentence
from equity.sentences.team_record import few_of, left_words, report_words
from equity.sentences.titles import unknown_title
from equity.unknown_run import UnknownRun

PARTS = (
    (GOOD, "good enough to judge"),
    (WITH_CARE, "to be judged with care"),
    (WEAK, "too weak to judge"),
    (TOO_EARLY, "too early to grade"),
    (HIDDEN, "hidden"),
)
MOST_PERIODS = 3
NOTES_RULE = (
    "Who may not see a number does not see the note beside it: of others' notes, those beside hidden values are left out. "
    "A note on one month is shown where the quarter may be shown too."
)
NOTHING_LOADED = "Nothing has been loaded yet"
CHANGES_RULE = "Months are shown as quarters: what a load replaced in a single month is seen by the team's own members alone."


def data_sentence(reporting: str, unknown: str, grades: str) -> Sentence:
    """The finding: who reported, who is in no group, and how many reports can be judged by."""
    return Sentence(f"{reporting}.", " ".join(part for part in (unknown, grades) if part))


def share_cells(shares: Sequence[PeriodShare]) -> tuple[tuple[str, str], ...]:
    """How many of the due reports came: short, and in words."""
    return tuple((f"{one.came}/{one.due}", f"{count_words(one.came)} of {count_words(one.due)} came") if one.due else ("–", "none due") for one in shares)


def in_time_cells(shares: Sequence[PeriodShare]) -> tuple[tuple[str, str], ...]:
    """How many of them came in time, where the day of all that came is known."""
    return tuple(in_time_cell(one) for one in shares)


def in_time_cell(share: PeriodShare) -> tuple[str, str]:
    """One period's; of one day that is not known the whole is not known."""
    if not share.due:
        return "–", "none due"
    if share.in_time is None:
        return "?", "days not known"
    return f"{share.in_time}/{share.due}", f"{count_words(share.in_time)} of {count_words(share.due)} came on time"


def due_title(late: Sequence[tuple[str, int]], teams: int) -> str:
    """Who is late, and by how many days.

    Takes    late: (name, days) of the teams that are late; teams: how many are asked for.
    """
    if not late:
        return "No report is late"
    if len(late) > MOST_NAMED:
        longest = day_words(max(days for _, days in late))
        return f"{capitalised(number_word(len(late)))} of {plural(teams, 'team')} are late with reports, the longest by {longest}"
    return f"Late with reports: {listed([f'{name} by {day_words(days)}' for name, days in late])}"


def due_subtitle(coming: Sequence[DueReports], as_of: date) -> str:
    """From which day it is counted, and which reports the network waits for next."""
    counted = f"Counted from {date_words(as_of)}."
    if not coming:
        return f"{counted} No further report is due."
    first = min(coming, key=lambda one: one.on)
    return f"{counted} Next: reports for {report_words(first.period)}, due on {date_words(first.on)}, {left_words(first.on, as_of)}."


def day_words(days: int) -> str:
    """74 days, one day."""
    return f"{count_words(days)} days" if days != 1 else "one day"


def owed_words(owed: Owed, names: Mapping[str, str]) -> str:
    """Aug 2026 and Sep 2026: blood pressure; empty where none is missing."""
    if not owed.reports:
        return ""
    return f"{few_of([period.label for period in owed.periods], MOST_PERIODS)}: {measures_words(owed.measure_ids, names)}"


def measures_words(measure_ids: Sequence[str], names: Mapping[str, str]) -> str:
    """Up to two measures by name, more by their number."""
    return listed([names[measure_id] for measure_id in measure_ids]) if len(measure_ids) < 3 else plural(len(measure_ids), "measure")


def free_words(teams: int, of: int) -> str:
    """How many teams owe nothing and have nothing to report next; empty where there is none."""
    if teams == of:
        return "No team owes a report, and none is due."
    return f"{capitalised(plural(teams, 'other team'))} {'owes' if teams == 1 else 'owe'} nothing, and nothing is due there." if teams else ""


def next_words(due: DueReports | None, names: Mapping[str, str], as_of: date) -> str:
    """14 November 2026, in 17 days: September 2026, five measures; empty where nothing is due."""
    if due is None:
        return ""
    return f"{date_words(due.on)}, {left_words(due.on, as_of)}: {report_words(due.period)}, {measures_words(due.measure_ids, names)}"


def unknown_words(run: UnknownRun, people: str) -> str:
    """The share in the latest period and in the first one."""
    if not run.known:
        return f"{unknown_title(float('nan'), float('nan'), people)}."
    first, last = run.known[0], run.known[-1]
    now = f"In {period_words(run.periods[last])}, {percent_words(run.at(last))} of {people} had no recorded group"
    return f"{now}." if first == last else f"{now}; in {period_words(run.periods[first])} it was {percent_words(run.at(first))}."


def run_words(run: UnknownRun, grain: str) -> str:
    """What the run rules find, or how many periods are missing before they may be used; nothing where no share is known."""
    if not run.known:
        return ""
    if run.chart.provisional:
        have = run.chart.runs.useful
        said = plural(have, grain) if have else f"no {grain}"
        return f"{capitalised(said)} can be judged so far, and the run rules need ten: {plural(FEWEST_USEFUL - have, f'more {grain}')} to go."
    found = sorted(run.signals, key=last_place, reverse=True)[:MOST_SIGNALS]
    return " ".join(signal_sentence(signal, run.periods, subject="the share") for signal in found) or f"The run rules find {NOTHING_FOUND}"


def grades_words(grades: Sequence[str]) -> str:
    """ten of 13 teams' reports are good enough to judge, two to be judged with care; empty where nobody works on the measure."""
    counts = Counter(grades)
    parts = [f"{number_word(counts[grade])} {words}" for grade, words in PARTS if counts[grade]]
    return listed(parts)


def quality_title(measure: str, grades: Sequence[str]) -> str:
    """Of which measure, and how many teams' reports have which grade."""
    said = grades_words(grades)
    return f"Reports on {within_sentence(measure)}: {said}" if said else f"No team shown here works on {within_sentence(measure)}"


def grades_sentence(measure: str, grades: Sequence[str]) -> str:
    """The same as a sentence of the finding."""
    if not grades:
        return ""
    good = sum(grade == GOOD for grade in grades)
    if len(grades) == 1:
        return f"The one team's reports on {within_sentence(measure)} are {'' if good else 'not '}good enough to judge."
    said = capitalised(number_word(good)) if good else "None"
    return f"{said} of {plural(len(grades), 'team')} sent reports on {within_sentence(measure)} that are good enough to judge."


def notes_title(notes: int, values: int) -> str:
    """How many different notes stand beside how many values."""
    if not notes:
        return "No note stands beside a value that you may see"
    return f"{capitalised(plural(notes, 'note'))} on {plural(values, 'value')}"


def span_words(first: Period, last: Period) -> str:
    """Jul 2024 to Dec 2025, or one period."""
    return first.label if first.start == last.start else f"{first.label} to {last.label}"


def changes_title(values: int, loads: int, *, is_whole: bool) -> str:
    """How many values later loads replaced."""
    if not values:
        return "No value has been replaced by a later load"
    latest = "" if is_whole else "The latest "
    return capitalised(f"{latest}{plural(values, 'value')} that {plural(loads, 'later load')} replaced")


def loads_title(loads: int, day: str) -> str:
    """How many loads there were, and when the latest came."""
    return f"{capitalised(plural(loads, 'load'))}; the latest on {day}"
