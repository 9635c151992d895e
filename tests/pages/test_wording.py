"""How papers word votes, acts, places and approvals."""

from datetime import time

import pytest

from generator.models.decision import Vote
from generator.models.parts import Act
from generator.pages.wording import ApprovalWords, act, clock, number, sentence, vote

VOTES = {
    "за — 11, против — 0, воздержались — 1": {"for": "11", "against": "0", "abstained": "1"},
    "за — 11, против — не указано, воздержались — не указано": {"for": "11"},
    "за — 5, против — 0, воздержались — 0 (единогласно)": {
        "for": "5", "against": "0", "abstained": "0", "unanimous": "да",
    },
    "единогласно": {"unanimous": "да"},
    "единогласно (открыто)": {"unanimous": "да", "note": "открыто"},
    "без голосования": {"without_vote": "да"},
    "без голосования (принято к сведению)": {
        "without_vote": "да", "note": "принято к сведению",
    },
    "большинством голосов": {"note": "большинством голосов"},
    "за — 4, против — 4, воздержались — 0; голоса разделились поровну, руководитель голосовал "
    "против": {"for": "4", "against": "4", "abstained": "0", "head_in_favour": "нет"},
}  # fmt: skip


def plain(text):
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(("said", "given"), VOTES.items())
def test_a_vote(said, given):
    assert plain(vote(Vote.model_validate(given))) == said


def test_a_number_that_was_not_written_down_can_be_a_line():
    line = vote(Vote.model_validate({"for": "11"}), "___")
    assert plain(line) == "за — 11, против — ___, воздержались — ___"


def test_an_act():
    order = Act(body="Отдел", number="149-ОД", date="2025-08-28", title="О составе")
    assert plain(act(order)) == "Приказ (Отдел) от 28.08.2025 № 149-ОД «О составе»"
    assert plain(act(Act(superseded_by="приказ № 2"))) == "Приказ — заменён: приказ № 2"


def test_an_approval_in_one_line():
    words = ApprovalWords("Утверждено", "заведующий", "1 сентября 2025 г.", note="с правкой")
    assert words.line == "Утверждено: заведующий, 1 сентября 2025 г. (с правкой)"
    assert ApprovalWords("Обсуждено").line == "Обсуждено, дата не указана"


def test_small_words():
    assert clock(time(9, 5)) == "09.05"
    assert (number(4.5), number(4.0)) == ("4,5", "4")
    assert sentence("протокол № 1") == "Протокол № 1"
