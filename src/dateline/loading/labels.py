"""The labels of a news page that end up in saved text: share counters, buttons, menus, link teasers."""

from __future__ import annotations

import re

# Counters and buttons: on a page, never in prose.
_COUNTERS = (
    r"\d[\d.,]{0,12}[km]?\+? (?:shares?|comments?|likes?|views?|(?:re)?tweets?|reactions?|replies)",
    r"(?:shares?|comments?|likes?|views?) ?[:(]? ?\d[\d.,]{0,12}[km]?\)?",
    r"\d{1,3}[- ]min(?:ute)?s?(?: (?:read|listen|watch|video))",
)
_BUTTONS = (
    r"share (?:via|on|to|with) (?:facebook|twitter|x|whatsapp|linkedin|reddit|telegram|e-?mail)",
    r"share(?: this(?: (?:article|story|page|post))?)?",
    r"(?:re-?)?tweet|pin it|e-?mail(?: this)?|print(?: this)?|copy link|link copied",
    r"save(?: (?:article|for later))?|open in app|watch live|listen to (?:this article|the podcast)",
    r"read (?:more|next|the full story)|(?:continue|keep) reading|(?:show|see|load) more",
    r"(?:find out|learn) more|click here|skip to (?:main )?content|back to top",
    r"support (?:now|us)|contribute(?: now)?|(?:donate|subscribe|register)(?: (?:now|today|here|for free))?",
    r"sign up(?: (?:now|today|here|for free))?|sign in|log in|follow(?: us)?",
    r"(?:view|see|show|hide)(?: all)? comments|leave a (?:comment|reply)",
    r"accept(?: all)?(?: cookies)?|reject all|manage cookies",
)
# Names of services and headings of boxes: labels only among labels, or on a line of their own.
_HEADINGS = (
    r"facebook|twitter|whatsapp|linkedin|reddit|pinterest|telegram|messenger|flipboard|instagram",
    r"youtube|bluesky|ad|advertisements?|sponsored(?: content)?",
    r"(?:story|article) continues below(?: (?:this )?advertisement)?|scroll to continue(?: reading)?",
    r"related(?: (?:articles?|stories|content|topics|links))?|recommended(?: for you)?|you may also like",
    r"more on this story|more from [\w ]{2,30}|most (?:read|popular|viewed|shared)|trending(?: now)?",
    r"editor'?s'? picks?|top stories|latest news|breaking news|live updates",
    r"explore (?:our |more )?(?:subscriptions?|offers)|view (?:this e-?mail )?in (?:your |a )?browser",
    r"unsubscribe|(?:manage|update) (?:your )?preferences|forward to a friend",
    r"menu|search|home|close|play|loading|tags|topics|comments?|newsletters?|text size",
    r"image source|getty images|cookies?|privacy policy|terms of (?:use|service)",
)
_COUNTER_OR_BUTTON = "|".join(_COUNTERS + _BUTTONS)
_SEPARATOR = r" ?[|/·•›»] ?| "
_WORD_END = r"(?![\w'’-])"
_LABEL = rf"(?:{'|'.join(_COUNTERS + _BUTTONS + _HEADINGS)}){_WORD_END}"
_ONE_LABEL = re.compile(_LABEL, re.IGNORECASE)
_RUN = re.compile(rf"{_LABEL}(?:(?:{_SEPARATOR}|: |, ){_LABEL})*+[:.…]?", re.IGNORECASE)
_LEADING = re.compile(
    rf"(?:{_COUNTER_OR_BUTTON}){_WORD_END}(?:(?:{_SEPARATOR})(?:{_COUNTER_OR_BUTTON}){_WORD_END})*+",
    re.IGNORECASE,
)

# A teaser of another article: it names its kind, then the other headline.
_TEASER = re.compile(
    r"(?:read (?:more|also|next)|also read|see also|related(?: (?:article|story|stories))?|recommended"
    r"|more on this|further reading|in (?:pictures|depth)|watch|listen|photo(?:graph)?(?: (?:by|credit))?"
    r"|picture(?: credit)?|credit) ?[:|] ?\S|image (?:source|caption)[,:] \S",
    re.IGNORECASE,
)
_RULE = re.compile(r"[-=_*~#·•–— ]{3,}")  # a line across the text
_LONGEST_TEASER = 25  # words

# A picture's caption: it ends with its source in brackets and has no full stop.
_CAPTION = re.compile(
    r".{10,250} \((?:\w+[ /])?(?:AP|AFP|PA|EPA|Reuters|Getty|Shutterstock|Bloomberg)(?:[ /]\w+)?\)"
)


def is_label(paragraph: str) -> bool:
    """Tell whether a paragraph is nothing but labels, a teaser of another article or a picture's caption."""
    if _RUN.fullmatch(paragraph) or _CAPTION.fullmatch(paragraph) or _RULE.fullmatch(paragraph):
        return True
    return _TEASER.match(paragraph) is not None and paragraph.count(" ") < _LONGEST_TEASER


def leading(text: str, *, beside_furniture: bool = False) -> int:
    """Return the length of the buttons and counters before the first words of text.

    Two of them are asked for, because "Share" also begins headlines; beside other furniture one of two words
    is enough ("Read more"). What follows has to begin like a sentence.
    """
    run = _LEADING.match(text)
    if run is None:
        return 0
    rest = text[run.end() :].lstrip(" |·•")
    if rest[:1].islower() or (rest and text[run.end()] not in " |·•"):
        return 0
    several = len(_ONE_LABEL.findall(run.group())) > 1
    return len(text) - len(rest) if several or (beside_furniture and " " in run.group()) else 0


def is_trailing(sentence: str) -> bool:
    """Tell whether the words behind a paragraph's last full stop are labels: two, or one of two words."""
    return _RUN.fullmatch(sentence) is not None and " " in sentence
