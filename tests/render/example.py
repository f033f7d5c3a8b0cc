"""Four assessments made by hand: a rich one, a nearly empty one, one whose every name is markup, and a huge one. All fictitious."""

from collections.abc import Iterable
from typing import Any

import msgspec

from assessor.domain.architecture import (
    Architecture,
    Cycle,
    Dependency,
    Measures,
    PackageMeasures,
    Table,
    TableAccess,
    Unit,
    UnitMeasures,
)
from assessor.domain.assessment import Assessment, FootprintFigure, Tool
from assessor.domain.coverage import Coverage, LanguageShare
from assessor.domain.cut import Candidate, Charge, Cut, Metric
from assessor.domain.deployment import (
    Build,
    Container,
    DependsOn,
    Deployment,
    Healthcheck,
    Mount,
    Outside,
    PublishedPort,
    Variable,
)
from assessor.domain.facts import Evidence, Process
from assessor.domain.findings import Effort, Finding
from assessor.domain.judgement import (
    AssumedValue,
    Condition,
    DimensionScore,
    Distribution,
    Flip,
    Part,
    PrecedentMatch,
    Question,
    Recommendation,
    Score,
    Sensitivity,
    ServiceCall,
    ServiceShare,
    ServiceStore,
    Sign,
    Statement,
    Variation,
)
from assessor.domain.knowledge import Knowledge
from assessor.domain.runtime import BackingService, Deployable, Landscape, Runtime
from assessor.domain.sources import Unread

NOTHING_KNOWN = Knowledge(**{name: () for name in Knowledge.__struct_fields__ if name != "digest"}, digest="5d20c9e1" * 4)


def at(place: str, excerpt: str = "", rule: str = "") -> Evidence:
    """`path:line` as evidence."""
    path, _, line = place.rpartition(":")
    return Evidence(path, int(line), rule, excerpt)


INSTALLER = at("install/install.sh:1", "#!/bin/sh  # installs Claims 4 on the company's own server", "installer-script")
LICENCE = at(
    "common/src/lic/LicenceCheck.java:48", "if (!key.matches(macAddress())) throw new LicenceException();", "licence-host-bound"
)
UPGRADE = at("db/upgrade/upgrade_4_1_to_4_2.sql:1", "-- upgrade 4.1 -> 4.2", "upgrade-script")
FTP = at("deploy/ftp_push.sh:7", "ftp -n $HOST < push.txt", "delivery-ftp")
HAND_SQL = at("docs/install_zh.txt:31", "请按顺序在 SQL*Plus 中执行以下脚本", "sql-by-hand")
SETTLE = at("settle-svc/src/SettlementBean.java:212", "Claim c = claimDao.lock(claimId);", "transaction-distributed")
WRITERS = at("persist/src/ClaimDao.java:88", 'jdbc.update("UPDATE CLAIM SET STATUS = ?", status)', "table-use")
KEYS = at("db/schema/claims.sql:412", "CONSTRAINT SETTLEMENT_CLAIM_FK FOREIGN KEY (CLAIM_ID) REFERENCES CLAIM", "foreign-key")
SESSION = at("desk-web/src/DeskSession.java:31", 'session.setAttribute("basket", basket);', "session-in-memory")
DATASOURCE = at("server/standalone-full.xml:187", '<xa-datasource jndi-name="java:/ClaimsDS">', "datasource")
HEAP = at("server/standalone.conf:54", 'JAVA_OPTS="-Xms2560m -Xmx2560m"', "fixed-heap")
QUEUES = at("server/standalone-full.xml:341", '<jms-queue name="claims.closed" entries="queue/claims.closed"/>', "jms-queue")
SHARE = at("doc-scan/src/ScanPoller.java:39", 'new File("\\\\\\\\fs01\\\\scan")', "unc-path")
NATIVE = at("letter/src/PdfStamp.java:17", 'System.loadLibrary("stamp32");', "native-library")
HEALTH = at("desk-web/src/HealthServlet.java:22", "response.setStatus(ok ? 200 : 503);", "health-endpoint")
CRON = at("batch/crontab:3", "0 22 * * 1-5 claims /opt/claims/bin/nightly.sh", "crontab")
STORM = at("answers.toml:12", 'peak_ratio = "over-10"', "answer")
DIRECTORY = at("server/jboss-web.xml:6", "<security-domain>java:/jaas/ad</security-domain>", "security-domain")
POM = at("pom.xml:41", "<maven.compiler.source>1.7</maven.compiler.source>", "java-version")
FILES = at("doc-svc/src/DocStore.java:77", "new FileOutputStream(root + name)", "local-file")

