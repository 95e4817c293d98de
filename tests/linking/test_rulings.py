"""What the reader says holds in the story: who is one, who is not, what is none, names and dates."""

from __future__ import annotations

from dateline.linking.linker import Linker
from dateline.model import DateExpression
from ruled_stories import FRENCH, Draft, at, rule, story, talks


def test_two_names_are_made_one_and_bare_names_follow() -> None:
    drafts = [
        Draft("a").person("George Marlow"),
        Draft("b").person("Gregor Marlau"),
        Draft("c").person("Marlau"),
        Draft("d").person("Gregor Marlau"),
    ]
    a, b, c, d = (draft.at(name) for draft, name in zip(
        drafts, ["George Marlow", "Gregor Marlau", "Marlau", "Gregor Marlau"], strict=True))  # fmt: skip
    assert at(story(drafts), a) != at(story(drafts), b)
    found = story(drafts, rule("same", b, a))
    assert at(found, a) == at(found, b) == at(found, c) == at(found, d) is not None
    assert found.judged[tuple(at(found, a).split(" ", 1))]  # type: ignore[union-attr,index]


def test_two_whom_one_article_names_are_made_one() -> None:
    draft = Draft("a").person("Ida Vale").person("Countess Vane")
    one, two = draft.at("Ida Vale"), draft.at("Countess Vane")
    found = story([draft], rule("same", one, two))
    assert at(found, one) == at(found, two)
    assert len(found.actors) == 1


def test_a_bare_name_is_whom_the_reader_says_and_so_are_others_like_it() -> None:
    drafts = [
        Draft("a").person("Ida Vale"),
        Draft("b").person("Idchen"),
        Draft("c").person("Idchen"),
    ]
    found = story(drafts, rule("same", drafts[1].at("Idchen"), drafts[0].at("Ida Vale")))
    assert {at(found, d.at(n)) for d, n in zip(drafts, ["Ida Vale", "Idchen", "Idchen"], strict=True)} == {
        "person ida-vale"
    }


def test_a_bare_name_is_parted_from_its_only_bearer() -> None:
    drafts = [Draft("a").person("Ida Vale"), Draft("b").person("Vale"), Draft("c").person("Vale")]
    a, b, c = drafts[0].at("Ida Vale"), drafts[1].at("Vale"), drafts[2].at("Vale")
    assert len({at(story(drafts), place) for place in (a, b, c)}) == 1
    found = story(drafts, rule("different", b, a))
    assert at(found, b) != at(found, a) == at(found, c)
    assert at(found, b) is not None


def test_spellings_are_parted_with_all_who_bear_them() -> None:
    names = ["Dmytro Kovalsky", "Dmitro Kovalskiy", "Dmitro Kovalskiy"]
    drafts = [Draft("abc"[n]).person(name) for n, name in enumerate(names)]
    places = [draft.at(name) for draft, name in zip(drafts, names, strict=True)]
    assert len({at(story(drafts), place) for place in places}) == 1
    found = story(drafts, rule("different", places[1], places[0]))
    assert at(found, places[0]) != at(found, places[1]) == at(found, places[2])


def test_namesakes_are_parted() -> None:
    drafts = [Draft("a").person("John Smith"), Draft("b").person("John Smith")]
    one, two = (draft.at("John Smith") for draft in drafts)
    found = story(drafts, rule("different", one, two))
    assert {at(found, one), at(found, two)} == {"person john-smith", "person john-smith-2"}


def test_words_of_one_article_are_parted() -> None:
    draft = Draft("a").person("Ida Vale", "Ms Vale", "Ida", "Ms Vale")
    found = story([draft], rule("different", draft.at("Ms Vale"), draft.at("Ida Vale")))
    assert at(found, draft.at("Ms Vale")) == at(found, draft.at("Ms Vale", 1)) != at(found, draft.at("Ida"))
    assert at(found, draft.at("Ida Vale")) == "person ida-vale"


