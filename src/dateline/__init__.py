"""dateline: a terminal news reader for following one running story across many sources."""

__version__ = "0.1.0"
