# Kept to what GNU make 3.81 understands, the version macOS ships.

PYTHON ?= python3

VENV := .venv
PY := $(VENV)/bin/python
# File by file, so that tests that share a tab or a server stay together; in the order of their names,
# which begins with the longest, the browser's: by default files with many short tests come first.
TWO_AT_ONCE := -n 2 --dist loadfile --no-loadscope-reorder
PIP := $(PY) -m pip install --quiet --disable-pip-version-check
APP_READY := $(VENV)/.app-ready
DEV_READY := $(VENV)/.dev-ready
# Other frameworks, which the benchmark compares with: what they bring along must not touch the
# app's environment.
BENCH_VENV := .venv-bench
BENCH_READY := $(BENCH_VENV)/.ready
PLOTLY_JS := 4.1.1
# What it resolves holds for every Python and system that the product runs on.
UV := 0.13.9
# It asks the package index for known faults, and brings a pip of its own along.
PIP_AUDIT := 2.10.1
COMPILE := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock"
# In parentheses what is one function of the whole script: by them browsers know that it is called at once,
# and compile it while it comes in, beside the page and not in its way. Then as small as it goes, for
# browsers that take it so.
PLOTLY_TAKEN := const fs = require("fs"), [, file] = process.argv; \
	const [begin, ...rest] = fs.readFileSync(file, "utf8").split(", () => {"); \
	const script = [begin, rest.join(", () => {").replace(/\}\)\);\s*$$/, "})));")].join(", (() => {"); \
	fs.writeFileSync(file, script); \
	fs.writeFileSync(file + ".br", require("zlib").brotliCompressSync(script))

.DEFAULT_GOAL := help
# A half-made .venv must not pass for a finished one.
.DELETE_ON_ERROR:
.PHONY: help map answers pictures transcripts plotly icons letters lock same audit sbom run fleet test night check coverage fuzz soak format bench bench-short bench-others load clean browser proxies lint score

help:
	@echo "make run      start CareChoice at http://localhost:8501 (PORT=8600 make run: elsewhere)"
	@echo "make fleet    start two processes behind nginx at http://127.0.0.1:8080/care/ (PORT=8600 make fleet: elsewhere;"
	@echo "              PROXY=haproxy make fleet: behind HAProxy)"
	@echo "make test     every check: format, lint, types, all tests"
	@echo "make night    the same, each test in every size, color, page and drawn scenario; hours"
	@echo "make check    the fast part: all of that without the browser tests"
	@echo "make coverage print which lines no test without a browser comes to"
	@echo "make fuzz     make 100,000 requests that no page of ours makes, some 20 minutes; SEED=7 FROM=1200 COUNT=500 make fuzz: those again"
	@echo "make soak     two hours of visits, 50 at a time, opened and closed: does memory grow? MINUTES=0 SESSIONS=2000 make soak: so many"
	@echo "make format   format the code and fix what lint can fix"
	@echo "make bench    run the benchmarks, for the table in benchmarks/RESULTS.md; make bench-short: few runs, no verdict"
	@echo "              BESIDE=../other make bench: with the build of another checkout in the same run"
	@echo "make load     measure many people, several processes, a hostile client and falls (LOAD=--short: few people, no verdict)"
	@echo "make score    print how summaries of benefits are read: right, asked or wrong; FOLDER=...: a folder of yours, too"
	@echo "make map      print the map of the code anew, into CONTRIBUTING.md and docs/map.md"
	@echo "make answers  write anew what the proxies in deploy/ answer by themselves; CARECHOICE_DATA=...: in the words of a folder"
	@echo "make transcripts write anew what a screen reader says in six journeys"
	@echo "make pictures take the README's pictures of the first page anew"
	@echo "make icons    take the framework's icons that its scripts name out of its font anew, after an upgrade"
	@echo "make letters  take the Latin letters out of the framework's font anew, after an upgrade"
	@echo "make plotly   fetch Plotly's script anew, in the version the Makefile names (needs npm)"
	@echo "make lock     write anew which packages are installed, with their hashes; UPGRADE=1 make lock: the newest that fit"
	@echo "make same     install what the lock names twice, into empty folders, and compare each file"
	@echo "make audit    ask the package index for known faults of all that is locked (needs the index itself, no mirror)"
	@echo "make sbom     write into dist/ of what this release is made (CycloneDX)"
	@echo "make clean    remove .venv, caches and test output"
	@echo "Another Python: PYTHON=python3.12 make run (used when .venv is created)"

