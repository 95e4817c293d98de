"""Pipelines with other labels than dateline's own: their trees, their names, and what is found on them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from dateline.extraction import other_labels, pipeline
from dateline.model import Article, UnfitModel

if TYPE_CHECKING:
    from spacy.vocab import Vocab

# word, lemma, tag, word class; head and label in ClearNLP style; head and label in UD (heads from 1, 0: root)
CONSTRUCTIONS = {
    "active": """
        Norland   norland  NNP PROPN  2 nsubj   2 nsubj
        gave      give     VBD VERB   0 ROOT    0 ROOT
        them      they     PRP PRON   2 dative  2 iobj
        no        no       DT  DET    5 det     5 det
        tanks     tank     NNS NOUN   2 dobj    2 obj
        .         .        .   PUNCT  2 punct   2 punct
    """,
    "passive": """
        Tanks     tank     NNS NOUN   4 nsubjpass  4 nsubj:pass
        were      be       VBD AUX    4 auxpass    4 aux:pass
        not       not      RB  PART   4 neg        4 advmod
        sent      send     VBN VERB   0 ROOT       0 ROOT
        by        by       IN  ADP    4 agent      7 case
        the       the      DT  DET    7 det        7 det
        ministry  ministry NN  NOUN   5 pobj       4 obl:agent
        to        to       IN  ADP    4 dative     9 case
        Osland    osland   NNP PROPN  8 pobj       4 obl
    """,
    "copula": """
        Quill     quill    NNP PROPN  3 nsubj   6 nsubj
        has       have     VBZ AUX    3 aux     6 aux
        been      be       VBN AUX    0 ROOT    6 cop
        her       her      PRP$ PRON  6 poss    6 nmod:poss
        party     party    NN  NOUN   6 compound 6 compound
        leader    leader   NN  NOUN   3 attr    0 ROOT
        since     since    IN  ADP    3 prep    8 case
        May       may      NNP PROPN  7 pobj    6 obl
        and       and      CC  CCONJ  3 cc      10 cc
        left      leave    VBD VERB   3 conj    6 conj
    """,
    "predicate adjective with a clause": """
        It        it       PRP PRON   2 nsubj   4 nsubj
        is        be       VBZ AUX    0 ROOT    4 cop
        not       not      RB  PART   2 neg     4 advmod
        likely    likely   JJ  ADJ    2 acomp   0 ROOT
        to        to       TO  PART   6 aux     6 mark
        pay       pay      VB  VERB   4 xcomp   4 xcomp
        up        up       RP  ADP    6 prt     6 compound:prt
    """,
    "a place as predicate": """
        She       she      PRP PRON   2 nsubj   4 nsubj
        was       be       VBD AUX    0 ROOT    4 cop
        in        in       IN  ADP    2 prep    4 case
        Oslo      oslo     NNP PROPN  3 pobj    0 ROOT
        on        on       IN  ADP    2 prep    6 case
        Monday    monday   NNP PROPN  5 pobj    4 obl
    """,
    "a clause as predicate": """
        The       the      DT  DET    2 det     2 det
        plan      plan     NN  NOUN   3 nsubj   5 nsubj
        is        be       VBZ AUX    0 ROOT    5 cop
        to        to       TO  PART   5 aux     5 mark
        send      send     VB  VERB   3 xcomp   0 ROOT
        aid       aid      NN  NOUN   5 dobj    5 obj
    """,
    "existence": """
        There     there    EX  PRON   2 expl    2 expl
        is        be       VBZ VERB   0 ROOT    0 ROOT
        a         a        DT  DET    4 det     4 det
        plan      plan     NN  NOUN   2 attr    2 nsubj
        for       for      IN  ADP    4 prep    6 case
        peace     peace    NN  NOUN   5 pobj    4 nmod
    """,
    "prepositions of several words": """
        According accord   VBG VERB   5 prep    3 case
        to        to       IN  ADP    1 prep    1 fixed
        us        we       PRP PRON   2 pobj    5 obl
        they      they     PRP PRON   5 nsubj   5 nsubj
        ran       run      VBD VERB   0 ROOT    0 ROOT
        out       out      IN  ADP    5 prep    9 case
        of        of       IN  ADP    6 prep    9 case
        the       the      DT  DET    9 det     9 det
        house     house    NN  NOUN   7 pobj    5 obl
        before    before   IN  ADP    5 prep    11 mark
        eating    eat      VBG VERB  10 pcomp   5 advcl
    """,
    "relative clause": """
        the       the      DT  DET    2 det     2 det
        bank      bank     NN  NOUN   0 ROOT    0 ROOT
        to        to       IN  ADP    6 prep    4 case
        which     which    WDT PRON   3 pobj    6 obl
        he        he       PRP PRON   6 nsubj   6 nsubj
        turned    turn     VBD VERB   2 relcl   2 acl:relcl
    """,
    "coordination": """
        ministers minister NNS NOUN   8 nsubj   8 nsubj
        ,         ,        ,   PUNCT  1 punct   3 punct
        bankers   banker   NNS NOUN   1 conj    1 conj
        and       and      CC  CCONJ  3 cc      7 cc
        many      many     JJ  ADJ    7 amod    7 amod
        army      army     NN  NOUN   7 nmod    7 compound
        chiefs    chief    NNS NOUN   3 conj    1 conj
        met       meet     VBD VERB   0 ROOT    0 ROOT
        in        in       IN  ADP    8 prep   10 case
        Oslo      oslo     NNP PROPN  9 pobj    8 obl
        and       and      CC  CCONJ  9 cc     13 cc
        in        in       IN  ADP    9 conj   13 case
        Bergen    bergen   NNP PROPN 12 pobj   10 conj
    """,
    "clauses": """
        He        he       PRP PRON   2 nsubj   2 nsubj
        said      say      VBD VERB   0 ROOT    0 ROOT
        that      that     IN  SCONJ  5 mark    5 mark
        they      they     PRP PRON   5 nsubj   5 nsubj
        want      want     VBP VERB   2 ccomp   2 ccomp
        us        we       PRP PRON   8 nsubj   5 obj
        to        to       TO  PART   8 aux     8 mark
        leave     leave    VB  VERB   5 ccomp   5 xcomp
        and       and      CC  CCONJ  2 cc     10 cc
        tried     try      VBD VERB   2 conj    2 conj
        to        to       TO  PART  12 aux    12 mark
        pay       pay      VB  VERB  10 xcomp  10 xcomp
    """,
    "sums": """
        It        it       PRP PRON   2 nsubj   2 nsubj
        cost      cost     VBD VERB   0 ROOT    0 ROOT
        £         £        $   SYM    5 quantmod 2 obj
        1.6       1.6      CD  NUM    5 compound 5 compound
        billion   billion  CD  NUM    2 dobj    3 nummod
        of        of       IN  ADP    5 prep    7 case
        aid       aid      NN  NOUN   6 pobj    3 nmod
        last      last     JJ  ADJ    9 amod    9 amod
        year      year     NN  NOUN   2 npadvmod 2 obl
    """,
    "names and titles": """
        US        us       NNP PROPN  4 compound 2 compound
        President president NNP PROPN 4 compound 3 nmod
        Ada       ada      NNP PROPN  4 compound 5 nsubj
        Quill     quill    NNP PROPN  5 nsubj   3 flat
        spoke     speak    VBD VERB   0 ROOT    0 ROOT
    """,
}


def vocab() -> Vocab:
    """Return an empty vocabulary of English."""
    return spacy.blank("en").vocab


def doc_of(vocab: Vocab, table: str) -> tuple[Doc, list[tuple[int, str]]]:
    """Return the doc with the first of a table's trees, and the second one as heads from 0 and labels."""
    rows = [line.split() for line in table.strip().splitlines()]
    words, lemmas, tags, classes, heads, deps, universal_heads, universal_deps = zip(*rows, strict=True)
    doc = Doc(
        vocab,
        words=list(words),
        lemmas=list(lemmas),
        tags=list(tags),
        pos=list(classes),
        heads=[int(head) - 1 if int(head) else i for i, head in enumerate(heads)],
        deps=list(deps),
    )
    expected = [int(head) - 1 if int(head) else i for i, head in enumerate(universal_heads)]
    return doc, list(zip(expected, universal_deps, strict=True))


