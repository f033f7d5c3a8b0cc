"""pip's requirements files."""

from facts_of import facts_of

from assessor.extract.descriptors.requirements import DESCRIPTOR


def test_runtime() -> None:
    text = """# comment
Django>=3.2,<4  # LTS
celery[redis]==5.2.7
psycopg2-binary == 2.9 ; python_version > "3.6"
-r base.txt
--index-url https://example.org/simple
git+https://github.com/acme/tool.git#egg=acme-tool
./local/package
"""
    assert facts_of(DESCRIPTOR, text, "requirements.txt") == [
        "2 Library django pypi >=3.2,<4 runtime",
        "3 Library celery pypi ==5.2.7 runtime",
        "3 Trait library.extra extra=redis,library=celery",
        "4 Library psycopg2-binary pypi ==2.9 runtime",
        "7 Library acme-tool pypi runtime",
    ]


def test_development() -> None:
    text = """pytest
"""
    assert facts_of(DESCRIPTOR, text, "requirements/dev.txt") == [
        "1 Library pytest pypi development",
    ]


def test_broken() -> None:
    text = """====
[]{}
"""
    assert facts_of(DESCRIPTOR, text, "requirements.txt") == []
