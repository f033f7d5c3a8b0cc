"""The metadata of an installed distribution: requirements with their scope, and the Python they ask for."""

from assessor.domain.facts import Evidence, Library, Trait
from assessor.extract.descriptor import Document
from assessor.extract.descriptors.python_metadata import DESCRIPTOR

TEXT = """Metadata-Version: 2.1
Name: Acme
Requires-Python: >=3.11
Requires-Dist: Django[argon2]==5.2.*,>=5.2.17
Requires-Dist: celery (>=5.3)
Requires-Dist: psycopg2-binary; extra == "postgres"

Requires-Dist: prose-after-the-headers
"""


def test_headers_become_libraries_and_the_runtime() -> None:
    path = "acme-1.0.dist-info/METADATA"
    assert DESCRIPTOR.matches(path) and not DESCRIPTOR.matches("docs/METADATA.txt")

    def place(line: int) -> Evidence:
        return Evidence(path, line, "python-metadata", TEXT.split("\n")[line - 1])

    assert list(DESCRIPTOR.read(Document(path=path, text=TEXT, raw=TEXT.encode()))) == [
        Trait("runtime.version", place(3), (("name", "python"), ("version", ">=3.11"))),
        Library("django", "pypi", "==5.2.*,>=5.2.17", "runtime", place(4)),
        Library("celery", "pypi", ">=5.3", "runtime", place(5)),
        Library("psycopg2-binary", "pypi", "", "optional", place(6)),
    ]
