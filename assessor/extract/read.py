"""From files to facts: every file is read once, in a worker process, by its language's rules and by the descriptors that know it.

In: the `SourceFile`s and where they lie. Out: one `FileFacts` per file that was read, sorted by path. What could not be read
is inside them as `Unread`. Everything that leaves a worker has its secrets masked.
"""

from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

import msgspec

from assessor.domain.facts import Fact, FileFacts, Library
from assessor.domain.knowledge import Knowledge
from assessor.domain.language import CodeRule, Language
from assessor.domain.sources import SourceFile, Unread
from assessor.extract import code, redaction, workers
from assessor.extract.cache import Cache, keys
from assessor.extract.descriptor import Descriptor, Document, Unreadable, descriptors
from assessor.extract.ignores import ignores
from assessor.extract.java_archive import bundled_library, is_bundled
from assessor.extract.native import HEAD_BYTES, named_like_one, native_library

CODE_BYTES = 1_500_000
DESCRIPTOR_BYTES = 4_000_000
WHOLE_BYTES = 64_000_000
"""Size caps: hand-written code is smaller (a 5 MB minified file takes 600 MB to parse); dumps may be larger."""
MOST_FACTS = 50_000
"""Facts of one descriptor that are taken: a list of 150,000 libraries took 18 s to think about."""
_SHOWN_BYTES = 200_000
"""Progress is told in steps of so many bytes."""
PASSING = ("memory", "unreadable", "timeout", "crashed")
"""Reasons that may be gone at the next run."""


class _Task(msgspec.Struct, frozen=True):
    file: SourceFile
    location: str


class _Worker(msgspec.Struct):
    """`told` is what the rest was made from."""

    told: bytes
    languages: dict[str, Language]
    rules: dict[str, tuple[CodeRule, ...]]


_worker = _Worker(b"", {}, {})


def extract(
    files: Sequence[SourceFile],
    locations: dict[str, Path],
    knowledge: Knowledge,
    *,
    jobs: int,
    progress: Callable[[int], None] = lambda size: None,
    cache: Cache | None = None,
) -> tuple[FileFacts, ...]:
    """Facts of all `files` that hold something to read; `progress` gets the bytes that were done. `cache` spares known files."""
    encoded = msgspec.msgpack.encode((knowledge.languages, knowledge.code))
    tasks = [_Task(file, str(locations[file.path])) for file in files if _worth_reading(file, knowledge)]
    names = dict(zip((t.file.path for t in tasks), keys((t.file for t in tasks), encoded), strict=True)) if cache else {}
    facts = _remembered(cache, names) if cache else {}
    progress(sum(task.file.size for task in tasks if task.file.path in facts))
    # Large files first, so that the last worker does not end alone on the largest file.
    todo = sorted((t for t in tasks if t.file.path not in facts), key=lambda task: (-task.file.size, task.file.path))
    if todo:
        _ready(encoded, {task.file.language for task in todo})
    decoder = msgspec.msgpack.Decoder(FileFacts)
    fresh: list[tuple[bytes, bytes]] = []
    unseen = 0
    for task, answer in workers.run(
        read_file, todo, jobs=jobs, setup=prepare, arguments=(encoded,), weight=lambda task: task.file.size
    ):
        if isinstance(answer, workers.Lost):
            facts[task.file.path] = _nothing(task.file, answer.reason, "the parser did not survive this file")
        else:
            known = facts[task.file.path] = decoder.decode(answer)
            if cache and not any(unread.reason in PASSING for unread in known.unread):
                fresh.append((names[task.file.path], answer))
        unseen += task.file.size
        if unseen > _SHOWN_BYTES:
            progress(unseen)
            unseen = 0
    progress(unseen)
    if cache and fresh:
        cache.store(fresh)
    facts |= {file.path: found for file in files if (found := _binary(file, locations[file.path]))}
    return tuple(facts[path] for path in sorted(facts))


def _binary(file: SourceFile, location: Path) -> FileFacts | None:
    """Of a binary its head or its list of entries alone is read, and only where its name says that it may be a library."""
    if file.role != "binary" or not (named_like_one(file.path) or is_bundled(file.path)):
        return None
    found: Fact | None
    try:
        if is_bundled(file.path):
            found = bundled_library(file.path, location, file.size)
        else:
            with location.open("rb") as source:
                found = native_library(file.path, source.read(HEAD_BYTES))
    except OSError:
        return None  # the walk has said already what it could not read
    if found is None:
        return None
    # A bundled library says what a manifest says, so that it counts as one.
    return FileFacts(file.path, "", "source" if isinstance(found, Library) else file.role, 0, "", (found,))


def _remembered(cache: Cache, names: dict[str, bytes]) -> dict[str, FileFacts]:
    """By path, what the cache knows. A value that is not what its key promises makes the whole cache worthless."""
    decoder = msgspec.msgpack.Decoder(FileFacts)
    paths = {name: path for path, name in names.items()}
    found = {}
    try:
        for name, value in cache.load(list(paths)):
            facts = decoder.decode(value)
            if facts.path != paths[name]:
                raise msgspec.ValidationError("the facts of another file")
            found[facts.path] = facts
    except msgspec.DecodeError:
        cache.discard()
        return {}
    return found


def _worth_reading(file: SourceFile, knowledge: Knowledge) -> bool:
    if file.role in ("binary", "vendored", "minified"):
        return False
    return bool(file.encoding)


