"""Every chart as a picture, made in the browser: saved as PNG and SVG, copied with its sentence, linked to."""

from __future__ import annotations

import re
import struct
import xml.etree.ElementTree as tree
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.test_every_page import PAGES, drawn

SVG = "{http://www.w3.org/2000/svg}"
CLIPBOARD = ["clipboard-read", "clipboard-write"]
# Windows takes none of these in a name.
FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
COPY = "Copy with its sentence"


def ways(page: Page, card_id: str) -> Locator:
    """A card with its ways to a picture unfolded."""
    card = page.locator(f"#{card_id}")
    card.locator("summary", has_text="Picture").click()
    return card


def saved(page: Page, card: Locator, kind: str) -> tuple[str, bytes]:
    with page.expect_download() as download:
        card.get_by_role("button", name=f"Save as {kind}").click()
    expect(card.locator(".picture-said")).to_have_text(f"The picture was saved as {kind}.")
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def words_of(svg: bytes) -> str:
    return " ".join("".join(text.itertext()) for text in tree.fromstring(svg).iter(f"{SVG}text"))


@pytest.fixture
def page_at(new_page: Callable[..., Page]) -> Callable[..., Page]:
    """page_at(path, **options): a page with its charts drawn, which may use the clipboard."""
    return lambda path="/", **options: drawn(new_page(**{"permissions": CLIPBOARD, **options}), path)


def test_a_saved_svg_says_by_itself_what_it_is(page_at: Callable[..., Page]) -> None:
    page = page_at("/?reference=overall")
    card = ways(page, "network-gap")
    name, svg = saved(page, card, "SVG")
    words = words_of(svg)
    said = [card.locator(".card-title").inner_text(), page.locator("#network-gap-said").inner_text(), card.locator(".source").inner_text()]
    assert [one for one in said if re.sub(r"\s", "", one) not in re.sub(r"\s", "", words)] == []
    assert "Compared with: all patients" in words
    assert "Data through" in words
    assert "Synthetic demonstration data" in words
    assert re.search(r"Picture made \w+ \d+, \d{4}", words)
    root = tree.fromstring(svg)
    assert (root.get("role"), root.get("aria-labelledby")) == ("img", "picture-title picture-words")
    assert root.find(f"{SVG}title").text == said[0]
    assert said[1] in root.find(f"{SVG}desc").text
    assert re.fullmatch(r"lantern-network-gap-bp-control-\d{4}-\d\d-\d\d\.svg", name)


def test_a_saved_svg_is_vector_text_in_a_typeface_that_it_brings_or_a_plain_one(page_at: Callable[..., Page]) -> None:
    page = page_at()
    _, svg = saved(page, ways(page, "network-gap"), "SVG")
    written = svg.decode()
    assert written.count("<text") > 40
    assert "foreignObject" not in written and "<image" not in written
    assert "@font-face" in written
    found = re.findall(r"href=\"([^\"]+)\"|url\(([^)]+)\)", written)
    assert [address for address in map("".join, found) if not address.removeprefix("&quot;").strip("\"'").startswith(("#", "data:"))] == []
    styles = [part.get("font-family") or part.get("style", "") for part in tree.fromstring(svg).iter(f"{SVG}text")]
    assert [style for style in styles if not re.search(r"'?Source Sans 3'?.*, sans-serif", style.replace('"', "'"))] == []


def test_a_saved_png_is_1600_wide_on_paper_in_every_theme(page_at: Callable[..., Page]) -> None:
    page = page_at("/", viewport={"width": 390, "height": 844})
    sizes = []
    for theme in ("light", "dark"):
        page.evaluate("(theme) => { document.documentElement.dataset.theme = theme }", theme)
        card = page.locator("#network-gap")
        if theme == "light":
            card = ways(page, "network-gap")
        name, png = saved(page, card, "PNG")
        assert png.startswith(b"\x89PNG")
        sizes.append((struct.unpack(">II", png[16:24]), len(png) > 50_000, name[-4:]))
    assert sizes[0] == sizes[1]
    assert sizes[0][0][0] == 1600


