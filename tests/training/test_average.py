"""The average of two stages lies between them; stages of different trainings have none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import spacy
from spacy.training import Example
from training.average import average_names

if TYPE_CHECKING:
    from pathlib import Path


def stage(folder: Path, seed: int, label: str = "PERSON") -> Path:
    spacy.util.fix_random_seed(seed)
    nlp = spacy.blank("en")
    ner: Any = nlp.add_pipe("ner")
    example = Example.from_dict(nlp.make_doc("Anna left"), {"entities": [(0, 4, label)]})
    nlp.initialize(lambda: [example])
    ner.model.get_ref("lower").set_param("b", np.full_like(ner.model.get_ref("lower").get_param("b"), seed))
    nlp.to_disk(folder)
    return folder


def bias(folder: Path) -> float:
    ner: Any = spacy.load(folder).get_pipe("ner")
    return float(ner.model.get_ref("lower").get_param("b").mean())


def test_the_average_lies_between(tmp_path: Path) -> None:
    stages = [stage(tmp_path / str(seed), seed) for seed in (1, 4)]
    assert bias(average_names(stages, tmp_path / "out")) == pytest.approx(2.5)


def test_stages_of_different_trainings_are_refused(tmp_path: Path) -> None:
    stages = [stage(tmp_path / "a", 1), stage(tmp_path / "b", 1, label="ORG")]
    with pytest.raises(ValueError, match="different trainings"):
        average_names(stages, tmp_path / "out")
