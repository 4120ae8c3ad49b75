# Each step is one plain command: make runs it without a shell between, so that TERM reaches it.
PYTHON ?= python3
BIN := .venv/bin
# The lock names everything, so nothing is resolved: a newer release of a package can break no set-up.
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-cache-dir install --quiet --require-hashes --no-deps
# A stamp bears the lock's own fingerprint: another lock is another stamp, and the same one costs nothing.
RUNTIME := .venv/runtime-$(shell cksum < requirements.txt | tr ' ' -)
DEV := .venv/dev-$(shell cat requirements.txt requirements-dev.txt | cksum | tr ' ' -)
MAPPED := $(if $(MAPPING),--mapping "$(MAPPING)")

# Synthetic teams have no business in a production store. A store that is a file is seen from here; any other is asked for.
STORE := $(patsubst sqlite:///%,%,$(or $(DATABASE_URL),sqlite:///var/lantern.db))
SEED_IF_MISSING := $(if $(filter production,$(LANTERN_MODE))$(wildcard $(STORE)),,$(BIN)/python -m data_access seed --if-missing)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test check format seed load bench bench-large study attack

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-11s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

run: $(RUNTIME) ## set up what is missing and serve on HOST:PORT (127.0.0.1:8050)
	@$(BIN)/python settings.py
	@$(BIN)/python -m web.compress
	@$(SEED_IF_MISSING)
	@$(BIN)/python -m gunicorn

test: $(DEV) ## set up Chromium and PostgreSQL where they are missing, then check and test everything
	@$(BIN)/python -m pip check
	@$(BIN)/python -m tests.setup
	@$(BIN)/ruff format --check
	@$(BIN)/ruff check
	@$(BIN)/lint-imports
	@$(BIN)/python -m web.compress
	@$(BIN)/python -m pytest --numprocesses 2 --dist loadfile --ignore tests/browser --cov
	@$(BIN)/python -m pytest tests/browser

check: $(DEV) ## format, lint, import contracts, house tests
	@$(BIN)/ruff format --check
	@$(BIN)/ruff check
	@$(BIN)/lint-imports
	@$(BIN)/python -m pytest -q tests/house

format: $(DEV) ## put the code into the form that check asks for
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

seed: $(RUNTIME) ## load the synthetic demo network into the store at DATABASE_URL
	@$(BIN)/python -m data_access seed

load: $(RUNTIME) ## load a folder of CSV files: make load FROM=dir [MAPPING=file]
	@$(if $(FROM),,$(error Say which folder: make load FROM=dir))$(BIN)/python -m data_access load "$(FROM)" $(MAPPED)

bench: $(DEV) ## measure the page against a static one with the same charts
	@$(BIN)/python -m tests.setup
	@$(BIN)/python -m web.compress
	@$(BIN)/python -m tests.bench

bench-large: $(DEV) ## the same for 5,000 teams on PostgreSQL: an hour, 8 GB of disk
	@$(BIN)/python -m tests.setup
	@$(BIN)/python -m tests.bench large

study: $(DEV) ## simulate how often intervals and rules are wrong, and write it to docs/methods.md
	@$(BIN)/python -m tests.study

attack: $(DEV) ## attack both release policies on hostile networks, and measure what stays visible: up to an hour
	@$(BIN)/python -m tests.attack

$(BIN)/python:
	@echo "Setting up: a virtual environment in .venv"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; this is %d.%d. Name another: make run PYTHON=python3.12" % sys.version_info[:2])'
	@$(PYTHON) -m venv .venv

$(RUNTIME): | $(BIN)/python
	@echo "Setting up: the packages of requirements.txt"
	@$(PIP) -r requirements.txt
	@touch $@

$(DEV): | $(BIN)/python $(RUNTIME)
	@echo "Setting up: the packages of requirements-dev.txt"
	@$(PIP) -r requirements-dev.txt
	@touch $@