@pytest.mark.parametrize("construction", CONSTRUCTIONS)
def test_a_tree_of_another_style_becomes_that_of_universal_dependencies(construction: str) -> None:
    doc, expected = doc_of(vocab(), CONSTRUCTIONS[construction])
    if construction == "names and titles":
        doc.ents = [Span(doc, 2, 4, "PERSON")]
    tagged = [(token.tag_, token.lemma_) for token in doc]
    converted = other_labels.universal_parse(doc)
    assert [(token.head.i, token.dep_) for token in converted] == expected
    assert [(token.tag_, token.lemma_) for token in converted] == tagged
    assert len(list(converted.sents)) == 1


def test_sentences_stay_apart_and_what_is_negative_is_marked() -> None:
    passive, _ = doc_of(vocab(), CONSTRUCTIONS["passive"])
    copula, _ = doc_of(passive.vocab, CONSTRUCTIONS["copula"])
    both = Doc.from_docs([passive, copula])
    before = [(s.start, s.end) for s in both.sents]
    converted = other_labels.universal_parse(both)
    assert [(s.start, s.end) for s in converted.sents] == before == [(0, 9), (9, 19)]
    assert converted[2].morph.get("Polarity") == ["Neg"]
    assert converted[11].dep_ == "cop"
    assert converted[14].dep_ == "ROOT"


