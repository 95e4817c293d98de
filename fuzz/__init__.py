"""Broken input for what reads from outside; by hand."""
