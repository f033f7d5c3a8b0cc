"""Findings point at what of the bundle handles them, and back."""

from msgspec.structs import replace

from assessor.domain.deployment import Build, BundleFile, Container, Deployment, Mount, Outside, Variable
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


def test_one_replica_is_asked_of_the_image_that_is_built_from_the_folder_of_the_finding() -> None:
    """The application's own compose file builds each service from its folder."""
    names = ("gateway", "shipping")
    containers = tuple(Container(name, "web", name, build=name) for name in names)
    builds = tuple(Build(name, "Dockerfile", f"${{APP_SOURCE:-../app}}/{name}", "", "", existing=True) for name in names)
    deployment = replace(DEPLOYMENT, containers=containers, builds=builds)
    one = handled([finding("in-process-scheduler", "shipping/jobs.py", 4)], deployment)[0]
    assert one.handled_by == ("one replica of shipping",)


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


def made_of(name: str, folder: str, role: str = "web", **more: object) -> tuple[Container, Build]:
    return (
        Container(name, role, name, build=name, **more),  # type: ignore[arg-type]
        Build(name, f"{name}.Dockerfile", "", "dotnet-framework", "dotnet/framework:4.8-windows", (("folder", folder),)),
    )


def test_the_container_that_holds_the_code_answers_for_it() -> None:
    (shop, shop_build), (jobs, jobs_build) = made_of("shop", "src/Shop"), made_of("jobs", "src/Jobs", "service")
    bundle = replace(DEPLOYMENT, containers=(shop, jobs), builds=(shop_build, jobs_build))

    def names(concern: str, path: str, rule: str = "r") -> tuple[str, ...]:
        return handled([finding(concern, path, 1, rule=rule)], bundle)[0].handled_by

    assert names("in-memory-session", "src/Shop/Cart.cs") == ("one replica of shop",)
    assert names("in-memory-session", "src/Common/Cart.cs") == ("one replica of shop",)
    assert names("clustered-cache", "src/Common/Cache.cs") == ("one replica of jobs", "one replica of shop")
    assert names("windows-platform", "src/Jobs/Worker.cs", "csharp-windows-service") == ("service jobs",)
    assert names("windows-platform", "src/Shop/Label.cs", "csharp-system-drawing") == ("image shop",)
    assert names("remote-objects", "src/Shop/Stock.cs", "csharp-wcf-service") == ("service shop",)
    assert names("remote-objects", "src/ShopTools/Stock.cs", "csharp-wcf-service") == ("service jobs", "service shop")


def test_the_scheduler_of_the_bundle_answers_for_what_is_planned() -> None:
    beat = Container("beat", "scheduler", "clinic-web", build="web")
    bundle = replace(DEPLOYMENT, containers=(WEB, beat))
    assert handled([finding("in-process-scheduler", "jobs.py", 4)], bundle)[0].handled_by == ("one replica of beat",)
    assert handled([finding("clustered-cache", "jobs.py", 4)], bundle)[0].handled_by == (
        "one replica of beat",
        "one replica of web",
    )


def test_what_delivered_and_started_it_until_today() -> None:
    worker = Container("worker", "worker", "clinic-web", build="web", command=("celery", "-A", "clinic", "worker"))
    build = Build("web", "web.Dockerfile", "", "python-wsgi", "python:3.12")
    seed = BundleFile("postgres/1.sql", "", (Evidence("db/create.sql", 0),))
    bundle = replace(DEPLOYMENT, containers=(WEB, worker), builds=(build,), files=(seed,))

    def names(rule: str, path: str, excerpt: str = "") -> tuple[str, ...]:
        one = finding("deployment-scripts", path, 7, rule=rule)
        return handled([replace(one, evidence=replace(one.evidence, excerpt=excerpt))], bundle)[0].handled_by

    assert names("copied-deployment", "deploy.sh") == ("image web",)
    assert names("service-unit", "a.service", "ExecStart=/venv/bin/celery -A clinic worker") == ("service worker",)
    assert names("service-unit", "a.service", "ExecStart=/usr/bin/java -jar clinic.jar") == ()
    assert names("sql-hand-run", "db/create.sql") == ("file postgres/1.sql",)
    assert names("sql-hand-run", "db/other.sql") == ()
    assert names("backup-script", "backup.sh") == ()


def test_a_volume_whose_setting_the_line_reads() -> None:
    mount = Mount("exports", "/srv/exports", evidence=(Evidence("settings.py", 9, "", 'LEDGER_DIR = env("X")'),))
    plain = Mount("data", "/srv/data", evidence=(Evidence("settings.py", 10, "", "target = '/srv/data'"),))
    bundle = replace(DEPLOYMENT, containers=(replace(WEB, mounts=(mount, plain)),))

    def names(excerpt: str) -> tuple[str, ...]:
        one = finding("local-files", "export.py", 7, "Writes a file", "python-file-write")
        return handled([replace(one, evidence=replace(one.evidence, excerpt=excerpt))], bundle)[0].handled_by

    assert names("os.makedirs(settings.LEDGER_DIR)") == ("volume exports",)
    assert names("os.makedirs(settings.LEDGER_DIRS)") == ()
    assert names("open(target, 'w')") == ()
    assert names("open('/srv/data/x', 'w')") == ("volume data",)


def test_what_runs_beside_or_lies_outside() -> None:
    directory = Outside("AD", "directory", ("LDAP_URL",), "shared")
    store = Container("minio", "object-store", "minio/minio:1")
    bundle = replace(DEPLOYMENT, containers=(WEB, store), outside=(directory,))
    assert handled([finding("security", "a.py", 1)], bundle)[0].handled_by == ("variable LDAP_URL",)
    assert handled([finding("cloud-sdk", "a.py", 1)], bundle)[0].handled_by == ("service minio",)
    assert handled([finding("security", "a.py", 1)], DEPLOYMENT)[0].handled_by == ()


def test_image_settings_and_descriptors_of_a_server() -> None:
    build = Build("web", "web.Dockerfile", "", "wildfly-build", "wildfly")
    web = replace(WEB, memory_mib=768, memory_basis="-Xmx512m", expose=(80,))
    bundle = replace(DEPLOYMENT, containers=(web,), builds=(build,))
    assert handled([finding("image-settings", "a.sh", 1, rule="fixed-heap")], bundle)[0].handled_by == ("mem_limit of web",)
    privileged = finding("image-settings", "a.conf", 1, "It listens on the privileged port 80", "privileged-port")
    assert handled([privileged], bundle)[0].handled_by == ("port 80 of web",)
    assert handled([finding("proprietary-server", "WEB-INF/jboss-web.xml", 0)], bundle)[0].handled_by == ("image web",)
    assert handled([finding("proprietary-server", "WEB-INF/weblogic.xml", 0)], bundle)[0].handled_by == ()


def test_a_hint_is_handled_by_nothing() -> None:
    assert handled([replace(finding("mail", "m.py", 1), confidence=0.3)], DEPLOYMENT)[0].handled_by == ()


def test_an_image_without_node_says_nothing_about_frameworks_of_the_pages() -> None:
    def images(template: str, path: str) -> tuple[str, ...]:
        build = Build(name="web", dockerfile="web.Dockerfile", context=".", template=template, base="base:1")
        return handled([finding("unsupported-runtime", path, 39)], replace(DEPLOYMENT, builds=(build,)))[0].handled_by

    assert images("go-build", "frontend/package.json") == ()
    assert images("node-build", "frontend/package.json") == ("image web",)
    assert images("java-jar-build", "pom.xml") == ("image web",)