PARTS = {
    "desk": 74,
    "partner": 31,
    "batch": 13,
    "claims.service": 52,
    "claims.domain": 63,
    "settlement.service": 34,
    "settlement.domain": 30,
    "policy": 45,
    "documents": 29,
    "party": 19,
    "persist": 14,
    "common": 8,
}
CALLS = (
    ("desk", "claims.service", 115),
    ("desk", "settlement.service", 39),
    ("desk", "policy", 38),
    ("desk", "documents", 22),
    ("desk", "party", 29),
    ("desk", "common", 63),
    ("partner", "claims.service", 37),
    ("partner", "claims.domain", 9),
    ("partner", "policy", 14),
    ("batch", "claims.service", 8),
    ("batch", "settlement.service", 16),
    ("claims.service", "claims.domain", 88),
    ("claims.service", "settlement.service", 31),
    ("claims.service", "party", 17),
    ("claims.domain", "persist", 41),
    ("claims.domain", "common", 12),
    ("settlement.service", "claims.service", 9),
    ("settlement.service", "settlement.domain", 44),
    ("settlement.domain", "claims.domain", 21),
    ("settlement.domain", "persist", 23),
    ("claims.domain", "settlement.domain", 3),
    ("policy", "persist", 19),
    ("documents", "persist", 12),
    ("party", "persist", 15),
    ("persist", "common", 18),
    ("common", "persist", 2),
)
TABLES = {
    "CLAIM": "claims.domain:RW settlement.domain:RW desk:R documents:R",
    "CLAIM_EVENT": "claims.domain:RW settlement.domain:W desk:R",
    "CLAIM_ITEM": "claims.domain:RW settlement.domain:R",
    "CLAIM_NOTE": "claims.domain:RW desk:W",
    "TASK": "claims.domain:RW desk:RW",
    "SETTLEMENT": "settlement.domain:RW claims.domain:R desk:R",
    "PAYMENT": "settlement.domain:RW batch:RW",
    "LEDGER_ENTRY": "settlement.domain:RW claims.domain:W desk:R",
    "FX_RATE": "settlement.domain:RW",
    "POLICY": "policy:RW desk:R claims.domain:R",
    "COVER": "policy:RW claims.domain:R",
    "TARIFF": "policy:RW",
    "DOC_INDEX": "documents:RW claims.domain:W",
    "DOC_BLOB": "documents:RW",
    "PARTY": "party:RW desk:R claims.domain:R policy:R",
    "PARTY_BANK": "party:RW settlement.domain:RW",
    "AUDIT_LOG": "desk:W partner:W claims.domain:W settlement.domain:W policy:W party:W",
    "CODE_LIST": "common:RW desk:R claims.domain:R",
}


