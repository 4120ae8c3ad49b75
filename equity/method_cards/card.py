"""The form of a method card: what a number answers, how it is made, how it is read, and where it may mislead."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MethodCard:
    """One method in words for readers.

    method_id: its place on the page; code: module:function that computes it; differs: from which tool it differs and why, empty if from none.
    """

    method_id: str
    name: str
    answers: str
    formula: str
    reads: str
    assumes: str
    source: str
    code: str
    differs: str = ""
