"""The index: SQLite files that hold what was derived; they can always be rebuilt."""
