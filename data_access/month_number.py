"""One expression that both databases know: how many months a date lies after the year 0."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Integer
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.expression import ColumnElement, FunctionElement

from equity.periods import GRAINS, Period, period_of


class month_number(FunctionElement[int]):
    """SQL: year x 12 + month - 1 of a date column."""

    type = Integer()
    name = "month_number"
    inherit_cache = True


@compiles(month_number)
def _in_postgresql(element: month_number, compiler: SQLCompiler, **options: object) -> str:
    column = compiler.process(element.clauses, **options)
    return f"CAST(EXTRACT(YEAR FROM {column}) * 12 + EXTRACT(MONTH FROM {column}) - 1 AS INTEGER)"


# SQLite keeps dates as text, and cuts it four times as fast as strftime() reads it.
@compiles(month_number, "sqlite")
def _in_sqlite(element: month_number, compiler: SQLCompiler, **options: object) -> str:
    column = compiler.process(element.clauses, **options)
    return f"(SUBSTR({column}, 1, 4) * 12 + SUBSTR({column}, 6, 2) - 1)"


def period_number(column: ColumnElement[date], length: ColumnElement[int]) -> ColumnElement[int]:
    """SQL: the number of the period that holds the date, for periods of so many months."""
    return month_number(column).op("/", return_type=Integer())(length)


def number_of(day: date, length: int) -> int:
    """The same in Python."""
    return (day.year * 12 + day.month - 1) // length


def number_of_period(period: Period) -> int:
    """The period's own number among those of its length."""
    return number_of(period.start, GRAINS[period.grain])


def period_of_number(number: int, grain: str) -> Period:
    """The period of this grain that has this number."""
    month = number * GRAINS[grain]
    return period_of(date(month // 12, month % 12 + 1, 1), grain)
