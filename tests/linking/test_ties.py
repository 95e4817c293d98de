"""What ties reports to one another, and which claims the reader has judged."""

from __future__ import annotations

from dataclasses import replace

from dateline.linking.linker import Linker
from dateline.model import Place
from ruled_stories import Draft, rule, story, talks


def test_a_report_tells_what_ties_it_to_others() -> None:
    found = story(talks())
    (one,) = found.articles["a"].summits
    assert [tie.article for tie in one.ties] == ["b"]
    assert one.ties[0].parts[:3] == ("Lima", "2 April", "both a summit")
    assert found.articles["c"].summits[0].ties == ()


def test_a_tie_of_the_readers_is_told_as_such() -> None:
    drafts = talks()
    said = rule("same", drafts[2].at("a gathering of six leaders"), drafts[0].at("the Lima summit"))
    found = story(drafts, said)
    assert found.articles["c"].summits[0].ties[0].parts[0] == "as you have judged"


def test_ties_follow_reports_that_come_and_go() -> None:
    drafts = talks()
    linker = Linker()
    linker.update([draft.source for draft in drafts[:1]])
    change = linker.update([drafts[1].source])
    assert change.articles == {"a", "b"}
    assert linker.story() == story(drafts[:2])
    linker.update(removed=["b"])
    assert linker.story() == story(drafts[:1])


def test_a_claim_is_marked_by_the_words_that_are_judged() -> None:
    draft = Draft("a").person("Ida Vale").pledge("Ida Vale")
    (pledge,) = draft.extraction.pledges
    at = pledge.start + pledge.text.index("will build")
    draft._with(pledges=(replace(pledge, cue=(at, at + len("will build"))),))
    said = rule("confirmed", Place("a", at, at + len("will build")))
    found = story([draft], said)
    (claim,) = found.claims.values()
    assert claim.judged == "confirmed"
    assert found.judged == {("pledge", claim.id): (said.judgement,)}
