"""From dependency trees in the ClearNLP style to Universal Dependencies, on which the rules are written.

spaCy's own English pipelines have the labels of the ClearNLP converter (Choi and Palmer 2012, "Guidelines for
the Clear Style Constituent to Dependency Conversion"). There function words head what they introduce
(preposition over noun, "be" over predicate), coordination is a chain, and an amount heads its currency; in
UD (de Marneffe et al. 2021) it is the content word, the first conjunct and the currency sign.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Labels that this style has and UD has not: a parser with one of them is of this style.
SIGNS = frozenset({"nsubjpass", "dobj", "pobj", "auxpass", "prep"})

#: Labels with another name in UD and the same place in the tree.
_RENAMED = {
    "acomp": "xcomp",
    "agent": "advmod",  # without a noun, as "prep"
    "attr": "xcomp",
    "auxpass": "aux:pass",
    "complm": "mark",
    "csubjpass": "csubj:pass",
    "dative": "iobj",
    "dobj": "obj",
    "intj": "discourse",
    "meta": "dep",
    "neg": "advmod",
    "nsubjpass": "nsubj:pass",
    "oprd": "xcomp",
    "pcomp": "advcl",
    "pobj": "obl",
    "poss": "nmod:poss",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "prep": "advmod",
    "prt": "compound:prt",
    "quantmod": "advmod",
    "relcl": "acl:relcl",
}

_PREDICATES = frozenset({"VERB", "AUX", "ADJ", "ADV"})
_PREPOSITIONAL = frozenset({"prep", "agent", "dative"})
_FIXED = frozenset(
    {("because", "of"), ("according", "to"), ("such", "as"), ("due", "to"), ("instead", "of")}
    | {("rather", "than"), ("as", "to"), ("as", "for")}
)
#: Verbs with an object and a bare infinitive: "let them go".
_CAUSING = frozenset({"make", "let", "have", "help", "see", "watch", "hear"})


class Word(NamedTuple):
    """What a conversion looks at besides the tree."""

    lower: str
    lemma: str
    tag: str  #: Penn Treebank
    pos: str  #: universal


class Tree:
    """A tree (or several) over words, whose root is its own head; its branches can be moved."""

    def __init__(self, words: Sequence[Word], heads: Sequence[int], deps: Sequence[str]) -> None:
        self.words = words
        self.heads = list(heads)
        self.deps = list(deps)
        self._children: list[set[int]] = [set() for _ in words]
        for i, head in enumerate(heads):
            if head != i:
                self._children[head].add(i)

    def children(self, i: int, *deps: str) -> list[int]:
        """Return the dependents of a word in their order, those with the given labels if there are any."""
        return [child for child in sorted(self._children[i]) if not deps or self.deps[child] in deps]

    def child(self, i: int, *deps: str) -> int | None:
        """Return the first dependent of a word with one of the labels."""
        return next(iter(self.children(i, *deps)), None)

    def move(self, i: int, head: int, dep: str) -> None:
        """Hang a word with all below it on another one."""
        self._children[self.heads[i]].discard(i)
        self.heads[i] = head
        self.deps[i] = dep
        if head != i:
            self._children[head].add(i)

    def promote(self, i: int, dep: str, *, staying: Sequence[int] = ()) -> None:
        """Let a word change places with its head, which gets the label `dep`.

        The head's other dependents go over to the word, apart from those that are staying.
        """
        old = self.heads[i]
        above = self.heads[old]
        self.move(i, i if above == old else above, self.deps[old])
        self.move(old, i, dep)
        for child in self.children(old):
            if child not in staying:
                self.move(child, i, self.deps[child])

    def depth(self, i: int) -> int:
        """Return how many words stand above a word."""
        steps = 0
        while self.heads[i] != i:
            i = self.heads[i]
            steps += 1
        return steps

    def is_predicate(self, i: int) -> bool:
        """Tell whether what hangs on a word complements a clause and not a noun."""
        return self.words[i].pos in _PREDICATES


def to_universal(tree: Tree, persons: Sequence[tuple[int, int]] = ()) -> None:
    """Turn a tree in ClearNLP style into one of UD; `persons` has the bounds of names of people."""
    for i, word in enumerate(tree.words):
        if tree.deps[i] == "nmod" and i < tree.heads[i] and word.tag.startswith("NN"):
            tree.deps[i] = "compound"  # in UD, "nmod" is for what prepositions introduce
    _raise_objects(tree)
    _head_currencies(tree)
    _head_by_nouns(tree)
    _head_by_predicates(tree)
    _flatten_conjuncts(tree)
    for start, end in persons:
        _head_by_given_name(tree, start, end)
    for i, dep in enumerate(tree.deps):
        tree.deps[i] = _label(tree, i, dep)


def _raise_objects(tree: Tree) -> None:
    """ "wants them to go": who goes is the object of the verb above, in UD."""
    for i, dep in enumerate(tree.deps):
        subject, verb = tree.child(i, "nsubj"), tree.heads[i]
        if dep != "ccomp" or subject is None or not verb < subject < i or tree.child(i, "mark") is not None:
            continue
        auxiliaries = [tree.words[child].tag for child in tree.children(i, "aux")]
        bare = not auxiliaries and tree.words[i].tag == "VB" and tree.words[verb].lemma in _CAUSING
        if "TO" in auxiliaries or bare:
            tree.move(subject, verb, "dobj")
            tree.deps[i] = "xcomp"


def _head_currencies(tree: Tree) -> None:
    for i, word in enumerate(tree.words):
        number = tree.heads[i]
        if word.tag != "$" or not i < number or tree.words[number].tag != "CD":
            continue
        numbers = [child for child in tree.children(number) if tree.words[child].tag == "CD"]
        tree.promote(i, "nummod", staying=numbers)
        if tree.deps[i] in {"nummod", "nmod", "amod", "quantmod"}:
            tree.deps[i] = "compound"  # "a $5m loan"


def _head_by_nouns(tree: Tree) -> None:
    """Let nouns and clauses head the prepositions before them; what is deeper in the tree comes first."""
    depths = [tree.depth(i) for i in range(len(tree.words))]
    for i in sorted(range(len(depths)), key=lambda i: -depths[i]):
        within = tree.child(i, "pobj", "pcomp")
        if within is None:
            continue
        clause = tree.deps[within] == "pcomp"
        relation = _relation(tree, i, clause=clause)
        inner = tree.child(within, "case")
        tree.promote(within, "mark" if clause else "case")
        tree.deps[within] = relation
        pair = inner is not None and (tree.words[i].lower, tree.words[inner].lower)
        if inner == i + 1 and pair in _FIXED:
            tree.move(inner, i, "fixed")


def _relation(tree: Tree, preposition: int, *, clause: bool) -> str:
    """Return the label in UD of what a preposition introduces."""
    dep, head = tree.deps[preposition], tree.heads[preposition]
    bare = tree.deps[head] in _PREPOSITIONAL and tree.child(head, "pobj", "pcomp") is None
    if dep in {*_PREPOSITIONAL, "pcomp"} and bare:
        return "pcomp" if clause else "pobj"  # of the preposition above: "out of the house"
    if dep == "agent" and not clause:
        return "obl:agent"
    if dep in {*_PREPOSITIONAL, "advmod"}:
        if clause:
            return "advcl" if tree.is_predicate(head) else "acl"
        return "obl" if tree.is_predicate(head) else "nmod"
    return "pobj" if dep == "pcomp" else dep


def _head_by_predicates(tree: Tree) -> None:
    """Let what "be" says of its subject head it."""
    for i, word in enumerate(tree.words):
        if word.lemma != "be" or tree.deps[i] in {"aux", "auxpass", "cop"}:
            continue
        if tree.child(i, "expl") is not None and tree.child(i, "attr") is not None:
            for child in tree.children(i, "attr"):  # "there is a plan"
                tree.deps[child] = "nsubj"
            continue
        predicate = _predicate(tree, i)
        if predicate is None:
            continue
        if tree.child(predicate, "nsubj", "nsubjpass") is not None:
            for subject in tree.children(i, "nsubj"):
                tree.deps[subject] = "nsubj:outer"
        tree.promote(predicate, "cop")


def _predicate(tree: Tree, verb: int) -> int | None:
    said = tree.child(verb, "attr", "acomp")
    if said is not None:
        return said
    behind = [child for child in tree.children(verb) if child > verb and tree.deps[child] != "punct"]
    if tree.child(verb, "nsubj", "csubj") is None:
        return None
    clause = next((child for child in behind if tree.deps[child] in {"xcomp", "ccomp"}), None)
    place = next((child for child in behind if tree.deps[child] in {"obl", "nmod"}), None)
    alone = behind[0] if len(behind) == 1 and tree.deps[behind[0]] in {"advmod", "prep"} else None
    return next((child for child in (clause, place, alone) if child is not None), None)


def _flatten_conjuncts(tree: Tree) -> None:
    """Hang conjunctions and commas on the conjunct behind them, and all conjuncts on the first."""
    for i in range(len(tree.words)):
        conjuncts = tree.children(i, "conj")
        for child in tree.children(i, "cc", "punct"):
            behind = next((conjunct for conjunct in conjuncts if conjunct > child), None)
            comma = tree.words[child].lower in {",", ";"} and child > i
            if behind is not None and (tree.deps[child] == "cc" or comma):
                tree.move(child, behind, tree.deps[child])
    for i, dep in enumerate(tree.deps):
        first = tree.heads[i]
        while dep == "conj" and tree.deps[first] == "conj" and tree.heads[first] != first:
            first = tree.heads[first]
        if first != tree.heads[i]:
            tree.move(i, first, "conj")


def _head_by_given_name(tree: Tree, start: int, end: int) -> None:
    """Let the first word of a person's name head the others, and the last word of a title its first ones."""
    last = end - 1
    if any(tree.heads[i] != last or tree.deps[i] != "compound" for i in range(start, last)):
        return
    if start < last:
        tree.promote(start, "flat")
        for i in range(start + 1, last):
            tree.move(i, start, "flat")
    before = [i for i in tree.children(start, "compound") if i < start and tree.words[i].tag.startswith("NN")]
    if not before or before[-1] != start - 1:
        return
    title = before[-1]
    for i in tree.children(start, "compound", "amod"):
        if i < title:
            tree.move(i, title, tree.deps[i])
    tree.deps[title] = "nmod"


def _label(tree: Tree, i: int, dep: str) -> str:
    """Return the label in UD of a word that has its place."""
    if dep == "aux" and tree.words[i].tag == "TO":
        return "mark"
    if dep == "npadvmod":
        return "obl" if tree.is_predicate(tree.heads[i]) else "nmod"
    return _RENAMED.get(dep, dep)
