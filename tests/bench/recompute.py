"""What it takes to make verdicts, signals and summaries anew."""

from __future__ import annotations

import time

from data_access.engine import open_engine, writing
from data_access.kept_tables import keep_all_tables
from tests.bench.table import Row


def recomputed(url: str) -> float:
    """Processor seconds of making all kept tables of a store anew, on one core."""
    engine = open_engine(url)
    begun = time.process_time()
    with writing(engine) as connection:
        keep_all_tables(connection)
    engine.dispose()
    return time.process_time() - begun


def recompute_row(url: str, budget: float) -> Row:
    return Row("Verdicts, signals and summaries made anew", recomputed(url), budget, "s", 1, "processor time, one core")
