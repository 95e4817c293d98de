"""The values that pass between dateline's steps.

Loading makes an `Article` of a file, extraction an `Extraction` of an article, linking a `Story` of a
collection. All are frozen; offsets count Unicode code points in `Article.text`; dates are ISO 8601 prefixes
that carry their precision ("2025", "2025-03", "2025-03-02") or "from/to" ranges; amounts are decimal strings.
"""

from __future__ import annotations

from dateline.model.articles import (
    Article,
    DateBasis,
    Location,
    Problem,
    TitleBasis,
)
from dateline.model.extractions import (
    ActorType,
    Country,
    DateExpression,
    Direction,
    Extraction,
    Figure,
    Gathering,
    GatheringKind,
    Mention,
    MentionKind,
    Office,
    Organization,
    Party,
    Person,
    Pledge,
    RolePhrase,
    Status,
    Sum,
    UnfitModel,
)
from dateline.model.judgements import (
    Judgement,
    JudgementKind,
    Place,
    Quote,
    Ruling,
)
from dateline.model.stories import (
    Actor,
    Claim,
    LinkedActor,
    LinkedArticle,
    LinkedFigure,
    LinkedParty,
    LinkedPledge,
    LinkedSummit,
    ResolvedDate,
    Source,
    Story,
    Summit,
)

__all__ = [
    "Actor",
    "ActorType",
    "Article",
    "Claim",
    "Country",
    "DateBasis",
    "DateExpression",
    "Direction",
    "Extraction",
    "Figure",
    "Gathering",
    "GatheringKind",
    "Judgement",
    "JudgementKind",
    "LinkedActor",
    "LinkedArticle",
    "LinkedFigure",
    "LinkedParty",
    "LinkedPledge",
    "LinkedSummit",
    "Location",
    "Mention",
    "MentionKind",
    "Office",
    "Organization",
    "Party",
    "Person",
    "Place",
    "Pledge",
    "Problem",
    "Quote",
    "ResolvedDate",
    "RolePhrase",
    "Ruling",
    "Source",
    "Status",
    "Story",
    "Sum",
    "Summit",
    "TitleBasis",
    "UnfitModel",
]
