"""The tables of claims: the lines of the ledger, and the reports behind each."""

from __future__ import annotations

CLAIM_TABLES = """
-- the lines of the ledger
CREATE TABLE claims (
  subject INTEGER PRIMARY KEY REFERENCES subjects ON DELETE CASCADE,
  kind TEXT NOT NULL, -- pledge or figure
  listed INTEGER NOT NULL, -- whether the ledger has it unasked: a pledge, or a figure of several articles
  first TEXT NOT NULL, -- days of its first and last report
  last TEXT NOT NULL,
  pledger TEXT, -- JSON array: type, id or null, name; so the next one
  beneficiary TEXT,
  pledging TEXT NOT NULL, -- the folded name of the pledger, to sort by
  sum TEXT NOT NULL, -- as it is written
  action TEXT NOT NULL,
  amount TEXT, -- a decimal string; NULL without a number
  amount_to TEXT,
  currency TEXT, -- ISO 4217
  period TEXT,
  approximate INTEGER NOT NULL,
  size REAL, -- the amount, to sort by
  yearly INTEGER NOT NULL,
  up_to INTEGER NOT NULL,
  status TEXT,
  stage TEXT NOT NULL, -- what became of it last
  superseded INTEGER NOT NULL, -- whether a later claim raises, cuts or withdraws it
  articles INTEGER NOT NULL, -- copies count once; so the next two
  outlets INTEGER NOT NULL,
  speakers INTEGER NOT NULL,
  signs TEXT NOT NULL,
  judged TEXT NOT NULL,
  money INTEGER, -- of a pledge: the claim of its sum
  digest TEXT NOT NULL -- fingerprint of all its rows, to see a change
);
CREATE INDEX claims_by_date ON claims (listed, first);

-- who pledges, is helped or speaks
CREATE TABLE claim_parties (
  actor INTEGER NOT NULL,
  claim INTEGER NOT NULL,
  PRIMARY KEY (actor, claim)
) WITHOUT ROWID;
CREATE INDEX claim_parties_by_claim ON claim_parties (claim);

-- the sum of a claim in each currency that its articles give it in
CREATE TABLE claim_sums (
  claim INTEGER NOT NULL,
  currency TEXT NOT NULL,
  size REAL NOT NULL,
  PRIMARY KEY (claim, currency, size)
) WITHOUT ROWID;

-- what a claim is found by, folded
CREATE TABLE claim_words (claim INTEGER PRIMARY KEY, words TEXT NOT NULL);

CREATE TABLE reports (
  claim INTEGER NOT NULL,
  article INTEGER NOT NULL,
  number INTEGER NOT NULL, -- its place in figures or pledges
  start INTEGER NOT NULL, -- of the figure, or of the sentence of the pledge
  end INTEGER NOT NULL,
  wording_start INTEGER NOT NULL, -- of the figure, or of the words of commitment
  wording_end INTEGER NOT NULL,
  sum TEXT NOT NULL, -- as it is written
  sign TEXT NOT NULL, -- how it agrees with that of the claim
  stage TEXT NOT NULL,
  speaker TEXT, -- JSON array: type, id or null, name
  copy_of INTEGER, -- the article of which this one is a copy
  PRIMARY KEY (claim, article, number)
) WITHOUT ROWID;
"""
