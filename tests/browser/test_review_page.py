"""The review in a browser and on paper: numbered pages, one sheet a team, no chart cut, no heading left alone at a page's foot."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from data_access import store
from tests.browser.test_every_page import FITS, OVERLAPS, SIZES, TEAM, drawn
from tests.poppler import tools

PATH = "/review/2026-Q3"
TEAMS = 15
WIDTHS = {"phone": SIZES["phone"], "tablet": SIZES["tablet"], "projector": SIZES["projector"], "laptop": SIZES["laptop"]}
# Points of a sheet, as the file gives them.
SHEETS = {"Letter": (612, 792), "A4": (596, 843)}
UNDER = ("Who moved, and how sure", "Changes tested", "Its other gaps", "Progress score")
LATEST = """SELECT series_id, period_start FROM observation JOIN series USING (series_id)
    WHERE team_id = ? AND measure_id = ? AND stratifier_id = 'overall' ORDER BY period_start DESC LIMIT 9"""


def sheets(page: Page, paper: str, folder: Path) -> tuple[list[str], str]:
    """The words of each printed page, and what the file says of itself."""
    file = folder / f"{paper}.pdf"
    file.write_bytes(page.pdf(format=paper))
    pdftotext, pdfinfo = tools()
    words = subprocess.run([pdftotext, "-layout", file, "-"], check=True, capture_output=True, text=True).stdout
    facts = subprocess.run([pdfinfo, file], check=True, capture_output=True, text=True).stdout
    return words.split("\f")[:-1], facts


def names_of_teams(page: Page) -> list[str]:
    return [title.split(":")[0] for title in page.locator(".review-sheet .card-title").all_inner_texts()]


@pytest.mark.parametrize("paper", SHEETS)
def test_it_prints_on_numbered_pages_with_one_sheet_a_team(page: Page, tmp_path: Path, paper: str) -> None:
    drawn(page, PATH)
    teams = names_of_teams(page)
    told, facts = sheets(page, paper, tmp_path)
    width, height = (round(float(size)) for size in re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", facts).groups())
    assert (width, height) == SHEETS[paper]
    numbers = [re.search(r"Page (\d+) of (\d+)", words).groups() for words in told]
    assert numbers == [(str(place), str(len(told))) for place in range(1, len(told) + 1)]
    assert all("Synthetic demonstration data" in words for words in told)
    begins = [" ".join(words.split())[: len(max(teams, key=len)) + 1] for words in told]
    assert [sum(begin.startswith(f"{team}:") for begin in begins) for team in teams] == [1] * TEAMS
    # Nothing of a sheet runs over: the page after the first team's is the second team's, and so on.
    first = next(place for place, begin in enumerate(begins) if begin.startswith(f"{teams[0]}:"))
    assert all(begins[first + place].startswith(f"{team}:") for place, team in enumerate(teams))


@pytest.mark.parametrize("paper", SHEETS)
def test_no_heading_stands_alone_at_the_foot_of_a_page(page: Page, tmp_path: Path, paper: str) -> None:
    drawn(page, PATH)
    titles = page.locator(".card-title").all_inner_texts()
    for words in sheets(page, paper, tmp_path)[0]:
        lines = [line.strip() for line in words.splitlines() if line.strip() and "Page " not in line]
        assert lines[-1] not in titles
        assert lines[-2] not in titles


def test_every_chart_lies_whole_on_its_page(page: Page, tmp_path: Path) -> None:
    drawn(page, PATH)
    charts = page.locator(".review-sheet .chart").count()
    told, _ = sheets(page, "Letter", tmp_path)
    # A chart's title and the years under its time axis are words of one page.
    whole = [words for words in told if "Gap: difference" in words and re.search(r"\b2024\b.*\b2026\b", words, re.DOTALL)]
    assert len(whole) == charts == TEAMS


def notes_of_sheets(page: Page) -> dict[str, str]:
    """What is told of notes on the sheets that have any, by the team's name."""
    sheets = page.locator(".review-sheet:has(.note)")
    return {sheet.locator(".card-title").inner_text().split(":")[0]: " ".join(sheet.locator(".note > div").all_inner_texts()) for sheet in sheets.all()}


@pytest.mark.parametrize("eyes", ["", "funder"])
@pytest.mark.parametrize("paper", SHEETS)
def test_the_words_of_notes_print_on_the_one_sheet_of_their_team(page: Page, tmp_path: Path, paper: str, eyes: str) -> None:
    drawn(page, PATH)
    if eyes:
        page.locator(".who summary").click()
        page.locator("#see-as").select_option(eyes)
        page.get_by_role("button", name="Show").click()
        drawn(page, PATH)
    assert (page.locator(".review-levels").count() == 0) == bool(eyes)
    noted = notes_of_sheets(page)
    assert len(noted) > 4
    told, _ = sheets(page, paper, tmp_path)
    first = next(place for place, words in enumerate(told) if words.split()[0] == names_of_teams(page)[0].split()[0])
    for place, team in enumerate(names_of_teams(page)):
        words = " ".join(told[first + place].split())
        assert words.startswith(f"{team}:")
        assert [one for one in noted.get(team, "").split() if one not in words] == []


