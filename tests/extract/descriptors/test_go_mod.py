"""Go's go.mod."""

from facts_of import facts_of

from assessor.extract.descriptors.go_mod import DESCRIPTOR


def test_module() -> None:
    text = """module github.com/acme/notes

go 1.21
require (
	github.com/lib/pq v1.10.9
	golang.org/x/sys v0.1.0 // indirect
)
require github.com/labstack/echo/v4 v4.9.0
replace github.com/a/b => ../b
"""
    assert facts_of(DESCRIPTOR, text, "go.mod") == [
        "1 Artifact github.com/acme/notes go-module",
        "3 Trait runtime.version name=go,version=1.21",
        "5 Library github.com/lib/pq golang v1.10.9 runtime",
        "6 Library golang.org/x/sys golang v0.1.0 indirect",
        "8 Library github.com/labstack/echo/v4 golang v4.9.0 runtime",
    ]


def test_broken() -> None:
    text = """require (
)
)
"""
    assert facts_of(DESCRIPTOR, text, "go.mod") == []
