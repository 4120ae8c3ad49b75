"""What readers can read, sentence by sentence, and how hard each is (Flesch-Kincaid): on pages as they are sent, and in the templates of the code."""

from __future__ import annotations

import ast
import csv
import re
from collections.abc import Iterable, Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from equity.method_cards import METHODS
from tests.house.tree import files, modules, text
from tests.naive import grade
from tests.shared import REPOSITORY

# What stands in a line of text; every other element is a block of its own.
INLINE = frozenset({"Span", "B", "A", "I", "Em", "Strong", "Br", "Code", "Small", "Abbr", "Label", "Button", "Summary"})
# Columns of the network's own files that hold names or somebody's own words: what a template puts in, not what it says.
NAMED = {"name", "short_name", "label", "short_label", "domain", "item", "includes", "wording", "words", "by", "tested", "driver", "evidence", "note"} | {
    *("numerator_words", "denominator_words", "steward", "source", "sector", "inequity", "population", "contact", "place")
}
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
# The keyword of a formula or of a citation; and what only whoever runs or changes the program can meet.
NO_SENTENCE = {"formula", "source", "code", "help"}
# Fewer words than these make a label, not a sentence; a sentence of fewer is judged within its paragraph.
FEWEST_WORDS, SENTENCE_WORDS = 8, 12
HIGHEST = 8.0
NAME = "Ash"
# What a template of HTML fills in, what it decides, and words that it hands on.
FILLED, DECIDED, HANDED_ON = re.compile(r"{{.*?}}", re.DOTALL), re.compile(r"{[%#].*?[%#]}", re.DOTALL), re.compile(r'"([^"<>]*\s[^"<>]*)"')
ENDS = re.compile(r"(?<=[.?!]) +(?=[“A-Z0-9])")


def blocks_of(part: object) -> list[str]:
    """The text of each block in this part of a page, as its JSON says it."""
    found: list[str] = []
    _closed(_line(part, found), found)
    return found


def _line(part: object, found: list[str]) -> str:
    """The text of this part where it stands in a line; blocks in it are added to what was found."""
    if isinstance(part, list):
        lines = [_line(one, found) for one in part]
        # Where only elements stand side by side, each is a block.
        in_line = len(lines) == 1 or any(isinstance(one, str) and one.strip() for one in part)
        return "".join(lines) if in_line else "".join(one for line in lines for one in _closed(line, found))
    if not isinstance(part, dict):
        return "" if part is None or isinstance(part, bool) else str(part)
    properties = part.get("props", {})
    line = _line(properties.get("content", properties.get("children")), found)
    if part.get("type") in INLINE:
        return f"{line} " if part.get("type") == "Br" else line
    return "".join(_closed(line, found))


def _closed(line: str, found: list[str]) -> list[str]:
    """Nothing more: the line was a block."""
    if line.strip():
        found.append(" ".join(line.split()))
    return []


def templates(room: str) -> Iterator[str]:
    """Every sentence that the code of a room can fill in, each filling as one plain word; without docstrings, formulas, citations."""
    for name in modules(room):
        yield from (said for said in _strings(ast.parse(text(name))) if " " in said and "\n" not in said)


def _strings(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return
    if isinstance(node, ast.keyword) and node.arg in NO_SENTENCE:
        return
    if isinstance(node, ast.JoinedStr):
        yield "".join(str(part.value) if isinstance(part, ast.Constant) else NAME for part in node.values)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    else:
        for child in ast.iter_child_nodes(node):
            yield from _strings(child)


def html_templates() -> Iterator[str]:
    """Every block of text in the pages that are HTML, each filling as one plain word, and the words that they hand on."""
    for name in files():
        if name.startswith("web/templates/"):
            said = text(name)
            yield from (words for part in FILLED.findall(said) + DECIDED.findall(said) for words in HANDED_ON.findall(part))
            yield from html_blocks(DECIDED.sub("", FILLED.sub(NAME, said)))


def html_blocks(said: str) -> list[str]:
    """The text of each block of this HTML."""
    reader = _Blocks()
    reader.feed(said)
    reader.close()
    return [" ".join(block.split()) for block in "".join(reader.parts).split("\0") if block.strip()]


class _Blocks(HTMLParser):
    """Collects text; every element but those that stand in a line parts it."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.append("" if tag.capitalize() in INLINE else "\0")

    def handle_endtag(self, tag: str) -> None:
        self.parts.append("" if tag.capitalize() in INLINE else "\0")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


@cache
def names() -> re.Pattern[str]:
    """Every name, also as an id or cut short, everybody's own words, every formula and citation, the longest first."""
    files = (REPOSITORY / "seed_data").glob("demo*/*.csv")
    cards = [card for part in METHODS.values() for card in part]
    given = {value for path in files for value in _named_values(path)} | set(MONTHS) | {value for card in cards for value in (card.formula, card.source)}
    said = sorted((value.rstrip(".") for value in given if len(value) > 2 and any(map(str.isalpha, value))), key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(value)}(?!\w)" for value in said) + r"|\w+\.csv|\w+_\w+|[^.:;“]+…", re.IGNORECASE)


@cache
def people() -> re.Pattern[str]:
    """A group by its name and noun, and all others: both are what a group is called."""
    nouns = "|".join({row["people"] for row in _rows(REPOSITORY / "seed_data" / "demo" / "measures.csv")})
    return re.compile(rf"\b(?:{NAME}|all other|all) (?:{nouns}|{NAME})\b")


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _named_values(path: Path) -> Iterator[str]:
    for row in _rows(path):
        yield from (value for column, value in row.items() if column in NAMED and value)


def plain(text: str) -> str:
    """The text with each name as one plain word."""
    return people().sub(NAME, names().sub(NAME, text))


def hard(texts: Iterable[str]) -> dict[str, float]:
    """Paragraphs and sentences above the highest grade, each with its grade.

    A paragraph of eight words or more is judged as a whole, and each of its sentences of twelve words or more by itself; what is shorter is a label,
    or is read within its paragraph.
    """
    judged = {one for text in set(texts) for one in judged_parts(plain(text))}
    return {one: round(grade(one), 1) for one in sorted(judged) if grade(one) > HIGHEST}


def judged_parts(text: str) -> Iterator[str]:
    """What of a paragraph is judged: itself, and its longer sentences."""
    if words_in(text) < FEWEST_WORDS:
        return
    yield text
    yield from (sentence for sentence in ENDS.split(text) if words_in(sentence) >= SENTENCE_WORDS)


def words_in(text: str) -> int:
    return sum(any(map(str.isalpha, word)) for word in text.split())
