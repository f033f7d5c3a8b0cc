"""Files of databases inside the application's process."""

import pytest

from assessor.domain.facts import Connection, Evidence, FileFacts
from assessor.plan.embedded import database_folders

PLACE = Evidence("app.properties", 1)


@pytest.mark.parametrize(
    ("url", "scheme", "folder"),
    [
        ("jdbc:h2:./data/tracker", "h2", "/app/data"),
        ("jdbc:h2:file:/var/shop/db;MODE=MySQL", "h2", "/var/shop"),
        ("jdbc:h2:file:~/.shop/db", "h2", "/home/app/.shop"),
        ("sqlite:///var/shop.db", "sqlite", "/app/var"),
        ("sqlite:////srv/shop/shop.db", "sqlite", "/srv/shop"),
        ("Data Source=config/shop.db", "sqlite", "/app/config"),
        ("jdbc:hsqldb:file:db/shop", "hsqldb", "/app/db"),
        ("jdbc:derby:store/shop;create=true", "derby", "/app/store"),
    ],
)
def test_folder(url: str, scheme: str, folder: str) -> None:
    assert list(database_folders([_file(url, scheme)], [scheme], "/app")) == [(folder, PLACE)]


@pytest.mark.parametrize(
    ("url", "scheme"),
    [
        ("jdbc:h2:mem:test", "h2"),
        ("jdbc:h2:tcp://db01/shop", "h2"),
        ("sqlite:///shop.db", "sqlite"),  # beside the code: no volume can lie over the application itself
        ("jdbc:h2:${data}/x", "h2"),
        ("sqlite:////etc/shop/x.db", "sqlite"),
        ("jdbc:postgresql://db/shop", "postgresql"),
    ],
)
def test_no_folder(url: str, scheme: str) -> None:
    assert list(database_folders([_file(url, scheme)], ["h2", "sqlite"], "/app")) == []


def test_a_database_that_was_not_chosen() -> None:
    assert list(database_folders([_file("jdbc:h2:./data/x", "h2")], [], "/app")) == []


def _file(url: str, scheme: str) -> FileFacts:
    return FileFacts("app.properties", "properties", "source", 1, "", (Connection(url, scheme, "", 0, "", PLACE),))
