"""The child process of the reader: ``python -m dateline.indexing ROOT...``."""

import sys

from dateline.indexing.child import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
