"""Reads a gettext catalogue (`.po`) directly, so that no compiled file can lag behind it.

Only what our catalogues use: `msgid`, `msgid_plural`, `msgstr`, `msgstr[0]`, continued strings, `#, fuzzy`. Chinese has one form
for every number.
"""

import gettext
import re
from ast import literal_eval
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from assessor.resources import folder

LINE = re.compile(r'^(msgid|msgid_plural|msgstr|msgstr\[0\]|) ?(".*")$')


class Entry(Struct):
    """One message: the English text, what it becomes, and whether somebody still has to look at it."""

    text: str = ""
    translated: str = ""
    fuzzy: bool = False


class Catalogue(gettext.NullTranslations):
    """English text -> translation; what is not in it stays English."""

    def __init__(self, texts: dict[str, str]) -> None:
        super().__init__()
        self.texts = texts

    def gettext(self, message: str) -> str:
        """The translation of `message`."""
        return self.texts.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The translation, whatever `n` is; English has two forms."""
        return self.texts.get(msgid1) or (msgid1 if n == 1 else msgid2)


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The catalogue `templates/locales/<language>/LC_MESSAGES/report.po`, or one that leaves everything English."""
    path = folder("templates") / "locales" / language.replace("-", "_") / "LC_MESSAGES" / "report.po"
    if not path.is_file():
        return gettext.NullTranslations()
    return Catalogue({one.text: one.translated for one in entries(path.read_text("utf-8")) if one.text and one.translated})


def entries(text: str) -> Iterator[Entry]:
    """The messages of a `.po` file in their order, the header with an empty text first."""
    entry, field = Entry(), ""
    for line in text.splitlines():
        if line.startswith("#,"):
            entry.fuzzy = entry.fuzzy or "fuzzy" in line
        found = LINE.match(line)
        if not found:
            if not line.strip() and field:
                yield entry
                entry, field = Entry(), ""
            continue
        field = found[1] or field
        if field == "msgid":
            entry.text += literal_eval(found[2])
        elif field.startswith("msgstr"):
            entry.translated += literal_eval(found[2])
    if field:
        yield entry
