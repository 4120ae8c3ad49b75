"""The Network page in a browser: it is drawn, nothing leaves the house, and every view is an address."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.drawn import all_drawn, answered, choose

NAMES = ("measure", "stratifier", "group", "reference")


def chosen(page: Page) -> dict[str, str]:
    return {name: page.locator(f"#network-{name}").input_value() for name in NAMES}


def test_the_page_is_drawn_with_a_clean_console_and_asks_nobody_else(network: Page) -> None:
    expect(network).to_have_title("Network · Lantern")
    expect(network.get_by_role("heading", level=1)).to_have_text("Are we closing our gaps?")
    expect(network.locator("#network-sentence")).not_to_be_empty()


def test_no_chart_has_a_bar_of_buttons(network: Page) -> None:
    network.locator("#network-gap-chart").hover()
    expect(network.locator(".modebar-btn")).to_have_count(0)
    expect(network.get_by_text("Share chart")).to_have_count(0)


@pytest.mark.parametrize(("name", "value"), [("measure", "preterm_birth"), ("stratifier", "payer"), ("group", "hispanic"), ("reference", "best")])
def test_every_choice_is_an_address_that_back_and_reload_keep(network: Page, name: str, value: str) -> None:
    before, sentence = chosen(network), network.locator("#network-sentence").inner_text()
    value = value if network.locator(f"#network-{name} option[value={value}]").count() else last_option(network, name)
    choose(network, name, value)
    expect(network).to_have_url(f"{network.url.split('?')[0]}?{name}={value}")
    after, changed = chosen(network), network.locator("#network-sentence").inner_text()
    assert (after[name], changed != sentence) == (value, True)

    network.reload()
    all_drawn(network)
    assert (chosen(network), network.locator("#network-sentence").inner_text()) == (after, changed)

    network.go_back()
    expect(network.locator("#network-sentence")).to_have_text(sentence)
    all_drawn(network)
    assert chosen(network) == before


def last_option(page: Page, name: str) -> str:
    return page.locator(f"#network-{name} option").last.get_attribute("value")


def test_forward_shows_again_what_back_took_away(network: Page) -> None:
    choose(network, "measure", "preterm_birth")
    choose(network, "reference", "overall")
    after = network.locator("#network-sentence").inner_text()
    network.go_back()
    expect(network.locator("#network-reference")).to_have_value("others")
    network.go_back()
    expect(network.locator("#network-measure")).to_have_value("bp_control")
    network.go_forward()
    network.go_forward()
    expect(network.locator("#network-sentence")).to_have_text(after)
    expect(network).to_have_url(f"{network.url.split('?')[0]}?measure=preterm_birth&reference=overall")


def test_a_link_opens_the_view_that_it_was_copied_from(network_at: Callable[..., Page]) -> None:
    first = network_at("/")
    choose(first, "measure", "preterm_birth")
    choose(first, "reference", "overall")
    second = network_at(first.url)
    assert second.locator("#network-sentence").inner_text() == first.locator("#network-sentence").inner_text()
    assert chosen(second) == chosen(first)


def test_focus_stays_on_the_control_that_was_used(network: Page) -> None:
    network.locator("#network-reference").focus()
    choose(network, "reference", "overall")
    expect(network.locator("#network-reference")).to_be_focused()


def test_a_badge_takes_its_filter_away_and_reset_takes_all(network: Page) -> None:
    choose(network, "measure", "preterm_birth")
    choose(network, "reference", "overall")
    with answered(network):
        network.locator("#network-badges .remove[aria-label*='Compared with']").click()
    expect(network.locator("#network-reference")).to_have_value("others")
    expect(network.locator("#network-measure")).to_have_value("preterm_birth")
    expect(network.locator("#question")).to_be_focused()
    with answered(network):
        network.get_by_role("link", name="Reset").click()
    expect(network.locator("#network-measure")).to_have_value("bp_control")
    expect(network.get_by_role("link", name="Reset")).to_have_count(0)


def test_a_search_for_teams_is_an_address_and_reset_shows_all_again(network_at: Callable[..., Page]) -> None:
    page = network_at("/?find=amber", charts=1 + 4)
    page.get_by_label("Find a team").fill("brack")
    page.get_by_label("Find a team").press("Enter")
    all_drawn(page, 1 + 4)
    assert page.url.endswith("/?find=brack")
    with answered(page):
        page.get_by_role("link", name="Reset").click()
    all_drawn(page)


def test_a_value_that_is_no_choice_is_said_and_the_page_works_on(network_at: Callable[..., Page]) -> None:
    page = network_at("/?measure=nonsense")
    expect(page.get_by_role("status")).to_contain_text("Choose one of: bp_control")
    choose(page, "measure", "preterm_birth")
    expect(page.get_by_role("status")).to_have_count(0)


def test_charts_change_with_the_choice(network: Page) -> None:
    titles = network.locator("#network-gap-chart .infolayer")
    expect(titles).to_contain_text("Blood pressure under control")
    choose(network, "measure", "preterm_birth")
    expect(titles).to_contain_text("Preterm birth")
    all_drawn(network)
