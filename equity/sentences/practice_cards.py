"""Practices in use over the network, in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from equity.numbers import capitalised, number_word, plural, shortened
from equity.periods import MONTH_NAMES
from equity.practices import PracticeCounts

NAME_LETTERS = 46
STAGES_RULE = "A practice counts as in use once a team tells that it is in use or part of daily work; what is planned or being tested does not count."


def practices_title(counts: Mapping[str, PracticeCounts]) -> str:
    """The practice that most teams took up, then and now; the first of equals.

    Takes    counts: by the practice's name, in the order shown.
    """
    told = {name: found for name, found in counts.items() if found.told}
    if not told:
        return "No team has told of its practices yet"
    name = max(told, key=lambda one: told[one].begun - told[one].ended)
    found = told[name]
    then = found.kept + found.ended
    if found.in_use <= then:
        most = max(told, key=lambda one: told[one].in_use)
        return f"{capitalised(plural(told[most].in_use, 'team'))} of {told[most].told} {verb(told[most].in_use)} {quoted(most)}; no practice gained teams"
    was = f"{number_word(then)} did at the start" if then else "none did at the start"
    return f"{capitalised(plural(found.in_use, 'team'))} now {verb(found.in_use)} {quoted(name)}; {was}"


def quoted(name: str) -> str:
    """A practice's name as a sentence holds it."""
    return f"“{shortened(name, NAME_LETTERS)}”"


def verb(teams: int) -> str:
    """One team uses, two teams use."""
    return "uses" if teams == 1 else "use"


def practices_subtitle(told: int, days: tuple[date, date] | None, *, has_ended: bool) -> str:
    """What hollow and filled mean, and which stages count."""
    if days is None:
        return f"Practices stand here once teams tell how far they are with each. {STAGES_RULE}"
    then, now = (f"{MONTH_NAMES[day.month - 1]} {day.year}" for day in days)
    ended = " Crossed: no longer." if has_ended else ""
    return f"A square a team, of {told} that told. Hollow: in use since the first telling ({then}). Filled: begun since, until {now}.{ended} {STAGES_RULE}"
