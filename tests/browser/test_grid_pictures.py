"""What is drawn in HTML as a picture: grids, calendars and squares, with all that says what they are, whatever the reader's screen and theme."""

from __future__ import annotations

import re
import struct
import xml.etree.ElementTree as tree
import zlib
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_every_page import TEAM, drawn
from tests.browser.test_pictures import CLIPBOARD, COPY, SVG, saved, ways, words_of

GRIDS = {
    "network-grid": "/",
    "network-reporting": "/",
    "network-practices": "/",
    "team-practices": f"/teams/{TEAM}",
    "team-maturity": f"/teams/{TEAM}",
    "team-quality": f"/teams/{TEAM}",
    "maturity-levels": "/maturity",
    "maturity-beside": "/maturity",
    "maturity-heat": "/maturity",
    "maturity-progress": "/maturity",
    "practices-calendar": "/practices",
    "review-cover": "/review/2026-Q3",
    "review-moved": "/review/2026-Q3",
    "data-calendar": "/data",
}
OF_ONE_TEAM = ("team-practices", "team-maturity", "team-quality")
# What a card's grids say to the eye, whether this screen has room for it or not: text of its own elements, silent ones left out.
SEEN = """(card) => [...card.querySelectorAll(".drawn")].flatMap((grid) => {
  const walker = document.createTreeWalker(grid, NodeFilter.SHOW_TEXT), words = [];
  while (walker.nextNode()) { if (!walker.currentNode.parentElement.closest(".sr-only, .chart, details")) { words.push(walker.currentNode.data.trim()); } }
  return words.filter(Boolean);
})"""
ROWS = """(many) => {
  const body = document.querySelector("#network-grid tbody");
  const rows = [...body.rows];
  while (body.rows.length < many) { body.append(rows[body.rows.length % rows.length].cloneNode(true)); }
}"""
# Many teams with one measure, in three columns beside each other.
COLUMNS = """() => {
  const table = document.querySelector("#network-grid table"), beside = document.createElement("div");
  table.querySelectorAll(".col:not(.col-1), .kind").forEach((cell) => cell.remove());
  beside.className = "grids drawn";
  table.replaceWith(beside);
  beside.append(table, table.cloneNode(true), table.cloneNode(true));
}"""
# Of 1,600 pixels: smaller letters are lost on a slide.
LEAST_LETTER = 14


def plain(words: str) -> str:
    return re.sub(r"\s", "", words)


def scanned(png: bytes) -> set[bytes]:
    """The different lines of pixels of a PNG."""
    width, _ = struct.unpack(">II", png[16:24])
    at, packed = 8, b""
    while at < len(png):
        size, kind = struct.unpack(">I4s", png[at : at + 8])
        packed += png[at + 8 : at + 8 + size] if kind == b"IDAT" else b""
        at += size + 12
    lines = zlib.decompress(packed)
    return {lines[start : start + 4 * width + 1] for start in range(0, len(lines), 4 * width + 1)}


@pytest.fixture
def page_at(new_page: Callable[..., Page]) -> Callable[..., Page]:
    """page_at(path, **options): a page with its charts drawn, which may use the clipboard."""
    return lambda path="/", **options: drawn(new_page(**{"permissions": CLIPBOARD, **options}), path)


@pytest.mark.parametrize("card_id", GRIDS)
def test_a_phones_picture_of_a_grid_says_by_itself_what_it_is_and_has_every_word(page_at: Callable[..., Page], card_id: str) -> None:
    page = page_at(GRIDS[card_id], viewport={"width": 390, "height": 844}, color_scheme="dark")
    card = ways(page, card_id)
    name, svg = saved(page, card, "SVG")
    words = plain(words_of(svg))
    said = [card.locator(one).first.inner_text() for one in (".card-title", ".card-subtitle", ".card-foot .source")]
    assert [one for one in said if plain(one) not in words] == []
    badges = page.locator(".badges :is(.badge-fixed, .badge-set > span:first-child)").all_text_contents()
    assert [one for one in badges if plain(one) not in words] == []
    assert "Datathrough" in words and "Syntheticdemonstrationdata" in words
    assert re.search(r"Picturemade[A-Z][a-z]+\d+,\d{4}withLantern", words)
    seen = card.evaluate(SEEN)
    assert len(seen) > 8
    assert [one for one in seen if plain(one) not in words] == []
    assert name.startswith(f"lantern-{card_id}")
    assert card_id in OF_ONE_TEAM or "n:15teams." in words or "15teamsscored." in words
    # Its colors are those of light.
    assert tree.fromstring(svg).find(f"{SVG}rect").get("fill") == "#FCFBF9"
    assert "#15171b" not in svg.decode().lower()


