"""Folders below the project in Python settings."""

import ast

import pytest

from assessor.extract.python_paths import project_path


@pytest.mark.parametrize(
    ("expression", "path"),
    [
        ('os.path.join(BASE_DIR, "media", "photos")', "./media/photos"),
        ('BASE_DIR / "data" / "db.sqlite3"', "./data/db.sqlite3"),
        ('BASE_DIR.parent / "media"', "./media"),
        ("BASE_DIR + '/uploads'", "./uploads"),
        ("getattr(configuration, 'MEDIA_ROOT', os.path.join(PROJECT_ROOT, 'media')).rstrip('/')", "./media"),
        ('str(ROOT_DIR.joinpath("storage"))', "./storage"),
        ("os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'var')", "./var"),
        ('MEDIA_ROOT / "documents"', None),
        ("os.path.join(BASE_DIR, name)", None),
        ("price / 2", None),
        ("os.path.join(BASE_DIR, '/etc')", None),
    ],
)
def test_expressions(expression: str, path: str | None) -> None:
    assert project_path(ast.parse(expression, mode="eval").body) == path