def test_names_are_those_that_the_rules_know() -> None:
    words = re.findall(r"\S+", "The White House told Ada Quill 's aides in the Alps on Monday")
    doc = Doc(vocab(), words=words)
    labels = (0, 3, "FAC"), (4, 7, "PERSON"), (9, 11, "LOC"), (12, 13, "DATE")
    doc.ents = [Span(doc, start, end, label) for start, end, label in labels]
    found = [(entity.text, entity.label_) for entity in other_labels.entity_labels(doc).ents]
    assert found == [("White House", "GPE"), ("Ada Quill", "PERSON"), ("Alps", "GPE")]


# --- a whole pipeline of that kind

SENTENCE = """
    Prime     prime    NNP PROPN  4 compound 0 -
    Minister  minister NNP PROPN  4 compound 0 -
    Ada       ada      NNP PROPN  4 compound 0 -
    Quill     quill    NNP PROPN  5 nsubj    0 -
    said      say      VBD VERB   0 ROOT     0 -
    Britain   britain  NNP PROPN  8 nsubj    0 -
    will      will     MD  AUX    8 aux      0 -
    give      give     VB  VERB   5 ccomp    0 -
    £         £        $   SYM   11 quantmod 0 -
    5         5        CD  NUM   11 compound 0 -
    million   million  CD  NUM    8 dobj     0 -
    to        to       IN  ADP    8 dative   0 -
    Norway    norway   NNP PROPN 12 pobj     0 -
    .         .        .   PUNCT  5 punct    0 -
"""
TEXT = "Prime Minister Ada Quill said Britain will give £5 million to Norway."


@Language.component("canned_annotation")
def canned_annotation(doc: Doc) -> Doc:
    """Annotate a doc of the words of SENTENCE as a pipeline in ClearNLP style would."""
    known, _ = doc_of(doc.vocab, SENTENCE)
    assert [token.text for token in doc] == [token.text for token in known]
    doc.from_array(
        ["TAG", "POS", "LEMMA", "HEAD", "DEP"], known.to_array(["TAG", "POS", "LEMMA", "HEAD", "DEP"])
    )
    doc.ents = [
        Span(doc, 2, 4, "PERSON"),
        Span(doc, 5, 6, "GPE"),
        Span(doc, 8, 11, "MONEY"),
        Span(doc, 12, 13, "GPE"),
    ]
    return doc


def foreign(*without: str, style: str = "nsubjpass") -> Language:
    """Return a pipeline that says that it has all it needs, and whose words a last component annotates."""
    nlp = spacy.blank("en")
    labels = {"tagger": ["NNP"], "parser": [style, "dobj"], "ner": ["PERSON", "ORG", "GPE", "MONEY"]}
    for name in ("tagger", "parser", "attribute_ruler", "lemmatizer", "ner"):
        if name not in without:
            pipe = nlp.add_pipe(name)
            for label in labels.get(name, ()):
                pipe.add_label(label)  # type: ignore[attr-defined]
    return nlp


def test_people_and_pledges_are_found_on_a_pipeline_with_other_labels(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    nlp = foreign()
    nlp.add_pipe("canned_annotation")
    pipeline.with_rules(nlp, "a version")
    for name in ("tagger", "parser", "attribute_ruler", "lemmatizer", "ner"):
        nlp.disable_pipe(name)  # they are not trained
    article = Article("a" * 64, "", "derived", None, None, TEXT)
    (extraction,) = pipeline.extract([article], nlp)
    assert extraction.version == "a version"
    assert [person.name for person in extraction.people] == ["Ada Quill"]
    assert [office.title for office in extraction.people[0].offices] == ["prime minister"]
    assert {country.code for country in extraction.countries} == {"GB", "NO"}
    assert [(figure.amount, figure.currency) for figure in extraction.money] == [("5000000", "GBP")]
    (pledge,) = extraction.pledges
    assert pledge.status == "pledged"
    assert (pledge.pledger and pledge.pledger.name) == "Britain"
    assert pledge.spoken_by is not None
    assert "Quill" in pledge.spoken_by.name
    assert (pledge.beneficiary and pledge.beneficiary.name) == "Norway"
    assert pledge.money == (0,)


@pytest.mark.parametrize(
    ("without", "word"),
    [("parser", "parser"), ("ner", "names"), ("tagger", "tagger"), ("lemmatizer", "lemmatizer")],
)
def test_a_pipeline_that_lacks_something_is_refused_with_what_to_install(without: str, word: str) -> None:
    with pytest.raises(UnfitModel, match=f"lacks .*{word}.*spacy download"):
        pipeline.with_rules(foreign(without), "")


def test_a_pipeline_that_is_not_there_is_named_with_how_to_install_it() -> None:
    with pytest.raises(UnfitModel, match=r"en_none_such.*python -m spacy download en_none_such"):
        pipeline.load("en_none_such")


def test_dateline_s_own_pipeline_goes_without_conversion(nlp: Language) -> None:
    assert not {other_labels.PARSE, other_labels.ENTITIES} & set(nlp.pipe_names)