run: $(APP_READY)
	@$(PY) app.py

fleet: $(APP_READY)
	@$(PY) -m deploy.fleet

test: $(DEV_READY) browser proxies lint
	$(PY) -m pytest $(TWO_AT_ONCE) --every-sentence

night: export CARECHOICE_BY_NIGHT := 1
night: test

check: $(DEV_READY) proxies lint
	$(PY) -m pytest $(TWO_AT_ONCE) --every-sentence --ignore=tests/browser

# By itself, since counting lines costs time that `make test` does not have.
coverage: $(DEV_READY) proxies
	$(PY) -m coverage run -m pytest --ignore=tests/browser --every-sentence
	$(PY) -m coverage report

score: $(DEV_READY)
	PYTHONPATH=tests/documents $(PY) -m benchmarks.papers $(FOLDER)

# It takes too long for `make test`, and what it finds is a number to look at again.
fuzz: $(DEV_READY)
	PYTHONPATH=.:tests SEED=$(SEED) FROM=$(FROM) $(PY) -m fuzz $(or $(COUNT),100000)

# At least so many minutes, and so many visits behind the 1,000 in which the server comes to its size.
soak: $(DEV_READY)
	PYTHONPATH=.:tests MINUTES=$(MINUTES) SESSIONS=$(SESSIONS) $(PY) -m soak

format: $(DEV_READY)
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix .

bench: $(DEV_READY) bench-others
	$(PY) -m benchmarks $(if $(BESIDE),--beside $(BESIDE))

bench-short: $(DEV_READY) bench-others
	$(PY) -m benchmarks --short

load: $(DEV_READY) proxies
	$(PY) -m benchmarks.many $(LOAD)

# Where they cannot be installed, the rest is measured and the table says so.
bench-others: $(DEV_READY)
	@$(MAKE) --no-print-directory $(BENCH_READY) || echo "Measuring without Dash and NiceGUI."

