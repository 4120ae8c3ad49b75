"""A team's members choose who sees its numbers: the form, its doors, what it warns of, and what others see the moment after."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import create_engine, select, text

from data_access import store
from data_access.accounts.tables import audit
from equity.errors import StoreLocked
from tests.asking import ReaderClient
from tests.web.people import FORM, People, send
from web import who_sees

OWN, OTHER = "amberford", "brackenfield"
PATH = f"/who-sees/{OWN}"


def fields(page: str) -> dict[str, str]:
    """The form as it stands on the page, as a browser would send it."""
    stood = dict(re.findall(r'name="(stood-[^"]+)" value="([^"]*)"', page))
    chosen = dict(re.findall(r'type="radio" name="([^"]+)" value="([^"]+)"[^>]*? checked', page))
    return {**stood, **chosen}


def measure_names(page: str) -> list[str]:
    return [name for name in fields(page) if name.startswith("m-")]


def risks(page: str) -> list[str]:
    return re.findall(r'name="risk" value="([^"]+)"', page)


def trail() -> list[str]:
    with store.reading_accounts() as connection:
        return list(connection.scalars(select(audit.c.about).where(audit.c.what == "visibility").order_by(audit.c.number)))


@pytest.fixture
def member(people: People) -> ReaderClient:
    return people.signed_in("team_member", OWN)


def hide(browser: ReaderClient, **more: object):
    """Hide the team's first measure; returns its name on the form and the answer."""
    page = browser.get(PATH).text
    first = measure_names(page)[0]
    return first, browser.post(PATH, data={**fields(page), first: "hidden", **more}, content_type=FORM)


def test_a_member_finds_the_form_with_what_holds_and_what_each_choice_means(member: ReaderClient) -> None:
    assert member.get("/who-sees").headers["Location"] == PATH
    page = member.get(PATH).text
    assert {value for name, value in fields(page).items() if "m-" in name} == {"network"} and fields(page)["levels"] == "kept"
    assert "Only your own members see these numbers." in page and "Save" in page and "demo" not in page
    assert page.count("<fieldset") == len(measure_names(page)) + 1


def test_the_way_to_it_stands_in_the_account_menu_of_members_alone(people: People, member: ReaderClient) -> None:
    assert '"/who-sees"' in member.get("/account").text
    assert "who-sees" in member.get("/_dash-layout").text
    assert "who-sees" not in (other := people.signed_in("coach", OWN)).get("/account").text + other.get("/_dash-layout").text


def test_hiding_is_saved_only_after_what_it_does_not_hide_was_read(people: People, member: ReaderClient) -> None:
    first, answer = hide(member)
    assert answer.status_code == 400 and "network&#39;s total" in answer.text and "Nothing was changed yet" in answer.text
    assert fields(answer.text)[first] == "hidden" and risks(answer.text) and trail() == []
    unread = member.post(PATH, data={**fields(answer.text), "risk": risks(answer.text)}, content_type=FORM)
    assert unread.status_code == 400 and trail() == []
    done = member.post(PATH, data={**fields(answer.text), "risk": risks(answer.text), "read": "yes"}, content_type=FORM, follow_redirects=True)
    assert done.status_code == 200 and "Saved." in done.text and fields(done.text)[first] == "hidden"
    assert trail() == [f"{OWN} {first[2:]} network > hidden, by a member"]


def test_others_see_it_with_their_next_question(people: People, member: ReaderClient) -> None:
    lead = people.signed_in("network_lead")
    measure = measure_names(member.get(PATH).text)[0][2:]
    file = f"/csv/team/run?team_id={OWN}&measure={measure}"
    before = lead.get(file).text
    hide(member, risk=f"taken~{measure}~~~0", read="yes")
    after = lead.get(file).text
    assert before.count("hidden") < after.count("hidden") and member.get(file).text.count("hidden") < after.count("hidden")


def test_a_risk_that_came_after_the_page_is_asked_about_anew(member: ReaderClient) -> None:
    _, answer = hide(member, risk="taken~another~~~0", read="yes")
    assert answer.status_code == 400 and "Nothing was changed yet" in answer.text


def test_what_nothing_is_wrong_with_is_saved_at_once_and_the_same_again_changes_nothing(member: ReaderClient) -> None:
    shared = {**fields(member.get(PATH).text), "levels": "shared"}
    assert "Saved. It holds from now on." in send(member, PATH, **shared).text
    assert fields(member.get(PATH).text)["levels"] == "shared" and trail() == [f"{OWN} maturity levels kept > shared, by a member"]
    assert "Nothing was changed." in send(member, PATH, **{**shared, "stood-levels": "shared"}).text


