from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from equity.catalogue import Catalogue, Group, Network, Stratifier
from equity.errors import NothingCompared
from equity.selection import (
    LONGEST_SEARCH,
    LONGEST_WORD,
    MOST_PEERS,
    PARTS,
    Selection,
    choice_asked,
    comparable_measures,
    default_measure,
    divisions,
    number_asked,
)
from tests.examples import MEASURE, RACE, measure_like

NETWORK = Network("n", "Three Rivers", date(2024, 7, 1), 18, date(2026, 1, 1), True, "standard")
OVERALL = Stratifier("overall", "Everyone", False, "1", (Group("all", "Everyone", "Everyone", 1, "group", ""),))
PAYER = Stratifier(
    "payer",
    "Payer",
    False,
    "1",
    (
        Group("medicaid", "Medicaid", "Medicaid", 1, "group", ""),
        Group("medicare", "Medicare", "Medicare", 2, "group", ""),
        Group("unknown", "Unknown", "Unknown", 3, "unknown", ""),
    ),
)
NOBODY = Stratifier("place", "Place", False, "1", PAYER.groups[2:])
SCREENING = measure_like(measure_id="screening", kind="process", reference_group="white")
TOTALS = measure_like(measure_id="visits", stratifier_id="overall")
DAYS = measure_like(measure_id="days", number="time_between")
CATALOGUE = Catalogue(NETWORK, (SCREENING, TOTALS, DAYS, MEASURE), (OVERALL, PAYER, RACE, NOBODY), (), None)


def asked(**query):
    return Selection.from_query(query, CATALOGUE)


def parts(selection):
    return selection.measure.measure_id, selection.stratifier.stratifier_id, selection.group_code, selection.reference


def faults_of(**query):
    return [str(fault) for fault in asked(**query)[1]]


def test_who_asks_nothing_gets_the_first_outcome_and_its_gap_of_record():
    selection, faults = asked()
    assert parts(selection) == ("bp", "race", "black", "others")
    assert (selection.find, selection.page, faults) == ("", 1, ())
    assert selection.is_gap_of_record
    assert selection.group.label == "Black or African American"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"measure": "screening"}, ("screening", "race", "black", "white")),
        ({"stratifier": "payer"}, ("bp", "payer", "medicaid", "others")),
        ({"group": "white"}, ("bp", "race", "white", "others")),
        ({"group": "hispanic", "reference": "best"}, ("bp", "race", "hispanic", "best")),
        ({"reference": "largest"}, ("bp", "race", "black", "largest")),
        ({"reference": "hispanic"}, ("bp", "race", "black", "hispanic")),
        ({"reference": "overall"}, ("bp", "race", "black", "overall")),
        # a measure's own reference is none for itself
        ({"measure": "screening", "group": "white"}, ("screening", "race", "white", "others")),
        ({"stratifier": ["payer"], "group": ["medicare"]}, ("bp", "payer", "medicare", "others")),
        ({"colour": "green"}, ("bp", "race", "black", "others")),
    ],
)
def test_what_is_asked_is_answered(query, expected):
    selection, faults = asked(**query)
    assert (parts(selection), faults) == (expected, ())


@pytest.mark.parametrize(
    ("query", "parameter", "used"),
    [
        ({"measure": "bp2"}, "measure “bp2”", "bp"),
        # measures without groups to compare are no choice
        ({"measure": "visits"}, "measure “visits”", "bp"),
        ({"measure": "days"}, "measure “days”", "bp"),
        ({"stratifier": "overall"}, "stratifier “overall”", "race"),
        ({"stratifier": "place"}, "stratifier “place”", "race"),
        ({"group": "unknown"}, "group “unknown”", "black"),
        ({"reference": "black"}, "reference “black”", "others"),
        ({"group": ""}, "group nothing", "black"),
        ({"group": ["white", "hispanic"]}, "group “white” and “hispanic”", "black"),
    ],
)
def test_what_is_no_choice_is_named_and_the_default_shown(query, parameter, used):
    (fault,) = faults_of(**query)
    assert fault.startswith(f"The link asks for {parameter}. Choose one of: ")
    assert fault.endswith(f"Shown instead: {used}.")


def test_every_fault_is_told():
    assert len(faults_of(measure="x", group="y", reference="z", page="0", find="")) == 5


@pytest.mark.parametrize(("page", "number"), [("1", 1), ("2", 2), ("007", 7), ("9" * 12, 999_999_999)])
def test_a_page_is_a_number_from_one(page, number):
    selection, faults = asked(page=page)
    assert (selection.page, faults) == (number, ())


@pytest.mark.parametrize("page", ["0", "-1", "two", "", "1.5", "²", "٣", ["1", "2"]])
def test_any_other_page_is_the_first_with_a_notice(page):
    selection, faults = asked(page=page)
    assert (selection.page, len(faults)) == (1, 1)


