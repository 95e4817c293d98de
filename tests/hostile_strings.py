"""What hostile articles are made of, and what of it must never reach a terminal."""

from __future__ import annotations

import re

#: By what they are; each has words that survive cleaning.
STRINGS = {
    "CSI": "Port \x1b[2J\x1b[1;1H\x1b[31mred\x1b[0m news",
    "window title": "Port \x1b]0;owned\x07 news",
    "OSC 8": "Port \x1b]8;;http://evil.invalid\x1b\\link\x1b]8;;\x1b\\ news",
    "OSC 52": "Port \x1b]52;c;ZXZpbA==\x07 news",
    "DCS": 'Port \x1bP$q"p\x1b\\ news \x1b_G;AAAA\x1b\\ \x1b^pm\x1b\\ \x1bXsos\x1b\\',
    "C1 CSI": "Port \x9b31m\x9b2J news",
    "C1 OSC": "Port \x9d52;c;ZXZpbA==\x9c news \x90q\x9c",
    "unterminated": "Port news \x1b]52;c;ZXZpbA==",
    "lone escape": "Port \x1b news \x1b",
    "reset": "Port \x1bc\x1b#8\x1b(0 news",
    "bell and backspace": "Port \x07\x08\x08\x08\x08 \x0e\x0f news \x7f",
    "carriage return": "Port innocent\rnews evil",
    "markup": "Port [@click=app.quit]news[/] [b]bold[/b] [link=http://evil.invalid]x[/link] [/] [/ [red",
    "variables": "Port $accent [$missing]news[/] \\[x] \\",
    "bidi": "Port \u202eswen\u202c \u2066a\u2069 \u200f\u061c news",
    "zero width": "Port\u200b \u200dne\u2060ws\ufeff \u00ad",
    "tags": "Port news \U000e0041\U000e0042 \ufe0f \U0001f469\u200d\U0001f4bb \U0001f44d\U0001f3ff",
    "marks": "Port ne\u0301" + "\u0300" * 3000 + "ws",
    "NUL": "Port \x00news\x00",
    "surrogates and non-characters": "Port \ufffe\uffff\ufdd0 news",
    "formula": '=HYPERLINK("http://evil.invalid";"Port news")',
    "other formulas": "+1+cmd|' /C calc'!A0 Port news",
    "at": "@SUM(1+1) Port news",
    "minus": "-2+3 Port news",
    "path": "../../../etc/passwd Port news/../..",
    "SQL": "Port news'; DROP TABLE articles; -- \" ' ; %_",
    "FTS": 'Port news" OR title:x NEAR(a b) * ^ - NOT AND {a} (',
    "format": "Port news {0} {title!r} %s %(x)s ${HOME} `id` $(id)",
    "HTML": "Port <script>alert(1)</script><b>news</b> &lt;i&gt; &#27;[31m &#x9b;2J &#x202e;",
    "separators": "Port\u2028news\u2029\x85\x0b\x0c\x1c\x1d\x1e\x1f end",
    "right to left": "Port \u05d0\u05d1\u05d2 \u0627\u0644\u0639 news",
    "wide": "Port \uff21\uff22 \u6e2f\u6e7e news " + "\u6e2f" * 200,
    "long": "Port news " + "x" * 5000,
}

#: What a terminal obeys or miscounts: C0 but line feed, C1, bidi and other invisible format characters.
OBEYED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff\U0001f3fb-\U0001f3ff]"
)
