# make run   the dashboard, in your browser
# make test  everything that must hold

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCKING := --quiet --generate-hashes --strip-extras --allow-unsafe --no-header --no-annotate --no-emit-index-url \
	--no-emit-trusted-host --no-emit-find-links

.PHONY: run test types tests scans format bench endure lock audit clean

run: $(VENV)/.run
	UCAP_OWN_MACHINE=1 $(BIN)/streamlit run server.py

test: $(VENV)/.test $(VENV)/ocr/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(MAKE) --no-print-directory --jobs types scans tests

types:
	$(BIN)/mypy
	$(BIN)/lint-imports

tests:
	$(BIN)/pytest -n 3 --dist loadfile --no-loadscope-reorder

scans:
	$(VENV)/ocr/bin/pytest -m ocr tests/documents

format: $(VENV)/.test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.test
	for script in benchmarks/bench_*.py; do $(BIN)/python $$script; done

endure: $(VENV)/.test
	$(BIN)/python benchmarks/break_documents.py
	$(BIN)/python benchmarks/break_stores.py
	$(BIN)/python benchmarks/kill_imports.py
	$(BIN)/python benchmarks/endure.py
	UCAP_ENDURE=1 $(BIN)/pytest -n 3 --dist loadfile --no-loadscope-reorder

lock: $(VENV)/tools
	$(VENV)/tools/bin/pip-compile $(LOCKING) -o requirements.lock requirements.txt
	$(VENV)/tools/bin/pip-compile $(LOCKING) -c requirements.lock -o requirements-dev.lock requirements-dev.txt

audit: $(VENV)/tools
	$(VENV)/tools/bin/pip-audit --require-hashes --disable-pip -r requirements.lock

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

$(VENV)/.run: requirements.lock
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	touch $@

$(VENV)/tools: requirements-tools.txt $(VENV)/.run
	$(BIN)/python -m venv $@
	$@/bin/pip install --quiet --disable-pip-version-check -r requirements-tools.txt
	touch $@

$(VENV)/.test: requirements-dev.lock $(VENV)/.run
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

# The text recogniser is an extra: it is tried in an environment of its own, so that all else is tried without.
$(VENV)/ocr/.test: requirements-ocr.txt $(VENV)/.test
	$(BIN)/python -m venv $(VENV)/ocr
	$(VENV)/ocr/bin/pip install --quiet --disable-pip-version-check \
		-r requirements.txt -r requirements-dev.txt -r requirements-ocr.txt
	touch $@
