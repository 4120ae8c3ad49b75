from __future__ import annotations

import pytest

from equity.stages import STAGE_WORDS, count_in_use, stage_words


@pytest.mark.parametrize(("stage", "words"), [*STAGE_WORDS.items(), ("half_way", "half way"), ("Pilot", "Pilot")])
def test_a_stage_is_said_in_words_and_a_networks_own_word_stays(stage, words):
    assert stage_words(stage) == words


@pytest.mark.parametrize(("stages", "count"), [([], 0), (["none", "planned", "started", ""], 0), (["in_use", "sustained", "started"], 2), (["pilot"], 0)])
def test_only_what_is_in_use_counts_not_what_is_tested(stages, count):
    assert count_in_use(stages) == count
