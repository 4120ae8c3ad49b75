"""One line of JSON for each event, whatever stands in it."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys

import pytest

from tests.bench.serving import free_port
from tests.shared import REPOSITORY
from web.logs import FIELDS, LONGEST, OneLine

HOSTILE = ["line\r\nFAKE: signed in", "\x1b[2J\x1b[31mred", "\u2028\u2029\x85", "\0", "\ud800", '{"level": "none"}', "“ü”"]


def line(message: str, *arguments: object, **options: object) -> str:
    return OneLine().format(logging.getLogger("test").makeRecord("test", logging.WARNING, "file", 1, message, arguments, None, **options))


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_an_event_stays_one_line_of_plain_letters(text: str) -> None:
    written = line("Somebody sent %s", text)
    assert written.isascii()
    assert written.isprintable()
    assert json.loads(written)["event"] == f"Somebody sent {text}"


def test_a_line_says_when_and_how_grave_and_what_else_is_known() -> None:
    said = json.loads(line("Refused", extra={FIELDS: {"door": "/csv/<page_name>/<card>"}}))
    assert list(said) == ["at", "level", "event", "door"]
    assert said["at"].endswith("+00:00")
    assert said["level"] == "warning"


@pytest.mark.parametrize(("length", "kept"), [(LONGEST - 1, LONGEST - 1), (LONGEST, LONGEST), (LONGEST + 1, LONGEST + 1), (1_000_000, LONGEST + 1)])
def test_a_long_event_is_cut(length: int, kept: int) -> None:
    assert len(json.loads(line("x" * length))["event"]) == kept


def test_what_stands_in_an_address_behind_its_question_mark_is_left_out() -> None:
    assert json.loads(line("Error handling request %s", "/teams/x?group=CANARY&code=7 later"))["event"] == "Error handling request /teams/x? later"


def test_an_error_is_told_by_kind_and_place_and_never_by_its_text() -> None:
    try:
        raise ValueError("CANARY 7 of 58")
    except ValueError:
        record = logging.LogRecord("test", logging.ERROR, "file", 1, "It broke", (), sys.exc_info())
    said = json.loads(OneLine().format(record))
    assert said["error"] == "ValueError"
    assert said["where"][-1].endswith("test_an_error_is_told_by_kind_and_place_and_never_by_its_text")
    assert "CANARY" not in json.dumps(said)


def test_in_production_what_the_server_says_from_its_start_to_its_end_is_such_lines(demo_url: str) -> None:
    settings = {"LANTERN_MODE": "production", "SECRET_KEY": "0f" + "3b9c5a7e1d" * 3, "DATABASE_URL": demo_url, "PORT": str(free_port()), "HOST": "127.0.0.1"}
    server = subprocess.Popen([sys.executable, "-m", "gunicorn"], cwd=REPOSITORY, env={**os.environ, **settings}, stderr=subprocess.PIPE, text=True)
    said = []
    for line in server.stderr:
        said.append(json.loads(line)["event"])
        if said[-1].startswith("Booting worker"):
            server.terminate()
    server.stderr.close()
    assert server.wait(timeout=60) == 0
    assert any(event.startswith("Listening at: http://127.0.0.1") for event in said)
