# Two commands: `make run` opens the application, `make test` checks everything.
PYTHON ?= python3
VENV := .venv
BARE := .venv-without-qt
BIN := $(VENV)/bin
PIP_ENV := PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_CONSTRAINT=$(CURDIR)/constraints.txt
PIP := $(PIP_ENV) $(BIN)/pip install --quiet

# Python modules that the logic needs: everything but Qt.
LOGIC := anyascii citeproc-py click edtf hypothesis jsonschema numpy pyproj pyshp pytest pytest-xdist PyYAML shapely sqlite-utils
LOGIC_TESTS := tests/dates tests/dataset tests/measures tests/query tests/view tests/timeline tests/map tests/export

# What the logic's run leaves out, and what needs Qt anyway.
QT_TESTS := tests/app tests/benchmarks tests/data tests/figures tests/painting tests/panels $(wildcard tests/test_*.py) \
	$(shell find $(LOGIC_TESTS) -name 'test_*qt*.py' -o -name 'test_*widget*.py' -o -name 'test_*painter*.py')

# Tests run in as many processes as there are cores, each file of them in one. More than four would
# save little: each of them reads all tests and compiles the data.
SPREAD := -n auto --maxprocesses 4 --dist loadfile

.PHONY: run test lint types contracts unit logic journeys format build-data pictures clean

run: $(VENV)/.ready
	@scripts/debian-libraries.sh window
	@$(BIN)/python scripts/run.py

# What asks for no screen and no quiet goes on side by side.
test:
	@$(MAKE) --no-print-directory --jobs=2 $(VENV)/.ready-test $(BARE)/.ready
	@scripts/debian-libraries.sh tests
	@$(MAKE) --no-print-directory --jobs=2 --output-sync lint types contracts
	@$(MAKE) --no-print-directory logic unit journeys

lint: $(VENV)/.ready-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.ready-test
	$(BIN)/mypy

contracts: $(VENV)/.ready-test
	$(BIN)/lint-imports

# The logic runs where Qt is not installed at all.
logic: $(BARE)/.ready
	PYTHONPATH=src $(BARE)/bin/python -m pytest -c tests/without_qt.ini --rootdir=. $(SPREAD) $(LOGIC_TESTS)

# The rest, offscreen: `logic` has run what needs no Qt.
unit: $(VENV)/.ready-test
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest $(SPREAD) $(QT_TESTS)

# A person's whole task, in a real window on a virtual screen.
journeys: $(VENV)/.ready-test
	QT_QPA_PLATFORM=xcb xvfb-run -a -s "-screen 0 1600x1000x24" $(BIN)/python -m pytest tests/journeys

format: $(VENV)/.ready-test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Compile data/source into data/azkz.db, and write anew what is derived from it.
build-data: $(VENV)/.ready-test
	$(BIN)/azkz-desktop build data/source data/azkz.db
	$(BIN)/python scripts/datapackage.py
	$(BIN)/python -m scripts.dataset_docs

# The pictures of the documentation, made by the application itself.
pictures: $(VENV)/.ready-test
	$(BIN)/python -m scripts.pictures

$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' \
		|| { echo "AzKz Explorer needs Python 3.11 to 3.14; set PYTHON=python3.12, for example." >&2; exit 3; }
	@$(PYTHON) -m venv $(VENV) \
		|| { echo "Python's venv is missing. Install it with: sudo apt-get install -y python3-venv" >&2; exit 3; }

$(VENV)/.ready: $(BIN)/pip pyproject.toml constraints.txt
	$(PIP) --editable .
	@touch $@

$(VENV)/.ready-test: $(VENV)/.ready
	$(PIP) --editable '.[test]'
	@touch $@

# Which Python serves is looked at there, and said in one sentence.
$(BARE)/.ready: Makefile pyproject.toml constraints.txt | $(BIN)/pip
	@$(PYTHON) -m venv $(BARE)
	$(PIP_ENV) $(BARE)/bin/pip install --quiet $(LOGIC)
	@touch $@

clean:
	rm -rf $(VENV) $(BARE) build dist
