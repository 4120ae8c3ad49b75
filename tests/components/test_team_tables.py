from __future__ import annotations

from dataclasses import replace

from components.team_lead import TestedChange
from components.team_tables import LearningPeer, MeasureRow, measures_table, peer_list
from tests.components.plain import cells, every, text

PEER = LearningPeer("Copperlea", "/teams/copperlea?measure=bp", "Hospital, urban", "The gap went from 18 to 9 points.", ())
ROW = MeasureRow(
    "Blood pressure",
    "?measure=bp",
    "Core: Black patients",
    "8.2 points",
    "5.1 to 11.3, Q3 2026",
    None,
    [16.0, 8.2],
    (0.0, 16.0),
    "closing",
    "closing",
    None,
    True,
    [("signal-improvement", "signal: smaller gap"), ("aim-hit-and-miss", "aim: met at times")],
)


def test_a_peer_leads_to_its_page_and_says_what_it_tested():
    peers = peer_list([replace(PEER, changes=[TestedChange("", "One protocol", "", "20 October 2025", "adopted")])])
    assert text(peers) == "Copperlea closingHospital, urbanThe gap went from 18 to 9 points.One protocol20 October 2025, adopted"
    assert every(peers, "A")[0].href == PEER.href


def test_a_peer_without_changes_says_so():
    assert text(peer_list([PEER])).endswith("It recorded no change that it tested on this measure.")


def test_peers_stand_in_the_order_given():
    assert [text(head) for head in every(peer_list([PEER, replace(PEER, name="Amberford")]), "H3")] == ["Copperlea closing", "Amberford closing"]


def test_a_measures_name_opens_it_and_the_one_that_is_shown_is_marked():
    table = measures_table([ROW, replace(ROW, name="Vaccines", is_shown=False)], caption="All measures")
    shown, other = every(table, "A")
    assert (shown.href, getattr(shown, "data-soft"), getattr(shown, "aria-current")) == ("?measure=bp", "true", "true")
    assert not hasattr(other, "aria-current") and every(shown, "B") and not every(other, "B")
    assert cells(table)[:2] == [
        ["Measure", "Gap now", "Over time", "Verdict and signals"],
        ["Blood pressureCore: Black patients", "8.2 points5.1 to 11.3, Q3 2026", "", "closingsignal: smaller gapaim: met at times"],
    ]


def test_what_charts_say_of_a_gap_stands_as_mark_and_word():
    marks = [one.className for one in every(measures_table([ROW], caption=""), "Span") if "mark" in getattr(one, "className", "")]
    assert marks[1:] == ["mark mark-signal-improvement", "mark mark-aim-hit-and-miss"]


def test_a_measure_without_a_gap_says_why_in_both_places():
    hidden = replace(ROW, gap=None, likely="", gap_blank="hidden", word=None, blank="hidden", line=[float("nan")], signals=[])
    rows = [hidden, replace(ROW, gap=None, gap_blank=None, signals=[])]
    assert [row[1:] for row in cells(measures_table(rows, caption=""))[1:]] == [["hidden", "no course yet", "hidden"], ["not due", "", "closing"]]
