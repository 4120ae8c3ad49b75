"""What is sent compressed, and that nothing is lost on the way."""

from __future__ import annotations

import hashlib
from pathlib import Path

import brotli
import pytest
from flask.testing import FlaskClient

from tests.asking import CALLBACKS, page_question
from web import compress

BROTLI = {"Accept-Encoding": "gzip, br"}
PAGES = ["/csv/network/gap", "/_dash-dependencies", "/assets/20-page.css", "/assets/vendor/plotly-custom.min.js", "/assets/view/figures.js"]


@pytest.mark.parametrize("path", PAGES)
def test_a_browser_that_takes_brotli_gets_the_same_bytes(client: FlaskClient, path: str) -> None:
    plain = client.get(path, buffered=True)
    packed = client.get(path, headers=BROTLI, buffered=True)
    unpacked = brotli.decompress(packed.data) if packed.status_code == 200 else packed.data
    assert unpacked == plain.data
    assert packed.headers["Content-Length"] == str(len(packed.data))
    assert packed.headers["Content-Type"] == plain.headers["Content-Type"]


@pytest.mark.parametrize("path", ["/", "/assets/20-page.css", "/assets/vendor/plotly-custom.min.js"])
def test_whoever_keeps_an_answer_is_told_that_it_depends_on_what_was_taken(client: FlaskClient, path: str) -> None:
    for headers in ({}, BROTLI):
        assert "Accept-Encoding" in client.get(path, headers=headers, buffered=True).headers["Vary"]
    assert client.get(path, headers=BROTLI, buffered=True).headers["Content-Encoding"] == "br"
    assert "ETag" not in client.get(path, headers=BROTLI, buffered=True).headers


@pytest.mark.parametrize("takes", ["", "gzip", "br;q=0", "identity", "nonsense;q=x"])
def test_a_browser_that_does_not_take_brotli_gets_plain_text(client: FlaskClient, takes: str) -> None:
    answer = client.get("/", headers={"Accept-Encoding": takes})
    assert "Content-Encoding" not in answer.headers
    assert answer.text.startswith("<!DOCTYPE html>")


def test_a_page_s_answer_is_compressed_to_a_fifth_at_most(client: FlaskClient) -> None:
    plain = client.post(CALLBACKS, json=page_question())
    packed = client.post(CALLBACKS, json=page_question(), headers=BROTLI)
    assert brotli.decompress(packed.data) == plain.data
    assert len(packed.data) < len(plain.data) / 5


@pytest.mark.parametrize("path", ["/healthz", "/assets/fonts/source-sans-3.woff2", "/csv/network/nothing"])
def test_short_answers_fonts_and_refusals_are_sent_as_they_are(client: FlaskClient, path: str) -> None:
    assert "Content-Encoding" not in client.get(path, headers=BROTLI, buffered=True).headers


def test_a_file_is_sent_in_the_form_that_was_kept_for_it(client: FlaskClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = compress.REPOSITORY / "assets" / "20-page.css"
    monkeypatch.setattr(compress, "KEPT", tmp_path)
    compress.kept_file.cache_clear()
    assert compress.keep_compressed([path]) == 1
    (kept,) = tmp_path.iterdir()
    assert kept.name == f"{hashlib.sha256(path.read_bytes()).hexdigest()}.br"
    assert client.get("/assets/20-page.css", headers=BROTLI, buffered=True).data == kept.read_bytes()
    compress.kept_file.cache_clear()


def test_what_is_kept_already_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compress, "KEPT", tmp_path / "kept")
    path = tmp_path / "a.css"
    path.write_text("p { color: red }")
    assert [compress.keep_compressed([path]), compress.keep_compressed([path])] == [1, 0]
    path.write_text("p { color: blue }")
    assert compress.keep_compressed([path]) == 1


def test_everything_that_a_page_asks_for_is_kept_beforehand_and_no_more() -> None:
    names = {path.name for path in compress.served_files()}
    assert {"plotly-custom.min.js", "20-page.css", "choices.js", "figures.js", "lantern.svg", "dash_renderer.min.js"} <= names
    assert not [name for name in names if name.endswith((".map", ".dev.js", ".woff2", ".py"))]
