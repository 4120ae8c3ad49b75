"""Tables in a browser: opened by keyboard, sorted by their heads, numbers by value and blanks last."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.drawn import choose

BLANKS = {"not due", "not reported", "hidden", "does not apply"}


def table_in(page: Page, card: str) -> Locator:
    """The table of this card, unfolded."""
    page.locator(f"#{card} summary", has_text="Table").click()
    table = page.locator(f"#{card} table.data")
    expect(table).to_be_visible()
    return table


def column(table: Locator, place: int) -> list[str]:
    """What the cells say, without the daggers of their notes."""
    return [row.locator("th, td").nth(place).inner_text().removesuffix("†").strip() for row in table.locator("tbody tr").all()]


def value(cell: str) -> float:
    return float(cell.split("%")[0].split(" ")[0].replace("−", "-").replace(",", ""))


def blanks_stand_last(cells: list[str]) -> bool:
    return [cell in BLANKS for cell in cells] == sorted(cell in BLANKS for cell in cells)


@pytest.mark.parametrize("place", [2, 5, 8])
def test_a_column_of_numbers_is_sorted_by_value_and_turned_by_a_second_click(network: Page, place: int) -> None:
    table = table_in(network, "network-panels")
    head = table.locator("thead th").nth(place)
    numbers = sorted(value(cell) for cell in column(table, place) if cell not in BLANKS)
    assert len(numbers) > 3
    for sort, expected in (("ascending", numbers), ("descending", numbers[::-1]), ("ascending", numbers)):
        head.get_by_role("button").click()
        expect(head).to_have_attribute("aria-sort", sort)
        cells = column(table, place)
        assert [value(cell) for cell in cells if cell not in BLANKS] == expected
        assert blanks_stand_last(cells)


def test_names_are_sorted_by_the_alphabet_and_only_one_head_says_that_it_sorts(network: Page) -> None:
    table = table_in(network, "network-panels")
    names = column(table, 0)
    heads = table.locator("thead th")
    heads.nth(3).get_by_role("button").click()
    heads.nth(0).get_by_role("button").click()
    heads.nth(0).get_by_role("button").click()
    assert column(table, 0) == sorted(names, key=str.lower, reverse=True)
    expect(table.locator("[aria-sort]")).to_have_count(1)


def test_a_sorted_table_stays_sorted_when_its_numbers_change(network: Page) -> None:
    table = table_in(network, "network-panels")
    table.locator("thead th").nth(4).get_by_role("button").click()
    choose(network, "reference", "overall")
    expect(table.locator("caption")).to_contain_text("against all patients")
    expect(table.locator("thead th").nth(4)).to_have_attribute("aria-sort", "ascending")
    expect(table).to_be_visible()
    cells = column(table, 4)
    numbers = [value(cell) for cell in cells if cell not in BLANKS]
    assert numbers == sorted(numbers)
    assert blanks_stand_last(cells)


def test_each_row_keeps_its_own_cells(network: Page) -> None:
    table = table_in(network, "network-panels")
    before = sorted(row.inner_text() for row in table.locator("tbody tr").all())
    for place in (2, 1, 5):
        table.locator("thead th").nth(place).get_by_role("button").click()
    assert sorted(row.inner_text() for row in table.locator("tbody tr").all()) == before


def test_a_table_is_opened_read_and_sorted_by_keyboard(network: Page) -> None:
    summary = network.locator("#network-gap summary", has_text="Table")
    summary.focus()
    network.keyboard.press("Enter")
    region = network.locator("#network-gap").get_by_role("group", name="Table")
    network.keyboard.press("Tab")
    expect(region).to_be_focused()
    network.keyboard.press("Tab")
    expect(network.locator("#network-gap table.data thead button").first).to_be_focused()
    network.keyboard.press("Enter")
    network.keyboard.press("Enter")
    expect(network.locator("#network-gap thead th").first).to_have_attribute("aria-sort", "descending")


@pytest.mark.parametrize("card", ["network-gap", "network-groups"])
def test_an_unfolded_table_scrolls_inside_its_card_on_a_phone(network: Page, card: str) -> None:
    network.set_viewport_size({"width": 390, "height": 844})
    table_in(network, card)
    assert network.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth")
