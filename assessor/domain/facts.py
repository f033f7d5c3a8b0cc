"""What was read, with the place it was read at. Facts never interpret: stages behind them do.

One file gives one `FileFacts`. Everything in it is sorted, so that the same bytes give the same facts.
"""

from functools import cached_property
from typing import Any, Literal, TypeVar

from msgspec import Struct

from assessor.domain.sources import Role, Unread


class Evidence(Struct, frozen=True, order=True):
    """A place in the application. `line` counts from 1, 0 means the whole file; `excerpt` is masked and at most 200 characters."""

    path: str
    line: int
    rule: str = ""
    excerpt: str = ""


class Declaration(Struct, frozen=True, order=True, tag_field="fact", tag="declaration"):
    """A named thing the file defines. `name` is qualified as the language does (`com.acme.Order`, `Acme\\Order`, `Order.total`).

    `kind`: class, interface, enum, record, trait, struct, function, method, field, module, alias. `type` is the declared type of a
    field, the declared result of a method, as written, or what an alias stands for; where a language lets it follow from the
    value, the members through which that is reached (`Order.customer().name`). `parameters` are the declared types of a method's
    parameters, or of a class's own, where they were read.
    """

    name: str
    kind: str
    line: int
    lines: int = 1
    abstract: bool = False
    type: str = ""
    parameters: tuple[str, ...] = ()


class Reference(Struct, frozen=True, order=True, tag_field="fact", tag="reference"):
    """A name used inside a declaration (`source`, qualified as in `Declaration`; empty: the file itself).

    `kind`: import, extends, implements, type, new, call, access, annotation, include, query. A query is a chain of calls,
    or an argument with the method it is handed to (`Order.save` for `session.save(order)`); it adds no dependency.

    For a call, `target` is `Receiver.method` with the receiver's declared type where the file shows it, else as written; `A.b().c`
    is a call of `c` on what `b` gives back. `count` sites, the first at `line`; `in_loop` when at least one lies inside a loop.
    """

    target: str
    kind: str
    source: str
    line: int
    count: int = 1
    in_loop: bool = False


class Library(Struct, frozen=True, order=True, tag_field="fact", tag="library"):
    """A dependency that a manifest states. `ecosystem` is a package-URL type: maven, composer, npm, pypi, nuget, gem, golang.

    `scope`: runtime, development, test, provided, optional. `version` as written, empty when not stated; where an inventory
    resolved it, the version in use, and `stated` is what the manifest says.
    """

    name: str
    ecosystem: str
    version: str
    scope: str
    evidence: Evidence
    stated: str = ""


class Setting(Struct, frozen=True, order=True, tag_field="fact", tag="setting"):
    """A configured value: `key` in dotted form as the format has it, `value` masked when it is a secret.

    `format` names the descriptor that read it (`properties`, `env`, `web.xml`, `httpd`...), `profile` the environment it is for.
    `placeholder` is true for a secret whose value only says what belongs there.
    """

    key: str
    value: str
    format: str
    evidence: Evidence
    profile: str = ""
    secret: bool = False
    placeholder: bool = False


class Connection(Struct, frozen=True, order=True, tag_field="fact", tag="connection"):
    """An address of another system: URL, JDBC string, host and port. Credentials are masked.

    `scheme` in lower case without `jdbc:` (`oracle`, `mysql`, `amqp`, `http`...); `port` 0 when not stated.
    """

    url: str
    scheme: str
    host: str
    port: int
    database: str
    evidence: Evidence
    profile: str = ""


class Endpoint(Struct, frozen=True, order=True, tag_field="fact", tag="endpoint"):
    """Something the application answers at: `protocol` http, soap, jms, grpc, rpc; `method` GET... or empty.

    `router` is the variable of the file that it hangs on, where the file does not say what stands before that.
    """

    path: str
    method: str
    protocol: str
    owner: str
    evidence: Evidence
    router: str = ""


class RemoteCall(Struct, frozen=True, order=True, tag_field="fact", tag="remote-call"):
    """A call that leaves the process: `target` URL, host, queue or topic as far as the text shows it."""

    target: str
    protocol: str
    owner: str
    evidence: Evidence


Access = Literal["read", "write", "define"]


def access_of(written: str) -> Access | None:
    """The access that a rule or a trait states; None for any other text."""
    match written:
        case "read" | "write" | "define":
            return written
    return None


