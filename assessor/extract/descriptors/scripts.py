"""Shell, batch and PowerShell scripts: how the application is deployed, started and equipped by hand. Never run.

`lftp -e "mirror -R build/ /var/www"` is the trait `deploy.ftp`, `rsync ... user@host:` `deploy.ssh`, `java -Xmx2g` a fixed heap.
"""

import re
from collections.abc import Iterator

from assessor.domain.facts import Connection, Fact
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.os_packages import installed
from assessor.extract.reading import Reading

_SUFFIXES = (".sh", ".bash", ".bat", ".cmd", ".ps1", ".psm1", ".ksh", ".csh", ".lftp", ".ftp")
_SIGNS = (
    (
        "deploy.ftp",
        re.compile(
            r"(?i)(?:^|[\s;&|(])(?:lftp|ncftpput|ftp\.exe|wput|sftp|curl[^\n]{0,100}\bs?ftp://"
            r"|ftp)\s[^\n]{0,300}|WebClient[^\n]{0,100}UploadFile|ftp-deploy|WinSCP"
        ),
    ),
    (
        "deploy.ssh",
        re.compile(
            r"(?i)(?:^|[\s;&|(])(?:scp|rsync)\s[^\n]{0,300}[\w.\-@{}$]{1,80}:[^\n]{0,100}"
            r"|(?:^|[;&|]\s{0,4})ssh\s{1,4}(?:-\w{1,2}(?:\s\S{1,60})?\s{1,4}){0,6}(?:\S{1,60}@\S{1,80}"
            r"|\"?\$\{?\w{1,40})|\bpscp(?:\.exe)?\b"
            r"|\bplink(?:\.exe)?\b"
        ),
    ),
    (
        "deploy.xcopy",
        re.compile(
            r"(?i)(?:^|[\s;&|])(?:xcopy|robocopy)\s[^\n]{0,300}|\bmsdeploy(?:\.exe)?\b"
            r"|Copy-Item\s[^\n]{0,200}\\\\[\w.\-$]{1,60}\\|\bnet\s{1,4}use\s"
        ),
    ),
    (
        "deploy.application-server",
        re.compile(
            r"(?i)\basadmin\s{1,4}deploy|\bwsadmin(?:\.sh|\.bat)?\b|weblogic\.Deployer"
            r"|jboss-cli|\bcp\s[^\n]{0,200}\.(?:war|ear)\s[^\n]{0,200}(?:webapps"
            r"|deployments|deploy)"
        ),
    ),
    ("server.iis", re.compile(r"(?i)\bappcmd(?:\.exe)?\b|New-WebSite\b|New-WebAppPool\b|iisreset\b")),
    (
        "sql.hand-run",
        re.compile(
            r"(?i)(?:^|[\s;&|(])(?:mysql|psql|sqlplus|sqlcmd|osql|isql"
            r"|db2)(?:\.exe)?\s[^\n]{0,300}(?:<|-f|-i|@)\s{0,4}[\w./\\${}%\-]{1,100}\.sql"
        ),
    ),
    ("backup.script", re.compile(r"(?i)\b(?:mysqldump|pg_dump|expdp|mongodump|exp\s{1,4}userid)\b")),
    ("kernel.tuning", re.compile(r"(?i)\bsysctl\s{1,4}-w|\bulimit\s{1,4}-n|vm\.max_map_count")),
)
_JOB = re.compile(
    r"(?i)crontab\s{1,4}-(?:l|\s)[^\n]{0,200}|echo\s{1,4}[\"'](?P<line>[\d*/,\-]{1,20}(?:\s{1,4}[\d*/,\-]{"
    r"1,20}){4}\s[^\"'\n]{1,200})[\"'][^\n]{0,100}(?:crontab|cron\.d)"
)
_ASSIGNED = re.compile(
    r"^[ \t]{0,16}(?:export[ \t]{1,4}|set[ \t]{1,4}|\$env:|declare[ \t]{1,4}-x[ \t]{1,4}"
    r"|readonly[ \t]{1,4}|SET[ \t]{1,4})?(?P<key>[A-Z][A-Z0-9_]{2,60})[ \t]{0,2}=[ \t]{0,2}[\"']?(?P<va"
    r"lue>[^\"'\n`;]{1,500}?)[\"']?[ \t]{0,8};?$"
)
_REMOTE_HOST = re.compile(r"(?:^|\s)(?:[\w.\-]{1,40}@)(?P<host>[A-Za-z0-9][A-Za-z0-9.\-]{1,80})(?=:|\s|$)")
_FTP_HOST = re.compile(
    r"(?i)(?:^|\s)(?:open|lftp|ftp)\s(?:-\w{1,3}\s{1,4}(?:\S{1,100}\s{1,4})?){0,4}(?:s?ftps?://)?(?:[^\s/@:]{1,60}(?::[^\s/@"
    r"]{1,60})?@)?(?P<host>[a-z0-9][a-z0-9\-]{0,60}(?:\.[a-z0-9\-]{1,60}){1,6})\b"
)
_KEPT = re.compile(
    r"(?:HOST|PORT|URL|URI|SERVER|DATABASE|DB|DBNAME|PASSWORD|PASS|USER|HOME|DIR|OPTS|JAVA|PROFILE|ENV"
    r"|SID|SCHEMA|BROKER|PATH|TARGET)$|^(?:DB|FTP|SSH|MYSQL|PG|REDIS|APP|REMOTE|DEPLOY)_"
)
_CONTINUOUS = re.compile(r"(?i)(?:^|/)(?:\.github|\.circleci|\.ci|ci|\.travis|test|tests|node_modules)/")


def _read(document: Document) -> Iterator[Fact]:
    reading = Reading(document, "script")
    comment = False
    for number, line in enumerate(document.text.split("\n"), 1):
        line = stripped = line[:4000].strip()[:2000]
        if comment or stripped.startswith("<#"):  # of PowerShell, over several lines
            comment = "#>" not in stripped
            continue
        if not stripped or stripped.startswith(("#", "::", "//")) or stripped[:4].lower() == "rem ":
            continue
        for name, pattern in _SIGNS:
            if (found := pattern.search(line)) and not re.match(r"(?i)(?:echo|write-host|printf)\b", stripped):
                yield reading.trait(name, number, by=found[0].strip())
                yield from _host(reading, name, line, number)
        if found := _JOB.search(line):
            schedule = " ".join((found["line"] or "").split()[:5])
            yield reading.trait("scheduler.cron", number, schedule=schedule, command=(found["line"] or found[0]).strip())
        yield from reading.heap(line, number)
        if (found := _ASSIGNED.match(line)) and _KEPT.search(found["key"]):
            yield from reading.setting(found["key"], found["value"], number)
        for package in installed(line):
            yield reading.trait("os.package", number, name=package)


def _host(reading: Reading, name: str, line: str, number: int) -> Iterator[Fact]:
    found = (_FTP_HOST if name == "deploy.ftp" else _REMOTE_HOST).search(line) if name in ("deploy.ftp", "deploy.ssh") else None
    if found and "." in found["host"] and not found["host"].endswith((".sh", ".txt", ".zip")):
        scheme = "ftp" if name == "deploy.ftp" else "ssh"
        yield Connection(found["host"], scheme, found["host"], 0, "", reading.evidence(number))


def _matches(path: str) -> bool:
    return path.lower().endswith(_SUFFIXES) and not _CONTINUOUS.search(path)


DESCRIPTOR = Descriptor("script", _matches, _read)
