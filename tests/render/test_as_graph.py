"""The graph for other tools: valid whatever names the application has."""

import csv
from io import StringIO

from lxml import etree
from msgspec.structs import replace

from assessor.domain.architecture import Architecture, Dependency, Unit
from assessor.domain.assessment import Assessment
from assessor.domain.knowledge import Knowledge
from assessor.render import as_graph_csv, as_graphml
from assessor.render.format import RenderOptions
from tests.render.example import rich

HOSTILE = 'a"<&>\x00\x0b]]>\ud800\uffff=1'
NAMESPACE = "{http://graphml.graphdrawing.org/xmlns}"


def _assessed() -> Assessment:
    graph = Architecture(
        units=(
            Unit("com.acme.Order", "class", "src/Order.java", 3, 40, "java", "com.acme"),
            Unit("external:org.slf4j", "external", "", 0, 0, "", "org.slf4j"),
            Unit(f"={HOSTILE}", "file", f"src/{HOSTILE}.php", 1, 2, "php", HOSTILE, abstract=True),
        ),
        dependencies=(
            Dependency("com.acme.Order", "external:org.slf4j", (("call", 3), ("type", 1)), 4, "src/Order.java", 7, 2),
            Dependency(f"={HOSTILE}", "com.acme.Order", (("include", 1),), 1, f"src/{HOSTILE}.php", 1),
        ),
        tables=(),
        accesses=(),
    )
    return replace(rich(), architecture=graph)


def test_graphml_is_xml_for_hostile_names(knowledge: Knowledge) -> None:
    (text,) = as_graphml.render(_assessed(), knowledge, RenderOptions()).values()
    root = etree.fromstring(text, etree.XMLParser(resolve_entities=False, no_network=True))
    nodes = root.findall(f".//{NAMESPACE}node")
    edges = root.findall(f".//{NAMESPACE}edge")
    assert [node.get("id") for node in nodes][:2] == ["com.acme.Order", "external:org.slf4j"]
    assert {edge.get("source") for edge in edges} | {edge.get("target") for edge in edges} == {node.get("id") for node in nodes}
    assert {data.get("key"): data.text for data in nodes[0]} == {
        "node-kind": "class",
        "node-path": "src/Order.java",
        "node-line": "3",
        "node-lines": "40",
        "node-language": "java",
        "node-package": "com.acme",
        "node-external": "false",
        "node-abstract": "false",
    }
    assert {data.get("key"): data.text for data in edges[0]} == {
        "edge-kinds": "call:3 type:1",
        "edge-weight": "4",
        "edge-in_loop": "2",
        "edge-path": "src/Order.java",
        "edge-line": "7",
    }


def test_spreadsheets_get_text_and_no_formulas(knowledge: Knowledge) -> None:
    files = as_graph_csv.render(_assessed(), knowledge, RenderOptions())
    units = list(csv.DictReader(StringIO(files["graphcsv/units.csv"].decode("utf-8-sig"))))
    assert units[0] == {
        "id": "com.acme.Order",
        "kind": "class",
        "path": "src/Order.java",
        "line": "3",
        "lines": "40",
        "language": "java",
        "package": "com.acme",
        "abstract": "false",
    }
    assert units[2]["id"].startswith("'=a")
    edges = list(csv.DictReader(StringIO(files["graphcsv/dependencies.csv"].decode("utf-8-sig"))))
    assert next((edge["source"], edge["kinds"], edge["line"]) for edge in edges) == ("com.acme.Order", "call:3 type:1", "7")
