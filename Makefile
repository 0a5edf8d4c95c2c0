# One word to run anything. `make` alone lists the words.
SHELL := /bin/bash
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
DEMO_DATA ?= var/demo
SHARED ?= ../shared/data
READY := $(VENV)/ready

.PHONY: help demo serve test test-slow check format bench bench-retrieval bench-scale bench-answers train lock clean

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

# The environment: made once, and again when what it is made from changes.
$(READY): requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -c 'import torch' 2>/dev/null || $(BIN)/pip install --quiet torch==2.13.0
	$(BIN)/pip install --quiet --require-hashes --no-deps -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --editable .
	touch $@

demo: $(DEMO_DATA)/ready ## ingest the training case, answer in three languages, open the page
	@examples/ask_three.sh $(BIN)/dalel $(DEMO_DATA)
	@[ "$$DALEL_DEMO_SERVE" = 0 ] || $(BIN)/dalel serve --data $(DEMO_DATA)

$(DEMO_DATA)/ready: $(READY) $(shell find examples/case examples/law examples/guidance -type f 2>/dev/null)
	$(BIN)/dalel ingest examples/law --collection training-law --kind law --data $(DEMO_DATA)
	$(BIN)/dalel ingest examples/guidance --collection training-guidance --kind guidance --data $(DEMO_DATA)
	$(BIN)/dalel ingest examples/case --collection training-case --kind case --data $(DEMO_DATA)
	touch $@

test: $(READY) ## the test suite (a few minutes, two cores)
	$(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder

test-slow: $(READY) ## every test, the long ones too
	$(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder -m "" --hypothesis-profile thorough

check: $(READY) ## ruff, ruff format, mypy --strict, import-linter
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY) ## let ruff put the code in order
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: $(READY) ## measure; needs the shared data; writes benchmarks/results/*.json
	$(BIN)/python -m benchmarks --shared $(SHARED)

bench-retrieval: $(READY) ## how well it finds: methods by sets, beside LlamaIndex's stock hybrid; a quarter of an hour
	$(BIN)/python -m benchmarks --shared $(SHARED) --only methods_table

bench-scale: $(READY) ## search among 100,000 passages; DALEL_BENCH_PASSAGES=1000000 for more, if you have an hour
	$(BIN)/python -m benchmarks --shared $(SHARED) --only scale

bench-answers: $(READY) ## how good the answers are, to our own questions; ten minutes
	$(BIN)/python -m benchmarks --shared $(SHARED) --only answers

train: $(READY) ## learn all that is learned again, from the shared data: stems, lexicon, table, words, profile, how law and orders sound
	$(BIN)/python -m training.kazakh_stems --data $(SHARED) --out vectorstore/analysis/kazakh_stems.tsv.gz
	$(BIN)/python -m training.train_lexicon --data $(SHARED) --out vectorstore/lexicon.tsv.gz
	$(BIN)/python -m training.train_table --data $(SHARED) --out vectorstore/static_table
	$(BIN)/python -m training.common_words --data $(SHARED) --out assistant/common_words.txt.gz
	$(BIN)/python -m training.language_profile --data $(SHARED) --out vectorstore/language_profiles/kk
	$(BIN)/python -m training.train_lawlike --out vectorstore/lawlike.npz
	$(BIN)/python -m training.train_orders --data $(SHARED) --out assistant/ordering.npz

lock: $(READY) ## resolve requirements.lock anew
	$(BIN)/pip install --quiet uv
	$(BIN)/uv export --quiet --all-groups --no-emit-project --prune torch --no-header --no-annotate -o requirements.lock
	rm -f uv.lock

clean: ## forget the demo data and what tools left behind
	rm -rf var .mypy_cache .ruff_cache .pytest_cache .hypothesis
