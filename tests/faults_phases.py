"""The phases of a run of the index, as tests of faults name them."""

#: What a run does, in the order in which it begins with each; "between" is all the rest.
PHASES = (
    "between",
    "opening",
    "looking",
    "rebuilding",
    "loading",
    "extracting",
    "keeping",
    "linking",
    "succeeding",
    "storing",
    "committing",
    "closing",
)
