from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from data_access.engine import open_engine
from data_access.loading import faults
from data_access.loading.commands import check_paths
from data_access.loading.observations import Observations
from equity.errors import LoadRefused
from tests.data_access.folders import SMALL, changed, problems, write_folder

HEADER = "team_id,measure_id,stratifier_id,group_code,period_start,numerator,denominator,blank_reason,note\n"


def of_rows(*rows: str) -> dict[str, str]:
    return {"observations": HEADER + "".join(f"{row}\n" for row in rows)}


BROKEN = [
    ("east,bp,overall,all,2025-01-01,1,2,,", "team_id (east): A code among the teams that are known."),
    ("north,bq,overall,all,2025-01-01,1,2,,", "measure_id (bq): A code among the measures that are known."),
    ("north,bp,payer,all,2025-01-01,1,2,,", "stratifier_id (payer): A code among the stratifiers that are known."),
    ("north,bp,language,spansh,2025-01-01,1,2,,", "group_code (spansh): A code among the groups of language that are known. Did you mean spanish?"),
    ("north,bp,overall,spanish,2025-01-01,1,2,,", "group_code (spanish): A code among the groups of overall that are known."),
    (
        "south,falls,overall,all,2025-01-01,1,2,,",
        "measure_id (falls): A code among the team_measures of south that are known. Correct it, or add it to team_measures.csv.",
    ),
    ("north,bp,overall,all,2025-01-01,,2,,", "blank_reason: A row without a numerator says why."),
    ("north,bp,overall,all,2025-01-01,,,,", "blank_reason: A row without a numerator says why."),
    ("north,bp,overall,all,2025-01-01,0,2,not_reported,", "blank_reason (not_reported): A row with a numerator has no blank_reason."),
    ("north,bp,overall,all,2025-01-01,,2,hidden,", "blank_reason (hidden): One of: not_due, not_reported, hidden_at_source, not_applicable."),
    ("north,bp,overall,all,2025-01-01,1,,,", "denominator: A numerator has a denominator."),
    ("north,falls,overall,all,2025-01-01,1,,,", "denominator: A numerator has a denominator."),
    ("north,bp,overall,all,2025-01-01,3,2,,", "numerator (3 of 2): In a proportion, a part is never more than its whole."),
    ("north,falls,overall,all,2025-01-01,1,0,,", "denominator (1 of 0): Nothing can happen among nobody."),
    ("north,bp,overall,all,2025-02-01,1,2,,", "period_start (2025-02-01): The first day of a period on the measure's grain."),
    ("north,falls,overall,all,2025-02-02,1,2,,", "period_start (2025-02-02): The first day of a period on the measure's grain."),
    ("north,bp,overall,all,2026-01-01,1,2,,", "period_start (2026-01-01): Not in the future. The network stands at 2025-12-31"),
    ("north,bp,overall,all,2026-01-01,,,not_reported,", "period_start (2026-01-01): Not in the future."),
    ("north,bp,overall,all,2025-01-01,-1,2,,", "numerator (-1): A whole number of 0 or more"),
]


@pytest.mark.parametrize(("row", "said"), BROKEN)
def test_an_observation_that_breaks_a_rule_says_where_which_and_what_to_do(tmp_path: Path, row: str, said: str) -> None:
    found = problems(write_folder(tmp_path / "one", **of_rows("north,bp,overall,all,2025-04-01,1,2,,", row)))
    assert len(found) == 1 and found[0].startswith(f"observations.csv, row 3, {said}"), found


HOLDING = [
    "north,bp,overall,all,2025-01-01,0,0,,",
    "north,bp,overall,all,2025-01-01,2,2,,",
    "north,bp,overall,all,2025-01-01, 1 ,2.0,,",
    "north,bp,overall,all,2025-10-01,1,2,,",
    "north,bp,overall,all,2026-01-01,,,not_due,",
    "north,bp,overall,all,2026-01-01,,,not_applicable,",
    "north,bp,language,unasked,2025-01-01,,40,hidden_at_source,",
    "north,falls,overall,all,2025-12-01,0,0,,",
    "north,falls,overall,all,2025-12-01,3,2,,",
    "north,wait,overall,all,2025-12-01,30,,,",
    "north,wait,overall,all,2025-12-01,30,4,,",
    'north,bp,overall,all,2025-01-01,1,2,,"=HYPERLINK(""x"")"',
]