clean:
	rm -rf $(VENV) $(BENCH_VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis screenshots test-results
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

map: $(DEV_READY)
	$(PY) tests/house/house_map.py

answers: $(APP_READY)
	$(PY) -m deploy.write_answers

pictures: $(DEV_READY) browser
	PYTHONPATH=.:tests:tests/browser $(PY) docs/take_pictures.py

transcripts: $(DEV_READY) browser
	CARECHOICE_BY_NIGHT=1 $(PY) -m pytest tests/browser/transcripts --write-transcripts

browser: $(DEV_READY)
	@$(PY) tests/install_browser.py

proxies: $(DEV_READY)
	@PYTHONPATH=. $(PY) tests/install_proxies.py

lint: $(DEV_READY)
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy carechoice
	$(VENV)/bin/lint-imports --no-cache
	$(VENV)/bin/zizmor --offline --quiet --no-progress .github/workflows

# The stamps depend on pyvenv.cfg, which a new .venv always rewrites, so that a
# recreated environment is filled again.
$(APP_READY): requirements.lock $(VENV)/pyvenv.cfg
	@echo "Installing CareChoice's requirements ..."
	@$(PIP) --require-hashes -r requirements.lock
	@touch $@

$(DEV_READY): requirements-dev.lock $(VENV)/pyvenv.cfg
	@echo "Installing the development requirements ..."
	@$(PIP) --require-hashes -r requirements-dev.lock
	@touch $(APP_READY) $@

$(BENCH_READY): benchmarks/requirements.txt $(VENV)/pyvenv.cfg
	@echo "Installing what the benchmark compares with ..."
	@$(PY) -m venv --clear $(BENCH_VENV)
	@$(BENCH_VENV)/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	@touch $@

# Plotly's script for browsers, without the kinds of charts we do not draw. It is kept in the
# repository, so that only whoever updates it needs npm; the pinned Python package has the same
# version, which tests/server compares.
plotly:
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && \
	npm pack --silent --pack-destination "$$folder" plotly.js-basic-dist-min@$(PLOTLY_JS) >/dev/null && \
	tar -xzf "$$folder"/*.tgz -C carechoice/ui/components/plot/plotly --strip-components=1 \
		package/plotly-basic.min.js package/LICENSE && \
	node -e '$(PLOTLY_TAKEN)' carechoice/ui/components/plot/plotly/plotly-basic.min.js

# The icons that the framework's scripts name, out of its font with all of them. They are kept in the
# repository; the tools that take fonts apart stay out of the app's environment.
icons: $(DEV_READY)
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && \
	$(PY) -m venv "$$folder" && "$$folder"/bin/python -m pip install --quiet fonttools brotli && \
	"$$folder"/bin/python docs/take_icons.py "$$($(PY) -c 'import streamlit; print(streamlit.__path__[0])')"

# The font that pages are written in, with Latin letters alone.
letters: $(DEV_READY)
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && \
	$(PY) -m venv "$$folder" && "$$folder"/bin/python -m pip install --quiet fonttools brotli && \
	"$$folder"/bin/python docs/take_letters.py "$$($(PY) -c 'import streamlit; print(streamlit.__path__[0])')"

# All packages there are, those that ours need too, each with the hashes of its files: what is installed
# in two years is what was tested. What stands there stays, unless UPGRADE is set.
lock:
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && \
	$(PYTHON) -m venv "$$folder" && "$$folder"/bin/python -m pip install --quiet uv==$(UV) && \
	for name in requirements requirements-dev; do \
		"$$folder"/bin/$(COMPILE) $(if $(UPGRADE),--upgrade) -o $$name.lock $$name.txt >/dev/null || exit 1; \
	done

same: $(DEV_READY)
	$(PY) -m release.same

# Strict: a package that the index knows nothing about is a failure and no good news.
audit:
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && \
	$(PYTHON) -m venv "$$folder" && "$$folder"/bin/python -m pip install --quiet pip-audit==$(PIP_AUDIT) && \
	for name in requirements requirements-dev; do \
		"$$folder"/bin/pip-audit --strict --progress-spinner off --disable-pip --no-deps --require-hashes -r $$name.lock || exit 1; \
	done

sbom: $(DEV_READY)
	$(PY) -m release.sbom

# Upgrading the system's Python can remove the interpreter .venv points at.
ifneq ($(shell test -x $(PY) && echo usable),usable)
.PHONY: recreate
$(VENV)/pyvenv.cfg: recreate
endif

# Debian and Ubuntu split ensurepip into a package of its own; without it `venv`
# stops halfway, so it is looked for first.
$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "CareChoice needs Python 3.11 or newer and '$(PYTHON)' is not that: install one and name it, for example PYTHON=python3.12 make run." >&2; \
		exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { \
		package=python$$($(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv; \
		if [ "$$(id -u)" = 0 ]; then root=""; else root="sudo -n"; fi; \
		echo "Installing $$package ..."; \
		{ $$root apt-get update; $$root apt-get install -y --no-install-recommends $$package; } >/dev/null 2>&1; \
		$(PYTHON) -c 'import ensurepip' 2>/dev/null || { \
			echo "'$(PYTHON)' cannot create a virtual environment: install its venv package (Debian and Ubuntu: sudo apt-get install $$package) and run make again." >&2; \
			exit 1; }; }
	@$(PYTHON) -m venv --clear $(VENV)
