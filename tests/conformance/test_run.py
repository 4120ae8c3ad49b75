from __future__ import annotations

import pytest

from tests.conformance.__main__ import main
from tests.conformance.files import Golden
from tests.conformance.on_purpose import Purpose, purposes
from tests.conformance.registry import FAMILIES, Family, load_families
from tests.conformance.run import report_on
from tests.conformance.values import MATCHED, MISMATCH, NOT_COMPARABLE, ON_PURPOSE, NotComparable, Value

GOOD = "x,n,value,lower95,upper95,method\n0,20,0,0,0.1611252,Wilson\n"


def folder_with(tmp_path, **files):
    for name, text in files.items():
        path = tmp_path / (name.replace("__", "/") + ".csv")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def told_about(capsys, folder):
    code = main([str(folder)])
    return code, capsys.readouterr().out


@pytest.mark.parametrize(
    ("golden", "ours", "tolerance", "within", "agrees"),
    [
        # T1: 1e-7 + 1e-7 x 1 = 2e-7
        ("1", 1 + 1.9e-7, "T1", 0, True),
        ("1", 1 + 2.1e-7, "T1", 0, False),
        ("Inf", float("inf"), "T1", 0, True),
        ("Inf", 1e300, "T1", 0, False),
        ("-Inf", float("inf"), "T1", 0, False),
        # T2: 1e-6 of the golden, however small, down to 1e-12
        ("1e-9", 1.0000009e-9, "T2", 0, True),
        ("1e-9", 1.0000011e-9, "T2", 0, False),
        ("1e-13", 9e-13, "T2", 0, True),
        ("1e-13", 1.1e-12, "T2", 0, False),
        # T3: 1e-6 + 1e-5 x 2 = 2.1e-5; its p-values 1e-4 of the golden
        ("2", 2.00002, "T3", 0, True),
        ("2", 2.000022, "T3", 0, False),
        ("0.5", 0.50004, "T3p", 0, True),
        ("0.5", 0.50006, "T3p", 0, False),
        ("2", 2.0019, "T4", 0, True),
        ("2", 2.0021, "T4", 0, False),
        # T5: 2 % of a width of 10 is .2
        ("2", 2.19, "T5", 10, True),
        ("2", 2.21, "T5", 10, False),
        ("2", 2.05, "own", 0.06, True),
        ("2", 2.07, "own", 0.06, False),
        ("3", 3, "T0", 0, True),
        ("3", 4, "T0", 0, False),
        ("TRUE", True, "T0", 0, True),
        ("0", True, "T0", 0, False),
        ("worse", "worse", "T0", 0, True),
        ("worse", "same", "T0", 0, False),
        ("1", None, "T1", 0, False),
        ("1", float("nan"), "T1", 0, False),
    ],
)
def test_each_tolerance_below_at_and_above_its_limit(golden, ours, tolerance, within, agrees):
    assert Value("row", "column", golden, ours, tolerance, within).agrees() is agrees


def test_an_empty_golden_is_compared_only_where_empty_means_none():
    assert not Value("row", "column", "NA", 1.0).compared
    none = Value("row", "limit", "", None, empty_means_none=True)
    some = Value("row", "limit", "", 1.0, empty_means_none=True)
    assert (none.compared, none.outcome, some.outcome) == (True, MATCHED, MISMATCH)


def test_a_folder_whose_values_all_match_gives_0(tmp_path, capsys):
    code, said = told_about(capsys, folder_with(tmp_path, phe__wilson_proportions=GOOD))
    assert code == 0
    assert "phe/wilson_proportions.csv" in said
    # value, two limits and the method's name; 99.8 % limits are not supplied
    assert "T0 1, T1 3" in said


def test_a_mismatch_is_printed_with_its_row_and_gives_1(tmp_path, capsys):
    code, said = told_about(capsys, folder_with(tmp_path, phe__wilson_proportions=GOOD.replace("0.16112", "0.16212")))
    assert code == 1
    assert "MISMATCH phe/wilson_proportions.csv: 0/20 | upper95: golden 0.1621252, ours 0.1611" in said


def test_an_unknown_file_is_printed_and_gives_1(tmp_path, capsys):
    code, said = told_about(capsys, folder_with(tmp_path, phe__wilson_proportions=GOOD, phe__gold="a\n1\n"))
    assert code == 1
    assert "UNKNOWN phe/gold.csv" in said


def test_a_folder_without_anything_known_gives_2(tmp_path, capsys):
    assert told_about(capsys, tmp_path)[0] == 2
    assert told_about(capsys, folder_with(tmp_path, other__gold="a\n1\n"))[0] == 2
    assert main([]) == main([str(tmp_path / "nowhere")]) == 2


def test_a_file_of_another_form_is_a_mismatch_and_the_rest_goes_on(tmp_path, capsys):
    code, said = told_about(capsys, folder_with(tmp_path, phe__byars_rates="x,n\nten,2\n", phe__wilson_proportions=GOOD))
    assert code == 1
    assert "MISMATCH phe/byars_rates.csv: the file could not be compared" in said
    assert "T0 1, T1 3" in said


def test_a_study_is_listed_and_not_compared(tmp_path, capsys):
    code, said = told_about(capsys, folder_with(tmp_path, coverage_study="a\n1\n"))
    assert (code, "coverage_study.csv" in said, "study" in said) == (0, True, True)


def test_what_differs_on_purpose_needs_a_rule_and_what_agrees_needs_none(tmp_path):
    folder_with(tmp_path, made__up="a,b,c\n1,2,3\n")
    values = [Value("r", "a", "1", 1.0), Value("r", "a", "1", 5.0), Value("r", "b", "2", 5.0), Value("r", "b", "2", NotComparable("no input"))]
    family = Family("made", "up.csv", "compared", lambda golden: iter(values))
    report = report_on(Golden(tmp_path, (tmp_path / "made/up.csv").relative_to(tmp_path)), family, [Purpose("made/*", "*", "a", "why", "where")])
    assert dict(report.counts) == {MATCHED: 1, ON_PURPOSE: 1, MISMATCH: 1, NOT_COMPARABLE: 1}
    assert report.unread == ["c"]
    assert report.failed


def test_every_rule_of_the_table_has_its_reason_and_source():
    assert [rule for rule in purposes() if not (rule.file and rule.row and rule.column and rule.reason and rule.source)] == []


def test_no_file_belongs_to_two_families():
    named = [(family.folder, family.pattern) for family in load_families()]
    assert len(named) == len(set(named)) == len(FAMILIES)
