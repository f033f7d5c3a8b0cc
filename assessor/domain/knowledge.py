"""All that `rules/` says, checked and sorted by id."""

from msgspec import Struct

from assessor.domain.catalogue import RuntimeKind, ServiceKind
from assessor.domain.criteria import Assumption, Criterion, FindingRule, InterviewQuestion, Precedent, SentenceBook
from assessor.domain.doubt import Doubt
from assessor.domain.language import CodeRule, Language
from assessor.domain.measured import Measured
from assessor.domain.roles import RoleRule


class Knowledge(Struct, frozen=True):
    """Each field is a folder of `rules/`, its values one file each. `digest` is over every file's bytes, in hex; `given` are the
    ids, sorted, of what folders of the user hold."""

    roles: tuple[RoleRule, ...]
    languages: tuple[Language, ...]
    code: tuple[CodeRule, ...]
    services: tuple[ServiceKind, ...]
    runtimes: tuple[RuntimeKind, ...]
    findings: tuple[FindingRule, ...]
    criteria: tuple[Criterion, ...]
    interview: tuple[InterviewQuestion, ...]
    assumptions: tuple[Assumption, ...]
    precedents: tuple[Precedent, ...]
    digest: str
    given: tuple[str, ...] = ()
    sentences: tuple[SentenceBook, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    measured: tuple[Measured, ...] = ()
