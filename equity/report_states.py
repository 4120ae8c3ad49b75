"""Whether a report came, and when: one state a team and period, and the words for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from equity.blanks import HIDDEN_AT_SOURCE, NOT_DUE, NOT_REPORTED, WORDS, strongest_blank

ON_TIME, LATE, PART, REPORTED = "on_time", "late", "part", "reported"
CAME = (ON_TIME, LATE, PART, REPORTED)
DUE = (*CAME, NOT_REPORTED)
STATE_WORDS = {ON_TIME: "on time", LATE: "late", PART: "in part", REPORTED: "reported, day not known", **WORDS}
STATE_MEANINGS = {
    ON_TIME: "The report came by the day on which it was due.",
    LATE: "The report came after the day on which it was due.",
    PART: "Some of it came. A part that is due is still missing.",
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
    if PART in came or NOT_REPORTED in found:
        return PART
    return next(state for state in (LATE, REPORTED, ON_TIME) if state in came)


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


@dataclass(frozen=True, slots=True)
class PeriodShare:
    """Teams in one period: whose report was due, whose came at all, whose came in time; in_time None where of some that came the day is not known."""

    due: int
    came: int
    in_time: int | None


def period_shares(calendars: Iterable[Sequence[str]]) -> tuple[PeriodShare, ...]:
    """Of each period, how many of the due reports came; what its source hid has come.

    Takes    calendars: the states of each team, one a period.
    """
    return tuple(period_share(states) for states in zip(*calendars, strict=True))


def period_share(states: Sequence[str]) -> PeriodShare:
    """The share of one period."""
    came = [state for state in states if state in CAME or state == HIDDEN_AT_SOURCE]
    told = REPORTED not in came and HIDDEN_AT_SOURCE not in came
    return PeriodShare(len(came) + states.count(NOT_REPORTED), len(came), came.count(ON_TIME) if told else None)