def architecture(
    parts: dict[str, int], calls: Iterable[tuple[str, str, int]], tables: dict[str, str]
) -> tuple[Architecture, Measures]:
    """Units named by their part, dependencies on the level of parts, and who uses which table."""
    units = tuple(
        Unit(
            f"com.acme.{part}.C{n:05d}", "class", f"{part.replace('.', '/')}/src/C{n:05d}.java", 1, 233, "java", f"com.acme.{part}"
        )
        for part, count in sorted(parts.items())
        for n in range(count)
    )
    packages = tuple(
        Dependency(f"com.acme.{a}", f"com.acme.{b}", (("call", n),), n, f"{a.replace('.', '/')}/src/C00000.java", 40 + n)
        for a, b, n in sorted(calls)
    )
    between_units = tuple(
        Dependency(f"{d.source}.C00000", f"{d.target}.C00000", d.kinds, d.weight, d.path, d.line) for d in packages
    )
    accesses = tuple(
        TableAccess(
            table,
            f"com.acme.{part}.C00000",
            access,
            (at(f"{part.replace('.', '/')}/src/C00000.java:{n + 20}", f"... {table} ..."),),
        )
        for table, uses in sorted(tables.items())
        for n, (part, _, access) in enumerate(use.partition(":") for use in sorted(uses.split()))
    )
    defined = tuple(
        Table(name, (at(f"db/schema/claims.sql:{n * 9 + 1}", f"CREATE TABLE {name}"),), ()) for n, name in enumerate(sorted(tables))
    )
    core = tuple(unit.id for unit in units if ".claims." in unit.id or ".settlement." in unit.id)[:131]
    measured = Measures(
        units=len(units),
        dependencies=len(between_units),
        lines=sum(unit.lines for unit in units),
        propagation_cost=0.284,
        cycles=((Cycle(core, 412), Cycle((units[0].id, units[1].id), 2)) if len(core) > 1 else ()),
        packages=tuple(
            PackageMeasures(
                f"com.acme.{part}", count, count * 233, 40 - n, 3 + n, round((3 + n) / 43, 2), 0.1, round(0.9 - 0.05 * n, 2)
            )
            for n, (part, count) in enumerate(sorted(parts.items())[:18])
        ),
        coupling=tuple(UnitMeasures(unit.id, 3, 4) for unit in units[:5]),
        package_dependencies=packages,
    )
    return Architecture(units, between_units, defined, accesses, (("library", 812), ("unknown", 64))), measured


def finding(
    rule: str, mark: Any, message: str, place: Evidence, effort: tuple[float, float], fix: str, hits: int = 1
) -> tuple[Finding, ...]:
    """`hits` findings of one rule, the first at `place`."""
    return tuple(
        Finding(
            rule,
            mark,
            "packaging",
            message,
            "Why this matters, in one sentence.",
            Evidence(place.path, place.line + n * 11, rule, place.excerpt),
            f"{rule}-{n:04d}",
            Effort(*effort),
            1.0,
            fix,
        )
        for n in range(hits)
    )


FINDINGS = (
    *finding(
        "licence-host-bound", "blocker", "Licence key bound to the MAC address", LICENCE, (2, 4), "licence by file and checksum"
    ),
    *finding("native-library", "blocker", "32-bit native library called through JNI", NATIVE, (3, 6), "64-bit build, or PDFBox", 2),
    *finding("unc-path", "blocker", "Windows share read by its UNC path", SHARE, (1, 3), "mounted volume and variable", 6),
    *finding("runtime-end-of-life", "handled", "Java 7 and JBoss EAP 6.4 are out of support", POM, (4, 8), "Java 11, WildFly 26"),
    *finding(
        "server-descriptor",
        "handled",
        "JBoss descriptors and login modules",
        DIRECTORY,
        (3, 5),
        "server configuration in the image",
        12,
    ),
    *finding("local-file", "handled", "Files written to local folders", FILES, (1, 2), "named volume", 23),
    *finding("session-in-memory", "handled", "State kept in the web session", SESSION, (0.5, 1), "one replica", 58),
    *finding("secret-in-file", "handled", "Password in a file", DATASOURCE, (0.5, 1), "compose secret", 5),
    *finding("join-across-parts", "fine", "Joins across parts", KEYS, (0, 0), "", 63),
    *finding("transaction-distributed", "fine", "Transactions over Oracle and JMS", SETTLE, (0, 0), "", 14),
    *finding("health-endpoint", "booster", "Health servlet that tests Oracle and JMS", HEALTH, (0, 0), ""),
    *finding("settings-from-properties", "booster", "Settings read from system properties", HEAP, (0, 0), "", 22),
)


def sign(name: str, score: float, text: str, basis: Any, hits: int, *evidence: Evidence) -> Sign:
    return Sign(name, score, text, basis, hits, evidence, "assumed")


