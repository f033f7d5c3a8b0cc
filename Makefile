# Everything runs in .venv, which every target sets up by itself. Windows: see the README.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.stamp
RUN_DEMO := $(BIN)/assessor assess samples/php-storefront -o demo --force

.PHONY: demo test check check-static golden format clean
demo: $(STAMP)
	$(RUN_DEMO)

test: $(STAMP)
	$(BIN)/python -m pytest

# All that must hold before a commit lands; .ci/run does this and the runs on real applications.
check: check-static test

check-static: $(STAMP)
	$(BIN)/ruff check assessor tests
	$(BIN)/ruff format --check assessor tests
	$(BIN)/mypy
	$(BIN)/lint-imports

# Writes the expected outputs of all samples anew; review the diff like code.
golden: $(STAMP)
	$(BIN)/python -m tests.golden

format: $(STAMP)
	$(BIN)/ruff check --fix assessor tests
	$(BIN)/ruff format assessor tests

$(STAMP): pyproject.toml
	$(PYTHON) -c 'import sys; assert sys.version_info >= (3, 11), "assessor needs Python 3.11 or newer: make PYTHON=python3.12"'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"  # the first that knows dependency groups
	$(BIN)/pip install --quiet -e . --group dev
	touch $@

clean:
	rm -rf $(VENV) demo build dist
