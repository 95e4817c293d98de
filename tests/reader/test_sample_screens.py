"""The sample collection: what agrees between its articles can be seen, and gone to."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from dateline import indexing
from dateline.index.collection import Collection

SAMPLE = Path(__file__).parent.parent.parent / "seeds"


async def test_the_articles_of_the_sample_agree_on_the_screens(reader) -> None:
    indexing.run([SAMPLE])
    async with reader(collection=partial(Collection.open, [SAMPLE])) as r:
        await r.press("L", "l")
        await r.type("£1.6bn")
        await r.press("enter")
        assert "= 3" in r.row("£1.6bn", "ledger")
        while "£1.6bn" not in next(line for line in r.lines if line.startswith("▸")):
            await r.press("down")
        await r.press("enter")
        reports = [line for line in r.inside("told") if "= £1.6bn" in line]
        assert len(reports) == 3
        opened = set()
        for number in range(3):
            await r.press("D", *["home", *["down"] * number], "enter")
            assert r.app.screen is r.main
            opened.add(r.title)
        assert len(opened) == 3

        await r.press("L", "l")
        await r.type("£2.2bn")
        await r.press("enter", "i", "i")
        assert "£2.26bn" in r.text
        await r.click("£2.26bn", "ledger")
        if "Ledger" in r.lines[0]:
            await r.press("enter")
        assert r.row("= £2.26bn", "about")
        assert r.row("≈ £2.2bn", "about")
        told = "\n".join(r.inside("told"))
        assert "= £2.26bn" in told
        assert "≈ £2.2bn" in told

        await r.press("q", "q", "S")
        await r.click("London summit")
        if "Summits" in r.lines[0]:
            await r.press("enter")
        about = "\n".join(r.inside("about"))
        phrases = about[about.index("SPOKEN OF AS") : about.index("MENTIONED WITH")]
        assert phrases.count("“") >= 4
        assert "Sunday" in phrases
        assert "March 2" in phrases

        await r.press("p")
        await r.type("macron")
        await r.press("enter")
        assert "“the French president”" in "\n".join(r.inside("about"))