@pytest.fixture
def nine_notes(live_app: str, demo_url: str, tmp_path: Path) -> Iterator[list[str]]:
    """The demo, and long notes on nine months of one team's measure: what they say."""
    copy = tmp_path / "noted.db"
    shutil.copy(demo_url.removeprefix("sqlite:///"), copy)
    said = [f"Month {place}: the clinic moved, and {place} new nurses took blood pressure at other times of the day than before" for place in range(1, 10)]
    with closing(sqlite3.connect(copy)) as connection, connection:
        found = connection.execute(LATEST, (TEAM, "bp_control")).fetchall()
        connection.executemany("UPDATE observation SET note = ? WHERE series_id = ? AND period_start = ?", zip(said, *zip(*found, strict=True), strict=True))
    store.connect(f"sqlite:///{copy}")
    yield said
    store.connect(demo_url)


@pytest.mark.parametrize("paper", SHEETS)
def test_a_sheet_with_nine_notes_goes_on_under_its_heading_and_loses_nothing(page: Page, tmp_path: Path, nine_notes: list[str], paper: str) -> None:
    drawn(page, PATH)
    sheet = page.locator(f"#review-team-{TEAM}")
    title = sheet.locator(".card-title").inner_text()
    told, _ = sheets(page, paper, tmp_path)
    own = [place for place, words in enumerate(told) if " ".join(words.split()).startswith(title)]
    assert own == [own[0], own[0] + 1]
    printed = [word for place in own for word in told[place].split()]
    assert all(f"Month {place}:" in " ".join(printed) for place in range(1, 10))
    parts = sheet.locator(".note > div, .review-parts > *, .review-levels > *, .card-foot .source")
    lost = Counter(word for part in parts.all_inner_texts() for word in part.split()) - Counter(printed)
    assert lost == Counter()
    # What stands under the chart's notes is not cut in two.
    assert [all(words in told[place] for words in UNDER) for place in own] == [False, True]
    assert len(nine_notes) == sheet.locator(".note b", has_text="the clinic moved").count()
    others = [name for name in names_of_teams(page) if not title.startswith(name)]
    assert [sum(words.strip().startswith(f"{name}:") for words in told) for name in others] == [1] * (TEAMS - 1)


@pytest.mark.parametrize("size", WIDTHS)
@pytest.mark.parametrize("path", ["/review", "/review/2025-Q3", "/review/banana"])
def test_at_every_width_nothing_lies_on_another_or_scrolls_sideways(new_page: Callable[..., Page], path: str, size: str) -> None:
    width, height = WIDTHS[size]
    page = drawn(new_page(viewport={"width": width, "height": height}), path)
    assert page.evaluate(OVERLAPS) == []
    assert page.evaluate(FITS)


@pytest.mark.parametrize("theme", ["light", "dark", "projector"])
def test_axe_finds_nothing_where_there_is_no_review(new_page: Callable[..., Page], theme: str) -> None:
    page = new_page(bypass_csp=True)
    page.add_init_script(f"localStorage.setItem('lantern-theme', {theme!r})")
    drawn(page, "/review/banana")
    found = Axe().run(page).response["violations"]
    assert [f"{one['id']}: {node['target']}" for one in found for node in one["nodes"]] == []


def test_by_keyboard_another_quarter_is_opened_and_gone_back_from(new_page: Callable[..., Page]) -> None:
    page = drawn(new_page(), "/review")
    page.locator(".review-quarters a", has_text="Q4 2025").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/review/2025-Q4"))
    expect(page.locator(".review-quarters [aria-current]")).to_have_text("Q4 2025")
    expect(page.locator("#review-cover-title")).to_contain_text("Q4 2025")
    page.go_back()
    expect(page.locator("#review-cover-title")).to_contain_text("Q3 2026")


def test_the_menu_leads_to_it_and_a_sheet_leads_to_its_team(new_page: Callable[..., Page]) -> None:
    page = drawn(new_page(), "/")
    page.get_by_role("link", name="Review", exact=True).click()
    expect(page.locator("#question")).to_have_text("What moved this quarter, and how sure are we?")
    page.locator("#review-moved tbody a").first.click()
    expect(page.locator("#team-run")).to_be_visible()
