"""What the sections compute before anything is drawn."""

from msgspec.structs import replace

from assessor.domain.assessment import Assessment
from assessor.domain.deployment import Container
from assessor.domain.facts import Evidence, Process
from assessor.domain.findings import Accepted, Effort, Finding
from assessor.domain.judgement import Flip
from assessor.domain.knowledge import Knowledge
from assessor.render.citations import Citations
from assessor.render.report import Report, views
from assessor.render.views.bundle import noted
from assessor.render.views.executive import build as executive
from assessor.render.views.findings import build as findings
from assessor.render.views.findings import common, packaging_effort
from assessor.render.views.method import build as method
from assessor.render.views.roadmap import build as roadmap
from assessor.render.views.services import build as services
from assessor.render.views.split import Term
from assessor.render.views.split import build as split
from assessor.render.views.structure import build as structure
from assessor.render.views.system import build as system
from assessor.render.views.tables import build as tables
from assessor.render.views.timetable import timetable
from tests.render.example import NOTHING_KNOWN, huge, nearly_empty, rich


def report(assessment: Assessment) -> Report:
    return Report(assessment, NOTHING_KNOWN, Citations())


def test_views_are_found_by_the_name_of_their_section() -> None:
    assert {"executive", "dimensions", "evidence"} <= set(views())


def test_effort_counts_once_per_rule_and_only_what_is_work() -> None:
    assert packaging_effort(rich().findings) == Effort(15.0, 30.0)
    assert packaging_effort(()) == Effort(0, 0)


def test_what_is_only_likely_counts_from_nothing_to_its_high_end() -> None:
    sure = Finding("mail", "handled", "mail", "Sends mail", "", Evidence("a.py", 1, ""), "", Effort(0.5, 1))
    likely = replace(sure, rule="socket", confidence=0.8, effort=Effort(2, 3))
    doubtful = replace(sure, rule="thread", confidence=0.4, effort=Effort(5, 8))
    again = replace(sure, confidence=0.6, effort=Effort(7, 9))  # a rule that is certain elsewhere: counted there
    fine = replace(likely, rule="log", mark="fine")
    accepted = replace(likely, rule="disk", accepted=Accepted("configured", "known", "assessor.toml:1"))
    every = (sure, likely, doubtful, again, fine, accepted)
    assert packaging_effort(every) == Effort(0.5, 4)
    seen = roadmap(report(replace(rich(), findings=every)))
    assert [(step.kind, step.count, step.effort) for step in seen.steps if step.effort] == [
        ("uncertain", 1, Effort(0, 3)),
        ("handled", 1, Effort(0.5, 1)),
    ]
    assert seen.effort == Effort(0.5, 4)
    shown = findings(report(replace(rich(), findings=every)))
    assert (shown.effort, shown.hint_effort, shown.hints, shown.hint_rules) == (Effort(0.5, 4), Effort(0, 3), 5, 5)


def test_findings_are_grouped_by_mark_and_the_dearest_comes_first() -> None:
    seen = findings(report(rich()))
    assert [group.mark for group in seen.groups] == ["blocker", "handled", "fine", "booster"]
    assert [rule.rule for rule in seen.groups[0].rules] == ["native-library", "licence-host-bound", "unc-path"]
    assert (seen.blockers, seen.hits, seen.end) == (3, 208, 8)


def test_every_rule_gets_its_share_of_the_listed_places() -> None:
    seen = findings(report(huge()))
    assert (seen.hits, seen.listed) == (3000, 2000)
    assert {len(listing.places) for listing in seen.listings} == {33, 34}


def test_messages_that_differ_show_what_they_share() -> None:
    assert common(["Writes a file", "Writes a file"]) == "Writes a file"
    assert common(["An address is fixed: a = 1", "An address is fixed: b = 2"]) == "An address is fixed"
    assert common(["Runs a job (hour = 1)", "Runs a job (hour = 2)"]) == "Runs a job"
    assert common(["Alpha", "Beta"]) == "Alpha"


def test_changes_of_the_verdict_come_before_what_keeps_it() -> None:
    assessment = rich()
    flips = (
        Flip("question", "who", "Customers", "bundle"),
        Flip("question", "who", "We", "modular-monolith"),
        Flip("question", "who", "We, centrally", "modular-monolith"),
        Flip("question", "load", "More than ten times", "modular-monolith"),
        Flip("threshold", "understood", "98 % instead of 50 %", "insufficient-evidence"),
    )
    assessment = replace(assessment, recommendation=replace(assessment.recommendation, flips=flips))
    assert [change.text for change in executive(report(assessment)).changes] == ["We", "More than ten times", "We, centrally"]


def test_tables_with_most_writers_come_first() -> None:
    seen = tables(report(rich()))
    assert (seen.tables, seen.shared) == (18, 9)
    assert seen.rows[0].name == "AUDIT_LOG"
    assert {use.kind for use in seen.rows[0].uses} == {"none", "shared"}


def test_packages_without_dependencies_have_no_row() -> None:
    seen = structure(report(rich()))
    assert (seen.rows, seen.alone, seen.merged, seen.prefix) == (12, 0, 0, "com.acme.")
    assert structure(report(nearly_empty())).matrix is None
    crowded = structure(report(huge()))
    assert crowded.matrix and len(crowded.matrix.labels) <= 60