class TableUse(Struct, frozen=True, order=True, tag_field="fact", tag="table-use"):
    """A table that is touched. `access`: read, write, define. `owner` is the declaration (empty: the file)."""

    table: str
    access: Access
    owner: str
    evidence: Evidence


class ForeignKey(Struct, frozen=True, order=True, tag_field="fact", tag="foreign-key"):
    """A foreign key from table to table; columns where stated."""

    table: str
    columns: tuple[str, ...]
    target: str
    target_columns: tuple[str, ...]
    evidence: Evidence


class Transaction(Struct, frozen=True, order=True, tag_field="fact", tag="transaction"):
    """A transaction border: `kind` declared, explicit, distributed; `owner` the method or class that opens it."""

    kind: str
    owner: str
    evidence: Evidence
    tables: tuple[str, ...] = ()


class Injection(Struct, frozen=True, order=True, tag_field="fact", tag="injection"):
    """A type, as written, that a container hands to `owner`. `kind`: declared; registered, which holds only where a
    `Registration` names the type; wired, which holds only where a container takes all classes of a folder."""

    type: str
    kind: str
    owner: str
    evidence: Evidence


class Registration(Struct, frozen=True, order=True, tag_field="fact", tag="registration"):
    """A type that a container is told to hand out, and the type that stands for it (empty: itself, or what a function makes)."""

    type: str
    implementation: str
    owner: str
    evidence: Evidence


class Process(Struct, frozen=True, order=True, tag_field="fact", tag="process"):
    """A process or job that somebody starts: cron line, systemd unit, Procfile line, supervisord program, compose service.

    `kind`: web, worker, scheduler, job, one-shot, service, unknown. `schedule` as written.
    """

    name: str
    command: str
    kind: str
    schedule: str
    evidence: Evidence


class Port(Struct, frozen=True, order=True, tag_field="fact", tag="port"):
    """A port that something listens on, or that an image exposes. `of` names the listener."""

    number: int
    protocol: str
    of: str
    evidence: Evidence


class Image(Struct, frozen=True, order=True, tag_field="fact", tag="image"):
    """A container image that a Dockerfile, compose file or manifest names. `use`: base, service."""

    reference: str
    use: str
    of: str
    evidence: Evidence


class Artifact(Struct, frozen=True, order=True, tag_field="fact", tag="artifact"):
    """Something a build makes or a descriptor describes: `kind` war, ear, jar, ejb, exe, dll, site, wheel, package, pom...

    `main` marks what can be started by itself (main class, output type Exe, start script). `folder` is its source root.
    """

    name: str
    kind: str
    folder: str
    version: str
    main: bool
    evidence: Evidence
    modules: tuple[str, ...] = ()


class Trait(Struct, frozen=True, order=True, tag_field="fact", tag="trait"):
    """Anything else worth knowing: an open name (`session.in-memory`, `installer.wix`), the place, and what the rule captured."""

    name: str
    evidence: Evidence
    fields: tuple[tuple[str, str], ...] = ()


Fact = (
    Declaration
    | Reference
    | Library
    | Setting
    | Connection
    | Endpoint
    | RemoteCall
    | TableUse
    | ForeignKey
    | Transaction
    | Injection
    | Registration
    | Process
    | Port
    | Image
    | Artifact
    | Trait
)


AnyFact = TypeVar("AnyFact", bound=Struct)


class FileFacts(Struct, frozen=True, dict=True):
    """All facts of one file. `namespace` is the package or module the text declares, where it does."""

    path: str
    language: str
    role: Role
    lines: int
    namespace: str
    facts: tuple[Fact, ...]
    unread: tuple[Unread, ...] = ()
    code_lines: int = 0

    def of(self, kind: type[AnyFact]) -> tuple[AnyFact, ...]:
        """The facts of one kind, in their order."""
        return self._by_kind.get(kind, ())

    @cached_property
    def _by_kind(self) -> dict[type, tuple[Any, ...]]:
        # Dozens of questions go over all facts of all files: sorted once, each costs only what it finds.
        found: dict[type, list[Fact]] = {}
        for fact in self.facts:
            found.setdefault(type(fact), []).append(fact)
        return {kind: tuple(facts) for kind, facts in found.items()}
