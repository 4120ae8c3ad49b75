"""Every door that sends data, and who reads it here: which numbers are held against the release, and of all others why they hold no cell of it.

A file, page or route that is in no table, or a file's column with a number in it, fails a test: who adds one says here how it is read.
"""

from __future__ import annotations

from tests.attack.computed import CHANGED, LEVELS, OF_GROUPS, OF_POINTS, OF_SIDES, SUMMED_UP
from tests.attack.crawl import ENDS_FITTED, GAP

TIME = frozenset({"period", "period_start", "period_end", "period_compared", "quarter", "until", "as_of", "load", "load_id", "loaded_at", "data_through"})
CELL = frozenset({"numerator", "denominator", "size", "rate"})
TWO_SIDES = frozenset({f"{side}_{name}" for side in ("focus", "reference") for name in CELL})
SHARE = frozenset({"unknown", "people", "people_size", "percent"})
OF_REVIEW = frozenset({*GAP, "baseline_gap"})

# File: the columns that the crawler reads, each number of which is a released cell, or must follow from released cells.
READ: dict[str, frozenset[str]] = {
    "network/gap": TWO_SIDES | {*OF_POINTS},
    "network/panels": TWO_SIDES | {*OF_POINTS},
    "network/groups": CELL | {*OF_GROUPS},
    "network/summaries": frozenset(SUMMED_UP),
    "network/grid": frozenset(ENDS_FITTED),
    "network/unknown": SHARE,
    "teams/directory": frozenset(ENDS_FITTED),
    "compare/table": TWO_SIDES | {*OF_SIDES},
    "compare/funnel": CELL,
    "compare/change": frozenset(CHANGED),
    "compare/peers-over-time": frozenset({"gap"}),
    "team/run": TWO_SIDES | {*OF_POINTS},
    "team/process": frozenset({"numerator", "denominator", "size", "value"}),
    "team/groups": CELL | {*OF_GROUPS},
    "team/level": frozenset(LEVELS),
    "team/measures": frozenset(GAP),
    "team/quality": SHARE,
    "review/moved": OF_REVIEW,
    "review/gaps": OF_REVIEW,
    "data/unknown": SHARE,
    "data/quality": frozenset({"why"}),
}

TEAMS = "Counts teams, not people; which teams may be counted is held by the tests of choices and codes."
OWN_COLUMN = "Follows from the numbers of its own column, which are read; of medians a test here computes it."
WORD = "Belongs to the verdict's word, which comes from exact counts and stands outside the attack."
LEVELS_OF_TEAMS = "A level or score that a team or its coach gave; no people are counted."
DAYS = "Days and names that a team or the network gave."
REPORTS = "Counts reports or rows, not people."
DEFINITION = "A definition, the same for everybody."
NETWORK_RATE = "The network's cell of the focus group, which network/gap tells; a test here holds it. The side follows from it and the team's own."
BLANK_FOR_OTHERS = "Old and new counts are told to the team's own members alone; a test of Data holds that, and one here that nothing hangs on them."

