from __future__ import annotations

import pytest

from data_access.loading import parse
from data_access.loading.cells import Broken
from data_access.loading.parse import Reader
from data_access.loading.tables import OBSERVATIONS

COLUMNS = dict(zip(OBSERVATIONS.names, OBSERVATIONS.columns, strict=True))


def test_a_text_is_read_once_and_without_the_spaces_around_it(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader(COLUMNS["numerator"])
    assert (reader[" 12 "], reader["12"], reader[""], reader["\u00a0"]) == (12, 12, None, None)
    assert set(reader) == {" 12 ", "12", "", "\u00a0"} and not reader.has_broken


def test_what_cannot_be_read_is_noticed() -> None:
    reader = Reader(COLUMNS["team_id"])
    assert isinstance(reader["a b"], Broken) and isinstance(reader[""], Broken) and reader.has_broken


def test_a_column_of_words_is_not_remembered_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parse, "REMEMBERED_MOST", 2)
    reader = Reader(COLUMNS["note"])
    assert [reader[text] for text in ("a", "b", "c", "c")] == ["a", "b", "c", "c"]
    assert set(reader) == {"a", "b"}
