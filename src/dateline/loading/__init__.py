"""Loading: from files to articles.

`files.discover` finds the files, `load.load` reads one. On the way each step is a small pure module: `decode`
turns bytes into characters, a format (`formats`; `plain_text` so far) these into drafts of articles, and
`compose` drafts into articles, with the help of `furniture`, `header`, `dates`, `outlets` and `headline`.
"""
