"""YAML, JSON and TOML of strangers, as trees that know their lines."""

import pytest

from assessor.extract.descriptor import Unreadable
from assessor.extract.structured import read_json, read_toml, read_yaml


def leaves(text: str) -> list[tuple[str, str, int]]:
    return [(key, node.text, node.line) for root in read_yaml(text) for key, node in root.leaves()]


def test_yaml_keeps_lines_and_text() -> None:
    text = "a:\n  - b: no\n  - 010\nc: ~\nd: |\n  two\n  lines\n"
    assert leaves(text) == [("a[0].b", "no", 2), ("a[1]", "010", 3), ("c", "", 4), ("d", "two\nlines\n", 5)]


def test_yaml_documents_anchors_and_merges() -> None:
    assert leaves("x: &x {a: 1}\ny: {<<: *x, b: 2}\n---\nz: 3") == [
        ("x.a", "1", 1),
        ("y.a", "1", 1),
        ("y.b", "2", 2),
        ("z", "3", 4),
    ]


def test_yaml_before_a_mistake_is_kept() -> None:
    assert leaves("a: 1\n---\nb: [") == [("a", "1", 1)]


def test_yaml_with_templates() -> None:
    assert leaves("a: {{ .Values.x }}\n{{- if y }}\nb: <%= z %>\n") == [("a", "{{ .Values.x }}", 1), ("b", "<%= z %>", 3)]


@pytest.mark.parametrize("text", ["a: b: c: d", "[" * 200, "{a: " * 200, "\n".join(" " * n + "a:" for n in range(200))])
def test_yaml_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        read_yaml(text)


def test_json_with_comments_commas_and_escapes() -> None:
    root = read_json('{\n // note\n "a": "\\u00e9\\n", /* b */ "c": [1, null,],\n}')
    assert [(key, node.text, node.line) for key, node in root.leaves()] == [("a", "é\n", 3), ("c[0]", "1", 3), ("c[1]", "", 3)]


def test_json_that_ends_too_early() -> None:
    assert [(key, node.text) for key, node in read_json('{"a": {"b": 1').leaves()] == [("a.b", "1")]


@pytest.mark.parametrize("text", ["", "word", '"text"', "[" * 200])
def test_json_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        read_json(text)


@pytest.mark.parametrize("text", ["[a", "a = " + "[" * 5000, "a." * 5000])
def test_toml_refused(text: str) -> None:
    assert read_toml("[a]\nb = 1") == {"a": {"b": 1}}
    with pytest.raises(Unreadable):
        read_toml(text)
