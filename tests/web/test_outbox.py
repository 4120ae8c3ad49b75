from __future__ import annotations

import logging
import threading

import pytest

from web.outbox import MOST, Outbox


def test_work_is_done_in_its_order_and_a_failure_stops_nothing(caplog: pytest.LogCaptureFixture) -> None:
    outbox, done = Outbox(logging.getLogger("outbox"), (0, 0)), []
    outbox.put(lambda: done.append(1))
    outbox.put(lambda: 1 / 0)
    outbox.put(lambda: done.append(2))
    outbox.wait()
    assert done == [1, 2]
    assert [record.exc_info[0] for record in caplog.records] == [ZeroDivisionError]


def test_what_does_not_fit_is_dropped_and_said(caplog: pytest.LogCaptureFixture) -> None:
    outbox, gate, done = Outbox(logging.getLogger("outbox"), (0, 0)), threading.Event(), []
    for _ in range(MOST + 5):
        outbox.put(lambda: gate.wait(10) and done.append(1))
    assert "something was dropped" in caplog.text
    gate.set()
    outbox.wait()
    assert MOST <= len(done) <= MOST + 1