def test_what_is_no_person_goes_with_all_that_is_called_so() -> None:
    drafts = [Draft("a").person("Blue Harbour").pledge("Blue Harbour"), Draft("b").person("Blue Harbour")]
    found = story(drafts, rule("kind", drafts[0].at("Blue Harbour"), value="none"))
    assert found.actors == ()
    assert at(found, drafts[1].at("Blue Harbour")) is None
    (pledge,) = found.articles["a"].pledges
    assert pledge.pledger is not None
    assert pledge.pledger.id is None


def test_what_is_a_body_is_one_everywhere_and_pledges_as_one() -> None:
    drafts = [
        Draft("a").person("Blue Harbour").pledge("Blue Harbour"),
        Draft("b").person("Blue Harbour"),
        Draft("c").body("Blue Harbour"),
    ]
    found = story(drafts, rule("kind", drafts[1].at("Blue Harbour"), value="organization"))
    assert {at(found, d.at("Blue Harbour")) for d in drafts} == {"organization blue-harbour"}
    (pledge,) = found.articles["a"].pledges
    assert pledge.pledger is not None
    assert (pledge.pledger.type, pledge.pledger.id) == ("organization", "blue-harbour")


def test_what_is_a_body_by_a_ruling_is_named_and_joined_as_one() -> None:
    drafts = [Draft("a").person("Blue Harbour"), Draft("b").body("Harbour League")]
    place, league = drafts[0].at("Blue Harbour"), drafts[1].at("Harbour League")
    moved = rule("kind", place, value="organization")
    named = story(drafts, moved, rule("rename", place, value="The Blue"))
    assert "The Blue" in {actor.name for actor in named.actors}
    joined = story(drafts, moved, rule("same", place, league))
    assert at(joined, place) == at(joined, league) is not None


def test_what_is_a_country_or_a_person_becomes_one() -> None:
    draft = Draft("a").person("Chad").body("Otto Brandt").country("Jordan", "JO")
    found = story(
        [draft],
        rule("kind", draft.at("Chad"), value="country"),
        rule("kind", draft.at("Otto Brandt"), value="person"),
        rule("kind", draft.at("Jordan"), value="person"),
    )
    assert at(found, draft.at("Chad")) == "country TD"
    assert at(found, draft.at("Otto Brandt")) == "person otto-brandt"
    assert at(found, draft.at("Jordan")) == "person jordan"


def test_a_country_that_is_none_in_one_article_stays_one_in_others() -> None:
    drafts = [Draft("a").country("Georgia", "GE"), Draft("b").country("Georgia", "GE")]
    found = story(drafts, rule("kind", drafts[0].at("Georgia"), value="none"))
    assert at(found, drafts[0].at("Georgia")) is None
    assert at(found, drafts[1].at("Georgia")) == "country GE"


def test_a_name_that_is_given_is_the_name_and_the_id_stays() -> None:
    drafts = [Draft("a").person("Ida Vale").body("Port Union").country("Georgia", "GE")]
    places = [drafts[0].at(name) for name in ("Ida Vale", "Port Union", "Georgia")]
    rulings = [rule("rename", place, value=f"New {n}") for n, place in enumerate(places)]
    found = story(drafts, *rulings)
    assert [at(found, place) for place in places] == [at(story(drafts), place) for place in places]
    assert {actor.name for actor in found.actors} == {"New 0", "New 1", "New 2"}
    assert all(old in {a for actor in found.actors for a in actor.aliases} for old in ("Ida Vale", "Georgia"))


# --- roles


def test_a_phrase_stands_for_whom_the_reader_says() -> None:
    drafts = [
        Draft("a").person("Claire Aubert", office=FRENCH),
        Draft("b").person("Paul Girard").role("the French president", FRENCH),
    ]
    phrase, aubert = drafts[1].at("the French president"), drafts[0].at("Claire Aubert")
    girard = drafts[1].at("Paul Girard")
    assert at(story(drafts), phrase) == at(story(drafts), aubert)
    assert at(story(drafts, rule("different", phrase, aubert)), phrase) is None
    found = story(drafts, rule("same", phrase, girard))
    assert at(found, phrase) == at(found, girard)
    assert at(story(drafts, rule("kind", phrase, value="none")), phrase) is None


