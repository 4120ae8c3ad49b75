"""The session's cookie, and the token that every form and callback must bring: another site can send a request, but not read the token."""

from __future__ import annotations

import secrets

from dash import Dash
from flask import Flask, Response, request
from flask_wtf.csrf import CSRFProtect, generate_csrf

DEMO = "LANTERN_DEMO"
TOKEN_COOKIE = "LANTERN_TOKEN_COOKIE"
# Under which name the browser's cookie holds what names its session in the store. It says nothing else of who is signed in.
TOKEN = "token"
# The same for somebody whose password was right and whose code is still to come.
STEP = "step"


def session_cookies(*, is_demo: bool, port: int) -> dict[str, object]:
    """Names and flags of the cookies. Two demos on one machine share its cookies, so each has names of its own."""
    names = (f"lantern-{port}", f"lantern-token-{port}") if is_demo else ("__Host-lantern", "__Host-lantern-token")
    return {
        "SESSION_COOKIE_NAME": names[0],
        TOKEN_COOKIE: names[1],
        "SESSION_COOKIE_SECURE": not is_demo,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
    }


def sign_sessions(server: Flask, keys: tuple[str, str], cookies: dict[str, object]) -> None:
    """Give the server its key, the one before, and cookies. An empty key is made up: before the workers begin, so all of them hold the same."""
    present, before = keys
    server.secret_key = present or secrets.token_hex()
    # Sessions go on while the key is changed. Who knows the old key can sign a cookie, but not guess what names a session in it.
    server.config["SECRET_KEY_FALLBACKS"] = [before] if before else []
    # A token holds as long as its session does. Where a form comes from is asked by web/admission.py, with or without a referrer.
    server.config.update(cookies, WTF_CSRF_TIME_LIMIT=None, WTF_CSRF_SSL_STRICT=False)


def require_tokens(app: Dash) -> None:
    """Refuse a form or callback without the session's token, and give each page the token that Dash's own script sends back."""
    CSRFProtect(app.server)

    @app.server.after_request
    def give_token(response: Response) -> Response:
        if request.method == "GET" and response.mimetype == "text/html" and response.status_code in (200, 404):
            secure = app.server.config["SESSION_COOKIE_SECURE"]
            response.set_cookie(app.server.config[TOKEN_COOKIE], generate_csrf(), secure=secure, samesite="Lax")
        return response
