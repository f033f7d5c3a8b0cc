"""setup.py, setup.cfg and the entry files of Python web applications, none of them run."""

import pytest
from facts_of import facts_of

from assessor.extract.descriptor import Unreadable
from assessor.extract.descriptors.setup_py import DESCRIPTOR


def test_setup() -> None:
    text = """from setuptools import setup
requires = ["pyramid", "SQLAlchemy>=1.4"]
setup(
    name="desk",
    version="1.1",
    install_requires=requires,
    extras_require={"pg": ["psycopg2"]},
    python_requires=">=3.6",
    entry_points={"console_scripts": ["desk=desk:main"]},
)
"""
    assert facts_of(DESCRIPTOR, text, "setup.py") == [
        "2 Library pyramid pypi runtime",
        "2 Library sqlalchemy pypi >=1.4 runtime",
        "4 Artifact desk wheel 1.1 main!",
        "7 Library psycopg2 pypi optional",
        "8 Trait runtime.version name=python,version=>=3.6",
    ]


def test_setup_cfg() -> None:
    text = """[metadata]
name = desk
[options]
python_requires = >=3.7
install_requires =
    flask
    gunicorn>=20
"""
    assert facts_of(DESCRIPTOR, text, "setup.cfg") == [
        "2 Artifact desk wheel",
        "4 Trait runtime.version name=python,version=>=3.7",
        "6 Library flask pypi runtime",
        "7 Library gunicorn pypi >=20 runtime",
    ]


def test_manage() -> None:
    text = """import os
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinic.settings")
from django.core.management import execute_from_command_line
"""
    assert facts_of(DESCRIPTOR, text, "clinic/manage.py") == [
        "2 Artifact clinic/manage.py django clinic main!",
        "2 Trait settings.module name=clinic.settings",
    ]


def test_wsgi() -> None:
    text = """from clinic import create_app

application = create_app()
"""
    assert facts_of(DESCRIPTOR, text, "clinic/wsgi.py") == [
        "3 Artifact clinic/wsgi.py wsgi clinic main!",
    ]


def test_python_2() -> None:
    with pytest.raises(Unreadable):
        facts_of(
            DESCRIPTOR,
            """print "hello"
""",
            "setup.py",
        )