DIMENSIONS = (
    DimensionScore(
        "architecture",
        -2,
        1,
        0.15,
        "observed",
        -2,
        -1.5,
        (
            sign("shared-schema", -2, "One schema, 63 joins across parts, 11 stored procedures", "observed", 74, KEYS, WRITERS),
            sign("broker", 0.5, "Intake by JMS queue", "observed", 4, QUEUES),
        ),
    ),
    DimensionScore(
        "audience",
        -2,
        1,
        0.25,
        "answered",
        -2,
        -1.5,
        (
            sign("installations", -2, "14 installations, each run by the company's own IT", "answered", 1, STORM),
            sign("installer", -2, "Installer, licence key, 9 upgrade scripts", "observed", 11, INSTALLER, LICENCE, UPGRADE),
        ),
    ),
    DimensionScore(
        "elasticity",
        -1,
        0.5,
        0.15,
        "assumed",
        -2,
        1,
        (sign("session", -1, "Session state in memory, fixed heap", "observed", 58, SESSION, HEAP),),
    ),
    DimensionScore(
        "operations",
        -1,
        1,
        0.25,
        "observed",
        -1.5,
        0,
        (sign("ftp", -1, "Delivery by FTP, SQL run by hand", "observed", 2, FTP, HAND_SQL),),
    ),
    DimensionScore(
        "scenario",
        -1,
        0.5,
        0.20,
        "observed",
        -1.5,
        1,
        (
            sign("batch", -1, "Nightly batch window, pool of 30", "observed", 2, CRON),
            sign("storm", 1, "Storm peaks of 12 times at the broker portal", "answered", 1, STORM),
        ),
    ),
)

RECOMMENDATION = Recommendation(
    verdict="bundle",
    computed="bundle",
    detail="",
    rule=3,
    sentence="Package Claims 4 whole, as one bundle of four containers, leave Oracle outside, and do not split it.",
    confidence=0.82,
    advice="",
    flags=("separate-database",),
    reasons=(
        Statement(
            "audience",
            "Fourteen companies install and run it themselves. Three versions are in use at once, each with installer, "
            "licence key and upgrade script. A split gives each of them nine containers to run instead of four.",
            (INSTALLER, LICENCE, UPGRADE),
        ),
        Statement(
            "data",
            "The data do not come apart. 9 of 18 tables have more than one writing part, and 24 of 61 write transactions would "
            "span services.",
            (SETTLE, WRITERS, KEYS),
        ),
        Statement(
            "operations",
            "Nobody is set up to run many services. Delivery is by FTP, SQL is run by hand, and there is no build server.",
            (FTP, HAND_SQL),
        ),
    ),
    counter_argument=Statement(
        "load",
        "After a storm the broker portal takes 12 times its usual intake while the desk stays flat. A bundle scales as a whole, "
        "and state kept in the web session allows one replica only. It does not carry the verdict because intake already "
        "waits in a JMS "
        "queue; if brokers must see an answer within seconds, look again.",
        (STORM, SESSION, QUEUES),
    ),
    flips=(
        Flip("threshold", "size limit of 100 kLOC", "4 kLOC more, or a size limit of 96 or less", "modular-monolith"),
        Flip("question", "who-operates", "One central operator instead of 14", "bundle"),
        Flip("question", "capacity-change", "Central, peaks above 10 times, weekly resizing", "modular-monolith"),
        Flip("evidence", "tables", "All that, OPS at 2, and one writer for DOC_INDEX", "selective-extraction"),
    ),
    steps=(
        Statement("answer", "Answer two open questions: who operates in 2028, and how often capacity changes (half a day)."),
        Statement(
            "blockers",
            "Lift three blockers: licence key, 32-bit library, scanner share (6 to 13 person-days).",
            (LICENCE, NATIVE, SHARE),
        ),
        Statement(
            "pilot", "Run the bundle beside one company's live system for a month-end; go on only if the settlement totals agree."
        ),
    ),
    dimensions=DIMENSIONS,
    need=Score("NEED", -1.225, True, "must be above 0; at most −0.25 with every open answer", -1.78, -0.25),
    ops=Score("OPS", 0, True, "must reach 2", 0, 1),
    cut=Score("CUT", 0, False, "no cut was simulated"),
    conditions=(
        Condition(1, "insufficient-evidence", False, "93 % of the code was understood, at least 60 % is needed"),
        Condition(2, "already-distributed", False, "1 first-party server deployable, at least 3 are needed"),
        Condition(3, "bundle", True, "operated by customers; 96.0 kLOC is below 100 kLOC"),
    ),
    questions=(
        Question(
            "who-operates",
            "audience",
            "Who installs and operates the application?",
            "customers",
            "answered",
            ("we", "customers", "partners"),
        ),
        Question(
            "capacity-change",
            "elasticity",
            "How often does the capacity change?",
            "never",
            "assumed",
            ("never", "yearly", "weekly", "hourly"),
        ),
        Question(
            "peak-ratio", "scenario", "Peak load divided by mean load?", "over-10", "answered", ("under-2", "2-to-10", "over-10")
        ),
        Question("teams", "operations", "How many teams change the code?", "one", "assumed", ("one", "two", "three-or-more")),
    ),
    contradictions=(),
    precedents=(
        PrecedentMatch(
            "gitlab-omnibus",
            "GitLab Omnibus",
            "bundle",
            True,
            "one package for thousands of operators",
            "https://docs.gitlab.com/omnibus/",
        ),
        PrecedentMatch(
            "shopify-storefront",
            "Shopify storefront renderer",
            "selective-extraction",
            False,
            "a read path taken out for speed; here the portal writes",
            "https://shopify.engineering/",
        ),
    ),
)

