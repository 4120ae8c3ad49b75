"""What is done after the answer has gone: one thread that does one thing after the other."""

from __future__ import annotations

import logging
import secrets
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

# What does not fit is dropped, and the log says so: a flood of questions fills no memory.
MOST = 100
# The answer has left when the work begins, and how long the next one takes says nothing of it.
PAUSE_MS = (500, 1500)


class Outbox:
    """Work to be done later, in a thread that begins with the first of it: after workers have forked."""

    def __init__(self, log: logging.Logger, pause_ms: tuple[int, int] = PAUSE_MS) -> None:
        self.pause_ms = pause_ms
        self._log = log
        self._places = threading.BoundedSemaphore(MOST)
        self._thread = ThreadPoolExecutor(1, "outbox")

    def put(self, work: Callable[[], None]) -> None:
        """Have this done soon. Never waits."""
        if self._places.acquire(blocking=False):
            self._thread.submit(self._do, work).add_done_callback(self._told)
        else:
            self._log.error("Too much waits to be sent: something was dropped")

    def wait(self) -> None:
        """Until all of it is done."""
        self._thread.submit(int).result()

    def _do(self, work: Callable[[], None]) -> None:
        shortest, longest = self.pause_ms
        time.sleep((shortest + secrets.randbelow(longest - shortest + 1)) / 1000)
        work()

    def _told(self, done: Future[None]) -> None:
        """The thread outlives whatever one piece of work meets."""
        self._places.release()
        if error := done.exception():
            self._log.error("What was to be done after an answer was not", exc_info=error)
