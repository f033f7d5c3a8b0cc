"""Findings point at what of the bundle handles them, and back."""

from msgspec.structs import replace

from assessor.domain.deployment import Build, BundleFile, Container, Deployment, Mount, Variable
from assessor.domain.facts import Evidence
from assessor.domain.findings import Effort, Finding, Mark
from assessor.plan.handled import handled


def finding(concern: str, path: str, line: int, message: str = "", rule: str = "r", mark: Mark = "handled") -> Finding:
    return Finding(rule, mark, concern, message, "", Evidence(path, line), "f", Effort(0, 1))


WEB = Container(
    "web",
    "web",
    "clinic-web",
    build="web",
    expose=(8000,),
    environment=(Variable("DB_HOST", "${DB_HOST}", False, "", (Evidence("settings.py", 12),)),),
    mounts=(Mount("uploads", "/srv/clinic/uploads", evidence=(Evidence("settings.py", 30),)), Mount("./proxy.conf", "/etc/p.conf")),
)
DEPLOYMENT = Deployment(
    name="clinic",
    containers=(WEB, Container("db", "database", "postgres:17"), Container("old", "web", "x", build="old", commented="not sure")),
    builds=(),
    volumes=("uploads",),
    variables=(Variable("SMTP_HOST", "", False, ""),),
    outside=(),
    files=(BundleFile("scheduler/crontab", "", (Evidence("deploy/crontab", 3),)),),
)


def handlers(one: Finding) -> tuple[str, ...]:
    return handled([one], DEPLOYMENT)[0].handled_by


def test_a_part_made_from_the_place_of_the_finding_handles_it() -> None:
    assert handlers(finding("hard-coded-address", "settings.py", 12)) == ("variable DB_HOST",)
    assert handlers(finding("absolute-paths", "settings.py", 30)) == ("volume uploads",)
    assert handlers(finding("in-process-scheduler", "deploy/crontab", 3)) == ("file scheduler/crontab",)


def test_what_answers_a_concern_wherever_it_shows() -> None:
    assert handlers(finding("in-process-scheduler", "jobs.py", 4)) == ("one replica of web",)
    assert handlers(finding("mail", "mail.py", 9)) == ("variable SMTP_HOST",)
    assert handlers(finding("listening-sockets", "main.py", 2, "Listens on port 8000")) == ("port 8000 of web",)


def test_a_volume_above_the_path_of_the_finding() -> None:
    assert handlers(finding("absolute-paths", "a.py", 1, "Uses the fixed path /srv/clinic/uploads/in")) == ("volume uploads",)
    assert handlers(finding("local-files", "a.py", 1, "Takes uploaded files", "python-file-upload")) == ("volume uploads",)


def test_nothing_is_claimed_without_a_reason() -> None:
    assert handlers(finding("absolute-paths", "a.py", 1, "Uses the fixed path /srv/clinic/uploads-old")) == ()
    assert handlers(finding("hard-coded-address", "settings.py", 13)) == ()
    assert handlers(finding("listening-sockets", "main.py", 2, "Listens on port 9000")) == ()
    assert handlers(finding("in-process-scheduler", "jobs.py", 4, mark="fine")) == ()
    assert handled([finding("mail", "m.py", 1)], replace(DEPLOYMENT, variables=()))[0].handled_by == ()


def test_a_file_that_defines_the_resource_and_an_image_that_has_the_program() -> None:
    build = Build("web", "web.Dockerfile", "", "tomcat", "", inputs=(("extension", "ldap"),), packages=("ghostscript", "git"))
    context = BundleFile("tomcat/ROOT.xml", '<Resource name="jdbc/clinic"/>')
    secret = Variable("DB_PASSWORD", "", True, "")
    bundle = replace(DEPLOYMENT, builds=(build,), files=(context,), variables=(secret,))

    def names(concern: str, message: str, excerpt: str = "") -> tuple[str, ...]:
        one = finding(concern, "a", 1, message)
        return handled([replace(one, evidence=replace(one.evidence, excerpt=excerpt))], bundle)[0].handled_by

    assert names("jndi", "Takes jdbc/clinic from the server") == ("file tomcat/ROOT.xml",)
    assert names("jndi", "Takes jdbc/clinic2 from the server") == ()
    assert names("os-processes", "Starts the program /usr/bin/git tag") == ("image web",)
    assert names("os-processes", "Starts the program gitk") == ()
    assert names("os-packages", "A PHP extension is needed", '"ext-ldap": "*",') == ("image web",)
    assert names("os-packages", "A PHP extension is needed", '"ext-zip": "*",') == ()
    assert names("secrets", "A secret stands in a file: db.password") == ("variable DB_PASSWORD",)
    assert names("secrets", "A secret stands in a file: password") == ()


def test_a_folder_of_the_host_is_named_by_its_place_in_the_container() -> None:
    host = replace(WEB, mounts=(Mount("${APP_SOURCE:-..}/data/uploads", "/var/uploads"),))
    upload = finding("local-files", "a.py", 1, "Takes uploaded files", "python-file-upload")
    assert handled([upload], replace(DEPLOYMENT, containers=(host,)))[0].handled_by == ("mount /var/uploads",)
