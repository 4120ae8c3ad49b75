"""Fixtures of this room: the Network page, open and drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from data_access import store
from tests.browser.drawn import CHARTS, opened

# A machine that runs other tests beside these draws slowly; what is waited for comes at its own pace.
expect.set_options(timeout=30_000)


@pytest.fixture
def network(page: Page) -> Page:
    """The Network page of the demo, 1280 wide, with all its charts."""
    return opened(page, "/")


@pytest.fixture
def network_at(new_page: Callable[..., Page]) -> Callable[..., Page]:
    """network_at(path, charts, **options): the same for another address and another kind of browser."""
    return lambda path="/", charts=CHARTS, **options: opened(new_page(**options), path, charts)


@pytest.fixture
def no_store(live_app: str, demo_url: str, tmp_path: Path) -> Iterator[None]:
    """The app is served, and its store is gone."""
    store.connect(f"sqlite:///{tmp_path / 'gone.db'}")
    yield
    store.connect(demo_url)
