"""The proxy in front: from its own addresses alone it is believed who calls, by which name, and that they came by https."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

Application = Callable[[dict, Callable], Iterable[bytes]]


def believe_proxy(server: Flask, addresses: Collection[str]) -> None:
    """Take caller, scheme and name from the proxy's headers; from anybody else those headers mean nothing."""
    if addresses:
        server.wsgi_app = told_by_proxy(server.wsgi_app, addresses)


def told_by_proxy(app: Application, addresses: Collection[str]) -> Application:
    """The same application, called with what a proxy at one of these addresses says."""
    believing = ProxyFix(app, x_for=1, x_proto=1, x_host=1)

    def call(environ: dict, start_response: Callable) -> Iterable[bytes]:
        return (believing if environ.get("REMOTE_ADDR") in addresses else app)(environ, start_response)

    return call
