"""The tables of the full-text search. All three go by an article's place (`dateline.index.order`)."""

from __future__ import annotations

#: A private character before each facet: no word of a text or a query is like it.
FACET, SUBJECT, OUTLET = "\ue000", "\ue001", "\ue002"

WORD_TABLES = f"""
DROP TABLE search;
DROP VIEW searchable;

-- what is searched of an article: its text, and its title as a headline unless that was cut out of the text
CREATE VIEW searchable AS SELECT a.id, place(day, a.id) AS place, fold(text) AS text,
  fold(CASE WHEN headline <> '' OR instr(text, title) THEN title ELSE '' END) AS headline
  FROM articles a JOIN texts t ON t.id = a.id;

-- for phrases and for ranking: where each word stands
CREATE VIRTUAL TABLE search USING fts5 (
  headline, text, content = '', tokenize = 'unicode61 remove_diacritics 2'
);

-- for words and beginnings of words: in which articles they are, and no more; a quarter as large, and quicker
CREATE VIRTUAL TABLE words USING fts5 (
  text, content = '', columnsize = 0, detail = none, prefix = '2 3 4 5',
  tokenize = 'unicode61 remove_diacritics 2'
);

-- for operators: whom and what an article has, its outlet, and a mark that all articles have
CREATE VIEW described AS SELECT a.id, place(day, a.id) AS place, '{FACET}all'
  || CASE WHEN EXISTS (SELECT 1 FROM figures WHERE article = a.id) THEN ' {FACET}sum' ELSE '' END
  || CASE WHEN EXISTS (SELECT 1 FROM pledges WHERE article = a.id) THEN ' {FACET}pledge' ELSE '' END
  || CASE WHEN EXISTS (SELECT 1 FROM dates WHERE article = a.id AND iso IS NOT NULL)
     THEN ' {FACET}date' ELSE '' END
  || CASE WHEN EXISTS (SELECT 1 FROM mentions WHERE article = a.id AND kind = 'summit')
     THEN ' {FACET}summit' ELSE '' END
  || coalesce(' ' || (SELECT group_concat(DISTINCT '{SUBJECT}' || subject) FROM mentions
     WHERE article = a.id AND kind NOT IN ('figure', 'pledge')), '')
  || coalesce(' {OUTLET}' || hex(outlet), '') AS facets
  FROM articles a;
CREATE VIRTUAL TABLE facets USING fts5 (
  facet, content = '', columnsize = 0, detail = none, tokenize = 'unicode61'
);

-- articles by the sums in them; amount itself is in it so that the line need not be read
CREATE INDEX figures_by_size ON figures (CAST(amount AS REAL), currency, amount);
CREATE INDEX figures_by_upper_end ON figures (CAST(amount_to AS REAL), currency, amount_to)
  WHERE amount_to IS NOT NULL;
CREATE INDEX figures_with_equivalents ON figures (article) WHERE equivalents <> '[]';
"""
