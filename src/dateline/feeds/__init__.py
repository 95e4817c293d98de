"""Feeds: what `dateline add` brings in, kept as files that are a collection like any other.

Nothing is asked of any machine but for the feeds and pages that the reader has added.
"""
