"""What is done after the answer has gone: one thread that does one thing after the other."""

from __future__ import annotations

import logging
import queue
import secrets
import threading
import time
from collections.abc import Callable

# What does not fit is dropped, and the log says so: a flood of questions fills no memory.
MOST = 100
# The answer has left when the work begins, and how long the next one takes says nothing of it.
PAUSE_MS = (500, 1500)


class Outbox:
    """Work to be done later, in a thread that begins with the first of it: after workers have forked."""

    def __init__(self, log: logging.Logger, pause_ms: tuple[int, int] = PAUSE_MS) -> None:
        self.pause_ms = pause_ms
        self._log = log
        self._work: queue.Queue[Callable[[], None]] = queue.Queue(MOST)
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def put(self, work: Callable[[], None]) -> None:
        """Have this done soon. Never waits."""
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._go_on, name="outbox", daemon=True)
                self._thread.start()
        try:
            self._work.put_nowait(work)
        except queue.Full:
            self._log.error("Too much waits to be sent: something was dropped")

    def wait(self) -> None:
        """Until all of it is done."""
        self._work.join()

    def _go_on(self) -> None:
        while True:
            self._do(self._work.get())

    def _do(self, work: Callable[[], None]) -> None:
        shortest, longest = self.pause_ms
        time.sleep((shortest + secrets.randbelow(longest - shortest + 1)) / 1000)
        try:
            work()
        except Exception as error:  # The thread outlives whatever one piece of work meets.
            self._log.error("What was to be done after an answer was not", exc_info=error)
        finally:
            self._work.task_done()
