"""Shared fixtures: the knowledge that ships with the program is read once."""

import pytest

from assessor.domain.knowledge import Knowledge


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    from assessor.pipeline import knowledge

    return knowledge()
