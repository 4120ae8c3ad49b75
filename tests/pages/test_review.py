"""What moved this quarter, and how sure are we? A past quarter tells nothing of later ones; every team counts once; whatever is asked gets an answer."""

from __future__ import annotations

import re
from datetime import date

import pytest
from flask.testing import FlaskClient

from data_access import schema
from data_access.store import reading
from data_access.teams import teams_page
from data_access.verdict_grid import verdict_grid
from data_access.viewer import NETWORK_LEAD, Viewer
from tests.asking import by_id, components, page_of, text_of
from tests.components.plain import text
from tests.pages.reviewing import CARDS, FUNDER, TEAM, asked, card_ids, figures, links, page_for, part_for, roll, rows, said, sentence, title
from tests.pages.trusting import Written

QUARTERS = ["Q3 2025", "Q4 2025", "Q1 2026", "Q2 2026", "Q3 2026"]
NUMBERS = "200/400 " * 12


def test_the_cover_says_of_how_many_and_counts_every_team_once(client: FlaskClient) -> None:
    page = asked(client)
    assert text_of(by_id(page, "question")) == "What moved this quarter, and how sure are we?"
    counts = roll(page)
    assert sum(counts.values()) == 15
    assert sentence(page).startswith(f"{counts['closing']} of 15 teams are closing the gap they set out to close.")
    assert counts["not reported"] == 1
    assert "Not reported: Stonewren Health Department." in said(page, "cover")
    assert list(counts)[:6] == ["closing", "levelled down", "widening", "no clear change", "cannot tell yet", "not reported"]


def test_the_latest_quarter_has_the_verdicts_of_every_other_page(client: FlaskClient) -> None:
    found = {(row["team_id"], row["measure_id"]): row for row in rows(client, "gaps")}
    with reading():
        ids = [team.team_id for team in teams_page(NETWORK_LEAD, size=60).teams]
        cells = verdict_grid(NETWORK_LEAD, ids, sorted({measure_id for _, measure_id in found}))
    told = {key: row["verdict"].replace(" ", "_") for key, row in found.items() if row["verdict"]}
    assert len(told) > 40
    assert told == {key: cells[key].word for key in told}


def test_review_without_a_quarter_is_the_latest(client: FlaskClient) -> None:
    page, named = asked(client), asked(client, "2026-Q3")
    assert text_of(page) == text_of(named)
    assert [words for words, _ in links(page)] == QUARTERS[:-1]
    assert links(page)[0][1].startswith("/review/2025-Q3?")


@pytest.mark.parametrize("quarter", ["2025-Q4", "2026-Q1"])
def test_a_past_quarter_tells_no_number_of_a_later_period(client: FlaskClient, quarter: str) -> None:
    page, last = asked(client, quarter), {"2025-Q4": "2025-12-31", "2026-Q1": "2026-03-31"}[quarter]
    drawn = [str(day) for figure in figures(page) for trace in figure["data"] for day in trace.get("x", []) if str(day)[:2] == "20"]
    assert drawn
    assert max(drawn) <= last
    assert {row["until"] for row in rows(client, "gaps", quarter=quarter)} == {last}
    later = QUARTERS[QUARTERS.index(f"{quarter[-2:]} {quarter[:4]}") + 1 :]
    for card in card_ids(page):
        assert [label for label in later if label in text_of(by_id(page, card))] == []


def test_a_past_quarter_knows_neither_later_changes_nor_words_nor_levels(client: FlaskClient) -> None:
    page = asked(client, "2025-Q4")
    sheet = said(page, f"team-{TEAM}")
    assert "They said a cuff at home" in sheet
    assert "paper plate" not in sheet
    assert "until its end" in said(page, "learned")
    assert "none of them twice so far" in said(page, "learned")
    assert "pharmacist" not in sheet


def test_what_is_told_otherwise_than_a_quarter_ago_has_its_card(client: FlaskClient) -> None:
    page = asked(client)
    moved = rows(client, "changed")
    assert title(page, "changed") == "Seven teams are told otherwise than in Q2 2026"
    assert len(moved) == 7
    assert all(row["verdict_or_blank_before"] != row["verdict_or_blank_now"] for row in moved)
    # Before the first quarter nothing was told.
    assert "review-changed" not in card_ids(asked(client, "2025-Q3"))


def test_contribution_and_results_stand_apart(client: FlaskClient) -> None:
    page = asked(client)
    assert (title(page, "did"), title(page, "show")) == ("Contribution: what the teams did", "Results: what the people show")
    assert "They are not what the network did" in said(page, "show")
    assert "blood pressure gap" not in said(page, "did")