RECOMMENDATION = msgspec.structs.replace(
    RECOMMENDATION,
    sensitivity=Sensitivity(
        2000,
        1134,
        0.3,
        7,
        (("modular-monolith", 866),),
        (
            Variation("size.large", -1.225, -1.225, "modular-monolith", "bundle"),
            Variation("weight.audience", -1.1, -1.35, "bundle", "bundle"),
        ),
    ),
    assumptions=(
        AssumedValue("cut.least", "CUT from which a part counts as separable", 0.6, "", "assumed", "judgement of the authors"),
        AssumedValue(
            "size.large", "Lines of code from which an application counts as large", 100000, "lines", "assumed", "judgement"
        ),
    ),
    distribution=Distribution(
        (
            ServiceShare("desk-web", "desk-web", "web", 13400, 0.31, False, "share.ear", (DIRECTORY,)),
            ServiceShare("partner-web", "partner-web", "web", 6800, 0.22, True, "", (HEALTH,)),
        ),
        (ServiceCall("desk-web", "partner-web", "http", 2, (SETTLE,)),),
        (ServiceStore("oracle claims", ("desk-web", "partner-web"), (DATASOURCE,)),),
    ),
)

CUT = Cut(
    True,
    "cut.simulated",
    (
        Candidate(
            "Claims",
            ("com.acme.claims.domain.C00000", "com.acme.claims.service.C00000"),
            ("CLAIM", "CLAIM_EVENT"),
            28400,
            Part("Claims", 0.23, (("seam", 0.31), ("calls", 0.28), ("cycle", 0.23)), "cycle", "cut.remedy.cycle", 0.28),
            (
                Charge("calls", 365, ("C00000 -> C00001",), (SETTLE,)),
                Charge("transactions", 23, ("SettlementBean.close",), (SETTLE,)),
            ),
            days=(136.4, 386.0),
        ),
        Candidate(
            "Policy",
            ("com.acme.policy.C00000",),
            ("POLICY",),
            9300,
            Part("Policy", 0.52, (("seam", 0.61), ("calls", 0.52), ("writers", 0.86)), "calls", "cut.remedy.calls", 0.61),
            (Charge("calls", 125, ("C00003 -> C00004",), (WRITERS,)), Charge("keys", 21, ("POLICY -> PARTY",), (KEYS,))),
            days=(35.0, 102.0),
        ),
    ),
    (Charge("calls", 636), Charge("transactions", 24), Charge("keys", 68)),
    ("com.acme.common.C00000",),
    ("com.acme.batch.C00000",),
    metrics=(Metric("SM", 0.1, -0.04, 2),),
    whole=False,
    days=(187.0, 537.0),
    nodes=412,
    runs=100,
)

