# Two commands on a fresh machine with Python 3.11+: make report, make test.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
PARAMS ?= params/jonkoping.yml

.PHONY: help report test test-style test-batches test-parts test-run test-notebooks lab lint bench clean

help:  ## say what each command does
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 10

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys, venv, ensurepip; assert sys.version_info >= (3, 11)' || \
		{ echo "Python 3.11 or newer with its venv module is needed (Debian: apt install python3-venv)."; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-build-isolation --no-deps --editable .
	@touch $(READY)

report: $(READY)  ## make the evaluation reports of PARAMS (default params/jonkoping.yml)
	$(BIN)/impact run $(PARAMS)

test: $(READY)  ## check everything: style, tests, notebooks; two at a time, about 20 minutes
	$(MAKE) --no-print-directory -j2 --output-sync=target test-style test-batches test-parts test-run test-notebooks

test-style: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

test-batches: $(READY)  ## check whole batches of reports from end to end
	$(BIN)/python -m pytest -p no:cacheprovider tests/end_to_end

test-run: $(READY)  ## check params, studies and what runs a batch
	$(BIN)/python -m pytest -p no:cacheprovider tests/run

test-parts: $(READY)  ## check everything else, one part of the library at a time
	$(BIN)/python -m pytest --ignore=tests/end_to_end --ignore=tests/run

test-notebooks: $(READY)  ## run every notebook and compare what it prints
	$(BIN)/python -m pytest --nbval-lax --nbval-cell-timeout 300 -p no:cacheprovider notebooks

lab: $(READY)  ## open the notebooks in JupyterLab
	$(BIN)/jupyter lab notebooks

lint: $(READY)  ## mend style where it can be mended
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(READY)  ## measure; the scripts say what they print
	for script in bench/*.py; do $(BIN)/python $$script || exit 1; done

clean:  ## remove what was installed and made here
	rm -rf .venv reports
