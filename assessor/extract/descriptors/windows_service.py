"""Programs that WinSW runs as a service of Windows, by its XML (or the `service` of one in a folder): what is started, and how.

The file has the name of the program beside it, so that any name may be one; the elements `id` and `executable` tell.
"""

from collections.abc import Iterator

from assessor.domain.facts import Fact
from assessor.extract.command_kind import command_kind
from assessor.extract.descriptor import Descriptor, Document, Unreadable
from assessor.extract.markup import Markup, attribute, children, local_name, text_of
from assessor.extract.reading import Reading


def _read(document: Document) -> Iterator[Fact]:
    if "<executable" not in document.text:
        return
    try:
        markup = Markup(document)
    except Unreadable:
        return
    root = markup.root
    program, name = text_of(root, "executable"), text_of(root, "id")
    if local_name(root) not in ("service", "configuration") or not program or not name:
        return
    reading = Reading(document, "windows-service")
    line = markup.line(next(children(root, "executable")))
    arguments = text_of(root, "startarguments") or text_of(root, "arguments")
    arguments = " ".join([arguments, *((each.text or "").strip() for each in children(root, "argument", "startargument"))]).strip()
    command = f"{program} {arguments}".strip()
    yield reading.trait("windows.service", line, name=name)
    yield from reading.started(name, command, command_kind(command, name), line)
    for each in children(root, "env"):
        yield from reading.setting(attribute(each, "name"), attribute(each, "value"), markup.line(each))
        yield from reading.heap(attribute(each, "value"), markup.line(each))
    for each in children(root, "workingdirectory", "logpath"):
        yield from reading.setting(
            f"service.{local_name(each)}", (each.text or "").strip().replace("%BASE%", "."), markup.line(each)
        )


DESCRIPTOR = Descriptor("windows-service", lambda path: path.lower().endswith(".xml"), _read)
