PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
FUZZ := .venv-fuzz
CORPORA ?= ../shared/corpora

.PHONY: run test check setup train benchmarks scale picture snapshots kills fuzz clean

run: $(READY)  ## set up, then open the reader on seeds/
	$(BIN)/dateline seeds

test: $(READY)  ## set up, then lint, check types and run all tests
	$(BIN)/ruff check . && $(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2 --dist loadgroup

setup: $(READY)

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable . --group dev
	touch $@

snapshots: $(READY)  ## write the screen snapshots again
	$(BIN)/pytest tests/reader --snapshot-update

train: $(READY)  ## make the weights again from the corpora (an hour or so)
	$(BIN)/python -m training.make --corpora $(CORPORA) --work training/out

benchmarks: $(READY)
	$(BIN)/python -m benchmarks.startup
	$(BIN)/python -m benchmarks.keys
	$(BIN)/python -m benchmarks.extraction
	$(BIN)/python -m benchmarks.linking
	$(BIN)/python -m benchmarks.one_more
	$(BIN)/python -m benchmarks.memory

scale: $(READY)  ## measure 5 to 100,000 articles beside newsboat (a quarter of an hour); the plot goes to dist/
	$(BIN)/python -m benchmarks.scale

picture: $(READY)  ## make the README's picture again
	$(BIN)/python docs/picture.py

kills: $(READY)  ## kill indexer and writers a hundred times, and at each of their calls to the system (5 minutes)
	DATELINE_KILLS=100 $(BIN)/pytest tests/faults/test_kills.py tests/faults/test_deaths.py tests/faults/test_refusals.py

fuzz: $(FUZZ)/.ready  ## ten minutes of mutated input for all that reads what others wrote
	$(FUZZ)/bin/python -m fuzz.run --minutes 10

$(FUZZ)/.ready: pyproject.toml
	$(PYTHON) -m venv $(FUZZ)
	$(FUZZ)/bin/python -m pip install --quiet --upgrade "pip>=25.1"
	$(FUZZ)/bin/python -m pip install --quiet --editable . --group fuzz
	touch $@

clean:
	rm -rf $(VENV) $(FUZZ) dist build
