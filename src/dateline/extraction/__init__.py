"""Extraction: what a spaCy pass finds in one article (`pipeline`); relative dates stay relative here."""
