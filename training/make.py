"""Make dateline's English pipeline from the corpora, step by step.

    python -m training.make --corpora ../shared/corpora --work training/out

A step whose result is there already is not done again, so a run that broke off goes on where it was.
Steps: prepare (training files), parse (tagger, morphologizer, parser), teacher (a first entity recognizer,
which labels more text), names (the entity recognizer), again (the same for more steps; the average is kept),
assemble, evaluate.
"""

from __future__ import annotations

import argparse
import logging
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import spacy
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config

from training import agreement, corpora, styles
from training.assemble import assemble, size
from training.average import average_names

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

VERSION = "1.0.0"
SIZE_LIMIT = 20_000_000  # bytes
#: Parts that train on the files of another one.
DATA = {"again": "names"}
ALL_SETS = corpora.ENTITY_SETS
CONFIGS = Path(__file__).parent / "configs"
log = logging.getLogger("training")


@dataclass(frozen=True)
class Plan:
    """Where a run reads and writes, its seed, and how much of everything it takes (all where None)."""

    corpora: Path
    work: Path
    seed: int = 0
    steps: int | None = None  # of each training; None: as the configuration says
    documents: int | None = None  # of each corpus
    sets: tuple[str, ...] = ALL_SETS

    @property
    def vectors(self) -> Path:
        """The lexicon vectors, as a pipeline folder."""
        return self.corpora / "vectors" / "lex14p"


def prepare(plan: Plan) -> None:
    """Write parse-train, parse-dev, teacher-train, teacher-dev and names-dev to the work folder."""
    vocab = spacy.blank("en").vocab
    random = Random(plan.seed)
    limit = plan.documents
    treebank = corpora.parse_train(plan.corpora, vocab, limit)
    parse_dev = corpora.read(plan.corpora / "parse" / "ewt-dev.spacy", vocab, limit)
    pieces, names_dev = _entity_pieces(plan, vocab)
    for name, docs, attrs in (
        ("parse-train", styles.with_house_styles(treebank, random), corpora.PARSE_ATTRS),
        ("parse-dev", parse_dev, corpora.PARSE_ATTRS),
        ("teacher-train", styles.with_house_styles(pieces, random), corpora.ENTITY_ATTRS),
        ("teacher-dev", names_dev, corpora.ENTITY_ATTRS),
        ("names-dev", names_dev, corpora.ENTITY_ATTRS),
    ):
        tokens = corpora.write(plan.work / f"{name}.spacy", docs, attrs)
        log.info("%s: %d tokens", name, tokens)


def prepare_names(plan: Plan, teacher: Path) -> None:
    """Write names-train: the entity corpora, and treebank text as teacher and prototype agree on it."""
    path = plan.work / "names-train.spacy"
    if path.exists():
        return
    one, other = (spacy.load(folder) for folder in (teacher, plan.corpora / "prototype"))
    pieces, _ = _entity_pieces(plan, one.vocab)
    pieces.extend(agreement.self_labelled(plan.corpora, one, other, plan.documents))
    tokens = corpora.write(path, styles.with_house_styles(pieces, Random(plan.seed)), corpora.ENTITY_ATTRS)
    log.info("names-train: %d tokens", tokens)


def _entity_pieces(plan: Plan, vocab: Vocab) -> tuple[list[Doc], list[Doc]]:
    train_sets, development = corpora.entity_sets(plan.corpora, vocab, plan.documents, plan.sets)
    return [piece for docs in train_sets.values() for piece in docs], development


def train_part(plan: Plan, part: str, *, tok2vec: Path | None = None, start: Path | None = None) -> Path:
    """Train a part of the pipeline as configs/PART.cfg describes it and return its folder.

    The folder has model-best and model-last. `tok2vec` is a pipeline whose tok2vec layer the part's own
    starts from, `start` one whose recognizer it goes on with.
    """
    out = plan.work / part
    if out.exists():
        log.info("%s is there", out)
        return out
    nlp = init_nlp(load_config(CONFIGS / f"{part}.cfg", overrides=_overrides(plan, part), interpolate=False))
    if tok2vec is not None:
        source: Any = spacy.load(tok2vec).get_pipe("tok2vec")
        target: Any = nlp.get_pipe("ner")
        target.model.get_ref("tok2vec").layers[0].from_bytes(source.model.to_bytes())
    if start is not None:
        last: Any = spacy.load(start).get_pipe("ner")
        new: Any = nlp.get_pipe("ner")
        new.from_bytes(last.to_bytes())
    unfinished = plan.work / f"{part}.unfinished"
    unfinished.mkdir(parents=True, exist_ok=True)
    train(nlp, unfinished, stdout=sys.stdout, stderr=sys.stderr)
    return unfinished.rename(out)


def _overrides(plan: Plan, part: str) -> dict[str, Any]:
    overrides = {
        "paths.train": str(plan.work / f"{DATA.get(part, part)}-train.spacy"),
        "paths.dev": str(plan.work / f"{DATA.get(part, part)}-dev.spacy"),
        "paths.vectors": str(plan.vectors),
        "system.seed": plan.seed,
    }
    if plan.steps is not None:
        overrides |= {"training.max_steps": plan.steps, "training.eval_frequency": plan.steps}
    return overrides


def make(plan: Plan) -> Path:
    """Run all steps and return the folder of the finished pipeline.

    Raises ValueError where it is larger than it may be.
    """
    if not (plan.work / "names-dev.spacy").exists():
        prepare(plan)
    parse = train_part(plan, "parse") / "model-best"
    teacher = train_part(plan, "teacher", tok2vec=parse) / "model-best"
    prepare_names(plan, teacher)
    first = train_part(plan, "names", tok2vec=parse) / "model-best"
    again = train_part(replace(plan, seed=plan.seed + 1), "again", start=first)
    stages = (first, again / "model-best", again / "model-last")
    names = average_names(stages, plan.work / "names-average")
    weights = plan.work / "weights"
    assemble(parse, names, plan.corpora, weights, version=VERSION, limit=plan.documents)
    if (there := size(weights)) > SIZE_LIMIT:
        message = f"the weights have {there} bytes, more than {SIZE_LIMIT}"
        raise ValueError(message)
    log.info("%s: %.1f MB", weights, size(weights) / 1e6)
    return weights


def main() -> None:
    """Make the pipeline and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--work", type=Path, default=Path("training/out"))
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    weights = make(Plan(options.corpora, options.work, options.seed))
    command = [sys.executable, "-m", "training.evaluate", str(weights), "--corpora", str(options.corpora)]
    subprocess.run([*command, "--final"], check=True)


if __name__ == "__main__":
    main()
