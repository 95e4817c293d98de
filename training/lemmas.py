"""The lemmatizer: suffix rules and exceptions learned from the treebank, in the tables of spaCy's rule mode.

A word class gets a decision list of suffix replacements (the longest suffix that matches wins, after Plisson,
Lavrac and Mladenic 2004, "A rule based approach to word lemmatization") and a table of the forms for which
the list is wrong. The tables need no model and are exact for every form that the treebank has.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from spacy.lookups import Lookups

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc

#: Word classes with inflection, for which suffix rules are learned; the others have exceptions alone.
INFLECTED = ("verb", "noun", "adj", "adv")
#: Word classes whose lemma is the form itself, or that carry no word.
SKIPPED = frozenset({"propn", "punct", "sym", "num", "x", "space", ""})
IRREGULAR_VERBS = Path(__file__).parent / "irregular_verbs.txt"
VOWELS = "aeiou"
LONGEST_SUFFIX = 6
FEWEST_TYPES = 3  # a suffix rule must be seen with so many words
IRREGULAR_SHARE = 0.5  # of a form's occurrences, for an exception

Forms = dict[str, str]
Rule = tuple[str, str]


def count_forms(docs: Iterable[Doc]) -> dict[str, dict[str, Counter[str]]]:
    """Return the lemmas of each lower-cased form by word class: {"verb": {"met": {"meet": 12}}}."""
    counts: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for doc in docs:
        for token in doc:
            kind = token.pos_.lower()
            if kind not in SKIPPED and token.lemma_ not in ("", "_"):
                lemma = token.lemma_ if kind not in INFLECTED else token.lemma_.lower()
                counts[kind][token.lower_][lemma] += 1
    return counts


def majority(counts: dict[str, Counter[str]]) -> Forms:
    """Return the one lemma of each form that holds in most of its occurrences."""
    chosen = {}
    for form, lemmas in counts.items():
        lemma, times = max(lemmas.items(), key=lambda item: (item[1], item[0]))
        if times / lemmas.total() > IRREGULAR_SHARE:
            chosen[form] = lemma
    return chosen


def _replacement(form: str, lemma: str, length: int) -> str | None:
    """Return what the last `length` letters become, None where the change reaches further to the front."""
    stem = form[: len(form) - length]
    return lemma[len(stem) :] if lemma.startswith(stem) else None


def learn_rules(forms: Forms) -> list[Rule]:
    """Return suffix rules, the longest first; the last one leaves the form as it is."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for form, lemma in forms.items():
        if not form.isalpha():
            continue
        for length in range(min(LONGEST_SUFFIX, len(form) - 2) + 1):
            new = _replacement(form, lemma, length)
            if new is not None:
                seen[form[len(form) - length :]][new] += 1
    rules: dict[str, str] = {"": ""}
    for suffix in sorted(seen, key=lambda text: (len(text), text)):
        new, times = max(seen[suffix].items(), key=lambda item: (item[1], item[0]))
        if times < FEWEST_TYPES or not suffix:
            continue
        shorter = next(suffix[cut:] for cut in range(1, len(suffix) + 1) if suffix[cut:] in rules)
        if suffix[: len(suffix) - len(shorter)] + rules[shorter] != new:
            rules[suffix] = new
    return sorted(rules.items(), key=lambda rule: (-len(rule[0]), rule[0]))


def apply_rules(form: str, rules: list[Rule]) -> str:
    """Return the lemma of a lower-cased form by the first rule that matches and leaves something."""
    for old, new in rules:
        if form.endswith(old) and (lemma := form[: len(form) - len(old)] + new):
            return lemma
    return form


def regular_forms(lemma: str, kind: str) -> set[str]:
    """Return the regular inflections of a verb or noun, with and without a doubled last consonant."""
    if not lemma.isalpha() or len(lemma) < 3:
        return set()
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        plural, past = f"{lemma[:-1]}ies", f"{lemma[:-1]}ied"
    else:
        plural = lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
        past = lemma + ("d" if lemma.endswith("e") else "ed")
    if kind == "noun":
        return {plural}
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) else lemma
    forms = {plural, past, f"{stem}ing"}
    if lemma[-1] not in VOWELS + "wxy" and lemma[-2] in VOWELS and lemma[-3] not in VOWELS:
        forms |= {f"{lemma}{lemma[-1]}ed", f"{lemma}{lemma[-1]}ing"}
    return forms


def complete(forms: Forms, kind: str) -> Forms:
    """Return the forms with the regular inflections of their lemmas, where only one lemma can have them."""
    lemmas = sorted(set(forms.values()))
    irregular = set(irregular_forms().values()) if kind == "verb" else set()
    owners: dict[str, set[str]] = defaultdict(set)
    for lemma in lemmas:
        for form in regular_forms(lemma, kind):
            if lemma not in irregular or not form.endswith("ed"):
                owners[form].add(lemma)
    new = {form: min(of) for form, of in owners.items() if len(of) == 1 and form not in lemmas}
    return new | forms


def irregular_forms() -> Forms:
    """Return the past tenses and participles of the irregular verbs of English, by form."""
    forms: Forms = {}
    for line in IRREGULAR_VERBS.read_text(encoding="utf-8").splitlines():
        lemma, *others = line.split()
        forms.update({form: lemma for form in others if form not in forms})
    return forms


def verbs_from_nouns(nouns: set[str], known: set[str], rules: list[Rule]) -> Forms:
    """Return the verb forms of nouns that end in "e" ("profiled") for which the rules make up a word.

    A suffix alone can't tell whether a verb new to the treebank had an "e"; but such a noun can.
    """
    forms = complete({noun: noun for noun in nouns if noun.endswith("e")}, "verb")
    return {form: noun for form, noun in forms.items() if apply_rules(form, rules) not in known | nouns}


def learn_tables(docs: Iterable[Doc]) -> Lookups:
    """Return the tables of spaCy's `lemmatizer` in rule mode, learned from docs with tags and lemmas."""
    classes = {kind: majority(counts) for kind, counts in sorted(count_forms(docs).items())}
    classes["verb"] = complete({**classes.get("verb", {}), **irregular_forms()}, "verb")
    classes["noun"] = complete(classes.get("noun", {}), "noun")
    rules = {kind: learn_rules(classes[kind]) if kind in INFLECTED else [("", "")] for kind in classes}
    verbs, nouns = (set(classes[kind].values()) for kind in ("verb", "noun"))
    classes["verb"] = verbs_from_nouns(nouns, verbs, rules["verb"]) | classes["verb"]
    exceptions = {
        kind: {form: [forms[form]] for form in sorted(forms) if apply_rules(form, rules[kind]) != forms[form]}
        for kind, forms in classes.items()
    }
    lookups = Lookups()
    lookups.add_table("lemma_rules", rules)
    lookups.add_table("lemma_exc", exceptions)
    lookups.add_table("lemma_index", {})
    return lookups
