"""A progress bar for people at a terminal, where a step takes longer than two seconds."""

from __future__ import annotations

from tqdm import tqdm

DELAY_SECONDS = 2


def progress_bar(words: str, total: int, unit: str) -> tqdm:
    """A bar on standard error; it stays away where that is no terminal."""
    return tqdm(desc=words, total=total, unit=unit, unit_scale=True, delay=DELAY_SECONDS, disable=None, leave=False)