def test_every_mark_is_drawn_in_its_place_as_a_shape(page_at: Callable[..., Page]) -> None:
    page = page_at("/data")
    card = ways(page, "data-calendar")
    marks = card.locator(":is(.drawn, .key) .mark").count()
    _, svg = saved(page, card, "SVG")
    shapes = [shape for group in tree.fromstring(svg).findall(f"{SVG}g") for shape in group.findall(f"{SVG}svg")]
    assert len(shapes) == marks > 100
    assert all(float(shape.get("width")) > 10 and shape.get("viewBox") == "0 0 16 16" for shape in shapes)
    assert '="#000"' not in svg.decode()
    assert "foreignObject" not in svg.decode()


def test_a_square_of_what_ended_keeps_its_stroke(page_at: Callable[..., Page]) -> None:
    page = page_at()
    page.locator("#network-practices .squares i").first.evaluate("(square) => { square.className = 'ended' }")
    _, svg = saved(page, ways(page, "network-practices"), "SVG")
    (wash,) = tree.fromstring(svg).iter(f"{SVG}linearGradient")
    assert [(stop.get("offset"), stop.get("stop-color"), stop.get("stop-opacity")) for stop in wash] == [
        ("0.45", None, "0"),
        ("0.45", "#474d57", "1"),
        ("0.55", "#474d57", "1"),
        ("0.55", None, "0"),
    ]
    assert [part.get("fill") for part in tree.fromstring(svg).iter() if "url(" in part.get("fill", "")] == [f"url(#{wash.get('id')})"]


def test_what_only_a_screen_reader_hears_is_not_written(page_at: Callable[..., Page]) -> None:
    page = page_at("/maturity")
    card = ways(page, "maturity-levels")
    assert "teams now" in card.locator(".drawn .sr-only").all_text_contents()[1]
    _, svg = saved(page, card, "SVG")
    assert "teams now" not in words_of(svg)


@pytest.mark.parametrize("card_id", ["network-grid", "maturity-heat"])
def test_a_png_is_the_same_from_a_dark_phone_and_a_light_desk(page_at: Callable[..., Page], card_id: str) -> None:
    taken = []
    for width, height, theme in ((1440, 900, "light"), (390, 844, "dark")):
        page = page_at(GRIDS[card_id], viewport={"width": width, "height": height}, color_scheme=theme)
        name, png = saved(page, ways(page, card_id), "PNG")
        assert name.endswith(".png")
        taken.append(png)
    assert taken[0] == taken[1]
    width, height = struct.unpack(">II", taken[0][16:24])
    assert width == 1600 and 800 < height < 1600
    assert len(scanned(taken[0])) > height / 3


def test_where_the_system_chooses_the_colors_a_picture_keeps_its_own(page_at: Callable[..., Page]) -> None:
    taken = [saved(page, ways(page, "data-calendar"), "SVG")[1] for page in (page_at("/data"), page_at("/data", forced_colors="active", color_scheme="dark"))]
    assert taken[0] == taken[1]


def test_a_grid_and_its_sentence_are_copied_together(page_at: Callable[..., Page]) -> None:
    page = page_at()
    card = ways(page, "network-grid")
    card.get_by_role("button", name=COPY).click()
    expect(card.locator(".picture-said")).to_have_text("The picture and its sentence were copied.")
    assert set(page.evaluate("async () => (await navigator.clipboard.read())[0].types")) == {"image/png", "text/plain"}
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert card.locator(".card-title").inner_text() in copied
    assert copied.endswith("/#network-grid")


def test_sixty_teams_are_legible_and_more_than_a_picture_holds_are_refused(page_at: Callable[..., Page]) -> None:
    page = page_at()
    page.evaluate(ROWS, 60)
    card = ways(page, "network-grid")
    _, svg = saved(page, card, "SVG")
    root = tree.fromstring(svg)
    grid = max(root.findall(f"{SVG}g"), key=len)
    scale = float(re.search(r"scale\(([\d.]+)\)", grid.get("transform"))[1]) * 1600 / 1200
    assert min(float(text.get("font-size")) for text in grid.findall(f"{SVG}text")) * scale >= LEAST_LETTER
    assert sum(text.text == "Amberford County Health" for text in grid.findall(f"{SVG}text")) == 4
    page.evaluate(ROWS, 140)
    card.get_by_role("button", name="Save as PNG").click()
    expect(card.locator(".picture-said")).to_contain_text("This is too much for one picture")


