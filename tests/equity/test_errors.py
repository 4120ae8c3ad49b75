from __future__ import annotations

import pytest

from equity import errors
from equity.errors import EquityError, Fault, LoadRefused, NoReferenceGroup, ReaderError, SchemaNewer, SchemaOlder, UnknownValue


def subclasses(base: type) -> set[type]:
    return {base} | {deeper for child in base.__subclasses__() for deeper in subclasses(child)}


def test_every_error_is_drawn_in_the_tree():
    assert all(error.__name__ in errors.__doc__ for error in subclasses(EquityError))


def test_an_unknown_value_names_the_choices_and_what_is_shown_instead():
    error = UnknownValue(parameter="measure", asked=["bp2"], choices=["bp", "preterm"], used="bp")
    assert str(error) == "The link asks for measure “bp2”. Choose one of: bp, preterm. Shown instead: bp."


@pytest.mark.parametrize(("count", "ending"), [(11, "m10. "), (12, "m11. "), (13, "m11 and 1 more. ")])
def test_many_choices_are_cut_after_twelve(count, ending):
    error = UnknownValue(parameter="measure", asked=[], choices=[f"m{number}" for number in range(count)], used="m0")
    assert f", {ending}Shown" in str(error)
    assert "measure nothing" in str(error)


def test_every_repeated_value_is_named_and_a_long_one_is_cut():
    error = UnknownValue(parameter="team", asked=["a", "b" * 50], choices=["c"], used="c")
    assert f"“a” and “{'b' * 40}”" in str(error)


@pytest.mark.parametrize("error", sorted((one for one in subclasses(errors.StoreError) if one not in (errors.StoreError, SchemaOlder, SchemaNewer)), key=str))
def test_store_errors_word_themselves(error):
    assert issubclass(error, ReaderError)
    assert str(error()).endswith(".") and error.title


def test_schema_errors_name_what_was_found():
    assert "0007" in str(SchemaOlder(found="0007")) and "0009" in str(SchemaNewer(found="0009"))


def test_nobody_is_signed_in_yet():
    assert "account" in str(errors.NotSignedIn())


def test_a_refused_load_carries_every_reason():
    fault = Fault("teams.csv", 2, "team_id", "?", "An id has letters and digits.", "Write it anew.")
    error = LoadRefused(faults=[fault])
    assert error.faults == (fault,)


def test_a_missing_reference_is_named():
    assert "'x'" in str(NoReferenceGroup(asked="x"))


def test_a_measure_that_a_team_does_not_work_on_is_said_with_those_that_it_does():
    error = errors.NotItsMeasure(team="Ash", asked="Preterm birth", works_on=["Blood pressure", "Missed visits"], used="Blood pressure")
    assert str(error) == "Ash does not work on “Preterm birth”. It works on: Blood pressure, Missed visits. Shown instead: Blood pressure."
