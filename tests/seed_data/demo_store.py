"""The demo network as its two loads leave it, pooled in plain loops: what the tests of this room ask."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from equity.blanks import NOT_REPORTED
from equity.catalogue import Measure
from equity.counts import Count, GapSeries
from equity.periods import Period, display_grain, period_of, periods_between
from equity.trend import GapTrend, gap_trend

SEED = Path(__file__).parents[2] / "seed_data"
DEMO, UPDATE, PLAN = SEED / "demo", SEED / "demo_update", SEED / "plan"
DATA_FROM, DATA_TO = date(2024, 7, 1), date(2026, 9, 30)

Row = dict[str, str]
Key = tuple[str, str, str, str, str]


@cache
def rows(name: str, folder: Path = DEMO) -> list[Row]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def key_of(row: Row) -> Key:
    return row["team_id"], row["measure_id"], row["stratifier_id"], row["group_code"], row["period_start"]


@cache
def after_both_loads() -> dict[Key, Row]:
    return {key_of(row): row for folder in (DEMO, UPDATE) for row in rows("observations", folder)}


@cache
def measures() -> dict[str, Measure]:
    return {row["measure_id"]: measure_from(row) for row in rows("measures")}


def measure_from(row: Row) -> Measure:
    numbers = {"multiplier": int(row["multiplier"]), "due_days": int(row["due_days"]), "meaningful_change": float(row["meaningful_change"])}
    lists = {"guards": tuple(filter(None, row["guards"].split(";"))), "valid_from": date.fromisoformat(row["valid_from"])}
    return Measure(**{name: value for name, value in {**row, **numbers, **lists}.items() if name != "position"})


def team_measure(team_id: str, measure_id: str) -> Row:
    return next(row for row in rows("team_measures") if (row["team_id"], row["measure_id"]) == (team_id, measure_id))


def pooled(found: Iterable[Row]) -> Count:
    with_both = [row for row in found if row["numerator"]]
    if not with_both:
        return Count(None, None, NOT_REPORTED)
    return Count(sum(int(row["numerator"]) for row in with_both), sum(int(row["denominator"]) for row in with_both))


def gap_series(measure_id: str, focus_group: Callable[[str], str], team_ids: Iterable[str]) -> GapSeries:
    """Focus group and all other known groups of these teams, by shown period."""
    measure, wanted = measures()[measure_id], set(team_ids)
    known = {row["group_code"] for row in rows("groups") if row["stratifier_id"] == measure.stratifier_id and row["kind"] == "group"}
    found: dict[tuple[bool, Period], list[Row]] = defaultdict(list)
    for (team_id, its, stratifier_id, code, start), row in after_both_loads().items():
        if its == measure_id and stratifier_id == measure.stratifier_id and team_id in wanted and code in known:
            found[code == focus_group(team_id), period_of(date.fromisoformat(start), display_grain(measure.grain))].append(row)
    periods = tuple(periods_between(DATA_FROM, DATA_TO - timedelta(days=1), display_grain(measure.grain)))
    focus, others = (tuple(pooled(found[side, period]) for period in periods) for side in (True, False))
    return GapSeries(periods, focus, others)


def focus_of(measure_id: str) -> Callable[[str], str]:
    return lambda team_id: team_measure(team_id, measure_id)["focus_group"] or measures()[measure_id].focus_group


@cache
def team_trend(team_id: str, measure_id: str) -> GapTrend:
    registered = team_measure(team_id, measure_id)
    baseline = date.fromisoformat(registered["baseline_from"]), date.fromisoformat(registered["baseline_to"])
    return gap_trend(gap_series(measure_id, focus_of(measure_id), [team_id]), measures()[measure_id], baseline)


@cache
def network_trend(measure_id: str) -> GapTrend:
    teams = [row["team_id"] for row in rows("team_measures") if row["measure_id"] == measure_id]
    series = gap_series(measure_id, focus_of(measure_id), teams)
    return gap_trend(series, measures()[measure_id], (date(2024, 7, 1), date(2025, 6, 30)))
