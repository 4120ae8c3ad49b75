"""Who is answered, how much may be sent, what every answer wears."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from tests.asking import CALLBACKS
from web.guard import LARGEST_BODY, YEAR

ROUTES = ["/", "/nowhere", "/healthz", "/readyz", "/csv/network/gap", "/csv/network/nothing", "/_dash-layout", "/_dash-dependencies", "/assets/nothing.js"]
NO_PATHS = [
    "/nowhere", "/csv", "/csv/network", "/csv/network/", "/csv/network/nothing", "/csv/nothing/gap", "/csv/not%20found/gap", "/not-found-404", "/assets",
    "/assets/nothing.js", "/assets/../app.py", "/assets/%2e%2e/app.py", "/static/app.py", "/%00", "/\u00e9", "/" + "x" * 8000, "/robots.txt", "/_mcp", "/mcp",
]  # fmt: skip


def files_of_the_page(client: FlaskClient) -> list[str]:
    return re.findall(r'(?:src|href)="(/(?:assets|_dash-component-suites)/[^"]+)"', client.get("/").text)


@pytest.mark.parametrize("path", ROUTES)
def test_every_answer_wears_the_same_headers(client: FlaskClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert policy == client.get("/").headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert re.search(r"script-src 'self'( 'sha256-[\w+/=]+')+;", policy)
    assert "unsafe-eval" not in policy
    assert "unsafe-inline" not in policy.split("script-src")[1].split(";")[0]
    assert all(part in policy for part in ("object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"))
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store"
    assert "Cookie" in headers["Vary"]
    assert "Strict-Transport-Security" not in headers


def test_in_production_every_answer_asks_for_https_from_then_on(production: FlaskClient) -> None:
    for path in (*ROUTES, CALLBACKS, "/sign-in"):
        assert production.get(path, buffered=True).headers["Strict-Transport-Security"] == f"max-age={YEAR}; includeSubDomains"


def test_a_file_that_is_kept_for_a_year_is_the_same_for_everybody(client: FlaskClient) -> None:
    for path in files_of_the_page(client):
        answer = client.get(path, buffered=True)
        assert "Set-Cookie" not in answer.headers
        assert ("Cookie" in answer.headers.get("Vary", "")) == (answer.headers["Cache-Control"] == "no-store")


def test_what_a_stranger_wrote_into_the_address_comes_back_harmless(client: FlaskClient) -> None:
    assert "<script>alert" not in client.get('/"><script>alert(1)</script>?x="><script>alert(2)</script>').text


def test_files_that_bear_their_fingerprint_are_kept_for_a_year(client: FlaskClient) -> None:
    ours = [path for path in files_of_the_page(client) if "?m=" in path or ".v" in path]
    assert len(ours) >= 10
    for path in ours:
        assert client.get(path, buffered=True).headers["Cache-Control"] == f"public, max-age={YEAR}, immutable"


@pytest.mark.parametrize("path", ["/assets/20-page.css", "/assets/lantern.svg", "/assets/nothing.css?m=1", "/_dash-component-suites/dash/x.v1m1.js", "/?m=1"])
def test_whatever_bears_no_fingerprint_or_is_not_there_is_not_kept(client: FlaskClient, path: str) -> None:
    assert client.get(path, buffered=True).headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(("size", "status"), [(LARGEST_BODY - 1, 400), (LARGEST_BODY, 400), (LARGEST_BODY + 1, 413)])
def test_a_body_of_more_than_a_quarter_of_a_megabyte_is_too_large(client: FlaskClient, size: int, status: int) -> None:
    assert client.post(CALLBACKS, data=b"x" * size, content_type="application/json").status_code == status


@pytest.mark.parametrize("path", NO_PATHS)
def test_an_unknown_path_is_not_found(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("path", ["/", "/nowhere", CALLBACKS, "/csv/network/gap", "/healthz", "/readyz", "/_dash-layout", "/assets/20-page.css"])
@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE"])
def test_a_method_that_a_route_does_not_have_is_refused(client: FlaskClient, path: str, method: str) -> None:
    assert client.open(path, method=method).status_code == 405


def test_callbacks_are_posted_and_pages_are_not(client: FlaskClient) -> None:
    assert [client.post(path).status_code for path in ("/", "/csv/network/gap", "/healthz")] == [405] * 3
    assert client.get(CALLBACKS).status_code in (404, 405)


@pytest.mark.parametrize("address", ["192.168.1.20", "8.8.8.8", "0.0.0.0", "::2", "fe80::1", "169.254.0.1", "::ffff:8.8.8.8"])
def test_demo_mode_refuses_every_other_machine(client: FlaskClient, address: str) -> None:
    for path in ROUTES:
        assert client.get(path, environ_base={"REMOTE_ADDR": address}).status_code == 403


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.9.10", "::1"])
def test_demo_mode_answers_this_machine(client: FlaskClient, address: str) -> None:
    assert client.get("/healthz", environ_base={"REMOTE_ADDR": address}).status_code == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "10.0.0.5:8050", "[::2]", "evil.example:8050", "a b", "[", "localhost@evil.example"],
)
def test_demo_mode_refuses_every_other_name_so_that_no_site_can_reach_it_by_its_own(client: FlaskClient, host: str) -> None:
    for path in ROUTES:
        assert client.get(path, headers={"Host": host}).status_code == 400


@pytest.mark.parametrize("host", ["localhost", "localhost:8050", "127.0.0.1:8050", "[::1]:8050"])
def test_demo_mode_answers_by_the_names_of_this_machine(client: FlaskClient, host: str) -> None:
    assert client.get("/healthz", headers={"Host": host}).status_code == 200
