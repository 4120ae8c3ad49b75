"""One sentence everywhere: caption, text alternative, table and file read the same words.

Plain words for an eighth grader; fixed templates, so that the same numbers always say the same.
"""

from equity.sentences.beside import how_sure, real_change_words, rule_in_words, who_moved
from equity.sentences.headline import headline, unpooled_headline
from equity.sentences.names import Names, Sentence, names_of
from equity.sentences.points import blank_sentence, cell_sentence, group_sentence, point_sentence
from equity.sentences.titles import grid_title, lead_title, maturity_title, multiples_title, unknown_title

__all__ = [
    "Names",
    "Sentence",
    "blank_sentence",
    "cell_sentence",
    "grid_title",
    "group_sentence",
    "headline",
    "how_sure",
    "lead_title",
    "maturity_title",
    "multiples_title",
    "names_of",
    "point_sentence",
    "real_change_words",
    "rule_in_words",
    "unknown_title",
    "unpooled_headline",
    "who_moved",
]
