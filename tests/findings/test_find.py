"""Findings of code rules and of `rules/findings/`, with fingerprints that survive moved lines."""

from msgspec.structs import replace

from assessor.domain.findings import Finding
from assessor.domain.knowledge import Knowledge
from assessor.domain.language import CodeRule, CodeRuleMetadata
from assessor.domain.runtime import Landscape
from assessor.findings.examples import read
from assessor.findings.find import find
from assessor.knowledge.load import load
from assessor.resources import folder

NOTHING = Landscape((), (), ())
KNOWLEDGE = load([folder("rules")]).knowledge
WRITES = CodeRule(
    id="java-file-write",
    language="java",
    message="Writes the file $FILE",
    rule={"pattern": "new FileWriter($FILE)"},
    metadata=CodeRuleMetadata(fact="trait", name="file.write", fields={"file": "$FILE"}, mark="handled", concern="local-files"),
)


def found(*facts: dict[str, object], knowledge: Knowledge = KNOWLEDGE) -> tuple[Finding, ...]:
    return find(read(facts)[0], NOTHING, knowledge)


def test_a_code_rule_with_a_mark_is_a_finding_and_its_message_is_filled() -> None:
    knowledge = replace(KNOWLEDGE, code=(WRITES,), findings=())
    fact = {"fact": "trait", "name": "file.write", "file": "/var/out.txt", "rule": "java-file-write", "path": "A.java", "line": 7}
    one = found(fact, knowledge=knowledge)
    assert [(f.rule, f.mark, f.message, f.evidence.path, f.evidence.line) for f in one] == [
        ("java-file-write", "handled", "Writes the file /var/out.txt", "A.java", 7)
    ]


def test_a_captured_name_is_not_hidden_by_the_name_of_the_trait() -> None:
    metadata = CodeRuleMetadata(
        fact="trait", name="config.environment", fields={"name": "$NAME"}, mark="booster", concern="boosters"
    )
    reads = replace(WRITES, id="java-config-environment", message="Reads the variable $NAME", metadata=metadata)
    fact = {"fact": "trait", "name": "config.environment", "fields": {"name": "DB_HOST"}, "rule": reads.id, "path": "A.java"}
    one = found(fact, knowledge=replace(KNOWLEDGE, code=(reads,), findings=()))
    assert [finding.message for finding in one] == ["Reads the variable DB_HOST"]


def test_only_source_counts() -> None:
    assert found({"fact": "trait", "name": "session.sticky", "role": "test"}) == ()
    assert [f.rule for f in found({"fact": "trait", "name": "session.sticky"})] == ["session-sticky"]


def test_fingerprints_survive_moved_lines_and_tell_equal_lines_apart() -> None:
    def stamps(*lines: int) -> list[str]:
        facts = [{"fact": "trait", "name": "session.sticky", "line": n, "excerpt": "stick on src"} for n in lines]
        return [finding.fingerprint for finding in found(*facts)]

    assert stamps(3) == stamps(30)
    assert stamps(3, 9) == stamps(13, 19)
    assert len(set(stamps(3, 9))) == 2


def test_accepting_a_finding_in_its_line_does_not_make_it_another_one() -> None:
    plain, accepted = (
        found({"fact": "trait", "name": "session.sticky", "excerpt": excerpt})[0].fingerprint
        for excerpt in ("stick on src;", "stick on src; # assessor:ignore[session-sticky] on purpose")
    )
    assert plain == accepted


def test_messages_name_what_was_found() -> None:
    one = found({"fact": "setting", "key": "scan.path", "value": "\\\\scan01\\in", "path": "a.properties"})
    assert [(f.rule, f.mark, f.message) for f in one] == [
        ("path-unc-setting", "blocker", "A Windows share is reached by its name: scan.path = \\\\scan01\\in")
    ]


def test_a_trigger_that_a_later_migration_drops_is_no_finding() -> None:
    made = {"fact": "trait", "name": "sql.trigger", "path": "migrations/0002.sql", "fields": {"name": "touch_visit"}}
    dropped = {
        "fact": "trait",
        "name": "sql.dropped",
        "path": "migrations/0007.sql",
        "fields": {"kind": "trigger", "name": "touch_visit"},
    }
    assert [finding.rule for finding in found(made)] == ["database-triggers"]
    assert found(made, dropped) == ()
    assert found({**made, "path": "migrations/0008.sql"}, dropped) != ()
    assert found(made, {**dropped, "path": "migrations/0007.down.sql"}) != ()


def test_a_procedure_that_several_scripts_make_is_one() -> None:
    def places(*paths: str, name: str = "Total") -> list[str]:
        made = [{"fact": "trait", "name": "sql.procedure", "path": path, "fields": {"name": name}} for path in paths]
        return [finding.evidence.path for finding in found(*made) if finding.rule == "stored-procedures"]

    assert places("migrations/0002.sql", "migrations/0005.sql", "migrations/0007.down.sql") == ["migrations/0005.sql"]
    assert places("db/create.sql", "migrations/0005.sql") == ["migrations/0005.sql"]
    assert places("db/oracle.sql", "db/postgres.sql") == ["db/oracle.sql"]
    assert places("db/oracle.sql", "db/postgres.sql", name="") == ["db/oracle.sql", "db/postgres.sql"]


def test_what_a_rule_did_not_capture_leaves_no_brackets() -> None:
    metadata = CodeRuleMetadata(
        fact="trait", name="scheduler", fields={"schedule": "$SCHEDULE"}, mark="handled", concern="in-process-scheduler"
    )
    runs = replace(WRITES, id="java-scheduler", message="Runs a job ($SCHEDULE)", metadata=metadata)
    knowledge = replace(KNOWLEDGE, code=(runs,), findings=())

    def said(**fields: str) -> str:
        return found({"fact": "trait", "name": "scheduler", "rule": runs.id, "fields": fields}, knowledge=knowledge)[0].message

    assert said() == "Runs a job"
    assert said(schedule="0 1 * * *") == "Runs a job (0 1 * * *)"


def test_a_database_in_a_file_is_no_address() -> None:
    stated = {"fact": "connection", "scheme": "sqlite", "path": "settings.py", "rule": "python-database-connection"}
    assert found({**stated, "url": "sqlite:///clinic.db", "host": ""}) == ()
