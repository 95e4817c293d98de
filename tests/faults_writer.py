"""A process that marks articles or judges them without end, and says after each that it is kept."""

from __future__ import annotations

import itertools
import sys

from dateline.library.judgements import Judgements
from dateline.library.library import Library
from dateline.model import Quote


def main(what: str) -> None:
    """Write read marks or judgements until somebody ends it; each is told when it has been written."""
    library, judgements = Library.open(), Judgements.open()
    for number in itertools.count():
        if what == "marks":
            library.mark_read(f"article-{number}")
            library.toggle_bookmark(f"article-{number}")
            library.set_note(f"article-{number}", f"note {number}")
        else:
            judgements.add("rename", [Quote("article", f"name {number}", "", "")], f"N {number}")
        print(number, flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
