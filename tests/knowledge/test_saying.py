"""Numbers in sentences: in words, in groups of three digits, or as they are."""

from assessor.domain.sentences import say

SENTENCES = {
    "size": {
        "en": "{units:count} units in {parts:number} {parts?part|parts}",
        "zh-CN": "{parts:number}个部件、{units:count} 个单元",
    }
}


def test_large_numbers_are_grouped_and_small_ones_are_words() -> None:
    assert say(SENTENCES, "size", [("units", "20000"), ("parts", "2")]) == "20,000 units in two parts"
    assert say(SENTENCES, "size", [("units", "7"), ("parts", "1")]) == "7 units in one part"
    assert say(SENTENCES, "size", [("units", "20000"), ("parts", "2")], "zh-CN") == "两个部件、20,000 个单元"


def test_what_is_no_number_stays() -> None:
    assert say(SENTENCES, "size", [("units", "some"), ("parts", "14")]) == "Some units in 14 parts"