@pytest.mark.parametrize(
    ("find", "words"),
    [
        ("Cedar", "Cedar"),
        (" Cedar Hollow ", "Cedar Hollow"),
        ("Cedar\x00\n Hollow", "Cedar Hollow"),
        # one letter below, at and above the longest
        ("a" * (LONGEST_SEARCH - 1), "a" * (LONGEST_SEARCH - 1)),
        ("a" * LONGEST_SEARCH, "a" * LONGEST_SEARCH),
        ("a" * (LONGEST_SEARCH + 1), "a" * LONGEST_SEARCH),
        ("a" * (LONGEST_SEARCH - 1) + " b", "a" * (LONGEST_SEARCH - 1)),
    ],
)
def test_teams_are_searched_by_what_a_keyboard_types(find, words):
    selection, faults = asked(find=find)
    assert (selection.find, faults) == (words, ())


@pytest.mark.parametrize("find", ["", "  ", "\x00", ["Cedar", "Elm"]])
def test_a_search_for_nothing_or_for_two_names_is_none_with_a_notice(find):
    selection, faults = asked(find=find)
    assert selection.find == ""
    assert [str(fault).endswith("Shown instead: everything.") for fault in faults] == [True]


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ({}, "?measure=bp"),
        ({"reference": "others", "group": "black", "stratifier": "race", "page": "1"}, "?measure=bp"),
        ({"stratifier": "payer", "group": "medicaid"}, "?measure=bp&stratifier=payer"),
        ({"group": "white", "reference": "best", "find": "Cedar & Elm", "page": "2"}, "?measure=bp&group=white&reference=best&find=Cedar+%26+Elm&page=2"),
        ({"measure": "screening", "reference": "others"}, "?measure=screening&reference=others"),
    ],
)
def test_an_address_says_what_does_not_hold_by_default(query, address):
    assert asked(**query)[0].to_query() == address


choice = st.fixed_dictionaries(
    {},
    optional={
        "measure": st.sampled_from(["bp", "screening", "x"]),
        "stratifier": st.sampled_from(["race", "payer", "place"]),
        "group": st.sampled_from(["black", "white", "medicare", "unknown"]),
        "reference": st.sampled_from(["others", "overall", "best", "largest", "white", "medicaid"]),
        "find": st.text(max_size=70),
        "page": st.sampled_from(["1", "3", "x"]),
    },
)


@given(choice)
def test_every_view_is_a_link_that_leads_back_to_it(query):
    selection, _ = Selection.from_query(query, CATALOGUE)
    again, faults = Selection.from_query(parse_qs(selection.to_query().removeprefix("?")), CATALOGUE)
    assert (again, faults) == (selection, ())


ALL = {"measure": "screening", "stratifier": "payer", "group": "medicare", "reference": "best", "find": "Elm", "page": "2"}


@pytest.mark.parametrize(
    ("part", "address"),
    [
        # what hangs on a part goes with it, and the page of teams begins again
        ("measure", "?measure=bp&find=Elm"),
        ("stratifier", "?measure=screening&find=Elm"),
        ("group", "?measure=screening&stratifier=payer&find=Elm"),
        ("reference", "?measure=screening&stratifier=payer&group=medicare&find=Elm"),
    ],
)
def test_a_part_is_taken_away_with_what_hangs_on_it(part, address):
    assert asked(**ALL)[0].without(part, CATALOGUE) == address


@pytest.mark.parametrize(
    ("query", "chosen"),
    [
        ({}, []),
        ({"find": "Elm", "page": "2"}, []),
        ({"measure": "screening"}, ["measure"]),
        ({"stratifier": "payer"}, ["stratifier"]),
        ({"group": "white"}, ["group"]),
        ({"reference": "best"}, ["reference"]),
        (ALL, ["measure", "stratifier", "group", "reference"]),
    ],
)
def test_what_the_reader_chose_is_told_from_what_holds_by_default(query, chosen):
    marked = asked(**query)[0].chosen(CATALOGUE)
    assert tuple(marked) == PARTS
    assert [part for part, is_chosen in marked.items() if is_chosen] == chosen


@pytest.mark.parametrize("query", [{"stratifier": "payer"}, {"group": "white"}, {"reference": "overall"}])
def test_another_comparison_is_not_the_gap_of_record(query):
    assert not asked(**query)[0].is_gap_of_record


def test_parts_are_changed_in_a_new_selection():
    selection, _ = asked()
    assert selection.but(page=3, find="Elm") == replace(selection, page=3, find="Elm")
    assert selection.page == 1


def test_measures_of_totals_and_times_are_not_compared():
    assert comparable_measures(CATALOGUE) == (SCREENING, MEASURE)


