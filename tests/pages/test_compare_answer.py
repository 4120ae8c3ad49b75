"""What is compared and what is withheld, on networks of every kind."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.asking import by_id, text_of
from tests.pages.comparing import Written, asked, figure, file_of, from_terms, is_drawn, names, sentence, table_rows, write_teams


def test_the_verdict_is_the_kept_one_for_the_gap_of_record_and_the_trends_own_for_another(client: FlaskClient) -> None:
    assert {cells[-1] for cells in table_rows(asked(client))} >= {"closing", "widening", "cannot tell yet"}
    other = table_rows(asked(client, group="white"))
    assert all(cells[-1] for cells in other)
    assert "gaps of" in text_of(by_id(asked(client, group="white"), "compare-table-head"))


@pytest.mark.parametrize(("reporting", "withheld"), [(0, True), (1, True), (3, True), (4, False)])
def test_with_fewer_than_three_reporting_teams_besides_my_own_nothing_is_compared(written: Written, reporting: int, withheld: bool) -> None:
    made, client = written()
    write_teams(made, 6, reporting=reporting)
    page = asked(client, team="t000")
    assert sentence(page).startswith("This comparison is withheld.") is withheld
    assert [is_drawn(page, card) for card in ("dots", "funnel")] == [not withheld] * 2
    if withheld:
        rows = table_rows(page)
        assert {len(cells) for cells in rows} == {4}
        assert not any(character.isdigit() for cells in rows for character in cells[3])
        assert not any("CSV" in text_of(by_id(page, f"compare-{card}-foot")) for card in ("dots", "funnel", "quadrant", "table"))
        assert file_of(client, "table", team="t000") == file_of(client, "funnel", team="t000") == []


def test_all_hidden_is_withheld_and_says_hidden(written: Written) -> None:
    made, client = written()
    write_teams(made, 5, visibility="hidden")
    page = asked(client)
    assert sentence(page).startswith("This comparison is withheld. ")
    assert {cells[3] for cells in table_rows(page)} == {"hidden"}


def test_one_team_alone(written: Written) -> None:
    made, client = written()
    write_teams(made, 1)
    page = asked(client, team="t000")
    assert "No other teams have a gap to show" in sentence(page)


def test_nobody_works_on_it_and_nothing_is_due(written: Written) -> None:
    made, client = written()
    made.keep()
    page = asked(client)
    assert sentence(page).startswith("This comparison is withheld.   No teams have a gap to show")
    assert names(page) == []


def test_teams_without_a_baseline_of_their_own_are_measured_from_their_first_period(written: Written) -> None:
    made, client = written()
    write_teams(made, 64)
    assert len(figure(asked(client), "quadrant")["data"][-1]["x"]) == 64


def test_teams_with_a_baseline_are_measured_from_it_in_a_large_network(written: Written) -> None:
    made, client = written()
    write_teams(made, 62, reporting=0)
    lines = []
    for place in range(62):
        for group, first, last in (("black", 50, 60), ("white", 70, 72)):
            lines.append(
                f"t{place:03} {group} 2025-01-01 {first}/100 {first}/100 {first}/100 - - - {last}/100 {last}/100 {last}/100 {last}/100 {last}/100 {last}/100"
            )
    made.reports("\n".join(lines))
    made.keep()
    from_terms(made)
    page = asked(client)
    # 20 points at the baseline, 12 now
    assert set(figure(page, "quadrant")["data"][-1]["x"]) == {-8}


def test_no_number_of_one_to_ten_people_leaves(client: FlaskClient) -> None:
    for measure in ("bp_control", "preterm_birth", "real_complete", "childhood_vaccines"):
        for row in file_of(client, "table", measure=measure):
            counts = [row[f"{side}_{part}"] for side in ("focus", "reference") for part in ("numerator", "denominator")]
            assert not any(value and 0 < int(value) < 11 for value in counts)
