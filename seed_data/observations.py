"""The demo network's observations in two loads: the first, and what came late or was corrected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from equity.blanks import HIDDEN_AT_SOURCE, NOT_APPLICABLE, NOT_REPORTED, STORED
from equity.catalogue import ALL, OVERALL
from equity.periods import Period, periods_between
from seed_data.people import DATA_FROM, DATA_TO, People, asks_mena, generator, people_seen
from seed_data.tables import DEMO, PLAN, Row, rows_of

COLUMNS = "team_id measure_id stratifier_id group_code period_start numerator denominator blank_reason note"
HIDDEN_BY_THE_SOURCE = range(1, 11)

Rows = list[dict[str, object]]


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that the observations are made from, read once."""

    measures: dict[str, Row]
    mixes: dict[str, Row]
    strata: dict[str, tuple[str, ...]]
    codes: dict[str, list[str]]
    gaps: list[Row]
    silences: list[Row]
    restatements: list[Row]


def plan() -> Plan:
    """The plan as it stands in the folder."""
    codes: dict[str, list[str]] = {}
    for row in rows_of(DEMO, "groups"):
        codes.setdefault(row["stratifier_id"], []).append(row["group_code"])
    return Plan(
        measures={row["measure_id"]: row for row in rows_of(DEMO, "measures")},
        mixes={row["team_id"]: row for row in rows_of(PLAN, "mixes")},
        strata={row["measure_id"]: tuple(row["stratifiers"].split(";")) for row in rows_of(PLAN, "strata")},
        codes=codes,
        gaps=rows_of(PLAN, "gaps"),
        silences=rows_of(PLAN, "silences"),
        restatements=rows_of(PLAN, "restatements"),
    )


def applies(entry: Row, row: dict[str, object]) -> bool:
    """True where a silence or a restatement holds for this row; its empty columns hold for all."""
    same = all(entry.get(column) in ("", None, row[column]) for column in ("team_id", "measure_id", "stratifier_id", "group_code"))
    return same and entry["first"] <= str(row["period_start"]) <= entry["last"]


def counted(people: People, measure: Row, stratifier_id: str, code: str) -> tuple[int, int]:
    """Numerator and denominator of one group."""
    inside = slice(None) if stratifier_id == OVERALL else people.groups[stratifier_id] == code
    bad = people.bad[inside]
    numerator = int(bad.sum())
    return (len(bad) - numerator if measure["improvement_direction"] == "higher" else numerator), len(bad)


def blank_of_nobody(mix: Row, code: str, period: Period) -> str:
    """Why a group has nobody: it is not asked for yet, or the team has no such people."""
    return NOT_REPORTED if code == "mena" and mix["mena"] and not asks_mena(mix, period.start) else NOT_APPLICABLE


def rows_of_period(the: Plan, gap: Row, period: Period, people: People) -> Rows:
    """One row for everyone and one for each group of each stratifier that the measure reports."""
    measure, rows = the.measures[gap["measure_id"]], []
    for stratifier_id in (OVERALL, *the.strata[gap["measure_id"]]):
        for code in the.codes[stratifier_id]:
            row = {"team_id": gap["team_id"], "measure_id": gap["measure_id"], "stratifier_id": stratifier_id, "group_code": code, "period_start": period.start}
            numerator, denominator = counted(people, measure, stratifier_id, code)
            if denominator:
                row |= {"numerator": numerator, "denominator": denominator}
            else:
                row |= {"blank_reason": blank_of_nobody(the.mixes[gap["team_id"]], code, period)}
            rows.append(row)
    return rows


def silenced(row: dict[str, object], silence: Row) -> dict[str, object]:
    """The row as a silence leaves it; its note stands on the row for everyone."""
    what, note = silence["what"], {"note": silence["note"]} if row["group_code"] == ALL else {}
    if what == HIDDEN_AT_SOURCE:
        return row if row.get("numerator") not in HIDDEN_BY_THE_SOURCE else {**row, "numerator": "", "blank_reason": what}
    if what in STORED:
        return {**row, "numerator": "", "denominator": "", "blank_reason": what, **note}
    return {**row, **note}


def with_silences(the: Plan, rows: Rows) -> tuple[Rows, Rows]:
    """The rows that come with the first load, and those that come late."""
    first, late = [], []
    for row in rows:
        kinds = set()
        for silence in the.silences:
            if applies(silence, row):
                row = silenced(row, silence)
                kinds.add(silence["what"])
        if "absent" not in kinds:
            (late if "late" in kinds else first).append(row)
    return first, late


def restated(the: Plan, gap: Row, period: Period, people: People) -> tuple[People, str]:
    """Those of the people who were known at the first load, and why the others came later."""
    asked = {"team_id": gap["team_id"], "measure_id": gap["measure_id"], "stratifier_id": "", "group_code": "", "period_start": period.start}
    for entry in the.restatements:
        if applies(entry, asked):
            draws = generator("late", gap["team_id"], gap["measure_id"], period.start).random(len(people.bad))
            return people.some(draws >= float(entry["late_share"])), entry["note"]
    return people, ""


def loads_of_period(the: Plan, gap: Row, period: Period) -> tuple[Rows, Rows]:
    """What one team sent on one measure and period, in the first and in the second load."""
    people = people_seen(gap, the.measures[gap["measure_id"]], the.mixes[gap["team_id"]], the.strata[gap["measure_id"]], period)
    known, why = restated(the, gap, period, people)
    first, late = with_silences(the, rows_of_period(the, gap, period, known))
    if why:
        later, _ = with_silences(the, rows_of_period(the, gap, period, people))
        late += [{**row, "note": why if row["group_code"] == ALL else ""} for row in later if row not in first]
    return first, late


def periods_of(measure: Row) -> Iterator[Period]:
    return periods_between(DATA_FROM, DATA_TO, measure["grain"])


def observations() -> tuple[Rows, Rows]:
    """All rows of the first and of the second load."""
    the, first, late = plan(), [], []
    for gap in the.gaps:
        for period in periods_of(the.measures[gap["measure_id"]]):
            now, later = loads_of_period(the, gap, period)
            first += now
            late += later
    return first, late


def team_measures() -> Iterator[dict[str, object]]:
    """What each team works on, with its aim for the gap and the window of its baseline."""
    joined = {row["team_id"]: date.fromisoformat(row["joined_on"]) for row in rows_of(DEMO, "teams")}
    for gap in rows_of(PLAN, "gaps"):
        early = joined[gap["team_id"]] <= date(2025, 7, 1)
        yield {
            **{column: gap[column] for column in ("team_id", "measure_id", "standing", "aim", "focus_group")},
            "aim_on": "2026-12-31" if gap["aim"] else "",
            "registered_on": joined[gap["team_id"]],
            "baseline_from": "2024-07-01" if early else "2026-01-01",
            "baseline_to": "2025-06-30" if early else "2026-03-31",
            "visibility": "network",
        }