def test_every_card_has_a_title_a_source_and_a_method_and_no_word_ranks(client: FlaskClient) -> None:
    page = asked(client)
    assert [card for card in CARDS if not title(page, card)] == []
    for card in card_ids(page):
        foot = by_id(page, f"{card}-foot")
        assert [one for one in components(foot) if str(one["props"].get("href", "")).startswith("/methods#method-")]
    # What a team says in its own words stays what it is.
    told = [text_of(one) for one in components(page) if one["type"] == "Blockquote"]
    words = text_of(page).lower()
    for one in told:
        words = words.replace(one.lower(), "")
    assert [word for word in ("because", "best", "worst", "led to", " ranked ") if word in words.replace("never ranked", "")] == []
    assert "No average is taken over them" in said(page, "cover")


def test_a_sheet_leads_to_the_teams_page_and_the_whole_to_the_network(client: FlaskClient) -> None:
    page = asked(client, "2026-Q3", team=TEAM)
    sheet = by_id(page, f"review-team-{TEAM}")
    addresses = [str(one["props"].get("href", "")) for one in components(sheet) if one["type"] == "A"]
    assert f"/teams/{TEAM}?measure=bp_control&team={TEAM}" in addresses
    crumbs = next(one for one in components(page) if one["props"].get("className") == "crumbs")
    assert [one["props"]["href"].split("?")[0] for one in components(crumbs) if one["type"] == "A"] == ["/", "/review"]


def test_each_team_has_a_sheet_and_no_id_stands_twice(client: FlaskClient) -> None:
    page = asked(client)
    assert len([card for card in card_ids(page) if card.startswith("review-team-")]) == 15
    assert len(figures(page)) == 15
    ids = [str(one["props"]["id"]) for one in components(page) if "id" in one["props"]]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize(
    ("quarter", "why"),
    [
        ("banana", "“banana” is no quarter. A quarter is written as 2026-Q3."),
        ("2026-Q9", "“2026-Q9” is no quarter."),
        ("2026-Q4", "Q4 2026 is not over yet."),
        ("2031-Q1", "Q1 2031 is not over yet."),
        ("2025-Q2", "There is no review of Q2 2025."),
        ("1999-Q1", "There is no review of Q1 1999."),
    ],
)
def test_where_there_is_no_review_the_page_says_why_and_which_quarters_have_one(client: FlaskClient, quarter: str, why: str) -> None:
    page = asked(client, quarter)
    assert why in " ".join(sentence(page).split())
    assert [words for words, _ in links(page)] == QUARTERS
    assert card_ids(page) == []


def test_a_funder_sees_no_single_level_and_no_count_of_people(client: FlaskClient) -> None:
    page = page_for(client, FUNDER)
    sheet = part_for(page, f"review-team-{TEAM}")
    assert "They are not shared here" in sheet
    assert "Leading" not in sheet
    assert re.findall(r"\b\d[\d,]* of \d[\d,]* (?:patients|births|children|visits)", text(page)) == []
    assert re.findall(r"\d then, \d now", text(page)) == []


def test_a_member_reads_its_own_levels_and_no_others(client: FlaskClient) -> None:
    page = page_for(client, Viewer("team_member", frozenset({TEAM})))
    assert "Leading from Within" in part_for(page, f"review-team-{TEAM}")
    assert "They are not shared here" in part_for(page, "review-team-elmstead")


@pytest.mark.parametrize("card", ["cover", "moved", "changed", "did", "show", "learned", "gaps"])
def test_every_file_says_its_quarter_in_every_row(client: FlaskClient, card: str) -> None:
    for asked_for, quarter in (("2026-Q2", "2026-Q2"), ("banana", "2026-Q3")):
        found = rows(client, card, quarter=asked_for)
        assert found
        assert {row["quarter"] for row in found} == {quarter}
        assert {row["data"] for row in found} == {"synthetic demonstration data"}


def test_the_moved_file_holds_every_team_with_a_verdict_or_a_blank(client: FlaskClient) -> None:
    found = rows(client, "moved")
    assert len(found) == 15
    assert all(bool(row["verdict"]) != bool(row["blank"]) for row in found)
    assert all(bool(row["gap"]) == bool(row["verdict"]) for row in found)


