# Two commands matter: `make run` and `make test`. Both set up first, once.
PYTHON ?= python3
VENV := .venv
STAMP := $(VENV)/.set-up
NODE_STAMP := node_modules/.set-up
WORKERS ?= 2
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help run setup test check bench train evaluate lint types pane-checks layers review render clean

help:
	@echo "make run                     serve the page and the API on https://localhost:8443"
	@echo "make test                    set up and pass the tests"
	@echo "make check                   what CI runs: lint, types, layers, tests, the clause library"
	@echo "make review FILE=c.docx      review one file on the terminal"
	@echo "make render FILE=c.docx      pages as pictures in out/ (needs LibreOffice and poppler)"
	@echo "make bench                   the speed of a redline, as a ratio"
	@echo "make evaluate                measure the topic model"
	@echo "make clean                   remove the environment and all caches"

run: $(STAMP)
	$(VENV)/bin/python -m server

setup: $(STAMP)

$(STAMP): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "Python 3.11 or newer is needed; '$(PYTHON)' is not. Try: make PYTHON=python3.12 $(or $(MAKECMDGOALS),help)" >&2; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "Python's venv module is missing. On Debian or Ubuntu: sudo apt-get install python3-venv" >&2; exit 2; }
	@test -x $(VENV)/bin/python || $(PYTHON) -m venv $(VENV)
	@$(VENV)/bin/python -m pip install --quiet --upgrade 'pip>=25.1'
	@$(VENV)/bin/python -m pip install --quiet -r requirements.txt --group dev
	@touch $@

test: $(STAMP)
	$(VENV)/bin/pytest -n $(WORKERS)

check: lint types layers test
	$(VENV)/bin/python -m server clauses check

# processor time as a ratio to python-docx's bare load and save of the same file; alone, on a quiet machine
bench: $(STAMP)
	$(VENV)/bin/pytest -m benchmark -s

# the topic model from the shared labels; an environment of its own (PyTorch, half an hour)
train: $(STAMP)
	@test -x .venv-train/bin/python || $(PYTHON) -m venv .venv-train
	@.venv-train/bin/python -m pip install --quiet --upgrade 'pip>=25.1'
	@.venv-train/bin/python -m pip install --quiet -r requirements.txt --group train
	.venv-train/bin/python -m training.train

evaluate: $(STAMP)
	$(VENV)/bin/python -m training.evaluate

lint: $(STAMP) pane-checks
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(NPM) lint

types: $(STAMP) pane-checks
	$(VENV)/bin/mypy
	$(NPM) types

# what checks the pane comes from npm; the pane itself needs none of it. CI leaves nothing out
ifneq ($(shell command -v npm 2>/dev/null),)
NPM := npm run --silent
pane-checks: $(NODE_STAMP)
else ifeq ($(CI),true)
pane-checks:
	@echo "npm is needed to check the pane" >&2; exit 2
else
NPM := @echo "npm is not installed; not checked of the pane:"
pane-checks:
endif

$(NODE_STAMP): package.json package-lock.json
	npm ci --silent --no-audit --no-fund
	@touch $@

layers: $(STAMP)
	$(VENV)/bin/lint-imports

review: $(STAMP)
	@test -n "$(FILE)" || { echo "Which file? make review FILE=contract.docx" >&2; exit 2; }
	@$(VENV)/bin/python -m server review "$(FILE)"

# a picture of a document with its tracked changes, as in the README
render:
	@test -n "$(FILE)" || { echo "Which file? make render FILE=contract.docx" >&2; exit 2; }
	@command -v soffice >/dev/null && command -v pdftoppm >/dev/null || { echo "LibreOffice (soffice) and poppler (pdftoppm) are needed." >&2; exit 2; }
	@mkdir -p out
	@soffice --headless --norestore "-env:UserInstallation=file://$(abspath out)/.profile" --convert-to pdf --outdir out "$(FILE)" >/dev/null
	@pdftoppm -r 100 -png "out/$(basename $(notdir $(FILE))).pdf" "out/$(basename $(notdir $(FILE)))"
	@ls out/*.png

clean:
	rm -rf $(VENV) node_modules out .mypy_cache .ruff_cache .pytest_cache .hypothesis .benchmarks .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
