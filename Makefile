# `make run` opens the app, `make test` checks everything; both set up what they need.
# Only Python 3.11 or newer, git and make are taken for granted.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: run test lint types contracts pack unit torture bench generate constraints clean help

help: ## What there is to make
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

run: $(READY) ## Set up and open the app
	@$(BIN)/cbassess

test: lint types contracts pack unit ## Everything that must hold before a commit

lint: $(READY)
	$(BIN)/ruff check cbassess tests benchmarks tools

types: $(READY)
	$(BIN)/mypy

contracts: $(READY)
	$(BIN)/lint-imports

pack: $(READY)
	$(BIN)/cbassess pack check

unit: $(READY)
	$(BIN)/python -m pytest

torture: $(READY) ## The fault and property tests, many times over
	CBASSESS_TORTURE=1 $(BIN)/python -m pytest --timeout 3600 tests/property tests/unit/store tests/unit/export tests/reliability

bench: $(READY) ## Measurements, written for docs/performance.md
	$(BIN)/python -m benchmarks

generate: $(READY) ## Write the generated documents again
	$(BIN)/python -m cbassess.packs.schema
	$(BIN)/python -m cbassess.export.schema
	$(BIN)/python -m tools.catalogue
	$(BIN)/python -m tools.codebook
	$(BIN)/python -m tools.command_line
	$(BIN)/python -m tools.settings_page

constraints: $(READY) ## Note the installed versions
	(head -n 1 constraints.txt; $(BIN)/python -m pip freeze --exclude-editable) > constraints.new
	mv constraints.new constraints.txt

clean: ## Remove what was set up
	rm -rf $(VENV)

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed, this is %d.%d. Try: make PYTHON=python3.12" % sys.version_info[:2] if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv $(VENV) || { echo "Python's venv module is missing. On Debian and Ubuntu: apt install python3-venv"; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt hatchling editables
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --no-build-isolation --editable '.[dev]'
	@touch $@
