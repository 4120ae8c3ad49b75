"""What the page of one team says around its charts: its question, its aim, its reports, its measures, whom it may learn from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from equity.blanks import NOT_DUE, NOT_REPORTED
from equity.catalogue import Measure
from equity.level_and_gap import LEVELLED
from equity.level_path import LevelPath
from equity.numbers import capitalised, count_words, date_words, number_word, plural
from equity.sentences.directory import aim_words
from equity.sentences.names import Names, Sentence
from equity.sentences.phrases import grain_word
from equity.sentences.titles import possessive
from equity.trend import GapTrend
from equity.verdicts import CLOSING, LEVELLED_DOWN, VERDICT_WORDS, WIDENING

DECISIONS = {"running": "being tested", "adopt": "adopted", "adapt": "adapted", "abandon": "abandoned"}
Aim = tuple[float | None, date | None]


def question_words(name: str) -> str:
    """Is Hazelmoor Clinics' gap closing?"""
    return f"Is {possessive(name)} gap closing?"


def no_work_sentence(name: str) -> Sentence:
    """In place of a finding, for a team that works on nothing that has a gap."""
    return Sentence(f"{name} works on no measure with a gap yet.", "A gap needs a measure whose people are divided into groups. Its other records stand below.")


def aim_history_words(registered_on: date | None, edits: Sequence[tuple[Aim, date]], measure: Measure) -> str:
    """When the aim was registered, and what every later edit put aside.

    Takes    edits: what stood before, and on which day it was changed.
    """
    first = f"Registered {date_words(registered_on)}" if registered_on else "Registered on a day that is not given"
    if not edits:
        return f"{first}, not changed since."
    said = [f"Changed {date_words(day)}: before, {before_words(value, by, measure)}." for (value, by), day in edits]
    return " ".join([f"{first}.", *said])


def before_words(value: float | None, by: date | None, measure: Measure) -> str:
    """The aim that stood before; none where there was none."""
    return "no aim" if value is None else aim_words(value, by, measure)


def last_report_words(trend: GapTrend) -> tuple[str, str]:
    """The last period that came, and how many that are due have not come since; both from what is shown."""
    blanks = [(point.period, {count.blank for count in (point.focus, point.reference)}) for point in trend.points]
    came = [place for place, (_, found) in enumerate(blanks) if not found & {NOT_REPORTED, NOT_DUE}]
    since = [period for period, found in blanks[came[-1] + 1 if came else 0 :] if NOT_REPORTED in found]
    missing = f"{capitalised(plural(len(since), grain_word(trend.measure)))} due since {'has' if len(since) == 1 else 'have'} not come." if since else ""
    return (blanks[came[-1]][0].label if came else "none yet"), missing


def level_title(path: LevelPath) -> str:
    """Who it got better for since the baseline."""
    if path.change is None:
        return "Level and gap: no way to show yet"
    # One verdict everywhere: two windows may tell another story than every period does, but never that of a gain.
    return (LEVELLED if path.trend.verdict.word == LEVELLED_DOWN else path.change.words).rstrip(".")


def level_subtitle(path: LevelPath, first: str) -> str:
    """What the two axes hold, and which way is better.

    Takes    first: what the first step is called.
    """
    direction = path.trend.measure.improvement_direction
    better = {"higher": "Down and right is better for everyone.", "lower": "Down and left is better for everyone.", "neutral": ""}[direction]
    grain = grain_word(path.trend.measure)
    by = f"by {grain}" if path.together == 1 else f"{plural(path.together, grain)} together in each step,"
    return f"Rate of both groups together against the gap, {by} since {first}. {better}".strip()


def peers_title(closing: int, peers: int) -> str:
    """How many of the teams like it are closing this gap."""
    if not closing:
        return "No team like this one is closing this gap yet"
    return f"{capitalised(number_word(closing))} of {plural(peers, 'team')} like this one {'is' if closing == 1 else 'are'} closing this gap"


def needed_words(names: Names) -> str:
    """What it would take for a team to stand here."""
    return (
        f"A team stands here once its {names.measure_short} gap is closing: its trend stands out from chance, the change is large enough to matter, "
        "and nobody was levelled down. Its tested changes are then listed here."
    )


def measures_title(words: Sequence[str | None]) -> str:
    """How many of a team's gaps close and widen.

    Takes    words: each measure's verdict, None where there is none.
    """
    judged = [word for word in words if word]
    if not judged:
        return "None of this team's gaps can be judged yet" if words else "This team works on no measure with a gap"
    if len(judged) == 1:
        return f"The one gap that can be judged: {VERDICT_WORDS[judged[0]]}"
    closing, widening = (sum(word == wanted for word in judged) for wanted in (CLOSING, WIDENING))
    said = [
        f"{number_word(closing) if closing else 'none'} {'are' if closing > 1 else 'is'} closing",
        f"{number_word(widening) if widening else 'none'} {'are' if widening > 1 else 'is'} widening",
    ]
    return f"Of {plural(len(judged), 'gap')} that can be judged, {said[0]} and {said[1]}"


def more_words(count: int, one: str) -> str:
    """And so many more; empty for none."""
    return f"And {count_words(count)} more {one if count == 1 else one + 's'}: the file has all." if count > 0 else ""
