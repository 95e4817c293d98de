"""Fuzzing: what has to hold whatever comes in from outside. `fuzz.run` says how to run it."""
