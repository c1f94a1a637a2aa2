# make help lists the commands. Every one of them first makes .venv, once, from requirements.txt.

PYTHON  ?= python3
CORPUS  ?= seeds
REPORTS ?= reports
BIN     := .venv/bin
PIP     := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help report lab test bench clean

help:  ## list these commands
	@grep -E '^[a-z]+:.*##' Makefile | awk -F ':.*## ' '{printf "make %-8s %s\n", $$1, $$2}'

report: .venv/installed  ## read seeds/ (or CORPUS=path), run every notebook, leave reports/
	@$(BIN)/pressroom report $(CORPUS) --out $(REPORTS)

lab: .venv/installed  ## open the notebooks in JupyterLab
	$(BIN)/jupyter lab notebooks

test: .venv/tested-with  ## run every test, the linter and the type checker
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

bench: .venv/benched-with  ## measure accuracy and speed beside other libraries
	$(BIN)/python bench/figures.py
	$(BIN)/python bench/themes.py
	$(BIN)/python bench/reading.py

clean:  ## remove the environment and everything generated
	rm -rf .venv reports data/processed build

.venv/installed: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "pressroom needs Python 3.11 or newer; found " + sys.version.split()[0] + ". Name one with: make PYTHON=python3.12 report")'
	@echo "setting up .venv, once; this takes a minute or two" >&2
	@$(PYTHON) -m venv .venv
	@$(PIP) -r requirements.txt
	@touch $@

.venv/tested-with: .venv/installed
	@$(PIP) -e '.[test]'
	@touch $@

.venv/benched-with: .venv/installed
	@$(PIP) -e '.[bench]'
	@touch $@
