"""Scripts that set up a Java server by command: `asadmin`, JBoss's command line, `wsadmin`, WebLogic's WLST. Never run.

`asadmin create-jdbc-connection-pool --property serverName=db01:portNumber=5432 Orders` is a datasource with its connection; so are
`data-source add --name=Orders --connection-url=...`, `AdminTask.createDatasource(...)` and `cmo.setUrl('jdbc:...')`.
"""

import re
from collections.abc import Iterator

from assessor.domain.facts import Fact
from assessor.extract.datasource import Datasource, datasource_facts
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.reading import Reading

_LONGEST = 3000
_OPTION = re.compile(r"--?(?P<key>[\w\-]{2,60})(?:=|\s{1,4})(?P<value>\"(?:\\.|[^\"\\]){0,600}\"|'[^']{0,600}'|[^\s,)\]]{1,600})")
_PROPERTY = re.compile(r"(?:^|:)(?P<key>\w{2,60})=(?P<value>\"(?:\\.|[^\"\\]){0,400}\"|'[^']{0,400}'|(?:\\.|[^:\\]){0,400})")
_ARGUMENT = re.compile(
    r"[(,{]\s{0,8}\"?(?P<key>[\w\-]{2,60})\"?\s{0,4}=>?\s{0,4}(?P<value>\"[^\"]{0,500}\"|\[[^\]]{0,400}\]|[^,)}\s]{1,500})"
)
_POOL = re.compile(
    r"\basadmin\b[^\n]{0,200}\bcreate-jdbc-connection-pool\b(?P<rest>.{1,2500})|^\s{0,8}create-jdbc-connection-pool\b(?P<bare>.{1,2500})"
)
_RESOURCE = re.compile(
    r"\bcreate-jdbc-resource\b[^\n]{0,200}--connectionpoolid[= ](?P<pool>[\w.\-]{1,80})[^\n]{0,200}?\s(?P<name>[\w/.:\-]{2,80})\s*$"
)
_DESTINATION = re.compile(r"\bcreate-jmsdest\b[^\n]{0,200}\s(?P<name>[\w.\-]{1,80})\s*$")
_ADDED = re.compile(
    r"(?P<xa>xa-)?data-source(?:\s{1,4}add\s(?P<options>.{1,2000})|=\"?(?P<name>[\w.\-]{1,80})\"?(?:/)?:add(?P<arguments>\(.{1,2000}))"
)
_QUEUE = re.compile(
    r"\bjms-(?P<type>queue|topic)(?:\s{1,4}add\s[^\n]{0,200}--(?:queue|topic)-address=|=)\"?(?P<name>[\w.\-]{1,80})"
)
_CREATED = re.compile(r"AdminTask\.createDatasource\(", re.I)
_FIELD = re.compile(
    r"\[?['\"\[]{0,2}(?P<key>URL|databaseName|serverName|portNumber|user)['\"]{0,2},?\s{1,4}['\"]?java\.lang\.\w{1,20}['\"]?,?\s{1,8}['\"\[]{0,2}(?P<value>[^\]'\"\s]{1,400})"
)
_FLAG = re.compile(r"-(?P<key>name|jndiName|dataStoreHelperClassName)['\"]?,?\s{1,8}['\"]{0,2}(?P<value>[\w./:\-]{1,120})")
_PLACE = re.compile(r"\bcd\(\s{0,4}['\"][^'\"]{0,80}JDBCSystemResources?/(?P<name>[\w.\- ]{1,80})/")
_MADE = re.compile(
    r"\bcmo\.create(?:Uniform)?(?:Distributed)?(?P<type>Queue|Topic)\(\s{0,4}['\"](?P<name>[\w.\-$ ]{1,80})['\"]"
    r"|\bcreate\(\s{0,4}['\"](?P<bare>[\w.\-$ ]{1,80})['\"]\s{0,4},\s{0,4}"
    r"['\"](?:Uniform)?(?:Distributed)?(?P<kind>Queue|Topic)['\"]"
)
_JNDI_NAMES = re.compile(r"\bset\(\s{0,4}['\"]JNDINames['\"][^\n]{0,120}?String\(\s{0,4}['\"](?P<name>[\w./:\-]{1,120})['\"]")
_LISTENS = re.compile(
    r"(?:\bset\(\s{0,4}['\"]ListenPort['\"]\s{0,4},\s{0,4}|\bcmo\.setListenPort\(\s{0,4})['\"]?(?P<port>\d{2,5})\b"
)
_SET = re.compile(
    r"(?:\bset\(\s{0,4}['\"](?P<key>Url|URL|DriverName)['\"]\s{0,4},\s{0,4}|\bcmo\.set(?P<other>Url|DriverName)\(\s{0,4})['\"](?P<value>[^'\"]{1,400})['\"]"
)
_HINT = re.compile(
    r"ListenPort|JMSSystemResource|JNDINames|asadmin|create-jdbc-connection-pool|data-source|jms-(?:queue|topic)|AdminTask|JDBCSystemResource"
)