def test_without_an_outcome_the_first_measure_is_shown():
    assert default_measure([SCREENING]) is SCREENING
    assert default_measure([SCREENING, MEASURE]) is MEASURE


def test_a_measures_own_division_comes_first_and_those_without_groups_never():
    assert divisions(CATALOGUE, MEASURE) == (RACE, PAYER)
    assert divisions(CATALOGUE, measure_like(stratifier_id="payer")) == (PAYER, RACE)


def test_a_network_without_groups_to_compare_says_so():
    with pytest.raises(NothingCompared, match="No measure of this network has groups to compare"):
        Selection.from_query({}, replace(CATALOGUE, measures=(TOTALS, DAYS)))


MORE = {
    "team": "ash",
    "peers": ["birch", "cedar"],
    "view": "mine",
    "order": "size",
    "framework": "ihi",
    "sector": "Hospital",
    "setting": "rural",
    "cohort": "1",
    "line": "gap",
    "chart": "p-prime",
    "since": "cuffs",
}


def test_what_single_pages_ask_is_read_and_said_again_in_the_address():
    selection, faults = asked(**MORE)
    assert faults == ()
    assert {name: getattr(selection, name) for name in MORE} == MORE | {"peers": ("birch", "cedar")}
    assert parse_qs(selection.to_query()[1:]) == {"measure": ["bp"]} | {name: value if name == "peers" else [value] for name, value in MORE.items()}


def test_the_next_page_keeps_the_question_and_the_team_alone():
    selection, _ = asked(**MORE, measure="screening", group="white", find="ash", page="2")
    assert parse_qs(selection.kept_query()[1:]) == {"measure": ["screening"], "group": ["white"], "team": ["ash"]}


def test_taking_a_filter_away_keeps_the_team_and_its_peers_but_not_the_page():
    selection, _ = asked(**MORE, stratifier="payer", page="3")
    kept = parse_qs(selection.without("stratifier", CATALOGUE)[1:])
    assert kept == {"measure": ["bp"]} | {name: value if name == "peers" else [value] for name, value in MORE.items()}


@pytest.mark.parametrize("value", [["a", "b"], [], "line\nbreak"])
def test_words_that_are_no_one_thing_are_nothing(value):
    assert asked(order=value)[0].order == ""


def test_pinned_teams_are_each_counted_once_and_never_more_than_a_page_holds():
    selection, _ = asked(peers=["a", "b", "a", "", "c\n", *(f"t{number}" for number in range(40))])
    assert selection.peers[:3] == ("a", "b", "t0")
    assert len(selection.peers) == MOST_PEERS


@pytest.mark.parametrize(("said", "number"), [("3", 3), ("0", 1), ("x", 1), (["2", "3"], 1)])
def test_the_number_of_a_page_of_its_own_parameter_is_read_alike(said, number):
    assert number_asked({"calendar": said}, "calendar") == number
    assert number_asked({}, "calendar") == 1


@pytest.mark.parametrize(("said", "number"), [("3", 3), ("0", 1), ("x", 1), (["2", "3"], 1), (None, 1)])
def test_the_number_of_another_page_is_read_by_itself(said, number):
    assert number_asked({} if said is None else {"behind": said}, "behind") == number


def test_a_team_of_the_longest_id_and_its_peers_are_read_whole():
    longest = "t" * 64
    selection, _ = asked(team=longest, peers=[longest + "1", "p" * (LONGEST_WORD + 1)])
    assert (selection.team, selection.peers) == (longest, (longest + "1", "p" * LONGEST_WORD))


def test_another_measure_has_its_own_kinds_of_chart_and_its_own_changes():
    selection, _ = asked(**MORE, measure="screening")
    kept = parse_qs(selection.without("measure", CATALOGUE)[1:])
    assert kept["line"] == ["gap"] and "chart" not in kept and "since" not in kept
    assert "since" in parse_qs(selection.without("reference", CATALOGUE)[1:])


@pytest.mark.parametrize(("said", "value"), [({}, ""), ({"since": "cuffs"}, "cuffs"), ({"since": ["cuffs"]}, "cuffs")])
def test_a_choice_of_a_page_is_read_as_it_was_said(said, value):
    assert choice_asked(said, "since", ["cuffs", "calls"], used="one phase") == (value, ())


@pytest.mark.parametrize("said", ["other", "", ["cuffs", "calls"], "one phase"])
def test_what_is_no_choice_of_a_page_is_nothing_with_a_notice(said):
    value, (fault,) = choice_asked({"since": said}, "since", ["cuffs", "calls"], used="one phase")
    assert value == ""
    assert str(fault).endswith("Choose one of: cuffs, calls. Shown instead: one phase.")