def test_levels_that_a_team_shares_stand_under_its_name_for_a_reader(people: People, member: ReaderClient) -> None:
    reader = people.signed_in("reader")
    before = reader.get("/csv/maturity/heat").text
    send(member, PATH, **{**fields(member.get(PATH).text), "levels": "shared"})
    after = reader.get("/csv/maturity/heat").text
    assert "Amberford" not in before.split("\n", 1)[1] and "Amberford" in after
    # Levels then and now, and nothing of who gave which.
    assert "Leading from Within,2,3,,,,,no," in reader.get(f"/csv/team/maturity?team_id={OWN}").text


def test_what_another_member_changed_meanwhile_is_not_changed_back(people: People, member: ReaderClient) -> None:
    old = fields(member.get(PATH).text)
    _, answer = hide(member)
    member.post(PATH, data={**fields(answer.text), "risk": risks(answer.text), "read": "yes"}, content_type=FORM)
    send(member, PATH, **{**old, "levels": "shared"})
    assert "hidden" in fields(member.get(PATH).text).values()


def test_what_is_no_choice_is_refused(member: ReaderClient) -> None:
    page = member.get(PATH).text
    for wrong in ({"levels": "everybody"}, {"levels": ""}, {"stood-levels": "x"}, {measure_names(page)[0]: "secret"}):
        answer = send(member, PATH, **{**fields(page), **wrong})
        assert answer.status_code == 400 and "one of the choices that are here" in answer.text
    assert send(member, PATH).status_code == 400 and trail() == []


def test_another_teams_form_is_not_there_for_a_member(people: People, member: ReaderClient) -> None:
    sent = fields(member.get(PATH).text)
    for path in (f"/who-sees/{OTHER}", "/who-sees/nobody"):
        assert (member.get(path).status_code, send(member, path, **{**sent, "levels": "shared"}).status_code) == (404, 404)
    assert trail() == []


def test_neither_coach_nor_lead_nor_anybody_else_chooses_for_a_team(people: People) -> None:
    for role in ("coach", "network_lead", "funder", "reader", "administrator"):
        browser = people.signed_in(role, *([OWN] if role == "coach" else []))
        assert [browser.get(path).status_code for path in ("/who-sees", PATH)] == [403, 403]
        assert send(browser, PATH, levels="shared").status_code == 403 and trail() == []


def test_a_stranger_is_led_to_sign_in(people: People) -> None:
    assert people.browser().get(PATH).headers["Location"] == f"/sign-in?next=%2Fwho-sees%2F{OWN}"


def test_a_form_without_its_sessions_token_is_refused(people: People, member: ReaderClient) -> None:
    sent = {**fields(member.get(PATH).text), "levels": "shared"}
    member.given = ""
    assert send(member, PATH, **sent).status_code == 400 and trail() == []


def test_while_data_are_loaded_the_choice_stays_on_the_page(member: ReaderClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: object) -> int:
        raise StoreLocked

    monkeypatch.setattr(who_sees, "choose", busy)
    answer = send(member, PATH, **{**fields(member.get(PATH).text), "levels": "shared"})
    assert answer.status_code == 503 and "Data are being loaded" in answer.text and fields(answer.text)["levels"] == "shared"


def test_a_member_of_two_teams_goes_from_one_to_the_other(people: People) -> None:
    browser = people.signed_in("team_member", OWN, OTHER)
    assert f'href="/who-sees/{OTHER}"' in browser.get(PATH).text
    assert browser.get(f"/who-sees/{OTHER}").status_code == 200


def test_a_choice_that_a_file_overrules_is_said(people: People, member: ReaderClient, tmp_path) -> None:
    measure = measure_names(member.get(PATH).text)[0][2:]
    engine = create_engine(f"sqlite:///{tmp_path / 'people.db'}")
    with engine.begin() as connection:
        connection.execute(
            text("INSERT INTO visibility_choice VALUES (:team, :measure, 'network', 'network', 'hidden', '2026-01-01')"), {"team": OWN, "measure": measure}
        )
        connection.execute(
            text("UPDATE team_measure SET visibility = 'hidden' WHERE team_id = :team AND measure_id = :measure"), {"team": OWN, "measure": measure}
        )
        connection.execute(text("UPDATE store_state SET version = version + 1"))
    engine.dispose()
    assert "You chose “Under our name”. The network&#39;s files have changed since" in member.get(PATH).text.replace("'s files", "&#39;s files")


def test_the_demo_shows_the_form_and_keeps_nothing(seen_by: Callable[[str], FlaskClient]) -> None:
    client = seen_by("team_member", OWN)
    page = client.get(PATH).text
    assert "This is the demo: it keeps no choices." in page and page.count("<fieldset") == page.count(" disabled>") and ">Save<" not in page
    assert client.post(PATH, data={"levels": "shared"}).status_code == 403
    assert seen_by("network_lead").get(PATH).status_code == 403


def test_a_member_of_no_team_has_no_form(seen_by: Callable[[str], FlaskClient]) -> None:
    assert seen_by("team_member").get("/who-sees").status_code == 404
