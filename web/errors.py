"""What is said where something cannot be answered: plain words, and of our own faults nothing but a number to ask about."""

from __future__ import annotations

import secrets
from contextlib import suppress
from http import HTTPStatus

from flask import Flask, Response, jsonify, make_response, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from data_access.accounts.audit import REFUSED
from equity.errors import NotAllowed, ReaderError, StoreError
from web.admission import NO_PAGE
from web.forms import form_page
from web.logs import FIELDS
from web.trail import note

# The page's script opens the page anew where an answer bears it: the page is older than the session.
STALE = "X-Page-Is-Stale"
# What stands over an answer to a person; a script gets the status's own name.
TITLES = {403: "This is not open to you", 404: "There is no such page", 413: "This is too large", 500: "This page could not be made"}
UNREAD = "This could not be read"
OLD_LINK = "The link may be old or misspelled."


def answer_errors(server: Flask) -> None:
    """Install what is answered to a refusal, to a page older than its session, and to a fault of ours."""

    @server.errorhandler(HTTPException)
    def refused(error: HTTPException) -> tuple[Response, int]:
        if error.code == 403:
            # What is refused stays so, whether or not the store can keep a note of it.
            with suppress(StoreError):
                note("refusal", door() or "no route", REFUSED)
        code = error.code or 500
        return told(error.name, OLD_LINK if code == 404 else error.description, code, title=TITLES.get(code, UNREAD))

    @server.errorhandler(ReaderError)
    def cannot(error: ReaderError) -> tuple[Response, int]:
        return told(error.title, str(error), 503 if isinstance(error, StoreError) else 403 if isinstance(error, NotAllowed) else 400)

    @server.errorhandler(CSRFError)
    def stale(error: CSRFError) -> tuple[Response, int]:
        answer, status = told(error.name, "This page is older than your session. Open it again.", 400, title="This page is too old")
        answer.headers[STALE] = "1"
        return answer, status

    @server.errorhandler(Exception)
    def broken(error: Exception) -> tuple[Response, int]:
        incident = secrets.token_hex(4)
        server.logger.error("A request could not be answered", exc_info=error, extra={FIELDS: {"incident": incident, "door": door(), "method": request.method}})
        what = f"Something went wrong on our side. Say this number when you ask about it: {incident}."
        return told("Internal Server Error", what, 500, title=TITLES[500], incident=incident)


def told(name: str, what: str | None, status: int, *, title: str = "", **more: str) -> tuple[Response, int]:
    """The answer: a page for a person, under its title or else its name; JSON for a script."""
    words = what or HTTPStatus(status).description
    if is_for_a_person():
        return make_response(form_page("error.html", title or name, what=words)), status
    return jsonify(error=name, what=words, **more), status


def is_for_a_person() -> bool:
    """True where a browser opens a page: it asks for one, and for nothing that a script or a program takes."""
    return "text/html" in request.headers.get("Accept", "") and not request.path.startswith((*NO_PAGE, "/assets/"))


def door() -> str | None:
    """Which route was asked, without what stood in its place."""
    return request.url_rule.rule if request.url_rule else None
