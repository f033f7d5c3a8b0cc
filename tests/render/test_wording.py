"""How values read on a page."""

import pytest

from assessor.domain.shares import share
from assessor.render import wording


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [(0, 0, "0"), (12345, 0, "12,345"), (-1.225, 2, "−1.23"), (0.5, 1, "0.5"), (2.0, 2, "2"), (-0.001, 2, "0"), (100, 0, "100")],
)
def test_numbers(value: float, digits: int, text: str) -> None:
    assert wording.number(value, digits) == text


def test_scores_carry_their_sign() -> None:
    assert [wording.score(value) for value in (-1.5, 0, 0.65, 0.001)] == ["−1.5", "0", "+0.65", "0"]


def test_shares_never_round_to_all_or_nothing() -> None:
    shares = [share(value) for value in (0, 0.0004, 0.318, 0.93, 0.9996, 1)]
    assert shares == ["0 %", "< 0.1 %", "31.8 %", "93 %", "> 99.9 %", "100 %"]


def test_sizes_and_ranges() -> None:
    assert [wording.lines(n) for n in (1, 842, 95996, 1_234_567)] == ["1 line", "842 lines", "96.0 kLOC", "1.2 MLOC"]
    assert [wording.memory(n) for n in (512, 1024, 3584)] == ["512 MiB", "1 GiB", "3.5 GiB"]
    assert [wording.between(0.5, 1), wording.between(3, 3)] == ["0.5 to 1", "3"]


def test_ranges_and_sizes_in_both_languages() -> None:
    assert [wording.between(6, 13, language) for language in ("en", "zh-CN")] == ["6 to 13", "6 至 13"]
    assert [wording.lines(count, "zh-CN") for count in (842, 96_000)] == ["842 行", "9.6 万行"]


def test_clipping_counts_wide_letters_and_keeps_the_end_that_tells() -> None:
    assert wording.clip("short", 10) == "short"
    assert wording.clip("com.acme.claims.SettlementBean", 16, "end").startswith("…")
    assert wording.clip("com.acme.claims.SettlementBean", 16, "end").endswith("SettlementBean")
    assert wording.width(wording.clip("保单理赔处理检查受益人信息", 10)) <= 10


def test_the_first_sentence_can_stand_apart() -> None:
    assert wording.lead("The data do not come apart. 9 of 18 tables.") == ("The data do not come apart.", "9 of 18 tables.")
    assert wording.lead("Lift three blockers: licence key.") == ("Lift three blockers:", "licence key.")
    assert wording.lead("数据分不开。38 张表。") == ("数据分不开。", "38 张表。")
    assert wording.lead("No early end here") == ("", "No early end here")


def test_what_a_page_must_not_carry() -> None:
    assert wording.printable("a\x00b\x1b[31m\u202ec\r\n\td\ud800") == "a\ufffdb\ufffd[31m[U+202E]c\n\td\\ud800"
