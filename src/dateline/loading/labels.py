"""The labels of a news page that end up in saved text: share counters, buttons, menus, link teasers."""

from __future__ import annotations

import re

# Buttons and counters: on a page, never in prose.
_COUNTER = (
    r"\d[\d.,]*[km]?\+? (?:shares?|comments?|likes?|views?|tweets?|retweets?|reactions?|replies)"
    r"|(?:shares?|comments?|likes?|views?) ?[:(]? ?\d[\d.,]*[km]?\)?"
    r"|\d{1,3}[- ]min(?:ute)?s?(?: (?:read|listen|watch|video))"
)
_BUTTON = (
    r"share(?: (?:this(?: (?:article|story|page|post))?|(?:via|on|to|with) (?:facebook|twitter|x|whatsapp"
    r"|linkedin|reddit|telegram|e-?mail)))?|re-?tweet|tweet|pin it|e-?mail(?: this)?|print(?: this)?"
    r"|save(?: (?:article|for later))?|copy link|link copied|read more|read next|read the full story"
    r"|continue reading|keep reading|show more|see more|load more|find out more|learn more|support now"
    r"|support us|donate(?: (?:now|today|here))?|contribute(?: now)?|subscribe(?: (?:now|today|here))?"
    r"|sign up(?: (?:now|today|here|for free))?|sign in|log in|register(?: (?:now|here|for free))?"
    r"|follow(?: us)?|click here|listen to this (?:article|story)|skip to (?:main )?content|back to top"
    r"|(?:view|see|show|hide)(?: all)? comments|leave a (?:comment|reply)|open in app"
    r"|accept(?: all)?(?: cookies)?|reject all|manage cookies"
)
# Names of services and headings of boxes: labels only in the company of labels, or on a line of their own.
_HEADING = (
    r"facebook|twitter|whatsapp|linkedin|reddit|pinterest|telegram|messenger|flipboard|instagram|youtube"
    r"|bluesky|comments?|advertisements?|ad|sponsored(?: content)?|(?:story"
    r"|article) continues below(?: (?:this )?advertisement)?|scroll (?:down )?to continue(?: reading)?"
    r"|related(?: (?:articles?|stories|content|topics|links))?|recommended(?: for you)?|more on this story"
    r"|more from [\w ]{2,30}|most (?:read|popular|viewed|shared)|trending(?: now)?|editor'?s'? picks?"
    r"|top stories|latest news|you may also like|breaking news|live updates|menu|search|home|close|play"
    r"|loading|tags|topics|newsletters?|image source|getty images|text size|cookies?|privacy policy"
    r"|terms of (?:use|service)"
)
_SEPARATOR = r" ?[|/·•›»] ?| "
_LABEL = rf"(?:{_COUNTER}|{_BUTTON}|{_HEADING})(?![\w'’-])"
_RUN = re.compile(rf"{_LABEL}(?:(?:{_SEPARATOR}|: |, ){_LABEL})*+[:.…]?", re.IGNORECASE)
_LEADING = re.compile(
    rf"(?:{_COUNTER}|{_BUTTON})(?![\w'’-])(?:(?:{_SEPARATOR})(?:{_COUNTER}|{_BUTTON})(?![\w'’-]))*+",
    re.IGNORECASE,
)
_ONE_LABEL = re.compile(_LABEL, re.IGNORECASE)

# A teaser of another article: it names its kind, then the other headline.
_TEASER = re.compile(
    r"(?:read (?:more|also|next)|also read|see also|related(?: (?:article|story|stories))?|recommended"
    r"|more on this|further reading|in (?:pictures|depth)|watch|listen|photo(?:graph)?(?: (?:by|credit))?"
    r"|picture(?: credit)?|credit) ?[:|] ?\S|image (?:source|caption)[,:] \S",
    re.IGNORECASE,
)
_LONGEST_TEASER = 25  # words


def is_label(paragraph: str) -> bool:
    """Tell whether a paragraph is nothing but labels, a teaser of another article or a picture's credit."""
    if _RUN.fullmatch(paragraph):
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
