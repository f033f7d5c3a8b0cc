"""Windows scheduled tasks exported as XML: the program, its arguments and its trigger."""

import re
from collections.abc import Iterator

from assessor.domain.facts import Fact
from assessor.extract.descriptor import Descriptor, Document, Unreadable
from assessor.extract.markup import Markup, children, local_name, text_of
from assessor.extract.reading import Reading

_TASK = re.compile(r"schemas\.microsoft\.com/windows/2004/02/mit/task|<Task\s[^>]{0,200}>")


def _read(document: Document) -> Iterator[Fact]:
    if not _TASK.search(document.text[:3000]):
        return
    try:
        markup = Markup(document)
    except Unreadable:
        return
    if local_name(markup.root) != "Task":
        return
    reading = Reading(document, "windows-task")
    triggers = [" ".join(_said(each)) for group in markup.all("Triggers") for each in children(group)]
    schedule = "; ".join(triggers) or "on demand"
    name = text_of(markup.root, "RegistrationInfo", "URI").strip("\\") or document.path.rpartition("/")[2].rpartition(".")[0]
    for each in markup.all("Exec"):
        command = f"{text_of(each, 'Command')} {text_of(each, 'Arguments')}".strip()
        yield reading.process(name, command, "job", markup.line(each), schedule)
        yield reading.trait("windows.task", markup.line(each), name=name)
        yield reading.trait("scheduler.windows-task", markup.line(each), schedule=schedule, command=command)


def _said(trigger: object) -> list[str]:
    words = [local_name(trigger)]
    for each in trigger.iter():  # type: ignore[attr-defined]
        if local_name(each) in ("StartBoundary", "Interval", "DaysInterval", "WeeksInterval"):
            words.append((each.text or "").strip())
    return words


def _matches(path: str) -> bool:
    name = path.rpartition("/")[2].lower()
    return name.endswith(".xml") and bool(re.search(r"task|schedul|job|nightly|daily|weekly", path.lower()))


DESCRIPTOR = Descriptor("windows-task", _matches, _read)
