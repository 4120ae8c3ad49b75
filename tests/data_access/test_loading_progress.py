from __future__ import annotations

import io
import time

import pytest

from data_access.loading import progress
from data_access.loading.progress import progress_bar


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def drawn(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, delay: float) -> str:
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setattr(progress, "DELAY_SECONDS", delay)
    with progress_bar("Reading", 2, "B") as bar:
        time.sleep(0.2)
        bar.update(1)
    return stream.getvalue()


def test_a_bar_is_drawn_at_a_terminal_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Reading" in drawn(monkeypatch, Terminal(), 0.1)


def test_what_is_quick_draws_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    assert drawn(monkeypatch, Terminal(), 2) == "" and progress.DELAY_SECONDS == 2


def test_a_file_gets_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    assert drawn(monkeypatch, io.StringIO(), 0.1) == ""
