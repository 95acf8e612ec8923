# Every task of the project. `make help` lists them.
# The recipes work in a folder whose path has spaces: nothing here is named by its full path.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
RUN := .venv/bin/python
SAMPLED = $(shell grep -rlE "sampling import sample|mark\.dear|from hypothesis import" tests --include="test_*.py")
PYTEST := $(RUN) -m pytest -n auto --dist loadscope --no-loadscope-reorder

# Some environments forbid Python to keep what it compiles; every program that a test starts would compile all of it.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: coverage mutants help site bundle cluster engines serve test driven audit check quick lint format types layers audit-deps licences
.PHONY: wheel release docs bench profile bench-build bench-serve bench-related bench-search bench-search-peers bench-search-gaps bench-search-scale bench-lighthouse fuzz-growth same-site changes lock schema words signs stemmers rooms clean

help: ## list the tasks
	@sed -n 's/^\([a-z-]*\):.*## /  make \1|/p' Makefile | awk -F'|' '{printf "%-20s %s\n", $$1, $$2}'

site: .venv/site.done ## check the content and build site/
	@$(RUN) -m guideway build
	@$(RUN) tools/where.py

bundle: .venv/site.done ## the same, and say where the bundle for offline use is
	@$(RUN) -m guideway bundle

cluster: .venv/cluster.done ## install what `guideway build --executor dask://HOST:PORT` needs, on every machine

engines: .venv/engines.done ## install the programs that `guideway build --engine` can run in place of MkDocs

serve: .venv/site.done ## preview the site; it is built again when a file changes: HOST=127.0.0.1 PORT=8000
	@$(RUN) -m guideway serve --host "$(HOST)" --port "$(PORT)"

# What the tests drive is fetched while linter and types work.
test: .venv/test.done ## run every test, linter and type check
	@$(MAKE) --no-print-directory -j4 lint types layers driven
	@$(PYTEST)

driven: .venv/test.done ## get the browsers, servers and checkers that tests drive
	@$(RUN) tools/browser.py
	@$(RUN) tools/servers.py
	@$(RUN) -m tools.checkers
	@$(RUN) -m tools.old_browsers

# -vv: pytest cuts long lists of findings short otherwise
audit: .venv/test.done ## ask every checker about every page, in every state, and do all that `test` samples
	@$(MAKE) --no-print-directory driven
	@$(PYTEST) --sample-seed=whole $(SAMPLED)
	@$(RUN) -m pytest -n auto -vv tests/editions/website/audit.py
	@$(RUN) -m pytest -n 0 -vv tests/project/cluster.py

# Side by side: each of them leaves a processor idle at times.
check: .venv/test.done ## the quick part of `test`, for the inner loop
	@$(MAKE) --no-print-directory -j4 quick lint types layers

quick: .venv/test.done ## the tests of `check`, without linter and types
	@$(PYTEST) -m "not slow" -q

lint: .venv/test.done ## find careless code, in Python and in the scripts of our pages, and their types
	@$(RUN) -m ruff check -q .
	@$(RUN) -m ruff format -q --check .
	@$(RUN) -m tools.scripts.check

format: .venv/test.done ## lay the code out
	@$(RUN) -m ruff check -q --fix .
	@$(RUN) -m ruff format -q .

types: .venv/test.done ## check types
	@$(RUN) -m mypy --no-error-summary

layers: .venv/test.done ## check which part may know which
	@$(RUN) tools/layers.py

bench-search: .venv/test.done ## how well the search answers: CORPUS=<jsonl> QUERIES=<jsonl>
	@$(RUN) -m bench.search.run "$(CORPUS)" "$(QUERIES)"

bench-search-peers: .venv/test.done ## the same beside other engines, which npm and pip bring
	@$(RUN) -m bench.search.peers "$(CORPUS)" "$(QUERIES)"

bench-search-gaps: .venv/test.done ## what it misses of the sets that may be looked at, and which words the right page lacks
	@$(RUN) -m bench.search.gaps

bench-search-scale: .venv/test.done ## the search index at 1,000 and 10,000 guides
	@$(RUN) -m bench.search.scale

bench-lighthouse: .venv/lighthouse.done site ## what Lighthouse says of the site behind nginx
	@$(RUN) tools/servers.py
	@$(RUN) -m bench.lighthouse

# Not in `check`: every line is traced. The floor holds for all of the package by all of the tests.
coverage: .venv/test.done ## lines and branches of the package that the tests run, floor 97 %: TESTS=tests/decisions ROOM=decisions FLOOR=97
	@mkdir -p .build/coverage
	@$(PYTEST) -q --cov --cov-report= --cov-fail-under=0 $(TESTS)
	@$(RUN) -m coverage report $(if $(FLOOR),--fail-under=$(FLOOR)) --include="generator/guideway/$(if $(ROOM),$(ROOM)/)*"

mutants: .venv/test.done ## mean changes in a copy: which of them no test notices: by hand, WORD=related; of mutmut, ROOM=deadlines SHARE=0.05 SEED=1
	@$(RUN) -m bench.mutants.$(if $(ROOM),by_line "$(ROOM)" --share "$(or $(SHARE),1)" --seed "$(or $(SEED),1)",run "$(WORD)")