LANDSCAPE = Landscape(
    runtimes=(
        Runtime(
            "wildfly",
            "JBoss EAP",
            "6.4, Java 7",
            "quay.io/wildfly/wildfly:26.1.3.Final-jdk11",
            "observed",
            (POM, HEAP),
            "2019-06-30",
        ),
    ),
    deployables=(
        Deployable(
            "desk-web", "web", "desk-web", "war", "wildfly", "", 8080, "observed", (at("desk-web/WEB-INF/web.xml:1", "<web-app>"),)
        ),
        Deployable(
            "nightly", "scheduler", "batch", "script", "wildfly", "/opt/claims/bin/nightly.sh", 0, "", (CRON,), "0 22 * * 1-5"
        ),
        Deployable(
            "partner-web",
            "web",
            "partner-web",
            "war",
            "wildfly",
            "",
            8080,
            "observed",
            (at("partner-web/WEB-INF/web.xml:1", "<web-app>"),),
        ),
    ),
    services=(
        BackingService(
            "artemis", "ActiveMQ Artemis", "queue", "bundle", 0.9, ("code", "setting"), "4 JMS queues", (QUEUES,), "2.31"
        ),
        BackingService(
            "ldap", "LDAP directory", "directory", "outside", 0.8, ("setting",), "Active Directory of the company", (DIRECTORY,)
        ),
        BackingService(
            "oracle",
            "Oracle Database",
            "database",
            "outside",
            0.98,
            ("code", "connection", "library"),
            "licensed and shared",
            (DATASOURCE, KEYS),
            "11g",
        ),
        BackingService(
            "smtp",
            "Mail relay",
            "mail",
            "outside",
            0.7,
            ("setting",),
            "mail host in a setting",
            (at("conf/mail.properties:2", "mail.host=relay"),),
        ),
    ),
)

DEPLOYMENT = Deployment(
    name="claims4",
    containers=(
        Container(
            "app",
            "web",
            "claims4-app:4.2.7",
            "app",
            user="10001:10001",
            expose=(8080,),
            memory_mib=3584,
            memory_basis="observed",
            environment=(
                Variable("ORACLE_URL", "", False, "JDBC address of Oracle", (DATASOURCE,), True),
                Variable("ORACLE_PASSWORD", "", True, "password of the schema", (DATASOURCE,), True),
            ),
            mounts=(
                Mount("documents", "/var/claims/documents", False, (FILES,)),
                Mount("tx-log", "/opt/wildfly/standalone/data/tx-object-store", False, (SETTLE,)),
            ),
            depends_on=(DependsOn("broker", "service_healthy"),),
            healthcheck=Healthcheck(("CMD", "curl", "-fsS", "http://localhost:8080/desk/health"), start_period="180s"),
            stop_grace_period="90s",
            evidence=(POM, HEALTH, SESSION),
            notes=("One replica: session state is kept in memory, timers must run once.",),
        ),
        Container(
            "batch",
            "scheduler",
            "claims4-app:4.2.7",
            "app",
            command=("/opt/claims/bin/nightly.sh",),
            memory_mib=1536,
            depends_on=(DependsOn("broker", "service_healthy"),),
            evidence=(CRON,),
            notes=("Same image, second process: the window from 22:00.",),
        ),
        Container(
            "broker",
            "queue",
            "apache/activemq-artemis:2.31.2",
            mounts=(Mount("broker-data", "/var/lib/artemis-instance"),),
            expose=(61616,),
            memory_mib=1024,
            evidence=(QUEUES, SETTLE),
            notes=("XA with Oracle needs a broker that takes part in recovery.",),
        ),
        Container(
            "proxy",
            "proxy",
            "nginx:1.27.2-alpine",
            ports=(PublishedPort(443, 8443),),
            depends_on=(DependsOn("app", "service_healthy"),),
            memory_mib=128,
            evidence=(DIRECTORY,),
            notes=("Replaces the web server machine.",),
        ),
    ),
    builds=(
        Build(
            "app", "app/Dockerfile", "..", "wildfly", "quay.io/wildfly/wildfly:26.1.3.Final-jdk11", evidence=(POM,), existing=True
        ),
    ),
    volumes=("broker-data", "documents", "tx-log"),
    variables=(Variable("ORACLE_URL", "", False, "JDBC address of Oracle", (DATASOURCE,), True),),
    outside=(
        Outside("Active Directory", "ldap", ("LDAP_URL",), "the company's own directory", (DIRECTORY,)),
        Outside("Bank", "sftp", ("BANK_HOST",), "payments go out by file", (CRON,)),
        Outside("Mail relay", "smtp", ("MAIL_HOST",), "the company's own relay", (at("conf/mail.properties:2"),)),
        Outside("Oracle Database", "oracle", ("ORACLE_URL", "ORACLE_PASSWORD"), "licensed and shared", (DATASOURCE,)),
    ),
    todos=("Mount of \\\\fs01\\scan: ask for protocol and account.",),
    notes=("Heap as found in standalone.conf.",),
    memory_mib=6272,
)


