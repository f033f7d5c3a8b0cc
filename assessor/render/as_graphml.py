"""`architecture.graphml`: units and dependencies for Gephi, yEd, networkx and the like.

The id of a node is the unit's own (`com.acme.Order`); nodes carry kind, path, line, lines, language, package and whether they are
foreign, edges their kinds (`call:3 type:1`), weight, sites in loops and the first place.
"""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from assessor.domain.architecture import Dependency, Unit
from assessor.domain.assessment import Assessment
from assessor.domain.knowledge import Knowledge
from assessor.render.format import OutputFormat, RenderOptions
from assessor.render.wording import printable

_NODE = (("kind", "string"), ("path", "string"), ("line", "int"), ("lines", "int"), ("language", "string"), ("package", "string"))
_EXTERNAL = (("external", "boolean"), ("abstract", "boolean"))
_EDGE = (("kinds", "string"), ("weight", "int"), ("in_loop", "int"), ("path", "string"), ("line", "int"))
_NEVER = {0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}
_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"


def render(assessment: Assessment, knowledge: Knowledge, options: RenderOptions) -> dict[str, bytes]:
    """Nodes and edges in the order of the architecture."""
    graph = assessment.architecture
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<graphml xmlns="{_NAMESPACE}">']
    lines += _keys("node", (*_NODE, *_EXTERNAL))
    lines += _keys("edge", _EDGE)
    lines.append(f'<graph id={_attribute(assessment.application or "architecture")} edgedefault="directed">')
    for unit in graph.units:
        lines.append(f"<node id={_attribute(unit.id)}>{_data('node', _of_unit(unit))}</node>")
    for edge in graph.dependencies:
        ends = f"source={_attribute(edge.source)} target={_attribute(edge.target)}"
        lines.append(f"<edge {ends}>{_data('edge', _of_edge(edge))}</edge>")
    lines += ("</graph>", "</graphml>", "")
    return {FORMAT.filename: "\n".join(lines).encode()}


def _of_unit(unit: Unit) -> Iterator[tuple[str, object]]:
    for name, _ in _NODE:
        yield name, getattr(unit, name)
    yield "external", str(unit.kind == "external").lower()
    yield "abstract", str(unit.abstract).lower()


def _of_edge(edge: Dependency) -> Iterator[tuple[str, object]]:
    yield "kinds", " ".join(f"{kind}:{count}" for kind, count in edge.kinds)
    for name, _ in _EDGE[1:]:
        yield name, getattr(edge, name)


def _keys(of: str, names: Iterable[tuple[str, str]]) -> Iterator[str]:
    for name, kind in names:
        yield f'<key id="{of}-{name}" for="{of}" attr.name="{name}" attr.type="{kind}"/>'


def _data(of: str, values: Iterable[tuple[str, object]]) -> str:
    return "".join(f'<data key="{of}-{name}">{escape(_text(str(value)))}</data>' for name, value in values)


def _attribute(value: str) -> str:
    return quoteattr(_text(value))


def _text(value: str) -> str:
    """What XML may hold: it has no place for two of Unicode's noncharacters."""
    return printable(value).translate(_NEVER)


FORMAT = OutputFormat("graphml", "architecture.graphml", render)