@pytest.mark.parametrize("name", PAGES)
def test_every_chart_is_drawn_in_its_cards_picture_under_a_name_that_windows_takes(page_at: Callable[..., Page], name: str) -> None:
    page = page_at(PAGES[name])
    cards = page.locator("section.card:has(.chart:visible)")
    for card_id in [card.get_attribute("id") for card in cards.all()]:
        card = ways(page, card_id)
        file, svg = saved(page, card, "SVG")
        charts = card.locator(".chart:visible:not(.gone)").count()
        drawn_charts = [part for part in tree.fromstring(svg).findall(f"{SVG}svg") if part.find(f".//{SVG}g") is not None]
        assert len(drawn_charts) == charts
        assert not FORBIDDEN.search(file) and not file.endswith((" ", ".")) and len(file) < 140
    assert page.locator("section.card:not(:has(.chart, .drawn)) [data-picture]").count() == 0
    assert page.locator("section.card:has(.drawn):not(:has([data-picture]))").count() == 0


def test_what_is_hidden_on_the_page_is_hidden_in_the_picture(page_at: Callable[..., Page]) -> None:
    page = page_at("/teams/hazelmoor")
    rows = page.locator("#team-groups-chart .annotation, #team-groups .annotation").filter(has_text="hidden").all_inner_texts()
    shown = page.locator("#team-groups .js-plotly-plot").evaluate(
        "(graph) => graph.lanternFigure.layout.annotations.map((one) => one.text.replace(/<[^>]+>/g, ''))"
    )
    _, svg = saved(page, ways(page, "team-groups"), "SVG")
    words = re.sub(r"\s", "", words_of(svg))
    assert [one for one in shown if re.sub(r"\s", "", one) not in words] == []
    assert words.count("hidden") >= len(rows)


def test_picture_and_sentence_are_copied_together(page_at: Callable[..., Page]) -> None:
    page = page_at()
    card = ways(page, "network-gap")
    card.get_by_role("button", name=COPY).click()
    expect(card.locator(".picture-said")).to_have_text("The picture and its sentence were copied.")
    assert set(page.evaluate("async () => (await navigator.clipboard.read())[0].types")) == {"image/png", "text/plain"}
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert page.locator("#network-gap-said").inner_text() in copied
    assert copied.endswith("/#network-gap")


def test_a_link_to_the_card_is_copied_and_leads_there(page_at: Callable[..., Page]) -> None:
    page = page_at("/?reference=overall")
    card = ways(page, "network-groups")
    card.get_by_role("button", name="Copy a link to this card").click()
    expect(card.locator(".picture-said")).to_have_text("A link to this card was copied.")
    address = page.evaluate("() => navigator.clipboard.readText()")
    assert address.endswith("/?reference=overall#network-groups")
    drawn(page, "/measures")
    drawn(page, address)
    expect(page.locator("#network-groups.here")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("refusing", "said"),
    [
        ("navigator.clipboard.write = () => Promise.reject(new DOMException('no', 'NotAllowedError'))", "This browser did not let the page copy."),
        ("delete window.ClipboardItem", "This browser copies no pictures: the sentence was copied."),
    ],
)
def test_where_a_picture_cannot_be_copied_the_page_says_what_can_be_done(page_at: Callable[..., Page], refusing: str, said: str) -> None:
    page = page_at()
    page.evaluate(f"() => {{ {refusing} }}")
    card = ways(page, "network-gap")
    card.get_by_role("button", name=COPY).click()
    expect(card.locator(".picture-said")).to_contain_text(said)
    expect(card.locator(".picture-said[aria-live=polite]")).to_be_visible()


def test_a_picture_is_taken_by_keyboard_alone(page_at: Callable[..., Page]) -> None:
    page = page_at()
    summary = page.locator("#network-gap summary", has_text="Picture")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator("#network-gap").get_by_role("button", name="Save as PNG")).to_be_focused()
    with page.expect_download():
        page.keyboard.press("Enter")
