"""What the server refuses before anything is read, and the headers that every answer wears."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from dash import Dash
from flask import Flask, Response, abort, request

from web.sessions import DEMO

FINGERPRINTED = ("/assets/", "/_dash-component-suites/")
LARGEST_BODY = 256 * 1024
YEAR = 31_536_000
NOT_KEPT = "no-store"
POLICY = (
    "default-src 'self'; script-src 'self' {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


def keep_to_loopback(server: Flask) -> None:
    """Refuse everybody but this machine, by the address that calls and the name that it calls."""

    @server.before_request
    def from_this_machine() -> None:
        if not is_loopback(request.remote_addr or ""):
            abort(403, "Demo mode answers this machine alone.")
        # A site elsewhere may let its own name lead here, and a browser would then let it read the answers.
        if not is_own_name(request.host):
            abort(400, "Demo mode answers by the names of this machine alone.")


def is_own_name(host: str) -> bool:
    """True for localhost and every loopback address, with or without a port."""
    name = urlsplit(f"//{host}").hostname or ""
    return name == "localhost" or is_loopback(name)


def is_loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def limit_bodies(server: Flask) -> None:
    """Too large a body is 413."""
    server.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY


def wear_headers(app: Dash) -> None:
    """The headers of every answer. The last thing to be installed: the answer to /healthz makes Dash complete its set-up."""
    kept = {"policy": POLICY.format(scripts="")}

    @app.server.after_request
    def headers(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = kept["policy"]
        response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "same-origin"
        response.headers["Cache-Control"] = caching(response)
        if response.headers["Cache-Control"] == NOT_KEPT:
            response.vary.add("Cookie")
        if not app.server.config[DEMO]:
            response.headers["Strict-Transport-Security"] = f"max-age={YEAR}; includeSubDomains"
        return response

    app.server.test_client().get("/healthz")
    # Complete only now: the pages' own scripts are registered with the first request.
    kept["policy"] = POLICY.format(scripts=" ".join(dict.fromkeys(app.csp_hashes())))


def caching(response: Response) -> str:
    """A year for what bears its fingerprint in its address, nothing for all else."""
    fingerprinted = request.path.startswith(FINGERPRINTED) and (".v" in request.path or "m" in request.args)
    return f"public, max-age={YEAR}, immutable" if fingerprinted and response.status_code == 200 else NOT_KEPT
