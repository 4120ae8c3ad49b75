"""Pages of forms: written by the server, without Dash, in the look of the app."""

from __future__ import annotations

from pathlib import Path

from flask import Flask, current_app, render_template, request, session
from flask_wtf.csrf import generate_csrf
from jinja2 import FileSystemLoader
from markupsafe import Markup

from data_access.accounts.results import Session
from data_access.viewer import TEAM_MEMBER, Viewer
from web.doors import ADMINISTRATOR
from web.sessions import DEMO
from web.viewers import session_of_request

HERE = Path(__file__).parent
ASSETS = HERE.parent / "assets"
STYLES = ("10-tokens.css", "20-page.css", "25-pages.css", "forms.css")
THEME = "view/choices.js"
SAID = "said"
READERS_LINKS = [("Network", "/"), ("Your account", "/account")]
MEMBERS_LINKS = [("Network", "/"), ("Who sees our numbers?", "/who-sees"), ("Your account", "/account")]
ADMINISTRATORS_LINKS = [("Accounts", "/accounts"), ("Audit trail", "/audit"), ("Your account", "/account")]


def write_forms(server: Flask) -> None:
    """Let the server find the pages' templates."""
    server.jinja_loader = FileSystemLoader(HERE / "templates")


def form_page(template: str, title: str, *, fault: str = "", **values: object) -> str:
    """A page from a template; fault: why what was sent was not done."""
    found = None if current_app.config[DEMO] else session_of_request()
    account = found.account if isinstance(found, Session) else None
    frame = {"styles": [fingerprinted(name) for name in STYLES], "script": fingerprinted(THEME), "token": token_field, "here": request.path}
    who = {"account": account, "links": links_of(account.viewer) if account else []}
    return render_template(template, title=title, fault=fault, said=session.pop(SAID, ""), **frame, **who, **values)


def links_of(viewer: Viewer) -> list[tuple[str, str]]:
    """Where this viewer can go from a page of forms."""
    return {ADMINISTRATOR: ADMINISTRATORS_LINKS, TEAM_MEMBER: MEMBERS_LINKS}.get(viewer.role, READERS_LINKS)


def say(words: str) -> None:
    """Have the next page of forms say this once."""
    session[SAID] = words


def token_field() -> Markup:
    """The session's token, as a part of a form."""
    return Markup('<input type="hidden" name="csrf_token" value="{}">').format(generate_csrf())


def fingerprinted(name: str) -> str:
    """Address of a file of ours, another one whenever the file is another."""
    return f"/assets/{name}?m={(ASSETS / name).stat().st_mtime_ns}"


def typed(name: str) -> str:
    """What was typed into a field; empty where it was not sent."""
    return request.form.get(name, "")
