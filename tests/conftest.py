"""Fixtures that every room's tests may ask for."""

from __future__ import annotations

from tests.stores import (  # noqa: F401  pytest finds fixtures by their names here
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
