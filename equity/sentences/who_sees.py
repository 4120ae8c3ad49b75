"""Who sees what of a team: what each choice means, and what it does not hide. Read by the team's members before they choose."""

from __future__ import annotations

from equity.choice_risks import ONLY_ONE, SAME_CODE, TAKEN, TOO_FEW, Risk
from equity.identifying import FEWEST_UNDER_CODE
from equity.numbers import number_word, plural

NAMED, UNDER_CODE, UNSEEN = "network", "coded", "hidden"
# In the order of the form: what is shown to the most people first.
MEANINGS: dict[str, tuple[str, str]] = {
    NAMED: ("Under our name", "Everybody who can read here sees your team's name with its rates and its verdict. Small numbers stay hidden."),
    UNDER_CODE: (
        "Under a code",
        "Your members, your coaches and the network's lead see your name. All others see a code in its place where teams are compared, and "
        "find no numbers under your name.",
    ),
    UNSEEN: (
        "Hidden",
        "Only your own members see these numbers. Coaches and the network's lead see that they are hidden. Where the network has a total, it still "
        "counts them.",
    ),
}
SHARED_MEANS = (
    "If you share them, others see your team's name with its level in each domain, then and now. Evidence and what single raters gave stay with "
    "your team, its coaches and the network's lead. Notes stay with your team and its coaches."
)
ROUGHLY = "Rates are rounded and sizes are ranges, so this is only rough, and no number of 1 to 10 people can be told from it."
EXACTLY = {
    "shared_counts": "This network shows counts, so they get your exact counts; only small numbers stay safe.",
    "public_data": "This network shows counts, so they get your exact counts.",
}
UNTIL = "The app does not take your numbers out of the total."


def risk_words(risk: Risk, *, measure: str, policy: str) -> str:
    """What a choice does not hide, in a paragraph. Takes measure: its name; policy: how the network protects numbers."""
    if risk.kind == SAME_CODE:
        return same_code_words(risk.teams)
    if risk.kind == TOO_FEW:
        return f"{measure}: {too_few_words(risk.teams)}"
    if risk.kind == ONLY_ONE:
        attribute, value = risk.detail
        return (
            f"{measure}: a code may not hide you. Of the {plural(risk.teams, 'team')} under a code, yours is the only one whose {attribute} is "
            f"“{value}”. Who knows the network can guess from the numbers which code is yours."
        )
    return f"{measure}: {taken_words() if risk.kind == TAKEN else taken_by_one_words()} {UNTIL} {EXACTLY.get(policy, ROUGHLY)}"


def too_few_words(teams: int) -> str:
    """How many would stand under a code, this team among them."""
    others = "no other team" if teams == 1 else f"only {plural(teams - 1, 'other team')}"
    return f"{others} stands under a code here. Until {number_word(FEWEST_UNDER_CODE)} teams do, others see none of your numbers, as if you hid them."


def same_code_words(alike: int) -> str:
    """How many other teams have their code in the same places."""
    others = "No other team has its code" if alike == 0 else f"Only {plural(alike, 'other team')} {'has its' if alike == 1 else 'have their'} code"
    return f"Your code is the same on every page. {others} on just the pages where yours is. Who compares the pages can tell which code is yours."


def taken_words() -> str:
    """That everybody can take the others from the total."""
    return "hiding does not keep your numbers from others. All other teams in the total show theirs. Who takes them from the network's total gets yours."


def taken_by_one_words() -> str:
    """That one other team can, which hides its numbers as well."""
    return "one other team hides its numbers too, and knows its own. It can take all others from the network's total and gets yours."
