"""Notes on single values, put together where a team says the same of several."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from equity.periods import Period


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


def note_runs(notes: Iterable[Note]) -> tuple[NoteRun, ...]:
    """Each note of a team once, the one with the latest value first."""
    same: dict[tuple[str, str], list[Note]] = defaultdict(list)
    for note in notes:
        same[note.team_id, note.words].append(note)
    runs = [_run(*key, found) for key, found in same.items()]
    return tuple(sorted(runs, key=lambda run: run.last.start, reverse=True))


def _run(team_id: str, words: str, notes: list[Note]) -> NoteRun:
    periods = sorted((note.period for note in notes), key=lambda period: period.start)
    measure_ids = tuple(dict.fromkeys(note.measure_id for note in notes))
    latest = max(notes, key=lambda note: note.at)
    return NoteRun(team_id, words, measure_ids, periods[0], periods[-1], len(notes), latest.by, latest.at)
