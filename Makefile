# Two commands for a newcomer: make demo, make test. One for a change: make check.
PYTHON ?= python3
PORT ?= 8000
BIN = .venv/bin
MANAGE = $(BIN)/python manage.py
WORKERS ?= auto

.DEFAULT_GOAL := help
.PHONY: help demo test check lint types contracts templates messages migrations lock clean compile-messages captures guide-captures bench-pages bench-variants bench-preparation

help:  ## say what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | sort

.venv/pyvenv.cfg:
	@echo "→ Environnement Python dans .venv"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Il faut Python 3.11 ou plus récent (PYTHON=python3.12 make …)."; exit 1; }
	@$(PYTHON) -m venv .venv

.venv/run.stamp: requirements.txt | .venv/pyvenv.cfg
	@echo "→ Installation de ce que le portail utilise (une fois, une minute ou deux)"
	@$(BIN)/pip install -qq --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/dev.stamp: requirements-dev.txt | .venv/pyvenv.cfg
	@echo "→ Installation des outils d’essai (une fois, deux minutes)"
	@$(BIN)/pip install -qq --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@ .venv/run.stamp

demo: .venv/run.stamp  ## create, fill and serve the demo on http://localhost:8000 (PORT= changes it)
	@echo "→ Base de données"
	@$(MANAGE) migrate --verbosity 0
	@PORT=$(PORT) $(MANAGE) load_demo
	@DEBUG=false PORT=$(PORT) DJANGO_SETTINGS_MODULE=portal.settings.development \
		$(BIN)/granian --interface wsgi --host 127.0.0.1 --port $(PORT) --no-access-log --log-level warning portal.wsgi:application

test: .venv/dev.stamp  ## run the whole suite, on SQLite or on DATABASE_URL
	$(BIN)/pytest -n $(WORKERS) $(ARGS)

check: lint types contracts templates messages migrations test  ## all that CI asks

lint: .venv/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/dev.stamp
	$(BIN)/mypy

contracts: .venv/dev.stamp
	$(BIN)/lint-imports

templates: .venv/dev.stamp
	git ls-files -z 'templates/*.html' | xargs -0 $(BIN)/djade --check --target-version 5.2
	git ls-files -z 'templates/*.html' | xargs -0 $(BIN)/djhtml --check --tabwidth 2

messages: .venv/dev.stamp
	DJANGO_SETTINGS_MODULE=portal.settings.test $(BIN)/pytest -q -n 0 tests/project/test_messages.py

migrations: .venv/dev.stamp
	DJANGO_SETTINGS_MODULE=portal.settings.test $(MANAGE) check --fail-level WARNING
	DJANGO_SETTINGS_MODULE=portal.settings.test $(MANAGE) makemigrations --check --dry-run --verbosity 0

captures: .venv/dev.stamp  ## pictures of every page of the running demo (BASE=, KEPT=--kept for those of docs/captures)
	$(BIN)/python -m portal.demo.captures $(or $(BASE),http://localhost:$(PORT)) $(if $(KEPT),docs/captures,var/captures) $(KEPT)

guide-captures: .venv/dev.stamp  ## pictures of the guide, from a running demo that was just loaded (BASE=)
	$(BIN)/python -m portal.demo.guide_captures $(or $(BASE),http://localhost:$(PORT))

bench-pages: .venv/run.stamp  ## measure public pages with few and many news: queries, time, weight (ARGS="--many 1000")
	$(BIN)/python -m portal.demo.bench_pages $(ARGS)

bench-variants: .venv/dev.stamp  ## measure the engine: speed, growth, memory (ARGS="--pairs FILE" scores real pairs)
	$(BIN)/python -m portal.variants.benchmark $(ARGS)

bench-preparation: .venv/dev.stamp  ## measure the preparation of 250, 500 and 1 000 variants (ARGS="--pages 50 100 --segments 10")
	$(BIN)/python -m portal.demo.preparing $(ARGS)

lock: .venv/dev.stamp  ## renew the lock files from pyproject.toml
	$(BIN)/pip install --quiet "uv>=0.9,<1"
	for pair in "requirements.txt:" "requirements-dev.txt:--group dev -c requirements.txt"; do \
		$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
			--no-annotate --custom-compile-command "make lock" pyproject.toml $${pair#*:} -o $${pair%%:*}; done

clean:  ## remove what was made: environment, database, media
	rm -rf .venv var

compile-messages: .venv/dev.stamp  ## write the .mo of both catalogs
	for code in fr_CA fr_FR; do $(BIN)/python -c "import polib, sys; path = sys.argv[1]; polib.pofile(path + '.po').save_as_mofile(path + '.mo')" portal/locale/$$code/LC_MESSAGES/django; done
