"""A hostile network in a store, through the way that every load goes: what the app then answers can be attacked."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date

from sqlalchemy import Engine, delete, insert, select, update

from data_access import schema
from data_access.engine import open_engine, writing
from data_access.migrate import migrate
from data_access.releasing.policy import Policy
from equity.periods import add_months
from tests.attack.networks import KNOWN, PLACE, Cells
from tests.data_access.builder import Builder, group_row

MEASURE_ID = "bp"
GROUPS = {**dict.fromkeys(KNOWN, "group"), "unknown": "unknown"}
MONTHS = 3


def store_of(url: str, cells: Cells, policy: Policy) -> Engine:
    """A store of this network under this policy, as its first load leaves it."""
    engine = open_engine(url)
    migrate(engine)
    made = Builder(engine, groups=GROUPS, release_policy=policy.name, **duration(cells))
    made.insert(schema.stratifier, {"stratifier_id": "place", "name": "Place", "ordered": False, "version": "2024"})
    kinds = {code: "group" if code in PLACE.known else "unknown" for code in (*PLACE.known, *PLACE.unknown)}
    made.insert(schema.stratifier_group, *(group_row("place", code, at, kind) for at, (code, kind) in enumerate(kinds.items(), 1)))
    made.measure(grain="quarter")
    for team_id in teams_of(cells):
        made.team(team_id, sector="Hospital", setting="rural")
    report(made, cells)
    return engine


def load_again(engine: Engine, cells: Cells) -> None:
    """The network's next load: the counts of the one before are gone, what was said of them is kept."""
    made = Builder.__new__(Builder)
    made.engine = engine
    with writing(engine) as connection:
        connection.execute(delete(schema.observation))
        connection.execute(delete(schema.series))
    report(made, cells)


def report(made: Builder, cells: Cells) -> None:
    """Every team's counts, and all that a load keeps of them."""
    by_series: dict[tuple[str, str, str], dict[str, tuple[int, int]]] = defaultdict(dict)
    for (team_id, stratifier_id, group_code, period), counts in cells.items():
        by_series[team_id, stratifier_id, group_code][period] = counts
    with writing(made.engine) as connection:
        for (team_id, stratifier_id, group_code), counts in by_series.items():
            key = {"team_id": team_id, "measure_id": MEASURE_ID, "number": "proportion", "stratifier_id": stratifier_id, "group_code": group_code}
            series_id = connection.execute(insert(schema.series), key).inserted_primary_key[0]
            rows = [observation(period, *numbers) | {"series_id": series_id} for period, numbers in counts.items()]
            connection.execute(insert(schema.observation), rows)
    made.keep([MEASURE_ID])


def observation(period: str, numerator: int, denominator: int) -> dict[str, object]:
    """One quarter's row."""
    counts = {"numerator": numerator, "denominator": denominator, "blank_reason": None}
    return {**counts, "period_start": first_day(period), "number": "proportion", "load_id": 1}


def duration(cells: Cells) -> dict[str, object]:
    """From the first quarter to the last, which has ended by then."""
    days = sorted({first_day(period) for *_, period in cells})
    return {"starts_on": days[0], "months": MONTHS * len(days), "as_of": add_months(days[-1], MONTHS)}


def first_day(period: str) -> date:
    """1 April 2024 of 2024-Q2."""
    year, quarter = period.split("-Q")
    return date(int(year), 3 * int(quarter) - 2, 1)


def by_day(cells: Cells) -> Cells:
    """The same cells, each period by its first day, as the store has it."""
    return {(*column, first_day(period).isoformat()): counts for (*column, period), counts in cells.items()}


def teams_of(cells: Cells) -> list[str]:
    """The teams that reported."""
    return sorted({team_id for team_id, *_ in cells})


def scramble(engine: Engine) -> None:
    """Other numbers in place of all that were reported or a release was made from, while what it says stays: nobody but their team may notice."""
    with writing(engine) as connection:
        for table in (schema.observation, schema.observation_summary):
            columns = table.c
            changed = {columns.numerator: columns.numerator * 3 + 7, columns.denominator: columns.denominator * 5 + 31}
            connection.execute(update(table).where(columns.numerator.is_not(None)).values(changed))
        kept = schema.released.c
        for row in connection.execute(select(schema.released)).all():
            key = [getattr(kept, name) == getattr(row, name) for name in ("measure_id", "team_id", "stratifier_id", "group_code")]
            cells = json.dumps([unsaid(*cell) for cell in json.loads(row.cells)])
            connection.execute(update(schema.released).where(*key).values(cells=cells))


def unsaid(day: str, numerator: int, denominator: int, *said: object) -> list[object]:
    """A cell with other numbers behind what it says; counts that are said themselves stay."""
    hidden, _, steps = said
    return [day, numerator * 3 + 7, denominator * 5 + 31, *said] if hidden or steps is not None else [day, numerator, denominator, *said]