def test_the_part_that_can_be_cut_best_comes_first_and_the_lowest_term_binds() -> None:
    seen = split(report(rich()))
    assert [border.name for border in seen.borders] == ["Policy", "Claims"]
    assert seen.terms == ("seam", "calls", "writers", "cycle")
    assert seen.borders[1].terms == (Term(0.31, False), Term(0.28, False), Term(None, False), Term(0.23, True))
    assert (seen.items, seen.together) == (("calls", "transactions", "keys"), (636, 24, 68))
    assert (seen.reaching, seen.least, seen.end) == (0, 0.6, 600)
    assert split(report(nearly_empty())).borders == ()


def test_a_part_that_nothing_binds_needs_no_remedy() -> None:
    one = rich()
    free = replace(one.cut.candidates[0], part=replace(one.cut.candidates[0].part, cut=1.0, lifted=1.0))
    border = split(report(replace(one, cut=replace(one.cut, candidates=(free,))))).borders[0]
    assert border.remedy == "" and not any(term.binds for term in border.terms)


def test_a_cut_of_packages_says_how_many_stood_for_the_units() -> None:
    one = rich()
    assert split(report(one)).merged == 0
    large = replace(one, cut=replace(one.cut, merged=True, nodes=750))
    assert split(report(large)).merged == 750


def test_rules_that_looked_and_found_nothing_are_those_of_its_languages_and_of_descriptors(knowledge: Knowledge) -> None:
    one = replace(rich(), findings=())
    seen = method(Report(one, knowledge, Citations()))
    languages = {share.name for share in one.coverage.languages}
    assert {rule.language for rule in seen.silent} - {""} <= languages and seen.rules == ()
    assert "java-file-write" in {rule.id for rule in seen.silent} and "php-file-write" not in {rule.id for rule in seen.silent}
    assert all(rule.text and "$" not in rule.text for rule in seen.silent)
    spoken = method(Report(rich(), knowledge, Citations()))
    assert {rule.id for rule in spoken.silent}.isdisjoint(rule.id for rule in spoken.rules)


def test_services_that_count_come_first() -> None:
    seen = services(report(rich()))
    assert [(share.name, share.counted) for share in seen.services] == [("partner-web", False), ("desk-web", False)]
    assert (seen.counted, seen.sites, seen.shared, seen.owned) == (0, 2, 1, 0)


def test_runs_are_segments_of_one_bar() -> None:
    kept, other = executive(report(rich())).runs
    assert (kept.verdict, round(kept.share, 3), kept.kept) == ("bundle", 0.567, True)
    assert (other.verdict, other.kept) == ("modular-monolith", False)
    assert kept.width + other.width < 420
    assert executive(report(nearly_empty())).runs == ()


def test_triggers_of_windows_are_said_in_words_and_cron_stays() -> None:
    said = lambda schedule: timetable(schedule, lambda text, **values: text % values if values else text)  # noqa: E731
    assert said("CalendarTrigger 2011-03-01T03:30:00 1") == "by the calendar at 03:30"
    assert said("TimeTrigger PT15M 2019-01-01T00:00:00") == "on 2019-01-01 at 00:00, every 15 minutes"
    assert said("BootTrigger; LogonTrigger") == "when the machine starts, when somebody logs on"
    assert said("*/10 * * * *") == "*/10 * * * *"
    assert said("on demand") == "on demand"


def test_what_runs_beside_the_application_stands_apart_from_what_is_inside_of_it_or_only_named() -> None:
    one = rich()
    first = one.landscape.services[0]
    inner = replace(first, id="sqlite", name="SQLite", placement="embedded")
    named = replace(first, id="db2", name="IBM Db2", placement="mentioned")
    seen = system(report(replace(one, landscape=replace(one.landscape, services=(named, inner, *one.landscape.services)))))
    assert [(item.name, item.kind) for item in seen.named[:2]] == [("SQLite", "embedded"), ("IBM Db2", "mentioned")]
    assert {"SQLite", "IBM Db2"}.isdisjoint(item.name for item in seen.services)
    assert [(item.name, item.kind) for item in seen.runtimes] == [("JBoss EAP", "Linux container")]


def test_lines_of_the_compose_file_that_say_a_note_are_not_shown_beside_it() -> None:
    container = Container("web", "web", "x", notes=("Images of 5.7 exist for amd64 only.",), todos=("set the time zone",))
    assert noted("    # Images of 5.7 exist for amd64 only.", container)
    assert noted("#     # TODO: set the time zone", container)
    assert not noted("    # web: pom.xml:3", container)
    assert not noted('    image: "Images of 5.7 exist for amd64 only."', container)


def test_a_process_that_two_files_name_stands_once() -> None:
    compose = Process("billing", "", "service", "", Evidence("compose.yml", 3, "compose", ""))
    image = Process("billing", "python -m billing", "service", "", Evidence("billing/Dockerfile", 10, "dockerfile", ""))
    alone = Process("gateway", "", "service", "", Evidence("compose.yml", 9, "compose", ""))
    seen = system(report(replace(rich(), processes=(compose, image, alone)))).processes
    assert [(item.name, item.detail, [c.place for c in item.citations]) for item in seen] == [
        ("billing", ("python -m billing",), ["billing/Dockerfile:10", "compose.yml:3"]),
        ("gateway", (), ["compose.yml:9"]),
    ]