def _read(document: Document) -> Iterator[Fact]:
    if not _HINT.search(document.text):
        return
    reading = Reading(document, "administration")
    lines = list(_joined(reading.lines))
    names = {found["pool"]: found["name"] for _, line in lines if (found := _RESOURCE.search(line))}
    place = ""
    driver: dict[str, str] = {}
    for number, line in lines:
        if line.lstrip().startswith(("#", "::", "//", "rem ", "REM ", "echo ")):
            continue
        if found := _POOL.search(line):
            yield from _pool(reading, number, found["rest"] or found["bare"], names)
        if found := _DESTINATION.search(line):
            yield reading.trait("jms.destination", number, name=found["name"])
        for found in _ADDED.finditer(line):
            yield from _added(reading, number, found)
        for found in _QUEUE.finditer(line):
            yield reading.trait("jms.destination", number, name=found["name"], type=found["type"])
        if _CREATED.search(line):
            yield from _created(reading, number)
        if found := _PLACE.search(line):
            place = found["name"]
        if found := _MADE.search(line):
            kind = (found["type"] or found["kind"]).lower()
            yield reading.trait("jms.destination", number, name=found["name"] or found["bare"], type=kind)
        if found := _JNDI_NAMES.search(line):
            yield reading.trait("jndi.datasource", number, name=found["name"])
        if found := _LISTENS.search(line):
            yield from reading.port(found["port"], "weblogic", number)
        if found := _SET.search(line):
            driver[found["key"] or found["other"]] = found["value"]
            if found["value"].startswith("jdbc:"):
                yield from datasource_facts(reading, Datasource(place or "jdbc", number, url=found["value"]))


def _joined(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Lines with those that they go on in (`\\` or `^` at the end), each with the number of its first."""
    start, kept = 0, ""
    for number, line in enumerate(lines, 1):
        start = start or number
        whole = line.rstrip()
        if whole.endswith(("\\", "^")) and len(kept) < _LONGEST:
            kept += whole[:-1] + " "
            continue
        yield start, (kept + line)[:_LONGEST]
        start, kept = 0, ""


def _pool(reading: Reading, line: int, text: str, names: dict[str, str]) -> Iterator[Fact]:
    options = {found["key"].lower(): _bare(found["value"]) for found in _OPTION.finditer(text)}
    properties = {
        found["key"].lower(): _bare(found["value"]).replace("\\", "") for found in _PROPERTY.finditer(options.get("property", ""))
    }
    pool = next((word for word in reversed(text.split()) if re.fullmatch(r"[A-Za-z][\w.\-]{0,80}", word)), "")
    yield from datasource_facts(
        reading,
        Datasource(
            names.get(pool, pool),
            line,
            properties.get("url", ""),
            options.get("datasourceclassname", options.get("driverclassname", "")),
            properties.get("user", ""),
            properties.get("password", ""),
            options.get("maxpoolsize", ""),
            "XADataSource" in options.get("restype", ""),
            properties.get("servername", ""),
            properties.get("portnumber", properties.get("port", "")),
            properties.get("databasename", ""),
        ),
    )


def _added(reading: Reading, line: int, found: "re.Match[str]") -> Iterator[Fact]:
    pattern = _OPTION if found["options"] else _ARGUMENT
    values = {each["key"].lower(): _bare(each["value"]) for each in pattern.finditer(found["options"] or found["arguments"])}
    if values.get("connection-url") or found["xa"]:
        yield from datasource_facts(
            reading,
            Datasource(
                values.get("jndi-name") or values.get("name") or found["name"] or "",
                line,
                values.get("connection-url", ""),
                values.get("driver-name", ""),
                values.get("user-name", ""),
                values.get("password", ""),
                values.get("max-pool-size", ""),
                bool(found["xa"]),
            ),
        )


def _created(reading: Reading, line: int) -> Iterator[Fact]:
    """The call may go over many lines; what it says is taken from its text as it stands, variables are left out."""
    text = "\n".join(reading.lines[line - 1 : line + 20])[:_LONGEST]
    text = text[
        : text.find("AdminTask.", 12) if text.find("AdminTask.", text.lower().find("createdatasource") + 10) > 0 else _LONGEST
    ]
    fields = {found["key"].lower(): found["value"] for found in _FIELD.finditer(text)}
    flags = {found["key"].lower(): found["value"] for found in _FLAG.finditer(text)}
    yield from datasource_facts(
        reading,
        Datasource(
            flags.get("jndiname") or flags.get("name", ""),
            line,
            fields.get("url", "") if fields.get("url", "").startswith("jdbc:") else "",
            flags.get("datastorehelperclassname", ""),
            fields.get("user", ""),
            host=fields.get("servername", ""),
            port=fields.get("portnumber", ""),
            database=fields.get("databasename", ""),
        ),
    )


def _bare(value: str) -> str:
    return value.strip("\"'")


def _matches(path: str) -> bool:
    lower = path.lower()
    if lower.endswith((".cli", ".jacl", ".asadmin", ".sh", ".bash", ".bat", ".cmd", ".ps1")):
        return True
    return lower.endswith((".py", ".jy")) and any(word in lower for word in _WORDS)


_WORDS = ("wlst", "wsadmin", "jython", "websphere", "weblogic", "datasource", "jdbc", "domain", "deploy", "setup", "config", "was")
DESCRIPTOR = Descriptor("administration", _matches, _read)
