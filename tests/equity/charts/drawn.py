"""Series that chart tests draw: any length, order and holes."""

from __future__ import annotations

from math import isnan, nan

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st

# The machine may be busy: only the answer is judged, not the clock.
UNHURRIED = settings(deadline=None, max_examples=80)
MISSING = st.just(nan)
# Few different values: ties, flat stretches and points on the centre come up often.
COARSE = st.integers(-3, 3).map(float)
FINE = st.floats(-1e6, 1e6, allow_nan=False).map(lambda value: round(value, 6))
SERIES = st.one_of(
    st.lists(st.one_of(COARSE, MISSING), max_size=40),
    st.lists(st.one_of(COARSE, COARSE, COARSE, MISSING), max_size=40),
    st.lists(FINE, max_size=30),
    st.lists(st.just(0.1), max_size=30),
).map(lambda values: np.array(values, dtype=float))


@st.composite
def counted(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray]:
    """Numerators and denominators, some missing, some of nobody."""
    sizes = draw(st.lists(st.one_of(MISSING, st.integers(0, 5).map(float), st.integers(1, 3000).map(float)), max_size=30))
    tops = [draw(st.one_of(MISSING, st.integers(0, 0 if isnan(size) else int(size)).map(float))) for size in sizes]
    return np.array(tops, dtype=float), np.array(sizes, dtype=float)


def table(written: str) -> np.ndarray:
    """10 12 . 9: a dot is missing."""
    return np.array([nan if word == "." else float(word) for word in written.split()])


def plain(values: np.ndarray) -> list[float | None]:
    """The same as the naive twins take it."""
    return [None if isnan(value) else value for value in values.tolist()]


def marked(marks: np.ndarray) -> set[int]:
    """Places with a mark."""
    return set(np.flatnonzero(marks).tolist())
