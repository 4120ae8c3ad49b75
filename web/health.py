"""For machines: /healthz says that the process lives, /readyz that the store answers and its schema is current."""

from __future__ import annotations

from flask import Flask, Response, jsonify

from data_access.store import is_ready


def answer_health(server: Flask) -> None:
    """Install both routes."""

    @server.get("/healthz")
    def healthz() -> Response:
        return jsonify(alive=True)

    @server.get("/readyz")
    def readyz() -> tuple[Response, int]:
        ready, reason = is_ready()
        return jsonify(ready=ready, reason=reason), 200 if ready else 503
