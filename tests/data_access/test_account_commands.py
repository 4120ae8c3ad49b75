from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from sqlalchemy import text

from data_access import store
from data_access.__main__ import main
from data_access.accounts.reset_links import use_reset_link
from data_access.accounts.results import Account
from data_access.migrate import downgrade
from tests.data_access.people import ADDRESS, EMAIL, KEY, PASSWORD, People, enter, later

Said = pytest.CaptureFixture[str]
BOSS = "boss@example.org"
ADD = ("account", "add", EMAIL, "--name", "Ann", "--role", "coach", "--team", "a", "--team", "b")


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "tester")


@pytest.fixture
def here(people: People, door: str, monkeypatch: pytest.MonkeyPatch) -> People:
    """The commands' store, with an administrator in it."""
    monkeypatch.setenv("DATABASE_URL", door)
    people.add(BOSS, "administrator")
    return people


def run(*words: str) -> int:
    return main(list(words))


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """What standard input holds: nobody sits at it."""
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def told(people: People) -> tuple[str, ...]:
    return people.told("address", "what", "about")[-1]


def test_an_account_is_added_with_the_password_from_standard_input(here: People, door: str, monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    typed(monkeypatch, "plover quartz 41 seven", "a second line")
    assert run(*ADD) == 0
    said = capsys.readouterr()
    assert said.out == "Added: ann@example.org  Ann  coach  of a, b\n" and said.err == ""
    assert told(here) == ("command line, tester", "account", "account 2 added: coach of a, b")
    assert run("account", "list") == 0
    assert capsys.readouterr().out.splitlines() == ["ann@example.org  Ann  coach  of a, b", "boss@example.org  Ann  administrator"]


def test_a_password_is_typed_twice_where_somebody_sits_there(here: People, monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    answers = ["plover quartz 41 seven", "plover quartz 41 eight", "plover quartz 41 seven", "plover quartz 41 seven"]
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda prompt: answers.pop(0))
    assert run(*ADD) == 1
    assert "differ" in capsys.readouterr().err
    assert run(*ADD) == 0
    said = capsys.readouterr()
    assert "plover" not in said.out + said.err


def test_an_invitation_is_a_link_that_sets_the_first_password(here: People, door: str, capsys: Said) -> None:
    assert run(*ADD, "--invite") == 0
    out = capsys.readouterr().out
    assert "no password yet" in out and "hand it to ann@example.org alone" in out
    store.connect(door)
    token = re.search(r"/new-password\?token=(\S+)", out).group(1)
    assert isinstance(use_reset_link(token, "plover quartz 41 seven", ADDRESS, later()), Account)
    assert enter(password="plover quartz 41 seven")


REFUSED = [
    ((*ADD[:-1], "z"), "There is no team z."),
    ((*ADD[:2], "ann", *ADD[3:]), "This is no e-mail address."),
    ((*ADD[:2], BOSS, *ADD[3:]), "already"),
    ((*ADD[:6], "reader", *ADD[7:]), "Teams belong to"),
    (("account", "role", BOSS, "--role", "reader"), "last administrator"),
    (("account", "disable", BOSS), "last administrator"),
    (("account", "disable", "nobody@example.org"), "no account 'nobody@example.org'"),
    (("account", "reset", "nobody@example.org"), "no account"),
    (("account", "second-factor", BOSS), "has no second factor"),
    (("audit", "--account", "nobody@example.org"), "no account"),
]


@pytest.mark.parametrize(("words", "said"), REFUSED)
def test_what_cannot_be_done_says_why_and_ends_with_1(here: People, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str, capsys: Said) -> None:
    typed(monkeypatch, "plover quartz 41 seven")
    before = here.told("number")
    assert run(*words) == 1
    out, err = capsys.readouterr()
    assert said in err and out == "" and here.told("number") == before


def test_a_weak_password_is_not_repeated_in_what_is_said(here: People, monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    typed(monkeypatch, "equity2025")
    assert run(*ADD) == 1
    assert "equity2025" not in "".join(capsys.readouterr())


@pytest.mark.parametrize("words", [("account",), ("account", "add"), ("account", "add", EMAIL, "--name", "Ann", "--role", "boss"), ("audit", "mend"), ADD[:4]])
def test_wrong_use_ends_with_2(words: tuple[str, ...], capsys: Said) -> None:
    with pytest.raises(SystemExit) as ended:
        run(*words)
    assert ended.value.code == 2 and "usage" in capsys.readouterr().err


def test_no_command_takes_a_password_as_an_argument(capsys: Said) -> None:
    with pytest.raises(SystemExit) as ended:
        run(*ADD, "--password", PASSWORD)
    assert ended.value.code == 2


def test_role_disable_enable_and_reset_say_what_is_now(here: People, capsys: Said) -> None:
    here.add(EMAIL, "team_member", "a")
    commands = [("role", EMAIL, "--role", "coach", "--team", "c"), ("disable", EMAIL), ("enable", EMAIL), ("reset", EMAIL)]
    assert [run("account", *command) for command in commands] == [0] * 4
    said = capsys.readouterr().out.splitlines()
    assert said[:3] == ["ann@example.org  Ann  coach  of c", "ann@example.org  Ann  coach  of c  disabled", "ann@example.org  Ann  coach  of c"]
    assert said[-1].startswith("/new-password?token=")
    assert [about for _, about in here.told("what", "about")][-4:] == [
        "account 2: team_member of a > coach of c",
        "account 2 disabled",
        "account 2 enabled",
        "made for account 2",
    ]


def test_a_lost_second_factor_is_taken_away(here: People, capsys: Said) -> None:
    here.factor(here.add().account_id)
    assert run("account", "list") == 0
    assert "second factor" in capsys.readouterr().out
    assert run("account", "second-factor", EMAIL) == 0
    assert "second factor" not in capsys.readouterr().out


def test_secrets_are_sealed_with_the_present_key(here: People, monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    here.factor(here.add().account_id)
    monkeypatch.setenv("SECRET_KEY", "short")
    assert run("account", "reseal") == 2
    assert "SECRET_KEY has 5 bytes" in capsys.readouterr().err
    monkeypatch.setenv("SECRET_KEY", "the next one of the tests, 40 letters: 66")
    assert run("account", "reseal") == 1
    assert "under another key" in capsys.readouterr().err
    monkeypatch.setenv("SECRET_KEY_BEFORE", KEY)
    assert run("account", "reseal") == 0
    assert capsys.readouterr().out.startswith("Sealed with the present key: 1.")


def test_the_trail_is_printed_page_by_page_or_of_one_account(here: People, door: str, capsys: Said) -> None:
    here.add()
    enter()
    assert run("audit") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"3  2026-03-02 09:00:00  {EMAIL}  {ADDRESS}  sign_in  done  password"
    assert lines[-1] == "Page 1 of 1, 3 in all. Times are UTC."
    assert run("audit", "--account", BOSS, "--page", "7") == 0
    assert capsys.readouterr().out == "Page 1 of 1, 0 in all. Times are UTC.\n"


def test_verify_says_whether_the_trail_is_whole(here: People, capsys: Said) -> None:
    assert run("audit", "verify") == 0
    assert capsys.readouterr().out == f"1 lines, none changed, none missing between them. The last one's hash: {here.told('line_hash')[0][0]}\n"
    with here.engine.begin() as connection:
        connection.execute(text("DROP TRIGGER audit_no_update" if here.engine.dialect.name == "sqlite" else "ALTER TABLE audit DISABLE TRIGGER USER"))
        connection.execute(text("UPDATE audit SET about = 'nothing'"))
    assert run("audit", "verify") == 1
    assert "Line 1 does not follow" in capsys.readouterr().err


def test_a_store_that_is_not_there_or_older_ends_with_2(people: People, door: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'none.db'}")
    assert run("account", "list") == 2 and "Nothing has been set up" in capsys.readouterr().err
    monkeypatch.setenv("DATABASE_URL", door)
    assert run("account", "list") == 0
    assert capsys.readouterr().out == "There is no account yet.\n"
    downgrade(people.engine, "0001")
    assert run("account", "list") == 2 and "migrate" in capsys.readouterr().err


def test_an_older_program_is_kept_from_a_store_with_accounts(here: People, capsys: Said) -> None:
    assert run("migrate", "--to", "0005") == 1
    assert "would lose them" in capsys.readouterr().err
    assert run("account", "list") == 0


def test_without_a_name_the_trail_says_so(here: People, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LOGNAME")
    monkeypatch.delenv("USER", raising=False)
    assert run("account", "enable", BOSS) == 0
    assert told(here)[0] == "command line, unnamed"