# File: its other columns that hold digits, and why nothing reads them.
STATED: dict[str, dict[str, str]] = {
    "network/gap": {"teams": TEAMS},
    "network/panels": {"notes": DAYS},
    "network/grid": {"smallest_change_that_would_show": WORD},
    "network/maturity": {
        **dict.fromkeys((*(f"teams_level_{level}_now" for level in range(1, 6)), "teams_up", "teams_down"), TEAMS),
        **dict.fromkeys(("version", "median_then", "median_now"), LEVELS_OF_TEAMS),
    },
    "network/summaries": dict.fromkeys(("groups", "groups_left_out", "not_shown_for"), "Counts groups whose cells are shown or not."),
    "network/practices": dict.fromkeys(("teams_then", "teams_now"), TEAMS),
    "network/reporting": {},
    "network/convening": dict.fromkeys(("convening", "starts_on", "topic", "words"), "Days, and counts of teams and tests in words."),
    "network/coaching": {"reason": DAYS},
    "teams/directory": dict.fromkeys(("cohort", "joined_on", "left_on", "aim", "aim_on", "last_report", "population"), DAYS),
    "compare/funnel": dict.fromkeys(("network_rate", "limits", "side"), NETWORK_RATE),
    "compare/peers": dict.fromkeys(("cohort", "shared"), DAYS),
    "maturity/levels": {**dict.fromkeys(("teams_then", "teams_now"), TEAMS), **dict.fromkeys(("version", "level"), DEFINITION)},
    "maturity/radar": {
        **dict.fromkeys(("teams_up", "teams_same", "teams_down", "up_without_evidence"), TEAMS),
        **dict.fromkeys(("version", "median_then", "median_now", "my_team_then", "my_team_now"), LEVELS_OF_TEAMS),
    },
    "maturity/heat": dict.fromkeys(("version", "team", "level_then", "level_now"), LEVELS_OF_TEAMS),
    "maturity/raters": {
        **dict.fromkeys(("teams_apart", "teams_with_two_raters", "raters"), TEAMS),
        **dict.fromkeys(("version", "self", "coach", "agreed", "lowest", "highest"), LEVELS_OF_TEAMS),
    },
    "maturity/progress": {**dict.fromkeys(("teams_then", "teams_now"), TEAMS), **dict.fromkeys(("score", "day"), LEVELS_OF_TEAMS)},
    "practices/calendar": {"teams": TEAMS},
    "practices/ledger": dict.fromkeys(("change_id", "began_on", "ended_on", "tested"), DAYS),
    "practices/actions": {**dict.fromkeys(("teams_adopted", "teams_acted", "teams_shown"), TEAMS), "inequity": DAYS},
    "review/cover": dict.fromkeys(("teams", "of_teams"), TEAMS),
    "review/moved": {"who_moved": "Changes of rates that compare/change and the small charts tell, in words."},
    "review/changed": dict.fromkeys(("before", "now"), DAYS),
    "review/did": {"contribution": "Counts teams and tests."},
    "review/show": {"in_words": "The network's gap then and now, which network/gap tells, in words."},
    "review/learned": {"in_words": TEAMS},
    "data/calendar": dict.fromkeys(("due", "came", "on_time"), REPORTS),
    "data/due": dict.fromkeys(("due_on", "days_late"), DAYS),
    "data/unknown": {"median": OWN_COLUMN},
    "data/notes": {"note": DAYS},
    "data/changes": {f"{when}_{number}": BLANK_FOR_OTHERS for when in ("old", "new") for number in ("numerator", "denominator")},
    "data/loads": dict.fromkeys(("rows_added", "rows_changed", "rows_unchanged", "rows_rejected"), REPORTS),
    "measures/measures": {
        **dict.fromkeys(("numerator_words", "denominator_words", "multiplier", "due_days", "meaningful_change"), DEFINITION),
        **dict.fromkeys(("source", "version", "valid_from", "unit"), DEFINITION),
        **dict.fromkeys(("teams_core", "teams_own"), TEAMS),
        **dict.fromkeys(("first_load", "last_load"), REPORTS),
    },
    "measures/divisions": dict.fromkeys(("standard", "position", "includes"), DEFINITION),
    "measures/frameworks": dict.fromkeys(("version", "level"), DEFINITION),
    "measures/practices": {},
    "measures/teams": dict.fromkeys(("teams", "kind"), TEAMS),
    "measures/words": {"means": DEFINITION},
    "team/run": {"teams": TEAMS, "notes": DAYS},
    "team/process": {**dict.fromkeys(("centre", "lower_limit", "upper_limit"), OWN_COLUMN), **dict.fromkeys(("phase", "notes"), DAYS)},
    "team/peers": dict.fromkeys(("cohort", "started_on", "ended_on", "change_tested"), DAYS),
    "team/measures": {"aim": DAYS},
    "team/maturity": dict.fromkeys(("version", "then", "now", "self", "coach", "agreed", "raters"), LEVELS_OF_TEAMS),
    "team/progress": dict.fromkeys(("scored_on", "score"), LEVELS_OF_TEAMS),
    "team/practices": {},
    "team/words": {},
    "team/actions": dict.fromkeys(("adopted_on", "acted_on", "inequity"), DAYS),
    "team/due": dict.fromkeys(("due_on", "what"), DAYS),
}

SAME_AS_FILES = "Its numbers are those of its files; that neither hangs on hidden counts is held for its text byte for byte."
# Page: how what it says is read beside its files.
PAGES: dict[str, str] = {
    "network": "Its tables are read as cells.",
    "team": "Its tables are read as cells.",
    **dict.fromkeys(("teams", "compare", "maturity", "practices", "review", "review of a quarter", "data"), SAME_AS_FILES),
    **dict.fromkeys(("measures", "methods", "help", "not found"), "Definitions and words; no counts of people."),
}

NO_DATA = "Sends no data of teams."
ACCOUNTS = "Accounts and their trail; no data of teams."
# Route: what it sends.
ROUTES: dict[str, str] = {
    "/csv/<page_name>/<card>": "The files above.",
    **dict.fromkeys(("/", "/<path:path>", "/_dash-layout", "/_dash-update-component"), "The pages above."),
    **dict.fromkeys(("/who-sees", "/who-sees/<team_id>"), "A team's own choices, and counts of teams."),
    **dict.fromkeys(
        (
            "/healthz",
            "/readyz",
            "/_favicon.ico",
            "/assets/<path:filename>",
            "/_dash-component-suites/<string:package_name>/<path:fingerprinted_path>",
            "/_dash-dependencies",
            "/blank-files.zip",
            "/see-as",
        ),
        NO_DATA,
    ),
    **dict.fromkeys(
        (
            "/sign-in",
            "/sign-in/code",
            "/sign-in/openid",
            "/sign-in/openid/back",
            "/sign-out",
            "/sign-out/openid",
            "/forgotten",
            "/new-password",
            "/account",
            "/account/password",
            "/account/second-factor",
            "/account/second-factor/<what>",
            "/account/sessions/<what>",
            "/accounts",
            "/accounts/<int:number>",
            "/accounts/<int:number>/<what>",
            "/audit",
            "/audit/check",
        ),
        ACCOUNTS,
    ),
}
