"""Which target of a Makefile makes the pages."""

from assessor.plan.make_targets import page_target

PAGES = """\
YARN ?= yarn
DIST = frontend/dist
VERSION := $(shell git describe --tags)

build:
\tgo build -o shop ./cmd

$(DIST): frontend/package.json $(shell find frontend/src -type f)
\texport APP_VERSION="${VERSION}" && cd frontend && $(YARN) build
\ttouch -c $(DIST)

.PHONY: pages
pages: mails $(DIST)

mails:
\tcd mails && $(YARN) install && $(YARN) build

dist: build pages
\tdocker build .
"""


def test_the_target_that_builds_most_and_needs_nothing_but_node() -> None:
    assert page_target(PAGES) == "pages"


def test_none_where_nothing_builds_or_another_tool_is_needed() -> None:
    assert page_target("build:\n\tgo build ./cmd\n") == ""
    assert page_target("all:\n\tcd web && npm run build\n\tgo build .\n") == ""
    assert page_target("serve:\n\tcd web && npm run dev\n") == ""
    assert page_target("a: b\nb: a\n\tcd web && npm run build\n") == "a"
