"""How much of the application was read and understood."""

from collections import Counter
from collections.abc import Sequence

from assessor.domain.coverage import Coverage, LanguageShare
from assessor.domain.facts import FileFacts
from assessor.domain.language import Language
from assessor.domain.sources import SourceTree


def cover(tree: SourceTree, facts: Sequence[FileFacts], languages: Sequence[Language]) -> Coverage:
    """Counts by language over first-party files; a file that could not be parsed counts as not understood.

    A file too large to be parsed is a table that some tool wrote: it is listed as unread, and is no code that anybody maintains.
    """
    known = {language.id: language for language in languages}
    lost = {item.path for item in facts if any(u.path == item.path and u.lines for u in item.unread)}
    tables = {item.path for item in facts if any(u.path == item.path and u.reason == "too-large" and u.lines for u in item.unread)}
    files: Counter[str] = Counter()
    lines: Counter[str] = Counter()
    understood: Counter[str] = Counter()
    for file in tree.files:
        language = known.get(file.language)
        if file.role != "source" or language is None or not language.code or file.path in tables:
            continue
        files[language.id] += 1
        lines[language.id] += file.lines
        if language.grammar and file.path not in lost:
            understood[language.id] += file.lines
    shares = tuple(
        LanguageShare(language=id_, name=known[id_].name, files=files[id_], lines=lines[id_], understood=bool(known[id_].grammar))
        for id_ in sorted(files, key=lambda id_: (-lines[id_], id_))
    )
    total = sum(lines.values())
    return Coverage(
        files=sum(files.values()),
        lines=total,
        share=round(sum(understood.values()) / total, 6) if total else 0.0,
        languages=shares,
        roles=tuple(sorted(Counter(file.role for file in tree.files).items())),
        encodings=tuple(sorted(Counter(file.encoding for file in tree.files if file.encoding).items())),
        unread=tuple(sorted({*tree.unread, *(u for item in facts for u in item.unread)})),
        ignored=tree.ignored,
    )
