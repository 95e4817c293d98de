"""The run that brings a collection's index up to date: what is new, load, extract, link, store.

`run` does it in this process; ``python -m dateline.indexing ROOT...`` is the child process that the reader
starts. Extractions are stored after every few articles and the story in one transaction, so a run may end at
any moment: the next one goes on where it was. What a run reports are mappings with an "event":

  counted     total                     articles to look at; more may turn up in files that hold several
  indexed     done, total, name         one of them is done
  linked      articles                  a new state of the collection can be read
  superseded  old, new                  a changed file: the new article takes the old one's place
  problem     path, reason, advice      something could not be read
  rebuilt     reason                    a damaged file of the index is made again
  waiting                               another process indexes the collection; "linked" comes as it goes on
  failed      path, reason, advice      the index cannot be written; the run ends
  finished    articles, problems, changed
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from dateline.indexing.runner import Report, Stopped, Summary


def needs_run(roots: Iterable[Path]) -> bool:
    """Say whether a run over the paths would find anything to do; looks at sizes and times of files only."""
    from dateline.indexing.survey import needs_run as look  # noqa: PLC0415 - without what a run needs

    return look(list(roots))


def run(
    roots: Iterable[Path],
    report: Report = lambda _: None,
    stopped: Stopped = lambda: False,
    *,
    verify: bool = False,
    jobs: int | None = None,
) -> Summary:
    """Bring the index of the collection under the paths up to date.

    `report` is told of every step; `stopped` is asked between articles whether to end early, which loses
    nothing. With `verify` every file is read, and those that differ though their size and time do not are
    loaded again. `jobs` processes extract where there is much to do; None stands for as many as configured.
    Waits while another process does the same. Never raises for what the files or the index are: what could
    not be read, and an index that cannot be written, are problems of the summary.
    """
    from dateline.indexing import runner  # noqa: PLC0415 - the reader's process never needs it

    return runner.run(list(roots), report, stopped, runner.Options(verify, jobs))
