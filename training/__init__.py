"""Everything that makes dateline's English pipeline again from openly licensed corpora."""
