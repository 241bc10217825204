# One word each: make demo, make test, make docs, make bench, make soak.
# Needs make and Python 3.11 or newer (`make demo PYTHON=python3.12` names another one); packages come from pip.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PACKAGES := graph_model graph_store loaders queries visualisations sample_data gridgov
SOURCES := pyproject.toml $(shell find $(PACKAGES) -type f -not -path '*/__pycache__/*')

.DEFAULT_GOAL := help
.PHONY: help demo test check docs bench soak tools clean

help:
	@echo 'make demo   install into .venv and see the whole way in a minute; result in ./gridgov-demo'
	@echo 'make test   lint, types, layers, generated pages, tests; installs what they need'
	@echo 'make docs   write the generated pages of docs/ anew'
	@echo 'make bench  measure, and write docs/benchmarks.md'
	@echo 'make soak   the long proofs'

demo: $(VENV)/installed
	$(BIN)/gridgov demo

test: $(VENV)/editable tools check
	$(BIN)/python -m pytest -n 3 --dist loadfile

check: $(VENV)/editable
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy $(PACKAGES) tests
	$(BIN)/lint-imports
	$(BIN)/python -m gridgov.documentation --check

docs: $(VENV)/editable
	$(BIN)/python -m gridgov.documentation

bench: $(VENV)/editable
	$(BIN)/python -m benchmarks

soak: $(VENV)/editable tools
	$(BIN)/python -m pytest -m soak

tools: $(VENV)/editable
	bash .ci/tools

clean:
	rm -rf $(VENV) build dist gridgov-demo

$(VENV)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "gridgov needs Python 3.11 or newer; name one: make demo PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	@touch $@

# What a user gets: the built package, with the sources out of sight.
$(VENV)/installed: $(VENV)/python $(SOURCES)
	@test -f $(VENV)/editable || $(BIN)/python -m pip install --quiet .
	@touch $@

# What a developer works in: the sources themselves, and the tools of the tests.
$(VENV)/editable: $(VENV)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	@touch $@