def rich() -> Assessment:
    """An insurer's claims system: everything a report can show."""
    built, measured = architecture(PARTS, CALLS, TABLES)
    return Assessment(
        schema="1",
        application="Claims 4",
        client="Yunhe Mutual Insurance Group",
        date="2026-11-03",
        tool=Tool("assessor", "0.1.0", "5d20c9e1" * 4, "e83b07f4" * 4),
        recommendation=RECOMMENDATION,
        coverage=Coverage(
            1284,
            95996,
            0.93,
            (
                LanguageShare("java", "Java", 398, 79600, True),
                LanguageShare("jsp", "JSP", 171, 11200, False),
                LanguageShare("plsql", "PL/SQL", 83, 3800, True),
                LanguageShare("shell", "Shell", 29, 1396, True),
            ),
            (("binary", 11), ("document", 63), ("source", 1210), ("test", 240), ("vendored", 35)),
            (("gb18030", 318), ("latin-1", 64), ("utf-8", 902)),
            (
                Unread("common/src/OldTariff.java", "unparsable", "ends inside a comment", 812),
                Unread("common/src/Tmp1.java", "unparsable", "", 40),
                Unread("reports/month.rpt", "no-grammar", "binary report layout"),
            ),
            14,
        ),
        landscape=LANDSCAPE,
        processes=(Process("nightly", "/opt/claims/bin/nightly.sh", "cron", "0 22 * * 1-5", CRON),),
        architecture=built,
        measures=measured,
        findings=FINDINGS,
        deployment=DEPLOYMENT,
        cut=CUT,
        footprint=(
            FootprintFigure(
                "Machines or containers", "count", 6, 4, 9, 9, "stated", "measured", "assumed", "Today: answers.toml:9."
            ),
            FootprintFigure("Memory", "GiB", 56, 6.1, 8, 11.6, "stated", "stated", "assumed", "Bundle: sum of limits."),
            FootprintFigure("Start time", "s", -1, 96, -1, -1, "assumed", "measured", "assumed", ""),
        ),
        notes=("The application was not run: call frequencies are unknown.",),
        highlights=(INSTALLER, SETTLE),
    )


def nearly_empty() -> Assessment:
    """Three files of a library: the verdict is that there is none."""
    unit = Unit("shapes.area", "module", "shapes/area.py", 1, 40, "python", "shapes")
    nothing = Statement("none", "Nothing was found that speaks against it, because almost nothing was found.")
    return Assessment(
        schema="1",
        application="shapes",
        client="",
        date="2026-11-03",
        tool=Tool("assessor", "0.1.0", "5d20c9e1" * 4, "00" * 16),
        recommendation=Recommendation(
            verdict="insufficient-evidence",
            computed="insufficient-evidence",
            detail="not-an-application",
            rule=1,
            sentence="There is no verdict for shapes: nothing in it can be deployed, it is a library.",
            confidence=0.3,
            advice="",
            flags=(),
            reasons=(
                Statement(
                    "library",
                    "Nothing can be started. No main module, no server, no archive was found.",
                    (at("setup.py:1", "setup(name='shapes')"),),
                ),
            ),
            counter_argument=nothing,
            flips=(),
            steps=(Statement("supply", "Give the folder of the application that uses this library."),),
            dimensions=(),
            need=Score("NEED", 0, False, "no dimension was scored"),
            ops=Score("OPS", 0, False, "not asked"),
            cut=Score("CUT", 0, False, "no cut was simulated"),
            conditions=(Condition(1, "insufficient-evidence", True, "nothing deployable was found"),),
            questions=(),
            contradictions=(),
            precedents=(),
            missing=(Statement("deployable", "Something that can be started: a main module, a web archive, a start script."),),
        ),
        coverage=Coverage(3, 120, 1.0, (LanguageShare("python", "Python", 3, 120, True),), (("source", 3),), (("utf-8", 3),), ()),
        landscape=Landscape((), (), ()),
        processes=(),
        architecture=Architecture((unit,), (), (), ()),
        measures=Measures(1, 0, 40, 1.0, (), (), ()),
        findings=(),
        deployment=Deployment("shapes", (), (), (), (), (), impossible="a library: nothing in it can be started"),
    )


