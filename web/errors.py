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


def answer_errors(server: Flask) -> None:
    """Install what is answered to a refusal, to a page older than its session, and to a fault of ours."""

    @server.errorhandler(HTTPException)
    def refused(error: HTTPException) -> tuple[Response, int]:
        if error.code == 403:
            # What is refused stays so, whether or not the store can keep a note of it.
            with suppress(StoreError):
                note("refusal", door() or "no route", REFUSED)
        return told(error.name, error.description, error.code or 500)

    @server.errorhandler(ReaderError)
    def cannot(error: ReaderError) -> tuple[Response, int]:
        return told(error.title, str(error), 503 if isinstance(error, StoreError) else 403 if isinstance(error, NotAllowed) else 400)

    @server.errorhandler(CSRFError)
    def stale(error: CSRFError) -> tuple[Response, int]:
        answer, status = told(error.name, "This page is older than your session. Open it again.", 400)
        answer.headers[STALE] = "1"
        return answer, status

    @server.errorhandler(Exception)
    def broken(error: Exception) -> tuple[Response, int]:
        incident = secrets.token_hex(4)
        server.logger.error("A request could not be answered", exc_info=error, extra={FIELDS: {"incident": incident, "door": door(), "method": request.method}})
        return told("Internal Server Error", f"Something went wrong on our side. Say this number when you ask about it: {incident}.", 500, incident=incident)


def told(name: str, what: str | None, status: int, **more: str) -> tuple[Response, int]:
    """The answer: a page for a person, JSON for a script."""
    words = what or HTTPStatus(status).description
    if is_for_a_person():
        return make_response(form_page("error.html", name, what=words)), status
    return jsonify(error=name, what=words, **more), status


def is_for_a_person() -> bool:
    """True where a browser opens a page: it asks for one, and for nothing that a script or a program takes."""
    return "text/html" in request.headers.get("Accept", "") and not request.path.startswith((*NO_PAGE, "/assets/"))


def door() -> str | None:
    """Which route was asked, without what stood in its place."""
    return request.url_rule.rule if request.url_rule else None
