# Two commands are enough: `make run` and `make test`. Both set up what is missing; a second run does no set-up.
#   make run                       the window on the sample pair; ARGS="left.pdf right.docx" for your own files
#   make test                      all checks and tests; PACKAGE=yes builds the folder and tries it out as well, as in CI
#   make lint | bench | clean
#   make test-lowest               part of the tests with the lowest versions of all libraries
#   make lock                      pins the newest versions in requirements.lock, which both set-ups install
#   make train                     trains the entailment models again, in hours
#   make mutants                   small faults that no test notices; MODULES="engine/align/assign.py" LIMIT=40 SEED=0
#   make fuzz                      random inputs for all that reads a stranger's bytes; MINUTES=5 SEED=0
#   make screenshots               takes the pictures of the window anew that a test compares it with
#   make bench-verdicts            how far verdicts hold; OPTIONS="--errors 20" lists errors too
#   make unit-sizes                sizes of the units of resources/units.tsv anew, after a change there
#   make lexicon-stems             stems of the words of resources/lexicon anew, after a change there
#   make package-to-test           the folder alone, for `make test`, which tries it out where it is there
#   make package                   a folder that needs no Python, tried out: dist/statement-compare and an archive of it
#   make deb                       that folder as a package for Debian and Ubuntu
#   make wheel-check               the wheel, installed and tried with each Python that is here
# PYTHON=/path/to/python3.12 chooses the interpreter.

ARGS ?= demo
LIMIT ?= 40
SEED ?= 0
MINUTES ?= 5
VENV := .venv
ifeq ($(OS),Windows_NT)
PYTHON_IN_VENV := $(VENV)/Scripts/python
else
PYTHON_IN_VENV := $(VENV)/bin/python
endif
export PYTHON
# uv installs libraries uncompiled, and tests start a Python some thousand times: each would compile all of it anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test test-lowest compiled-tests lowest-environment mutants fuzz lock unit lint bench bench-verdicts \
	screenshots train package package-to-test deb wheel-check unit-sizes lexicon-stems setup setup-dev clean

run: setup
	@sh scripts/compiled.sh $(PYTHON_IN_VENV)
	@$(PYTHON_IN_VENV) -m statement_compare $(ARGS)

test: lint unit

# In CI the folder is built and tried out as well. With two jobs style and types go on beside the build, each on one
# processor, and the tests come behind both, on two. Whichever is done first leaves time for what the tests need.
unit: setup-dev $(if $(PACKAGE),lint package-to-test compiled-tests lowest-environment)
	@sh scripts/test.sh $(PYTHON_IN_VENV)

compiled-tests: setup-dev
	@sh scripts/test.sh $(PYTHON_IN_VENV) compile

lowest-environment: setup-dev
	@sh scripts/lowest.sh $(PYTHON_IN_VENV) environment

test-lowest: setup-dev
	@sh scripts/lowest.sh $(PYTHON_IN_VENV)

mutants: setup-dev
	@sh scripts/mutants.sh $(PYTHON_IN_VENV) --limit $(LIMIT) --seed $(SEED) $(MODULES)

fuzz: setup-dev
	@sh scripts/fuzz.sh $(PYTHON_IN_VENV) --minutes $(MINUTES) --seed $(SEED)

lock: setup-dev
	@sh scripts/lock.sh $(PYTHON_IN_VENV)

lint: setup-dev
	@sh scripts/lint.sh $(PYTHON_IN_VENV)

bench: setup-dev
	@sh scripts/bench.sh $(PYTHON_IN_VENV)

bench-verdicts: setup-dev
	@$(PYTHON_IN_VENV) benchmarks/verdicts.py --keep docs/verdicts.md $(OPTIONS)

screenshots: setup-dev
	@$(PYTHON_IN_VENV) tests/ui/pictures.py

unit-sizes: setup-dev
	@$(PYTHON_IN_VENV) scripts/unit_sizes.py

lexicon-stems: setup-dev
	@$(PYTHON_IN_VENV) scripts/lexicon_stems.py

train: setup
	@sh scripts/train.sh $(PYTHON_IN_VENV)

package-to-test: setup-dev
	@sh scripts/package.sh $(PYTHON_IN_VENV) quick

package: setup-dev
	@sh scripts/package.sh $(PYTHON_IN_VENV)

deb: setup-dev
	@[ -x dist/statement-compare/statement-compare ] || sh scripts/package.sh $(PYTHON_IN_VENV) folder
	@sh scripts/deb.sh $(PYTHON_IN_VENV)

wheel-check: setup-dev
	@sh scripts/wheel_check.sh $(PYTHON_IN_VENV)

setup:
	@sh scripts/setup.sh run

setup-dev:
	@sh scripts/setup.sh dev

clean:
	@rm -rf $(VENV) .venv-lowest .venv-mutants .venv-package build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache .coverage .coverage.* htmlcov benchmarks/out
	@find . -name __pycache__ -type d -not -path "./.git/*" -prune -exec rm -rf {} +
