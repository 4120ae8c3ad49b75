"""People with accounts, for tests of what each of them can reach."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from dash import Dash
from flask import Flask
from sqlalchemy.engine import make_url
from werkzeug.test import TestResponse

from data_access import store
from data_access.accounts.actor import Actor, on_command_line
from data_access.accounts.changes import NewAccount, add_account
from data_access.accounts.results import Account
from data_access.accounts.sealing import use_keys
from tests.asking import ReaderClient
from web.sessions import DEMO, TOKEN_COOKIE, session_cookies

PASSWORD = "violet anchor mosaic 47"
KEY = "a key of the tests, forty letters long: 73"
FORM = "application/x-www-form-urlencoded"
KEEPER: Actor = on_command_line("tests")


@dataclass(frozen=True)
class People:
    """A store with accounts in production mode, and browsers to ask it with."""

    server: Flask

    def add(self, role: str, *team_ids: str, email: str = "", password: str | None = PASSWORD) -> Account:
        """A new account of this role."""
        new = NewAccount(email or f"{role}.{'.'.join(team_ids)}@example.org".replace(".@", "@"), f"Pat {role}", role, team_ids)
        return add_account(KEEPER, new, password, datetime.now(UTC))

    def browser(self) -> ReaderClient:
        """A browser that has been nowhere."""
        return self.server.test_client()

    def signed_in(self, role: str, *team_ids: str) -> ReaderClient:
        """The browser of a new person of this role, signed in."""
        browser = self.browser()
        assert enter(browser, self.add(role, *team_ids).email).status_code == 200
        return browser


def production_people(app: Dash, demo_url: str, folder: Path, changed: pytest.MonkeyPatch) -> People:
    """The app in production mode on a copy of the demo network in this folder; changed: takes it all back after the test."""
    store.connect(f"sqlite:///{shutil.copy(make_url(demo_url).database, folder / 'people.db')}")
    use_keys(KEY)
    # Dash's own script was told the name of the token's cookie when the app was made.
    told = {TOKEN_COOKIE: app.server.config[TOKEN_COOKIE]}
    for name, value in {DEMO: False, **session_cookies(is_demo=False, port=8050), **told}.items():
        changed.setitem(app.server.config, name, value)
    return People(app.server)


def enter(browser: ReaderClient, email: str, password: str = PASSWORD, *, follow: bool = True, **fields: str) -> TestResponse:
    """Sign in by the form."""
    return send(browser, "/sign-in", follow=follow, email=email, password=password, **fields)


def send(browser: ReaderClient, path: str, *, follow: bool = True, **fields: str) -> TestResponse:
    """Send a form, and go where it leads."""
    return browser.post(path, data=fields, content_type=FORM, follow_redirects=follow)
