"""What time it is."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> datetime:
    """The time of the request; tests hand in another."""
    return datetime.now(UTC)
