"""Whether a report came, and when: one state a team and period, and the words for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from equity.blanks import HIDDEN_AT_SOURCE, NOT_DUE, NOT_REPORTED, WORDS, strongest_blank

ON_TIME, LATE, REPORTED = "on_time", "late", "reported"
CAME = (ON_TIME, LATE, REPORTED)
DUE = (*CAME, NOT_REPORTED)
STATE_WORDS = {ON_TIME: "on time", LATE: "late or in part", REPORTED: "reported, day not known", **WORDS}
STATE_MEANINGS = {
    ON_TIME: "The report came by the day on which it was due.",
    LATE: "The report came after that day, or a part of it is still missing.",
    REPORTED: "The report is here. It came with the first load, which does not tell the day.",
}


@dataclass(frozen=True, slots=True)
class Arrival:
    """The load that brought a report first. came_by: the report was there on this day; is_told: before this load it was not."""

    came_by: date
    is_told: bool


def arrival_state(arrival: Arrival, due_on: date) -> str:
    """On time or late; only reported where the load does not tell whether it came late."""
    if arrival.came_by <= due_on:
        return ON_TIME
    return LATE if arrival.is_told else REPORTED


def together(states: Iterable[str]) -> str:
    """One state of several reports on a period: of its months, or of several measures.

    Reads    where some came and others are overdue, it came in part. Hidden by the source comes before not counted, as in charts.
    """
    found = set(states)
    came = found & set(CAME)
    if not came:
        return strongest_blank(found)
    if LATE in came or NOT_REPORTED in found:
        return LATE
    return REPORTED if REPORTED in came else ON_TIME


def missed_in_a_row(states: Sequence[str]) -> int:
    """How many of the latest due reports did not come, one after the other."""
    missed = 0
    for state in reversed(states):
        if state == NOT_REPORTED:
            missed += 1
        elif state != NOT_DUE:
            break
    return missed


def last_due(calendars: Iterable[Sequence[str]]) -> int | None:
    """The place of the latest period in which any team's report is due; None where none is."""
    places = [place for states in calendars for place, state in enumerate(states) if state in DUE]
    return max(places, default=None)


@dataclass(frozen=True, slots=True)
class ReportRoll:
    """Who reported on the latest due period. place: its place among the periods, None where nothing is due; missed: (team_id, how many in a row)."""

    place: int | None
    due: int
    came: int
    missed: tuple[tuple[str, int], ...] = ()


def report_roll(calendars: Mapping[str, Sequence[str]]) -> ReportRoll:
    """The roll of teams on their latest due period; what its source hid has come.

    Takes    calendars: states by team_id, in the order in which teams are named.
    """
    place = last_due(calendars.values())
    if place is None:
        return ReportRoll(None, 0, 0)
    states = [states[place] for states in calendars.values()]
    came = sum(state in CAME or state == HIDDEN_AT_SOURCE for state in states)
    missed = tuple((team_id, missed_in_a_row(found[: place + 1])) for team_id, found in calendars.items() if found[place] == NOT_REPORTED)
    return ReportRoll(place, came + len(missed), came, missed)
