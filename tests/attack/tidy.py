"""A release as the tidy CSV that attackers read: one row a cell, with what is printed of it and nothing else."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

from data_access.releasing.policy import COUNTS
from data_access.releasing.released import Release
from data_access.releasing.table import DENOMINATOR, NUMERATOR, Column, Table
from equity.catalogue import OVERALL
from tests.attack.published import SHARE

HEADER = ("team", "measure", "period", "dimension", "group", "numerator", "denominator", "suppressed", "rate")
MARKER = "*"
Row = dict[str, str]


def released_rows(release: Release) -> Iterator[Row]:
    """What everybody may see."""
    table = release.table
    for place, key in shown_places(table):
        yield key | (printed_row(release, place) if not release.hidden[place] else {"numerator": MARKER, "denominator": MARKER, "suppressed": "1", "rate": ""})


def printed_row(release: Release, place: tuple[int, ...]) -> Row:
    """The counts, or the rate and the size of its denominator."""
    count, multiplier = release.count_at(*place), release.table.multiplier
    if release.policy.form == COUNTS or count.band is None:
        return {"numerator": f"{count.numerator}", "denominator": f"{count.denominator}", "suppressed": "", "rate": ""}
    band, rate = count.band, multiplier * count.numerator / count.denominator
    size = f">={band.lowest}" if band.highest is None else f"{band.lowest}-{band.highest}"
    return {"numerator": "", "denominator": size, "suppressed": "", "rate": f"{rate:.{band.places}f}"}


def exact_rows(table: Table, team_id: str | None = None) -> Iterator[Row]:
    """The numbers as they are: of everybody, or of one team, which knows its own."""
    for place, key in shown_places(table):
        if team_id in (None, key["team"]):
            numerator, denominator = (int(table.counts[number][place]) for number in (NUMERATOR, DENOMINATOR))
            yield key | {"numerator": f"{numerator}", "denominator": f"{denominator}", "suppressed": "", "rate": ""}


def shown_places(table: Table) -> Iterator[tuple[tuple[int, ...], Row]]:
    """Every cell that has a place on a screen, with its names."""
    shown = table.shown
    for team, team_id in enumerate(table.teams):
        for column, (stratifier_id, group_code) in enumerate(table.columns):
            for period, name in enumerate(table.periods):
                if shown[team, column, period]:
                    yield (team, column, period), _key(table, (team_id, name), (stratifier_id, group_code))


def _key(table: Table, where: tuple[str, str], column: Column) -> Row:
    group = "ALL" if column[0] == OVERALL else column[1]
    return {"team": where[0], "measure": table.measure_id, "period": where[1], "dimension": column[0], "group": group}


def as_shares(rows: Iterator[Row], stratifier_id: str) -> Iterator[Row]:
    """The rows of a share, each where a group of its stratifier would stand."""
    for row in rows:
        yield row | {"dimension": stratifier_id, "group": SHARE}


def write_rows(path: Path, rows: Iterator[Row]) -> Path:
    """The file of these rows."""
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, HEADER)
        writer.writeheader()
        writer.writerows(rows)
    return path


def hierarchy_of(table: Table) -> dict[str, dict[str, dict[str, list[str]]]]:
    """Which groups are put together in a pool of others."""
    pools: dict[str, dict[str, list[str]]] = {}
    for one in table.sums:
        stratifier_id, code = table.columns[one.whole] if one.axis == 2 else ("", "")
        if code.startswith("others:"):
            pools.setdefault(stratifier_id, {})[code] = [table.columns[part][1] for part in one.parts]
    return {"group": pools}


def write_hierarchy(path: Path, table: Table) -> Path:
    """The same as the JSON that attackers read."""
    path.write_text(json.dumps(hierarchy_of(table)), encoding="utf-8")
    return path
