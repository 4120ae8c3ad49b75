"""Whom the proxy names is believed; whoever names themselves is not."""

from __future__ import annotations

import pytest
from flask import Flask, request

from web.proxy import believe_proxy

CLAIMED = {"X-Forwarded-For": "203.0.113.9, 198.51.100.7", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "lantern.example"}
OWN = ["http", "localhost"]


def seen(*addresses: str, caller: str) -> list[str | None]:
    """Who called, how, and by which name, as a server sees it that believes these addresses."""
    server = Flask("proxied")
    server.add_url_rule("/", view_func=lambda: [request.remote_addr, request.scheme, request.host])
    believe_proxy(server, addresses)
    return server.test_client().get("/", headers=CLAIMED, environ_overrides={"REMOTE_ADDR": caller}).json


def test_the_proxy_says_who_called_last_before_it() -> None:
    assert seen("10.0.0.2", caller="10.0.0.2") == ["198.51.100.7", "https", "lantern.example"]


@pytest.mark.parametrize("addresses", [(), ("10.0.0.2",), ("10.0.0.2", "::1")])
def test_nobody_else_is_believed(addresses: tuple[str, ...]) -> None:
    assert seen(*addresses, caller="10.0.0.3") == ["10.0.0.3", *OWN]
