from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from data_access.loading.csv_source import BLOCK_BYTES, CHUNK_ROWS, find_source, read_chunks
from data_access.loading.faults import Faults


def read(folder: Path, content: str | bytes) -> tuple[list[tuple[int, tuple[str, ...]]], list[tuple[int | None, str]]]:
    """The rows of a file with their numbers, and the rules that are broken with their rows."""
    path = folder / "x.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    faults = Faults()
    source = find_source(path, faults)
    chunks = list(read_chunks(source, faults, lambda header: True)) if source else []
    rows = [(row, cells) for chunk in chunks for row, cells in zip(chunk.rows, zip(*chunk.columns.values(), strict=True), strict=True)]
    return rows, [(fault.row, fault.rule) for fault in faults.listed]


@pytest.mark.parametrize(
    "content",
    [
        "a,b\n1,2\n",
        "a,b\r\n1,2\r\n",
        "a,b\n1,2",
        "\ufeffa,b\n1,2\n",
        " a , b ,\n1,2,\n",
        'a,b\n"1",2\n',
        "a,b,,\n1,2,,\n",
        "a,b\n1,2,,,\n",
    ],
)
def test_a_file_is_read_alike_however_a_spreadsheet_writes_it(tmp_path: Path, content: str) -> None:
    assert read(tmp_path, content) == ([(2, ("1", "2"))], [])


def test_rows_count_as_in_a_spreadsheet_also_after_line_breaks_in_quotes_and_empty_rows(tmp_path: Path) -> None:
    rows, faults = read(tmp_path, 'a,b\n"two\nlines",1\n\n,\n,,,\nx,2\n')
    assert rows == [(2, ("two\nlines", "1")), (6, ("x", "2"))] and faults == []


def test_other_signs_for_a_line_end_stay_in_their_cell(tmp_path: Path) -> None:
    assert read(tmp_path, "a,b\nx\u2028y\x0bz,1\n")[0] == [(2, ("x\u2028y\x0bz", "1"))]


def test_rows_of_another_width_are_faults_and_the_rest_is_read(tmp_path: Path) -> None:
    rows, faults = read(tmp_path, "a,b\n1\n1,2,3\n3,4\n")
    assert rows == [(4, ("3", "4"))]
    assert faults == [(2, "A row has as many cells as the header: 2"), (3, "A row has as many cells as the header: 2")]


@pytest.mark.parametrize(
    ("content", "row", "rule"),
    [
        ("", 1, "The first row holds the column names"),
        ("\n1,2\n", 1, "The first row holds the column names"),
        (",,\n1,2,3\n", 1, "The first row holds the column names"),
        ("a;b\n1;2\n", 1, "Columns are divided by commas"),
        ("a\tb\n1\t2\n", 1, "Columns are divided by commas"),
        ("a,b,a\n1,2,3\n", 1, "Every column has a name of its own"),
        (b"a,b\n1,2\nx\0y,3\n", 3, "A text file holds no zero bytes"),
        ("a,b\n1,2\n".encode("utf-16"), 1, "A text file holds no zero bytes"),
        ("a,b\n1,2\ncafé,3\n".encode("cp1252"), 3, "The file is UTF-8"),
        (b"a,b\n1,2\nx,\xc3", 3, "The file is UTF-8"),
        ('a,b\n1,2\n"x"y,3\n', 3, "Quotes come in pairs, and a quote inside a cell is doubled"),
        ('a,b\n1,2\n"x,3\n', 3, "Quotes come in pairs, and a quote inside a cell is doubled"),
        ('a,b\n1,2\n"' + "x" * 1_000_001 + '",3\n', 3, "Quotes come in pairs, and a quote inside a cell is doubled"),
    ],
)
def test_a_file_that_is_no_csv_of_ours_says_why_and_where(tmp_path: Path, content: str | bytes, row: int, rule: str) -> None:
    assert (row, rule) in read(tmp_path, content)[1]


def test_rows_before_a_broken_quote_are_still_read(tmp_path: Path) -> None:
    assert read(tmp_path, 'a,b\n1,2\n"x"y,3\n')[0] == [(2, ("1", "2"))]


def test_a_broken_header_has_no_rows(tmp_path: Path) -> None:
    rows, faults = read(tmp_path, '"a"b,c\n1,2\n')
    assert rows == [] and (1, "Quotes come in pairs, and a quote inside a cell is doubled") in faults


def test_a_fault_beyond_the_first_block_names_its_line(tmp_path: Path) -> None:
    lines = BLOCK_BYTES // 4 + 10
    assert read(tmp_path, b"a,b\n" + b"1,2\n" * lines + b"\xff,1\n")[1] == [(lines + 2, "The file is UTF-8")]
    assert read(tmp_path, b"a,b\n" + b"1,2\n" * lines + b"\0,1\n")[1] == [(lines + 2, "A text file holds no zero bytes")]


def test_long_files_come_in_chunks_that_are_counted_through(tmp_path: Path) -> None:
    rows, _ = read(tmp_path, "a\n" + "1\n" * (2 * CHUNK_ROWS + 1))
    assert [row for row, _ in rows] == list(range(2, 2 * CHUNK_ROWS + 3))


def test_a_file_that_cannot_be_opened_is_a_fault(tmp_path: Path) -> None:
    faults = Faults()
    assert find_source(tmp_path / "gone.csv", faults) is None
    assert [(fault.file, fault.row, fault.rule) for fault in faults.listed] == [("gone.csv", None, "The file can be read")]


def test_a_source_knows_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(b"a\n1\n")
    assert find_source(path, Faults(), "folder/x.csv").sha256 == hashlib.sha256(b"a\n1\n").hexdigest()


def test_a_chunk_of_empty_rows_is_no_chunk(tmp_path: Path) -> None:
    assert read(tmp_path, "a\n" + "\n" * CHUNK_ROWS + "1\n")[0] == [(CHUNK_ROWS + 2, ("1",))]


def test_nothing_is_read_on_where_the_header_is_not_accepted(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("a,b\n1\n")
    faults = Faults()
    assert list(read_chunks(find_source(path, faults), faults, lambda header: False)) == [] and faults.found == 0


def test_progress_adds_up_to_the_size_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("a\n" + "1\n" * 3000)
    ticks: list[int] = []
    list(read_chunks(find_source(path, Faults()), Faults(), lambda header: True, ticks.append))
    assert sum(ticks) == path.stat().st_size