def test_columns_of_teams_stay_beside_each_other(page_at: Callable[..., Page]) -> None:
    page = page_at("/", viewport={"width": 390, "height": 844})
    page.evaluate(COLUMNS)
    _, svg = saved(page, ways(page, "network-grid"), "SVG")
    heads = [(text.get("x"), text.get("y")) for text in tree.fromstring(svg).iter(f"{SVG}text") if text.text == "Team"]
    assert [len(set(places)) for places in zip(*heads, strict=True)] == [3, 1]


def test_a_team_that_is_called_like_a_script_is_words(page_at: Callable[..., Page]) -> None:
    page = page_at()
    called = "<script>alert('a & b')</script>"
    page.locator("#network-grid tbody th a").first.evaluate("(name, called) => { name.textContent = called }", called)
    _, svg = saved(page, ways(page, "network-grid"), "SVG")
    root = tree.fromstring(svg)
    assert called in words_of(svg)
    assert [part for part in root.iter() if part.tag.endswith("script")] == []


def test_where_nothing_is_drawn_the_card_says_so(page_at: Callable[..., Page]) -> None:
    page = page_at("/data")
    card = ways(page, "data-calendar")
    card.locator("#data-calendar-body").evaluate("(body) => body.replaceChildren()")
    card.get_by_role("button", name="Save as PNG").click()
    expect(card.locator(".picture-said")).to_have_text("Nothing is drawn here now, so there is no picture of it.")


@pytest.mark.parametrize(
    ("path", "card_id", "key"), [(f"/teams/{TEAM}", "team-run", "a"), ("/", "network-panels", "†"), ("/review/2026-Q3", f"review-team-{TEAM}", "a")]
)
def test_a_picture_of_a_chart_with_notes_has_their_words(page_at: Callable[..., Page], path: str, card_id: str, key: str) -> None:
    page = page_at(path)
    card = ways(page, card_id)
    told = card.locator(".note").all()
    assert len(told) > 0
    _, svg = saved(page, card, "SVG")
    words = plain(words_of(svg))
    for note in told:
        assert plain(note.locator("b").inner_text()) in words
        assert plain(note.locator(".quiet").inner_text()) in words
    keys = [text for text in tree.fromstring(svg).findall(f"{SVG}text") if text.text == key]
    assert len(keys) == len(told)


@pytest.mark.parametrize(
    ("path", "card_id", "told"),
    [(f"/teams/{TEAM}", "team-run", "#team-aside"), (f"/teams/{TEAM}", "team-process", "#team-aside"), ("/review/2026-Q3", f"review-team-{TEAM}", "")],
)
def test_a_picture_of_a_chart_with_flags_has_the_words_of_its_changes(page_at: Callable[..., Page], path: str, card_id: str, told: str) -> None:
    page = page_at(path)
    card = ways(page, card_id)
    changes = page.locator(told or f"#{card_id}").locator("li:has(> .team-flag:not(:empty))").all()
    assert len(changes) > 1
    _, svg = saved(page, card, "SVG")
    words = plain(words_of(svg))
    for change in changes:
        assert plain(change.locator("b").inner_text()) in words
        assert plain(change.locator(".quiet").inner_text()) in words
    boxes = [box for box in tree.fromstring(svg).findall(f"{SVG}rect") if box.get("fill") == "#F2B134"]
    assert len(boxes) == len(changes)
    assert changes[0].locator("b").inner_text() in tree.fromstring(svg).find(f"{SVG}desc").text
    assert ("Itcannotshowthatoneledtotheother." in words) == bool(told)


def test_a_change_whose_flag_is_not_on_the_chart_is_not_told_in_its_picture(page_at: Callable[..., Page]) -> None:
    page = page_at(f"/teams/{TEAM}")
    first = page.locator("#team-aside li:has(> .team-flag)").first
    first.locator(".team-flag").evaluate("(flag) => { flag.textContent = 'Z' }")
    card = ways(page, "team-run")
    _, svg = saved(page, card, "SVG")
    assert plain(first.locator("b").inner_text()) not in plain(words_of(svg))
    # The chart of every group has no flags.
    _, groups = saved(page, ways(page, "team-groups"), "SVG")
    assert [box for box in tree.fromstring(groups).findall(f"{SVG}rect") if box.get("fill") == "#F2B134"] == []