# --- bodies


def test_bodies_are_made_one_and_parted() -> None:
    drafts = [
        Draft("a").body("Harbour League", "HL"),
        Draft("b").body("HL"),
        Draft("c").body("League of Harbours"),
        Draft("d").body("HL"),
    ]
    a, b, c, d = (draft.at(draft.text.split(" spoke")[0]) for draft in drafts)
    assert at(story(drafts), a) == at(story(drafts), b)
    found = story(drafts, rule("same", c, a))
    assert at(found, a) == at(found, b) == at(found, c)
    found = story(drafts, rule("different", b, a))
    assert at(found, a) != at(found, b) == at(found, d)
    found = story(drafts, rule("different", b, d))
    assert at(found, b) != at(found, d) == at(found, a)


def test_summits_are_made_one_parted_dated_named_and_none() -> None:
    drafts = talks()
    a, b, c = drafts[0].at("the Lima"), drafts[1].at("the Lima"), drafts[2].at("a gathering")
    a, b, c = (drafts[n].at(w) for n, w in enumerate(
        ["the Lima summit", "the Lima summit", "a gathering of six leaders"]))  # fmt: skip
    plain = story(drafts)
    assert at(plain, a) == at(plain, b) != at(plain, c)
    found = story(drafts, rule("same", c, a))
    assert at(found, a) == at(found, b) == at(found, c)
    found = story(drafts, rule("different", b, a))
    assert at(found, a) != at(found, b)
    found = story(drafts, rule("date", b, value="2031-04-03"), rule("rename", a, value="Pact of Lima"))
    assert {(s.name, s.date) for s in found.summits if s.place == "Lima"} == {("Pact of Lima", "2031-04-03")}
    found = story(drafts, rule("kind", b, value="none"))
    assert at(found, a) is None
    assert at(found, c) is not None


def test_a_same_joins_all_that_either_is_one_with_though_articles_tell_both() -> None:
    drafts = [
        Draft("a").summit("the Lima summit", place="Lima", day="2031-04-02"),
        Draft("b").summit("the Lima summit", place="Lima", day="2031-04-02"),
        Draft("c").summit("the Lima summit", place="Lima", day="2031-04-02"),
    ]
    for draft in drafts[1:]:
        draft.summit("the Quito dinner", place="Quito", day="2031-04-09", kind="meeting")
    said = rule("same", drafts[1].at("the Quito dinner"), drafts[0].at("the Lima summit"))
    found = story(drafts, said)
    assert len(story(drafts).summits) == 2
    assert len(found.summits) == 1
    for order in ([0, 1, 2], [2, 1, 0], [1, 2, 0]):
        linker = Linker()
        for n in order:
            linker.update([drafts[n].source], rulings=[said])
        assert linker.story() == found
        linker.update(removed=["a"])
        assert linker.story() == story(drafts[1:])
        linker.update([drafts[0].source])
        assert linker.story() == found


def test_phrases_of_one_article_are_of_two_summits() -> None:
    drafts = talks()
    one, two = drafts[1].at("the summit"), drafts[1].at("the Lima summit")
    found = story(drafts, rule("different", one, two))
    assert at(found, one) != at(found, two) == at(found, drafts[0].at("the Lima summit"))


def test_an_articles_date_is_the_readers_and_vouches_for_others() -> None:
    undated = Draft("b", None).person("Ida Vale").person("Otto Brandt")
    drafts = [Draft("a", None).person("Ida Vale").person("Otto Brandt"), undated]
    undated._with(dates=(DateExpression(0, 8, "April 3", "--04-03"),))
    found = story(drafts, rule("date", drafts[0].whole, value="2031-04-05"))
    assert (found.articles["a"].date, found.articles["a"].date_basis) == ("2031-04-05", "judged")
    assert (found.articles["b"].date, found.articles["b"].date_basis) == ("2031-04-03", "inferred")
