from __future__ import annotations

import json

from data_access.loading.report import LoadReport, OneLoad, fault_line
from equity.errors import Fault, LoadRefused

FAULT = Fault("teams.csv", 3, "team_id", "a b", "An id", "Write it anew.")


def refused(found: int, listed: int) -> LoadReport:
    return LoadReport(refused=LoadRefused(faults=[FAULT] * listed, found=found, rejected=found))


def test_the_report_as_json_has_the_keys_of_the_contract() -> None:
    content = json.loads(refused(1, 1).as_json())
    assert set(content) >= {"load_id", "rows", "notices", "errors"}
    assert content["rows"] == {"added": 0, "changed": 0, "unchanged": 0, "rejected": 1} and content["load_id"] is None
    assert content["errors"] == [{"file": "teams.csv", "sheet": None, "row": 3, "column": "team_id", "value": "a b", "rule": "An id", "do": "Write it anew."}]


def test_several_loads_are_added_up_and_the_last_is_named() -> None:
    loads = [OneLoad(4, "2025-01-01", {"added": 2}, 0), OneLoad(5, None, {"changed": 1, "unchanged": 1}, 1), OneLoad(None, None, {"unchanged": 3}, 0)]
    report = LoadReport(loads, ["A word."])
    assert report.load_id == 5 and report.rows == {"added": 2, "changed": 1, "unchanged": 4, "rejected": 0}
    assert report.lines() == ["Loaded as load 4, vintage 2025-01-01.", "Loaded as load 5.", "Rows: 2 added, 1 changed, 4 unchanged, 0 rejected.", "A word."]
    assert [one["load_id"] for one in json.loads(report.as_json())["loads"]] == [4, 5, None]


def test_a_load_that_changed_nothing_says_so() -> None:
    assert LoadReport([OneLoad(None, None, {"unchanged": 3}, 0)]).lines()[0] == "Nothing to change: the store holds all of this already."


def test_a_check_names_no_load() -> None:
    report = LoadReport([OneLoad(7, None, {"added": 3}, 0)], written=False)
    assert report.lines()[0] == "Checked: no rule is broken. Nothing was written." and json.loads(report.as_json())["load_id"] is None


def test_fifty_faults_are_printed_and_the_rest_is_counted() -> None:
    for found, printed, rest in ((49, 49, 0), (50, 50, 0), (51, 50, 1), (12_000, 50, 11_950)):
        lines = refused(found, min(found, 10_000)).lines()
        assert sum(line == fault_line(FAULT) for line in lines) == printed
        assert (f"… and {rest:,} more; --report FILE writes them." in lines) is bool(rest)
    assert lines[-2] == "12,000 values break a rule, so nothing was changed. Each is listed with what to do."


def test_a_fault_is_one_line_its_place_first() -> None:
    assert fault_line(FAULT) == "teams.csv, row 3, team_id (a b): An id. Write it anew."
    assert fault_line(Fault("teams.csv", None, None, None, "A file", "Mend it.")) == "teams.csv: A file. Mend it."
    assert str(LoadRefused(faults=[FAULT])).startswith("1 value breaks a rule")