def _ready(encoded: bytes, spoken: set[str]) -> None:
    """Prepares rules and parsers here: a forked worker finds them ready, and so does the one that comes after it."""
    prepare(encoded)
    descriptors()
    for name in sorted(spoken & _worker.rules.keys()):
        code.prepared(_worker.languages[name], _worker.rules[name])


def prepare(encoded: bytes) -> None:
    """Gives a worker its knowledge, once."""
    if _worker.told == encoded:
        return
    _worker.told = encoded
    languages, rules = msgspec.msgpack.decode(encoded, type=tuple[tuple[Language, ...], tuple[CodeRule, ...]])
    _worker.languages = {language.id: language for language in languages}
    _worker.rules = {
        language.id: tuple(rule for rule in rules if rule.language in (language.id, *language.rules))
        for language in languages
        if language.grammar
    }


def read_file(task: _Task) -> bytes:
    """Facts of one file, encoded."""
    return msgspec.msgpack.encode(_read_file(task))


def _nothing(file: SourceFile, reason: str, detail: str) -> FileFacts:
    unread = (Unread(file.path, reason, detail, file.lines),)
    return FileFacts(file.path, file.language, file.role, file.lines, "", (), unread, file.lines)


def _read_file(task: _Task) -> FileFacts:
    file = task.file
    try:
        with Path(task.location).open("rb") as source:
            raw = source.read(file.size + 1)
        if len(raw) > file.size:
            return _nothing(file, "unreadable", "grew while it was read")
        text = decode(raw, file.encoding)
        return read_text(file, text, raw)
    except OSError as error:
        return _nothing(file, "unreadable", error.strerror or "not readable")
    except MemoryError:
        return _nothing(file, "memory", "takes more memory than one file may")


def decode(raw: bytes, encoding: str) -> str:
    """The text with unified line ends and without lone surrogates; a cut character becomes U+FFFD."""
    text = raw.decode(encoding, "replace")
    if text.startswith("\ufeff"):
        text = text[1:]
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text


def read_text(file: SourceFile, text: str, raw: bytes) -> FileFacts:
    """All facts of one text. `except Exception` stands here and nowhere else: one file never stops a run."""
    facts: set[Fact] = set()
    unread: list[Unread] = []
    namespace, code_lines = "", file.lines
    language = _worker.languages.get(file.language)
    if file.role == "source" and language is not None and language.code:
        if not language.grammar:
            unread.append(Unread(file.path, "no-grammar", f"{language.name} is counted, not understood", file.lines))
        elif file.size > CODE_BYTES:
            unread.append(Unread(file.path, "too-large", f"{file.size} bytes of {language.name}", file.lines))
        else:
            try:
                reading = code.read(text, file.path, language, _worker.rules.get(language.id, ()))
                namespace, code_lines = reading.namespace, reading.code_lines
                facts.update(reading.facts)
                unread += [Unread(file.path, "too-large", remark[:200], 0) for remark in reading.remarks]
            except Unreadable as error:
                unread.append(Unread(file.path, "unparsable", str(error)[:200], file.lines))
            except MemoryError:
                raise
            except Exception as error:
                unread.append(Unread(file.path, "crashed", f"{type(error).__name__}: {error}"[:200], file.lines))
    for descriptor in descriptors():
        if descriptor.matches(file.path):
            _describe(descriptor, file, text, raw, facts, unread)
    facts.update(ignores(text, file.path, language))
    masked = tuple(sorted({_masked(fact) for fact in facts}, key=_order))
    return FileFacts(file.path, file.language, file.role, file.lines, namespace, masked, tuple(sorted(set(unread))), code_lines)


def _describe(descriptor: Descriptor, file: SourceFile, text: str, raw: bytes, facts: set[Fact], unread: list[Unread]) -> None:
    limit = WHOLE_BYTES if descriptor.whole else DESCRIPTOR_BYTES
    if file.size > limit:
        unread.append(Unread(file.path, "too-large", f"{file.size} bytes of {descriptor.name}", 0))
        return
    try:
        document = Document(path=file.path, text=text, raw=raw)
        read = tuple(islice(descriptor.read(document), MOST_FACTS + 1))
        facts.update(read[:MOST_FACTS])
        if len(read) > MOST_FACTS:
            unread.append(Unread(file.path, "too-large", f"the first {MOST_FACTS:,} facts of {descriptor.name} were taken", 0))
        unread += [Unread(file.path, "damaged", f"{descriptor.name}: {remark}"[:200], 0) for remark in document.remarks]
    except Unreadable as error:
        unread.append(Unread(file.path, "unparsable", f"{descriptor.name}: {error}"[:200], 0))
    except MemoryError:
        raise
    except Exception as error:
        unread.append(Unread(file.path, "crashed", f"{descriptor.name}: {type(error).__name__}: {error}"[:200], 0))


def _masked(fact: Fact) -> Fact:
    """The fact with its excerpt masked: parsers mask the values they know of, this is the net below all of them."""
    evidence = getattr(fact, "evidence", None)
    if evidence is None or not evidence.excerpt:
        return fact
    excerpt = redaction.masked_excerpt(evidence.excerpt)
    if excerpt == evidence.excerpt:
        return fact
    return msgspec.structs.replace(fact, evidence=msgspec.structs.replace(evidence, excerpt=excerpt))


def _order(fact: Fact) -> tuple[str, tuple[object, ...]]:
    """Facts of different kinds are not comparable: by kind first, then by their fields."""
    return type(fact).__name__, msgspec.structs.astuple(fact)
