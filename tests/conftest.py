"""Fixtures that every room's tests may ask for, and what a run says about itself."""

from __future__ import annotations

import pytest
from hypothesis import settings

from tests.browsing import axe_findings, browser, new_page, page, watch  # noqa: F401  pytest finds fixtures by their names here
from tests.serving import _served, app, client, client_on, live_app  # noqa: F401
from tests.shared import PLACE, SHARED
from tests.stores import (  # noqa: F401
    demo_postgres_url,
    demo_url,
    engine,
    own_store,
    postgres_server,
    postgres_template,
    sqlite_template,
    store_guard,
    store_url,
)

# Machines are noisy: how long one example takes says nothing.
settings.register_profile("lantern", deadline=None)
settings.load_profile("lantern")


def pytest_report_header() -> str:
    if SHARED is None:
        return f"Real data: none at {PLACE}, so tests that need them are not collected"
    return f"Real data: {PLACE}"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Without the real data their tests are left out of the run, never reported as skipped."""
    if SHARED is not None:
        return
    left_out = [item for item in items if item.get_closest_marker("needs_shared")]
    items[:] = [item for item in items if item not in left_out]
    config.hook.pytest_deselected(items=left_out)
