"""Measurements of what a reader waits for; see each module."""
