"""Sentences that are furniture by themselves: sign-ups, consent, rights, credits, corrections."""

from __future__ import annotations

import re

_LONGEST = 300  # characters that are looked at

#: Each pattern is met at the beginning of a sentence, in any case.
_NOTICES = (
    # sign-ups
    r"(?:please )?(?:sign up|subscribe|register|get|receive|join|try|stay)\b.*\b(?:newsletters?|inbox)\b",
    r"(?:please )?(?:sign up|subscribe|register|join|get our)\b.*\b(?:e-?mails?|alerts|podcasts?)\b",
    r"(?:please )?(?:subscribe to|join) (?:our|us)\b.*\b(?:whatsapp|telegram|channel)\b",
    r"subscribe (?:now |today )?to (?:continue|read|unlock|access|get)\b",
    r"subscribe (?:now |today )?for (?:full|unlimited|just|only|more)\b",
    r"(?:get|try|enjoy) unlimited access\b",
    r"then [$€£¥] ?\d[\d.,]{0,8} (?:per|a|every|each) (?:week|month|quarter|year)\b",
    r"(?:complete|full|unlimited) digital access\b",
    r"cancel (?:at )?any ?time\b",
    r"already (?:a subscriber|a member|have an account|subscribed)\b",
    r"this (?:article|story|content) is (?:only |exclusively )?(?:available )?(?:for|to) (?:our )?"
    r"(?:paying )?(?:subscribers|members)\b",
    # appeals in few words
    r"become an? (?:\w+ )?(?:subscriber|supporter|patron|member today)\b",
    r"donate (?:now|today|here)\b",
    r"support (?:our|independent|quality|public[- ]interest|free|local|fearless) (?:\w+ )?"
    r"(?:journalism|reporting|newsroom|media|press)\b",
    r"(?:if you\b.*, )?please consider (?:supporting|donating|subscribing|joining|becoming|making)\b",
    r"thank you for (?:reading (?:this|our|the)|subscribing)\b",
    r".{1,80}\bis a reader-supported (?:publication|newsletter)\b",
    r"(?:thanks for reading .{1,80}! )?subscribe (?:for free )?to receive new posts\b",
    r"to receive new posts\b.*\bsubscriber\b",
    # other places
    r"(?:please )?(?:follow|like|find|join) us on\b",
    r"follow (?:the latest|all the latest|live updates|our live)\b",
    r"(?:please )?download (?:our|the) (?:\w+ )?app\b",
    r"click here (?:to|for)\b",
    r"want more (?:stories|news) like this\b",
    r"(?:do you have|have you got|got) a (?:story|tip|news tip)\b",
    # consent and the browser
    r"(?:(?:this|our) (?:web)?site|we(?: and our (?:\w+ )?partners)?) uses? (?:\w+ )?cookies\b",
    r"by (?:continuing|clicking|using|browsing|signing)\b.*\b(?:you (?:agree|accept|consent)|cookies)\b",
    r"(?:read|see|view) our (?:privacy|cookie|terms)\b",
    r"(?:please |you (?:need|have) to )?(?:enable|turn on) javascript\b",
    r"(?:please )?(?:disable|turn off) your ad",
    # rights
    r"©|\(c\) ?(?:copyright|\d{4})|copyright (?:©|\(c\)|\d{4})",
    r".*\ball rights reserved\b",
    r".*\bmay not be (?:published|reproduced|broadcast),? (?:or )?(?:broadcast|rewritten|redistributed)\b",
    r".*\bis not responsible for the content of external (?:sites|links|websites)\b",
    # credits and corrections
    r"\((?:additional )?(?:reporting|writing|editing|compiled)\b[^)]*\bby\b",
    r"(?:additional reporting|editing) by\b",
    r"(?:reporting|writing)\b.*\bby\b.*\bediting by\b",
    r".{1,120}\bcontributed to this (?:report|article|story)\b",
    r"\((?:photo|photograph|picture|image)s? by\b|photo(?:graph)? by\b",
    r"this (?:article|story) (?:has been|was) (?:updated|corrected|amended|(?:first|originally) published)\b",
    r"the post\b.{1,200}\b(?:appeared first|first appeared) on\b",
    r"you(?: are|'re|’re) (?:receiving|getting) this (?:e-?mail|newsletter|message)\b",
    r"this (?:e-?mail|newsletter|message) was sent to\b",
    r"comments (?:are|have been) (?:closed|disabled|turned off)\b",
)
_NOTICE = re.compile("|".join(_NOTICES), re.IGNORECASE)


def is_notice(sentence: str) -> bool:
    """Tell whether a sentence, quotations blanked out, is a notice of the site to its readers."""
    return _NOTICE.match(sentence.lstrip()[:_LONGEST]) is not None
