"""Notes on single values, put together where a team says the same of several, and keyed where they are marked on a chart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from equity.catalogue import OVERALL
from equity.periods import Period

# Beside whose value a note of a chart stands: one of its two lines, or everybody's.
FOCUS, REFERENCE, EVERYBODY = "focus", "reference", "everybody"


@dataclass(frozen=True, slots=True)
class Note:
    """What a team wrote beside one value; by, at: who loaded it and when, 2026-01-31 14:05 in UTC."""

    team_id: str
    measure_id: str
    stratifier_id: str
    group_code: str
    period: Period
    words: str
    by: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class NoteRun:
    """One note and all values that bear it: on which measures, from the first period to the last; by, at: of the load that last brought it."""

    team_id: str
    words: str
    measure_ids: tuple[str, ...]
    first: Period
    last: Period
    values: int
    by: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class ChartNote:
    """A note with the key of its marks. marks: (place of the period, beside whose value); groups: (stratifier_id, group_code) that it is about."""

    key: str
    run: NoteRun
    marks: tuple[tuple[int, str], ...]
    groups: tuple[tuple[str, str], ...]


def note_runs(notes: Iterable[Note]) -> tuple[NoteRun, ...]:
    """Each note of a team once, the one with the latest value first."""
    runs = [_run(*key, found) for key, found in _same(notes).items()]
    return tuple(sorted(runs, key=lambda run: run.last.start, reverse=True))


def chart_notes(notes: Iterable[Note], periods: Sequence[Period], side_of: Callable[[Note], str | None]) -> tuple[ChartNote, ...]:
    """The notes on what a chart shows, the one with the earliest value first: a, b, c and so on.

    Takes    periods: of the chart, in order of time; a longer one holds the months that it is made of; side_of: None where the chart has no such value.
    """
    shown = [note for note in notes if side_of(note) and place_in(periods, note.period) is not None]
    runs = sorted(_same(shown).items(), key=lambda one: min(note.period.start for note in one[1]))
    return tuple(_keyed(key_of(place), _run(*key, found), found, periods, side_of) for place, (key, found) in enumerate(runs))


def side_of(note: Note, stratifier_id: str, focus: str, references: Collection[str]) -> str | None:
    """Beside whose value a note stands where these groups are compared: a drawn one's or everybody's; None for a group that is not drawn."""
    if note.stratifier_id == OVERALL:
        return EVERYBODY
    if note.stratifier_id != stratifier_id:
        return None
    if note.group_code == focus:
        return FOCUS
    return REFERENCE if note.group_code in references else None


def keys_by_period(notes: Iterable[ChartNote]) -> dict[int, str]:
    """The keys of the notes on each period that has any, by its place: a, b."""
    found: dict[int, list[str]] = defaultdict(list)
    for note in notes:
        for place in dict.fromkeys(place for place, _ in note.marks):
            found[place].append(note.key)
    return {place: ", ".join(keys) for place, keys in found.items()}


def words_by_period(notes: Iterable[ChartNote]) -> dict[int, tuple[str, ...]]:
    """The notes on each period that has any, by its place, each with its key: Note a: Clinic closed."""
    found: dict[int, list[str]] = defaultdict(list)
    for note in notes:
        for place in dict.fromkeys(place for place, _ in note.marks):
            found[place].append(f"Note {note.key}: {note.run.words}")
    return {place: tuple(words) for place, words in found.items()}


def place_in(periods: Sequence[Period], period: Period) -> int | None:
    """The place of the one in which this period begins; None where none is."""
    return next((place for place, one in enumerate(periods) if one.start <= period.start <= one.end), None)


def key_of(place: int) -> str:
    """a, b, c and so on; numbers after z."""
    return ascii_lowercase[place] if place < len(ascii_lowercase) else str(place + 1)


def _same(notes: Iterable[Note]) -> dict[tuple[str, str], list[Note]]:
    """The notes by team and words."""
    same: dict[tuple[str, str], list[Note]] = defaultdict(list)
    for note in notes:
        same[note.team_id, note.words].append(note)
    return same


def _keyed(key: str, run: NoteRun, notes: Sequence[Note], periods: Sequence[Period], side_of: Callable[[Note], str | None]) -> ChartNote:
    marks = sorted({(place_in(periods, note.period), side_of(note)) for note in notes})
    groups = sorted({(note.stratifier_id, note.group_code) for note in notes})
    return ChartNote(key, run, tuple(marks), tuple(groups))


def _run(team_id: str, words: str, notes: list[Note]) -> NoteRun:
    periods = sorted((note.period for note in notes), key=lambda period: period.start)
    measure_ids = tuple(dict.fromkeys(note.measure_id for note in notes))
    latest = max(notes, key=lambda note: note.at)
    return NoteRun(team_id, words, measure_ids, periods[0], periods[-1], len(notes), latest.by, latest.at)
