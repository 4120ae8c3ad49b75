"""What must hold for observations, checked on whole columns: a million rows in a second or two."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from data_access.loading.faults import Faults
from data_access.loading.known import Key, Known
from data_access.loading.observations import BLANKS, NO_COUNT, Observations, day_of
from data_access.loading.references import add_unknown
from equity.blanks import NOT_APPLICABLE, NOT_DUE, STORED
from equity.periods import period_of

NO_DENOMINATOR_NEEDED = ("count", "time_between")


class Breach(NamedTuple):
    """Rows that break one rule."""

    rows: NDArray
    column: str
    value: Callable[[int], object]
    rule: str
    do: str


def check_observations(rows: Observations, known: Known, faults: Faults) -> None:
    """Every rule on observations; known holds the definitions of this load already."""
    if not len(rows):
        return
    _check_codes(rows, known, faults)
    for breach in (*_blank_breaches(rows), *_count_breaches(rows, known), *_period_breaches(rows, known)):
        _add(breach, rows, faults)
    _check_keys(rows, faults)


def _add(breach: Breach, rows: Observations, faults: Faults) -> None:
    places = np.flatnonzero(breach.rows)
    origin, row = rows.columns["origin"], rows.columns["row"]
    for done, place in enumerate(places):
        if faults.full:
            _count_rest(places[done:], rows, faults)
            return
        faults.add(rows.names[origin[place]], int(row[place]), breach.column, breach.value(int(place)), breach.rule, breach.do)


def _count_rest(places: NDArray, rows: Observations, faults: Faults) -> None:
    for number, name in enumerate(rows.names):
        faults.add_rows(name, rows.columns["row"][places[rows.columns["origin"][places] == number]].tolist())


def _check_codes(rows: Observations, known: Known, faults: Faults) -> None:
    """Teams, measures, stratifiers, groups, and who reports what."""
    columns = rows.columns
    teams, measures, divisions = list(rows.teams), list(rows.measures), list(rows.divisions)
    _check_each(rows, columns["team"], "team_id", "teams", [(team,) for team in teams], known, faults)
    _check_each(rows, columns["measure"], "measure_id", "measures", [(measure,) for measure in measures], known, faults)
    known_stratifiers = [known.has("stratifiers", (division[0],)) for division in divisions]
    _check_each(rows, columns["division"], "stratifier_id", "stratifiers", [(division[0],) for division in divisions], known, faults)
    groups = [division if is_known else None for division, is_known in zip(divisions, known_stratifiers, strict=True)]
    _check_each(rows, columns["division"], "group_code", "groups", groups, known, faults)
    pairs, inverse = np.unique(columns["team"].astype(np.int64) * len(measures) + columns["measure"], return_inverse=True)
    named = [(teams[pair // len(measures)], measures[pair % len(measures)]) for pair in pairs]
    both = [pair if known.has("teams", pair[:1]) and known.has("measures", pair[1:]) else None for pair in named]
    _check_each(rows, inverse, "measure_id", "team_measures", both, known, faults)


def _check_each(rows: Observations, numbers: NDArray, column: str, kind: str, keys: list[Key | None], known: Known, faults: Faults) -> None:
    """A fault for each row whose key is not known; a key of None is at fault elsewhere."""
    unknown = {number: key for number, key in enumerate(keys) if key is not None and not known.has(kind, key)}
    if not unknown:
        return
    places = np.flatnonzero(np.isin(numbers, list(unknown)))
    for done, place in enumerate(places):
        if faults.full:
            _count_rest(places[done:], rows, faults)
            return
        name = rows.names[rows.columns["origin"][place]]
        add_unknown(faults, name, int(rows.columns["row"][place]), column, unknown[int(numbers[place])], kind, known)


def _blank_breaches(rows: Observations) -> Iterator[Breach]:
    numerator, blank = rows.columns["numerator"], rows.columns["blank"]
    yield Breach(
        (numerator == NO_COUNT) & (blank == 0),
        "blank_reason",
        lambda _: None,
        "A row without a numerator says why",
        f"Write the numerator (0 if it was counted and none happened), or one of {', '.join(STORED)}.",
    )
    yield Breach(
        (numerator != NO_COUNT) & (blank != 0),
        "blank_reason",
        lambda place: BLANKS[blank[place]],
        "A row with a numerator has no blank_reason",
        "Delete the reason, or the numerator.",
    )


def _count_breaches(rows: Observations, known: Known) -> Iterator[Breach]:
    numerator, denominator = rows.columns["numerator"], rows.columns["denominator"]
    counted = numerator != NO_COUNT
    kinds = np.array([str(_of_measure(known, measure).get("number")) for measure in rows.measures])[rows.columns["measure"]]
    needs = np.isin(kinds, NO_DENOMINATOR_NEEDED, invert=True)
    yield Breach(
        counted & (denominator == NO_COUNT) & needs,
        "denominator",
        lambda _: None,
        "A numerator has a denominator",
        "Write among how many it was counted.",
    )
    yield Breach(
        counted & (denominator != NO_COUNT) & (numerator > denominator) & (kinds == "proportion"),
        "numerator",
        lambda place: f"{numerator[place]} of {denominator[place]}",
        "In a proportion, a part is never more than its whole",
        "Correct one of the two; if it counts other things than the denominator does, the measure is a rate.",
    )
    yield Breach(
        (numerator > 0) & (denominator == 0) & (kinds == "rate"),
        "denominator",
        lambda place: f"{numerator[place]} of 0",
        "Nothing can happen among nobody",
        "Correct the denominator.",
    )


def _period_breaches(rows: Observations, known: Known) -> Iterator[Breach]:
    periods, measures = rows.columns["period"], list(rows.measures)
    pairs, inverse = np.unique(periods.astype(np.int64) * len(measures) + rows.columns["measure"], return_inverse=True)
    grains = [_of_measure(known, measures[pair % len(measures)]).get("grain") for pair in pairs]
    days = [day_of(pair // len(measures)) for pair in pairs]
    off = np.array([grain is not None and period_of(day, grain).start != day for grain, day in zip(grains, days, strict=True)])[inverse]
    yield Breach(
        off,
        "period_start",
        lambda place: day_of(periods[place]),
        "The first day of a period on the measure's grain",
        "A month starts on its first day; a quarter in January, April, July, October; a half-year in January, July; a year in January.",
    )
    ahead = [BLANKS.index(reason) for reason in (NOT_DUE, NOT_APPLICABLE)]
    yield Breach(
        (periods > known.as_of.toordinal()) & ~np.isin(rows.columns["blank"], ahead),
        "period_start",
        lambda place: day_of(periods[place]),
        "Not in the future",
        f"The network stands at {known.as_of}: correct the period, or as_of in network.csv.",
    )


def _of_measure(known: Known, measure: object) -> dict:
    return known.rows["measures"].get((measure,), {})


def _check_keys(rows: Observations, faults: Faults) -> None:
    """No two rows for one team, measure, group and period; the later one is at fault and names the first."""
    columns = rows.columns
    order = np.lexsort([columns[name] for name in ("period", "division", "measure", "team")])
    same = np.ones(len(order) - 1, bool)
    for name in ("period", "division", "measure", "team"):
        same &= columns[name][order][1:] == columns[name][order][:-1]
    firsts = np.maximum.accumulate(np.where(np.r_[False, same], 0, np.arange(len(order))))
    first_of = np.empty_like(order)
    first_of[order] = order[firsts]
    again = first_of != np.arange(len(order))

    def value(place: int) -> str:
        first = first_of[place]
        return f"{day_of(columns['period'][place])}, also in {rows.names[columns['origin'][first]]} row {columns['row'][first]}"

    _add(Breach(again, "period_start", value, "No two rows for one team, measure, group and period", "Delete one of the two."), rows, faults)


def notices(rows: Observations, known: Known) -> list[str]:
    """What is no fault, and worth saying: numbers of periods that have not ended."""
    grains = [_of_measure(known, measure)["grain"] for measure in rows.measures]
    unended = 0
    for number, grain in enumerate(grains):
        running = period_of(known.as_of, grain)
        if running.end > known.as_of:
            columns = rows.columns
            unended += int(np.sum((columns["measure"] == number) & (columns["period"] == running.start.toordinal()) & (columns["numerator"] != NO_COUNT)))
    return [f"Numbers of a period that has not ended yet: {unended:,}. They are stored, and not shown before it ends."] if unended else []
