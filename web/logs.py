"""What the program says of itself: one line of JSON for each event, without anything that a reader sent or may see."""

from __future__ import annotations

import json
import logging
import re
import traceback
from datetime import UTC, datetime

from flask import Flask

LONGEST = 600
DEEPEST = 12
# What stands behind the question mark of an address says what somebody looked at.
QUERY = re.compile(r"\?\S+")
FIELDS = "fields"


class OneLine(logging.Formatter):
    """An event as one line of ASCII: a line break or a color code in it is written out, and nothing is longer than a screen.

    Of an error its kind and the places in the code, never its text: that may hold values.
    """

    def format(self, record: logging.LogRecord) -> str:
        said = {"at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"), "level": record.levelname.lower()}
        said |= {"event": cut(QUERY.sub("?", record.getMessage())), **getattr(record, FIELDS, {})}
        return json.dumps(said | (_error(record.exc_info[1]) if record.exc_info and record.exc_info[1] else {}))


def cut(text: str) -> str:
    """Text of at most 600 letters."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _error(error: BaseException) -> dict[str, object]:
    frames = traceback.extract_tb(error.__traceback__)[-DEEPEST:]
    return {"error": type(error).__name__, "where": [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]}


def log_lines(server: Flask) -> None:
    """Let the server's own log be such lines, on standard error."""
    handler = logging.StreamHandler()
    handler.setFormatter(OneLine())
    server.logger.handlers = [handler]
    server.logger.setLevel(logging.INFO)
