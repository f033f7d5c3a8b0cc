"""What an error suggests."""

import pytest

from assessor.errors import nearest

RULES = [
    "com-reference",
    "go-scheduler",
    "java-file-write",
    "java-jdbc-constant",
    "php-secret-literal",
    "secret-setting",
    "segment",
]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("java-file-wirte", "java-file-write"),
        ("com-referense", "com-reference"),
        ("secret", "secret-setting"),
        ("jdbc", "java-jdbc-constant"),
        ("shceduler", "go-scheduler"),
        ("zzz", ""),
    ],
)
def test_the_nearest_is_written_alike_or_holds_the_word(word: str, meant: str) -> None:
    assert nearest(word, RULES) == (f", did you mean '{meant}'?" if meant else "")