schema: .venv/site.done ## write content/schema/, docs/problems.md, docs/keys.md and docs/settings.md anew
	@$(RUN) -m guideway schema
	@$(RUN) -m guideway explain --all > docs/problems.md
	@$(RUN) -m guideway explain --keys > docs/keys.md
	@$(RUN) -m guideway explain --settings > docs/settings.md

words: .venv/test.done ## write the words of the interface in the Chinese of Taiwan anew, from those of the mainland
	@$(RUN) -m tools.words

signs: .venv/test.done ## choose the characters anew that the search index writes in short
	@$(RUN) -m tools.signs

stemmers: .venv/test.done ## bring the scripts that know the forms of words, for browsers, anew: requirements/stemmers.txt
	@$(RUN) -m tools.stemmers

rooms: .venv/test.done ## draw the rooms of the package anew in docs/architecture.md
	@$(RUN) -m tools.rooms

bench-related: .venv/test.done ## measure the related pages against the labelled ones and two baselines
	@$(RUN) -m bench.related
	@$(RUN) -m bench.related_scale

bench: .venv/bench.done ## the same short guides built by us and by other generators, in turns: GUIDES=100,1000,5000 ROUNDS=3 ONLY=<part of a name>
	@$(RUN) -m bench.sites --guides "$(or $(GUIDES),100,1000,5000)" --rounds "$(or $(ROUNDS),3)" --only "$(ONLY)"

profile: .venv/test.done ## what each stage of a build takes: DIR=<project>, or GUIDES=<how many short guides>
	@$(RUN) -m bench.spent --project "$(or $(DIR),.)" --guides "$(or $(GUIDES),0)"

bench-serve: .venv/test.done ## from a saved guide to the page that shows it, in a browser: GUIDES=0,1000 (0 is our own site) EDITS=7
	@$(RUN) -m bench.stopwatch --guides "$(or $(GUIDES),0,1000)" --edits "$(or $(EDITS),7)"

bench-build: .venv/test.done ## what checking and building cost by stages, and how it grows: GUIDES=22,100 BESIDE=<commit> RUNS=1
	@$(RUN) -m bench.build --guides "$(or $(GUIDES),22,100)" --beside "$(BESIDE)" --runs "$(or $(RUNS),0)"

fuzz-growth: .venv/test.done ## look for texts whose build grows faster than they do: COUNT=100 SEED=1
	@$(RUN) -m bench.growth "$(or $(COUNT),100)" "$(or $(SEED),1)"

changes: .venv/site.done ## say what has changed for readers since a commit: SINCE=main; on GitHub also in the summary of the run
	@$(RUN) -m guideway diff "$(or $(SINCE),main)" $(if $(GITHUB_STEP_SUMMARY),--format github)
	@$(if $(GITHUB_STEP_SUMMARY),$(RUN) -m guideway diff "$(SINCE)" --format markdown >> "$(GITHUB_STEP_SUMMARY)")

same-site: .venv/test.done ## compare our site with that of a commit, by what files say: BESIDE=<commit>, or SITES="one other"
	@$(RUN) -m tools.same_site --beside "$(BESIDE)" $(SITES)

wheel: .venv/test.done ## install the wheel of this checkout in place of it: what is tested then is what people get (`sh tools/setup.sh site` undoes it)
	@sh tools/setup.sh wheel

release: .venv/site.done ## make dist/ of a tag and try it as people get it: TAG=v1.2.0
	@$(RUN) -m tools.release "$(TAG)"

docs: .venv/site.done ## the site of the program itself: .build/docs/
	@$(RUN) -m tools.docs

audit-deps: .venv/audit.done ## look the locked packages up in the lists of known holes; needs the network
	@$(RUN) tools/audit.py

licences: .venv/test.done ## write docs/licences.md anew
	@$(RUN) tools/licences.py > docs/licences.new && mv docs/licences.new docs/licences.md

lock: .venv/test.done ## choose newer versions for requirements/*.txt
	@$(RUN) tools/lock.py

clean: ## delete everything that was made
	rm -rf .venv .build site dist

.venv/site.done: requirements/build.txt requirements/site.txt pyproject.toml
	@PYTHON="$(PYTHON)" sh tools/setup.sh site

.venv/audit.done: .venv/site.done requirements/audit.txt
	@PYTHON="$(PYTHON)" sh tools/setup.sh audit

.venv/bench.done: .venv/test.done requirements/bench.txt requirements/builders/package-lock.json
	@PYTHON="$(PYTHON)" sh tools/setup.sh bench
	@$(RUN) -c "import sys; from tools.npm import install; sys.exit(install('builders'))"

.venv/lighthouse.done: .venv/test.done requirements/lighthouse.txt
	@PYTHON="$(PYTHON)" sh tools/setup.sh lighthouse

.venv/cluster.done: .venv/site.done requirements/cluster.txt
	@PYTHON="$(PYTHON)" sh tools/setup.sh cluster

.venv/engines.done: .venv/site.done requirements/engines.txt
	@PYTHON="$(PYTHON)" sh tools/setup.sh engines

.venv/test.done: .venv/site.done requirements/engines.txt requirements/test.txt requirements/cluster.txt
	@PYTHON="$(PYTHON)" sh tools/setup.sh test
