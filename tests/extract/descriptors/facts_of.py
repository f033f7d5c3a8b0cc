"""Shows what a parser reads out of a snippet, one line of text per fact: `line kind field field...`, empty fields left out."""

from assessor.domain.facts import Fact
from assessor.extract.descriptor import Descriptor, Document


def facts_of(descriptor: Descriptor, text: str, path: str) -> list[str]:
    """The facts as sorted lines; the path must be one that the parser asks for."""
    assert descriptor.matches(path), f"{descriptor.name} does not read {path}"
    facts = descriptor.read(Document(path, text, text.encode()))
    return [shown for _, shown in sorted({(fact.evidence.line, _shown(fact)) for fact in facts})]  # type: ignore[union-attr]


def _shown(fact: Fact) -> str:
    values = []
    for name in fact.__struct_fields__:
        value = getattr(fact, name)
        if name == "evidence" or value in ("", (), False, 0):
            continue
        if isinstance(value, tuple):
            value = ",".join("=".join(each) if isinstance(each, tuple) else str(each) for each in value)
        values.append(f"{name}!" if value is True else str(value))
    return f"{fact.evidence.line} {type(fact).__name__} {' '.join(values)}"  # type: ignore[union-attr]
