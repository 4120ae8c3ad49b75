"""A million observations, from files to a store that is ready: seconds and memory, on both databases."""

from __future__ import annotations

from pathlib import Path

from tests.bench.big_network import Size, write_network
from tests.bench.stores import Load, load
from tests.bench.table import Row
from tests.postgres import running_server

TEAMS = 447


def loads(place: Path) -> list[Row]:
    """Two rows a database."""
    observations = write_network(place / "files", Size(TEAMS))
    sqlite = load(place / "files", f"sqlite:///{place / 'store.db'}")
    with running_server() as server, server.database() as url:
        postgresql = load(place / "files", url)
    return [*load_rows("SQLite", sqlite, observations), *load_rows("PostgreSQL", postgresql, observations)]


def load_rows(name: str, taken: Load, observations: int) -> list[Row]:
    return [
        Row(f"{name}: time", taken.seconds, 60, "s", 0, f"{observations:,} observations, checked, loaded, verdicts kept"),
        Row(f"{name}: memory at its largest", taken.megabytes, 500, "MB", 0),
    ]
