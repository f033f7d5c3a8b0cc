"""What manifests write about versions, and the release line it leads to."""

import pytest

from assessor.domain.catalogue import RuntimeVersion
from assessor.infer.versions import line_for, number

PHP = tuple(RuntimeVersion(each, f"php:{each}") for each in ("5.6", "7.0", "7.4", "8.0", "8.1", "8.2", "8.3"))
PYTHON = tuple(RuntimeVersion(each, f"python:{each}") for each in ("2", "3", "3.6", "3.8", "3.11", "3.12", "3.13"))
JAVA = tuple(RuntimeVersion(each, f"java:{each}") for each in ("6", "8", "11", "17", "21"))


@pytest.mark.parametrize(
    ("stated", "lines", "default", "line", "version"),
    [
        ("8.1", PHP, "8.3", "8.1", "8.1"),
        ("7.4.33", PHP, "8.3", "7.4", "7.4.33"),
        ("^7.4 || ^8.0", PHP, "8.3", "8.3", "7.4"),
        (">=5.6,<7.1", PHP, "8.3", "7.0", "5.6"),
        ("^7.0", PHP, "8.3", "7.4", "7.0"),
        ("", PHP, "8.3", "8.3", ""),
        ("*", PHP, "8.3", "8.3", ""),
        (">=3.8", PYTHON, "3.12", "3.12", "3.8"),
        (">=3.6,<3.9", PYTHON, "3.12", "3.8", "3.6"),
        ("3.8.5", PYTHON, "3.12", "3.8", "3.8.5"),
        (">=3.13", PYTHON, "3.12", "3.13", "3.13"),
        ("8", JAVA, "17", "8", "8"),
        ("9", JAVA, "17", "11", "9"),
        ("99", JAVA, "17", "21", "99"),
    ],
)
def test_the_line_for_a_statement(stated: str, lines: tuple[RuntimeVersion, ...], default: str, line: str, version: str) -> None:
    found, plain = line_for(stated, lines, default)
    assert (found.version, plain) == (line, version)


def test_a_number_is_read_out_of_any_writing() -> None:
    assert number("v4.6.1") == (4, 6, 1)
    assert number("18.x") == (18,)
    assert number("latest") == ()