MARKUP = (
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "a|b`c`**d**[e](javascript:alert(1))",
    "{{ 7*7 }}{% raw %}",
    "\u202eevil\x00\x1b[31m",
    "'\"&<b>&lt;",
    "]]><svg onload=alert(1)>",
    "=cmd|'/C calc'!A0",
    "</style><style>*{display:none}",
    "<!--<script>",
    "https://evil.example/?a=1&b=2",
    "x" * 300,
)
CLOSED = frozenset(
    [
        "verdict_low",
        "verdict_high",
        "fact",
        "verdict",
        "computed",
        "basis",
        "mark",
        "placement",
        "platform",
        "kind",
        "dimension",
        "schema",
        "date",
        "access",
        "template",
    ]
)
"""Fields whose values come from us, not from an application."""


def hostile() -> Assessment:
    """The rich example with every free text replaced by markup, in turn."""
    turn = iter(range(10**9))
    seen: dict[str, str] = {}

    def spoil(value: Any, name: str = "") -> Any:
        if isinstance(value, dict):
            return {key: spoil(part, key) for key, part in value.items()}
        if isinstance(value, list | tuple):
            return [spoil(part, name) for part in value]
        if isinstance(value, str) and value and name not in CLOSED:
            if value not in seen:
                seen[value] = MARKUP[next(turn) % len(MARKUP)] + value
            return seen[value]
        return value

    spoiled = spoil(msgspec.to_builtins(rich()))
    return msgspec.convert(spoiled, Assessment)


def huge() -> Assessment:
    """20,000 units in 400 packages, 900 tables, 3,000 findings, 60 containers."""
    parts = {f"area{n // 20:02d}.module{n:03d}": 50 for n in range(400)}
    names = sorted(parts)
    calls = [
        (names[n], names[(n * 7 + k * k * 13) % 400], n % 40 + 1)
        for n in range(400)
        for k in range(1, 9)
        if n != (n * 7 + k * k * 13) % 400
    ]
    tables = {
        f"TABLE_{n:04d}": " ".join(f"{names[(n * 3 + k * 11) % 400]}:{'RW' if k else 'R'}" for k in range(n % 5 + 1))
        for n in range(900)
    }
    built, measured = architecture(parts, {(a, b): (a, b, n) for a, b, n in calls}.values(), tables)
    findings = tuple(
        found
        for n in range(60)
        for found in finding(
            f"rule-{n:02d}",
            ("blocker", "handled", "fine", "booster")[n % 4],
            f"Something of kind {n} that was found",
            at(f"src/area{n}/File.java:10", "x = 1"),
            (0.5, 2),
            "mend it",
            50,
        )
    )
    containers = tuple(
        Container(
            f"service-{n:02d}",
            "service" if n else "proxy",
            f"huge-{n:02d}:1",
            memory_mib=256,
            expose=(8080,),
            evidence=(POM,),
            ports=((PublishedPort(80, 8080),) if not n else ()),
            depends_on=tuple(DependsOn(f"service-{k:02d}", "service_started") for k in range(n + 1, min(60, n + 4))),
        )
        for n in range(60)
    )
    base = rich()
    return msgspec.structs.replace(
        base,
        application="Everything at once: the enterprise resource planning of a very large and very old organisation",
        architecture=built,
        measures=measured,
        findings=findings,
        deployment=msgspec.structs.replace(base.deployment, containers=containers, memory_mib=60 * 256),
        landscape=msgspec.structs.replace(
            base.landscape,
            deployables=tuple(
                Deployable(f"service-{n:02d}", "service", f"s{n}", "jar", "java", "", 8080, "observed", (POM,)) for n in range(60)
            ),
        ),
    )


EXAMPLES = {"rich": rich, "nearly_empty": nearly_empty, "hostile": hostile, "huge": huge}