def test_one_team_has_a_review_of_its_own(written: Written) -> None:
    made, client = written()
    made.team("a", name="Ash")
    made.reports(f"a black 2025-01-01 {NUMBERS}\na white 2025-01-01 {'300/400 ' * 12}")
    made.keep()
    page = asked(client)
    assert sum(roll(page).values()) == 1
    assert "of 1 team is closing the gap it set out to close." in sentence(page)
    assert [words for words, _ in links(page)] == ["Q1 2025", "Q2 2025", "Q3 2025"]


def test_a_network_without_numbers_says_so(written: Written) -> None:
    made, client = written()
    made.team("a", name="Ash")
    made.keep()
    page = asked(client)
    assert sentence(page).strip() == "There is no quarter to review yet."
    assert "There is none yet" in text_of(page)
    assert card_ids(page) == []


def test_teams_without_a_gap_and_teams_that_came_later_are_told_as_such(written: Written) -> None:
    made, client = written()
    made.team("a", name="Ash")
    made.insert(schema.team, {"team_id": "b", "name": "Birch"}, {"team_id": "c", "name": "Cedar", "joined_on": date(2025, 8, 1)})
    made.reports(f"a black 2025-01-01 {NUMBERS}\na white 2025-01-01 {'300/400 ' * 12}")
    made.keep()
    early, late = asked(client, "2025-Q2"), asked(client, "2025-Q3")
    assert (sum(roll(early).values()), sum(roll(late).values())) == (2, 3)
    assert roll(late)["does not apply"] == 2
    assert "Birch works on no measure with a gap yet" in title(late, "team-b")
    assert [row["measure_id"] for row in rows(client, "moved", quarter="2025-Q3")] == ["bp", "", ""]


def test_the_aim_is_told_as_it_stood_and_not_before_it_was_registered(written: Written) -> None:
    made, client = written()
    made.team("a", name="Ash", terms={"aim": 4.0, "aim_on": date(2026, 6, 30), "registered_on": date(2025, 5, 1)})
    made.reports(f"a black 2025-01-01 {NUMBERS}\na white 2025-01-01 {'300/400 ' * 12}")
    made.keep()
    assert "None registered by then" in said(asked(client, "2025-Q1"), "team-a")
    assert "A gap of 4 points or less by June 2026" in said(asked(client, "2025-Q2"), "team-a")


def test_a_large_network_turns_pages_and_says_of_which_teams_it_tells(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    assert page_of(client)
    monkeypatch.setattr("pages._review_answer.WHOLE", 10)
    monkeypatch.setattr("pages._review_answer.PAGE", 6)
    page = page_for(client, NETWORK_LEAD, page="2")
    assert "page 2 of 3 tells of 6 of 15 teams" in part_for(page, "review-cover")
    assert "15 teams, page 2 of 3" in text(page)
    assert "of 6 teams on this page are closing" in part_for(page, "review-sentence")


def test_half_years_are_named_as_such_under_the_address_of_their_last_quarter(written: Written) -> None:
    made, client = written()
    made.measure(measure_id="births", grain="half-year")
    made.team("a", "births", name="Ash")
    half_years = "200/400 " * 2
    made.reports(f"a black 2025-01-01 {half_years}\na white 2025-01-01 {half_years}", measure_id="births")
    made.keep(["births"])
    page = asked(client)
    assert text_of(by_id(page, "question")) == "What moved this half-year, and how sure are we?"
    assert title(page, "cover").endswith("at the end of the 2nd half of 2025")
    assert "Practices in Q4 2025" in said(page, "learned")
    # Any quarter of it leads there; its files bear the address of the last.
    assert text_of(asked(client, "2025-Q3")) == text_of(asked(client, "2025-Q4")) == text_of(page)
    assert {row["quarter"] for row in rows(client, "moved")} == {"2025-Q4"}


def test_many_reports_do_not_fill_the_first_screen(written: Written) -> None:
    made, client = written(starts_on=date(2020, 1, 1))
    made.team("a", name="Ash")
    made.reports("\n".join(f"a {group} 2023-01-01 " + "200/400 " * 30 for group in ("black", "white")))
    made.keep()
    nav = next(one for one in components(asked(client)) if one["props"].get("className") == "review-quarters")
    (folded,) = [one for one in components(nav) if one["type"] == "Details"]
    assert text_of(folded).split() == ["Earlier", "reports", "Q1", "2023", "Q2", "2023", "Q3", "2023", "Q4", "2023"]
    assert not folded["props"]["open"]


def test_a_file_says_that_there_is_no_review_yet(written: Written) -> None:
    made, client = written(as_of=date(2025, 1, 1))
    made.team("a")
    made.keep()
    answer = client.get("/csv/review/moved")
    assert answer.status_code == 400
    assert "No period can be reviewed yet." in answer.text
