"""Load tests with stated rates: JMeter's `.jmx`, k6, Gatling, Locust, Artillery, as the trait `load.profile`."""

import re
from collections.abc import Iterator

from assessor.domain.facts import Fact
from assessor.extract.descriptor import Descriptor, Document, Unreadable
from assessor.extract.markup import Markup, attribute, children
from assessor.extract.reading import Reading

_SCRIPT = re.compile(
    r"(?i)(?:^|/)(?:[\w./\-]{0,80}(?:k6|load[-_]?tests?|perf(?:ormance)?[-_]?tests?|stress[-_]?tests?"
    r"|gatling|locust|artillery)[\w./\-]{0,80})\.(?:js|ts|py|scala|ya?ml)$|(?:^|/)locustfile\.py$"
    r"|Simulation\.scala$"
)
_SIGNS = (
    (
        "k6",
        re.compile(r"from\s{1,4}[\"']k6(?:/\w{1,20})?[\"']"),
        re.compile(
            r"\b(?P<key>vus|rate|target|duration|preAllocatedVUs"
            r"|maxVUs)\s{0,4}:\s{0,4}[\"']?(?P<value>\d{1,9}\w{0,3})"
        ),
    ),
    (
        "gatling",
        re.compile(r"io\.gatling"),
        re.compile(
            r"\b(?P<key>rampUsers|atOnceUsers|constantUsersPerSec|constantConcurrentUsers"
            r"|rampUsersPerSec)\s{0,2}\(\s{0,2}(?P<value>\d{1,9})"
        ),
    ),
    (
        "locust",
        re.compile(r"\b(?:from|import)\s{1,4}locust\b"),
        re.compile(
            r"\b(?P<key>wait_time|min_wait|max_wait|users"
            r"|spawn_rate)\s{0,4}=\s{0,4}(?P<value>[\w.(, )]{1,40})"
        ),
    ),
    (
        "artillery",
        re.compile(r"(?m)^config:\s{0,4}$[\s\S]{0,400}phases:"),
        re.compile(
            r"\b(?P<key>arrivalRate|duration|rampTo|maxVusers)\s{0,4}:\s{0,4}(?P<value>\d{1"
            r",9})"
        ),
    ),
)
_STATED = (
    "ThreadGroup.num_threads",
    "ThreadGroup.ramp_time",
    "ThreadGroup.duration",
    "throughput",
    "LoopController.loops",
    "TargetLevel",
    "RampUp",
    "Hold",
)


def _read(document: Document) -> Iterator[Fact]:
    reading = Reading(document, "load-test")
    if document.path.lower().endswith(".jmx"):
        yield from _jmeter(document, reading)
        return
    for tool, marker, stated in _SIGNS:
        if marker.search(document.text[:100_000]):
            found = False
            for number, line in enumerate(reading.lines, 1):
                for match in stated.finditer(line[:1000]):
                    found = True
                    yield reading.trait("load.profile", number, tool=tool, key=match["key"], value=match["value"])
            if not found:
                yield reading.trait("load.profile", 1, tool=tool)
            return


def _jmeter(document: Document, reading: Reading) -> Iterator[Fact]:
    try:
        markup = Markup(document)
    except Unreadable:
        yield reading.trait("load.profile", 1, tool="jmeter")
        raise
    for group in markup.all(
        "ThreadGroup", "SteppingThreadGroup", "ConstantThroughputTimer", "PreciseThroughputTimer", "ConcurrencyThreadGroup"
    ):
        values = {
            attribute(each, "name"): (each.text or "").strip()
            for each in group.iter("stringProp", "intProp", "longProp", "doubleProp")
        }
        values |= {
            attribute(each, "name"): value
            for each in children(group, "doubleProp")
            for value in [next(((item.text or "").strip() for item in children(each, "value")), "")]
        }
        fields = {key.rpartition(".")[2]: value for key, value in values.items() if key in _STATED and value}
        yield reading.trait("load.profile", markup.line(group), tool="jmeter", group=attribute(group, "testname"), **fields)


_HINTS = ("k6", "load", "perf", "stress", "gatling", "locust", "artillery", ".jmx", "simulation")


def _matches(path: str) -> bool:
    lower = path.lower()
    if not any(hint in lower for hint in _HINTS):
        return False
    return path.lower().endswith(".jmx") or bool(_SCRIPT.search(path))


DESCRIPTOR = Descriptor("load-test", _matches, _read)
