"""Weights averaged over stages of one training, which err less together than each alone.

After Izmailov et al. 2018, "Averaging Weights Leads to Wider Optima and Better Generalization".
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import spacy

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def average_names(stages: Sequence[Path], out: Path) -> Path:
    """Write the pipeline of the first stage with the mean of all stages' recognizers, and return its folder.

    Raises ValueError where the stages have other moves than the first or the same in another order.
    """
    pipelines = [spacy.load(stage) for stage in stages]
    recognizers: list[Any] = [nlp.get_pipe("ner") for nlp in pipelines]
    if any(ner.move_names != recognizers[0].move_names for ner in recognizers):
        message = f"stages of different trainings: {', '.join(map(str, stages))}"
        raise ValueError(message)
    for nodes in zip(*(list(ner.model.walk()) for ner in recognizers), strict=True):
        for name in nodes[0].param_names:
            if nodes[0].has_param(name):
                mean = sum(node.get_param(name) for node in nodes) / len(nodes)
                nodes[0].set_param(name, mean.astype("float32"))
    if out.exists():
        shutil.rmtree(out)
    pipelines[0].to_disk(out)
    return out
