"""The shapes of `rules/findings/`, `rules/criteria/`, `rules/interview/`, `rules/assumptions/` and `rules/precedents/`."""

from typing import Any

from msgspec import Struct


class FindingRule(Struct, frozen=True):
    """One file of `rules/findings/`: a predicate over facts that is a finding."""

    id: str
    when: dict[str, Any]


class Criterion(Struct, frozen=True):
    """One file of `rules/criteria/`: a sign that speaks for one of the five dimensions."""

    id: str
    when: dict[str, Any]


class InterviewQuestion(Struct, frozen=True):
    """One file of `rules/interview/`."""

    id: str


class Assumption(Struct, frozen=True):
    """One file of `rules/assumptions/`: a threshold or constant with its basis and source."""

    id: str


class Precedent(Struct, frozen=True):
    """One file of `rules/precedents/`."""

    id: str
