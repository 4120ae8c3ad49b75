"""The words of this project, one meaning each: the glossary of the Measures page, and of docs/glossary.md."""

from __future__ import annotations

from dataclasses import dataclass

EVERYWHERE, NETWORK, TEAMS, TEAM, COMPARE, MATURITY, MEASURES, METHODS, FILES = (
    "every page",
    "Network",
    "Teams",
    "a team's page",
    "Compare",
    "Maturity",
    "Measures",
    "Methods",
    "files and code",
)
# Where a word can be met, and the page to look at; none for what is no page of its own.
PLACES = {
    EVERYWHERE: "",
    NETWORK: "/",
    TEAMS: "/teams",
    TEAM: "",
    COMPARE: "/compare",
    MATURITY: "/maturity",
    MEASURES: "/measures",
    METHODS: "/methods",
    FILES: "",
}


@dataclass(frozen=True, slots=True)
class Word:
    """One word: what it means, and where it is met (of PLACES)."""

    word: str
    means: str
    where: tuple[str, ...]

    @property
    def word_id(self) -> str:
        """Its place on the page: word-gap-of-record."""
        return "word-" + self.word.replace(" ", "-").replace("_", "-").replace("%", "percent")


GLOSSARY = (
    Word("action", "a step that a team can show it took against an unfair gap that it names", (TEAM,)),
    Word("action period", "the time from one convening to the next, when teams test changes", (NETWORK, TEAM)),
    Word("aim", "what gap a team wants to reach, and by when; locked when it is put on file, and later edits are kept", (TEAMS, TEAM)),
    Word("assessment", "one person's scores for a team on a framework, on one day", (TEAM, MATURITY)),
    Word("balancing measure", "watches for harm that a change may do elsewhere", (NETWORK, TEAM, MEASURES)),
    Word("baseline", "the first periods, against which later ones are held", (NETWORK, TEAM)),
    Word(
        "blank",
        "a number that is not there, with its reason: not due, not reported, hidden, does not apply. Zero events is a number, and kept apart from all of them",
        (EVERYWHERE,),
    ),
    Word("cannot tell yet", "verdict: so few people that even a change that matters could not be seen", (EVERYWHERE,)),
    Word("change", "one idea that a team tests; it stands in the team's own list of changes", (NETWORK, TEAM)),
    Word("closing", "verdict: the gap gets smaller, by enough to matter, and it is not chance", (EVERYWHERE,)),
    Word("cohort", "teams that joined at the same time", (TEAMS, COMPARE)),
    Word("convening", "a meeting of the whole network", (NETWORK, TEAM)),
    Word("core measure", "a measure that teams share, so their numbers can be put together; all others are a team's own", (TEAMS, TEAM, MEASURES)),
    Word("declined", "people who were asked for their group and chose not to say", (NETWORK, TEAM, MEASURES)),
    Word("denominator", "how many people could have had the event", (EVERYWHERE,)),
    Word("difference", "one rate minus the other; zero means no gap", (NETWORK, TEAM, COMPARE)),
    Word("disparity", "a difference or a ratio of two rates; we always say which", (METHODS, FILES)),
    Word("division", "a way to sort people into groups, such as language or payer", (EVERYWHERE,)),
    Word("domain", "one part of a framework that gets a score", (NETWORK, TEAM, MATURITY)),
    Word("edition", "a review of one quarter, kept as it was", (METHODS, FILES)),
    Word("evidence", "what a team shows to back up a score: minutes, a rule, a count", (TEAM, MATURITY)),
    Word("focus group", "the group whose gap a measure follows", (EVERYWHERE,)),
    Word("framework", "a set of domains and worded levels that a team is scored on", (NETWORK, TEAM, MATURITY)),
    Word("funnel", "a chart of how far chance alone puts a team of each size from the rest", (COMPARE,)),
    Word("gap", "how far the rates of two groups are apart", (EVERYWHERE,)),
    Word("gap of record", "the one gap of a team and a measure that the verdict is about", (NETWORK, TEAM, COMPARE)),
    Word("group", "one part of a division: people who share a language, a payer or a place", (EVERYWHERE,)),
    Word("hidden", "counted, but with so few people that someone could be found out", (EVERYWHERE,)),
    Word("improvement_direction", "tells if higher or lower is better: given with the measure, never a guess", (FILES,)),
    Word("interval", "the range in which the true value lies, 19 times in 20; a wide one means few people", (EVERYWHERE,)),
    Word("item", "one part of a domain", (MATURITY,)),
    Word("level", "a step on a framework's scale, with its own words", (NETWORK, TEAM, MATURITY)),
    Word("levelled down", "verdict: the gap got smaller as the better-off group got worse; it never counts as closing", (EVERYWHERE,)),
    Word("limits", "the two lines between which a steady process stays nearly all the time", (TEAM, COMPARE)),
    Word("load", "one import of files, whole or not at all", (EVERYWHERE,)),
    Word("mapping", "a file that turns someone else's columns and codes into ours", (FILES,)),
    Word("measure", "what is counted: how many people had the event, out of all who could", (EVERYWHERE,)),
    Word("median", "the middle value: half of the rest lie above it and half below", (NETWORK, TEAM, MATURITY)),
    Word("network", "all teams that learn together here", (EVERYWHERE,)),
    Word("no clear change", "verdict: a change that matters would have been seen, and was not", (EVERYWHERE,)),
    Word("not due", "blank: the time to report has not come yet", (EVERYWHERE,)),
    Word("not reported", "blank: a report was due and did not come", (EVERYWHERE,)),
    Word("numerator", "how many people had the event", (EVERYWHERE,)),
    Word("observation", "the count of one team, measure, group and period", (FILES,)),
    Word("outcome measure", "what people get in the end: their health, or care that reached them", (NETWORK, MEASURES)),
    Word("overall", "all people as one; may be more than the sum of the groups, by those whose group is not known", (EVERYWHERE,)),
    Word("own measure", "a measure that a team chose for itself; it is never put together with those of others", (TEAMS, TEAM, COMPARE)),
    Word("period", "the month, quarter or year that a count is from", (EVERYWHERE,)),
    Word("phase", "a stretch of a chart with a centre and limits of its own; a new one begins at a recorded change", (TEAM,)),
    Word("points", "percentage points: from 60% to 65% is five points", (EVERYWHERE,)),
    Word("practice", "something teams do to be more fair, such as to plan care with people who live with the problem", (NETWORK, TEAM)),
    Word("process measure", "what teams do on the way to an outcome", (NETWORK, MEASURES)),
    Word("progress score", "IHI's scale of 0.5 to 5; people set it, and nothing here works it out", (TEAM, MATURITY)),
    Word("rate", "the part of those who could have the event that had it; there is none where nobody could", (EVERYWHERE,)),
    Word("rate_difference", "the rate of one group minus the rate of the other", (FILES,)),
    Word("rate_ratio", "the rate of one group divided by the rate of the other", (FILES,)),
    Word("ratio", "one rate divided by the other; one means no gap", (NETWORK, TEAM, COMPARE)),
    Word("reference group", "the group that the focus group is held against", (EVERYWHERE,)),
    Word("released", "let out of the store once small numbers are hidden", (FILES,)),
    Word("restatement", "a new value for a count that was sent before; the old one is kept", (TEAM, FILES)),
    Word("score", "the level that someone gave to a domain or an item", (TEAM, MATURITY)),
    Word("selection", "what the reader asked for; it stands in the address", (FILES,)),
    Word("shift", "a run of points on one side of the middle line, too long for chance", (TEAM,)),
    Word("signal", "a pattern on a chart that chance seldom brings, named by its rule", (NETWORK, TEAM)),
    Word("steward", "who looks after what a measure means", (MEASURES,)),
    Word("store", "the data of one network", (FILES,)),
    Word("story", "a team's own words on a quarter", (TEAM,)),
    Word("stratifier", "a division, as code and files name it", (FILES,)),
    Word("structural measure", "what is in place to do the work: people, tools and rules", (NETWORK, MEASURES)),
    Word("suppressed", "hidden, as code and files name it", (FILES,)),
    Word("team", "a member of the network", (EVERYWHERE,)),
    Word("trend", "points that keep going up, or keep going down; in a verdict, the straight line that fits them best", (NETWORK, TEAM)),
    Word("unknown", "people whose group was not asked or not written down", (NETWORK, TEAM, MEASURES)),
    Word("verdict", "closing, levelled down, widening, no clear change or cannot tell yet", (EVERYWHERE,)),
    Word("viewer", "who asks, and in what role", (FILES,)),
    Word("vintage", "the same source as it was put out on some other day", (FILES,)),
    Word("widening", "verdict: the gap gets bigger, by enough to matter, and it is not chance", (EVERYWHERE,)),
    Word("zero events", "it was counted and none took place: a real number", (EVERYWHERE,)),
)