@pytest.mark.parametrize("row", HOLDING)
def test_an_observation_at_the_boundary_of_a_rule_holds(tmp_path: Path, row: str) -> None:
    assert problems(write_folder(tmp_path / "one", **of_rows(row))) == []


@pytest.mark.parametrize(
    ("grain", "start", "holds"),
    [("half-year", "2025-07-01", True), ("half-year", "2025-04-01", False), ("year", "2025-01-01", True), ("year", "2025-07-01", False)],
)
def test_every_grain_has_its_first_days(tmp_path: Path, grain: str, start: str, holds: bool) -> None:
    folder = write_folder(tmp_path / "one", **changed("measures", "100,quarter", f"100,{grain}"), **of_rows(f"north,bp,overall,all,{start},1,2,,"))
    assert (problems(folder) == []) is holds


def test_the_second_of_two_rows_for_one_key_is_at_fault_and_names_the_first(tmp_path: Path) -> None:
    row = "north,bp,overall,all,2025-01-01,1,2,,"
    other = "north,bp,overall,all,2025-04-01,1,2,,"
    said = "period_start (2025-01-01, also in observations.csv row 2): No two rows for one team, measure, group and period."
    found = problems(write_folder(tmp_path / "one", **of_rows(row, other, row, row)))
    assert [line.startswith(f"observations.csv, row {number}, {said}") for number, line in zip((4, 5), found, strict=True)] == [True, True]


def test_one_row_may_break_several_rules_and_is_counted_once(tmp_path: Path) -> None:
    with pytest.raises(LoadRefused) as refused:
        check_paths(open_engine(f"sqlite:///{tmp_path / 'none.db'}"), [write_folder(tmp_path / "one", **of_rows("north,bp,overall,all,2026-02-01,3,2,,"))])
    assert (refused.value.found, refused.value.rejected, len(refused.value.faults)) == (3, 1, 3)


def test_faults_beyond_the_listed_ones_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faults, "LISTED_MOST", 5)
    rows = [f"{team},bp,overall,all,2025-0{month}-01,3,2,," for team in ("north", "east") for month in (2, 3, 5, 6)]
    with pytest.raises(LoadRefused) as refused:
        check_paths(open_engine(f"sqlite:///{tmp_path / 'none.db'}"), [write_folder(tmp_path / "one", **of_rows(*rows))])
    # 8 rows off the grain, 8 with more than all, 4 of a team that is not known
    assert (refused.value.found, refused.value.rejected, len(refused.value.faults)) == (8 + 8 + 4, 8, 5)


def test_many_codes_that_are_not_known_are_counted_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faults, "LISTED_MOST", 2)
    rows = [f"east,bp,overall,all,2025-0{month}-01,1,2,," for month in (1, 4, 7)]
    with pytest.raises(LoadRefused) as refused:
        check_paths(open_engine(f"sqlite:///{tmp_path / 'none.db'}"), [write_folder(tmp_path / "one", **of_rows(*rows))])
    assert (refused.value.found, refused.value.rejected, len(refused.value.faults)) == (3, 3, 2)


def test_numbers_of_a_period_that_has_not_ended_are_taken_and_said(tmp_path: Path) -> None:
    folder = write_folder(
        tmp_path / "one",
        **changed("network", "2025-12-31", "2025-12-30"),
        **of_rows("north,bp,overall,all,2025-10-01,1,2,,", "north,bp,overall,all,2025-07-01,1,2,,"),
    )
    report = check_paths(open_engine(f"sqlite:///{tmp_path / 'none.db'}"), [folder])
    assert report.notices == ["Numbers of a period that has not ended yet: 1. They are stored, and not shown before it ends."]


def test_rows_of_a_broken_definition_are_not_blamed_for_it(tmp_path: Path) -> None:
    found = problems(write_folder(tmp_path / "one", **changed("measures", "100,quarter", "100,weekly")))
    assert [line.split(" (")[0] for line in found] == ["measures.csv, row 2, grain"]


def test_no_rows_are_no_columns() -> None:
    rows = Observations()
    assert len(rows) == 0 and rows.columns["numerator"].dtype == np.int64 and SMALL["observations"].startswith(HEADER)
