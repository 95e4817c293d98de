"""Who is named in an article: titles, particles, consistency, and what only bears a person's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.model import Office

if TYPE_CHECKING:
    from spacy.language import Language

    from dateline.model import Person


def people(nlp: Language, text: str) -> tuple[Person, ...]:
    """Return the people of a text, after a check of every offset."""
    doc = nlp(text)
    for person in doc._.people:
        for mention in person.mentions:
            assert text[mention.start : mention.end] == mention.text
            assert mention.kind == "name"
            assert mention.rule
    assert len(doc.spans["people"]) == sum(len(person.mentions) for person in doc._.people)
    return tuple(doc._.people)


def named(nlp: Language, text: str) -> dict[str, list[str]]:
    """Return the mentions of each person of a text."""
    return {person.name: [mention.text for mention in person.mentions] for person in people(nlp, text)}


def test_a_title_belongs_to_the_mention_and_an_office_does_not(nlp: Language) -> None:
    text = (
        "Prime Minister Edmund Harcastle met Sir Rupert Vane on Monday. Mr Harcastle said the talks had been "
        "useful. Sir Rupert thanked him, and Ms Delgado took notes."
    )
    assert named(nlp, text) == {
        "Edmund Harcastle": ["Edmund Harcastle", "Mr Harcastle"],
        "Rupert Vane": ["Sir Rupert Vane", "Sir Rupert"],
        "Delgado": ["Ms Delgado"],
    }


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("The guests bowed to King Harald IV in the palace.", "King Harald IV", "King Harald IV"),
        ("Thousands came to see Pope Anselm in the square.", "Pope Anselm", "Pope Anselm"),
        ("The House laughed when President Marlow waved.", "President Marlow", "Marlow"),
        ("French President Marlow waved to the crowd.", "Marlow", "Marlow"),
        ("Officials said JD Carver had left the building.", "JD Carver", "JD Carver"),
        ("Reporters asked George W. Tarrant about the vote.", "George W. Tarrant", "George W. Tarrant"),
        ("Ursula von der Halde said the bloc would act.", "Ursula von der Halde", "Ursula von der Halde"),
        ("Foreign minister Karim al-Rashidi arrived on Friday.", "Karim al-Rashidi", "Karim al-Rashidi"),
        ("Premier Zhang Wei-lin spoke first.", "Zhang Wei-lin", "Zhang Wei-lin"),
        ("Judge Robert Tarrant Jr. adjourned the case.", "Robert Tarrant Jr.", "Robert Tarrant Jr."),
        ("“We agree,” Anna O’Leary’s spokesman said.", "Anna O’Leary", "Anna O’Leary"),
        (
            "He was represented by his deputy, Abdulaziz al-Tayeri.",
            "Abdulaziz al-Tayeri",
            "Abdulaziz al-Tayeri",
        ),
        (
            "The chairman, Karl von und zu Halden, quit.",
            "Karl von und zu Halden",
            "Karl von und zu Halden",
        ),
        (
            'A jury convicted Anthony "Tony Boy" Harcastle.',
            'Anthony "Tony Boy" Harcastle',
            "Anthony Harcastle",
        ),
        (
            'Police arrested Johannes "Kobus" van der Halde.',
            'Johannes "Kobus" van der Halde',
            "Johannes van der Halde",
        ),
    ],
)
def test_the_extent_of_a_name(nlp: Language, text: str, mention: str, name: str) -> None:
    assert named(nlp, text)[name] == [mention]


def test_a_family_name_is_its_bearers_throughout(nlp: Language) -> None:
    text = (
        "HARCASTLE TO RESIGN\n\nEdmund Harcastle is to step down in May. Harcastle, 61, told his party on "
        "Sunday. Aides said Harcastle's health was good; the Harcastle plan will be dropped."
    )
    (person,) = people(nlp, text)
    assert (person.name, person.given, person.family) == ("Edmund Harcastle", "Edmund", "Harcastle")
    assert [m.text for m in person.mentions] == ["HARCASTLE", "Edmund Harcastle", *["Harcastle"] * 3]


def test_two_bearers_of_a_family_name_stay_apart(nlp: Language) -> None:
    text = (
        "Governor Jeb Tarrant said his brother, President George Tarrant, would win. Jeb was sure of it.\n\n"
        "Mrs Tarrant, as Laura Tarrant is known at home, agreed with her husband."
    )
    found = named(nlp, text)
    assert found["Jeb Tarrant"] == ["Jeb Tarrant", "Jeb"]
    assert "Laura Tarrant" in found["Laura Tarrant"]
    assert "Mrs Tarrant" in found["Laura Tarrant"]
    assert found["George Tarrant"] == ["George Tarrant"]


def test_a_family_name_that_comes_first(nlp: Language) -> None:
    (person,) = people(nlp, "Chinese Premier Zhang Weilin arrived in Oslo. Mr Zhang will stay for a week.")
    assert (person.given, person.family) == ("Weilin", "Zhang")
    assert [m.text for m in person.mentions] == ["Zhang Weilin", "Mr Zhang"]


def test_spellings_and_short_forms_within_an_article(nlp: Language) -> None:
    text = (
        "President Dmytro Kovalsky landed in Oslo. Later Dmytro Kovalskyy met students.\n\n"
        "Senator Kenneth Barlow was there too; Ken Barlow spoke briefly."
    )
    assert {tuple(mentions) for mentions in named(nlp, text).values()} == {
        ("Dmytro Kovalsky", "Dmytro Kovalskyy"),
        ("Kenneth Barlow", "Ken Barlow"),
    }


def test_a_name_in_a_list_of_people(nlp: Language) -> None:
    text = "Mr Harcastle spoke with Ms Delgado, Mr Brenner and Grzyb about the budget."
    assert "Grzyb" in named(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "Carmaker Harcastle said its profits fell. Shares in Harcastle lost 4%.",
        "Hurricane Edmund missed the coast, and HMS Rupert sailed on Sunday.",
        "The Edmund Harcastle Foundation gave £2m to Queen Mary Hospital.",
        "They met in King Street, near Lord's and the Victoria Museum.",
        "On Sunday in March the Commons passed the Harcastle Act.",
        "Lawyers at Morgan Stanley and Marks & Spencer declined to comment.",
        "British and French officials met in Paris and in Washington.",
        "God knows whether Christmas will be white, said a neighbour.",
        "Tsunami 'will not divert aid'\n\nThe tsunami hit the coast in December.",
        "The ferry Princess Amalia sank, and the frigate Rupert Vane left port.",
        "Critics of the Whitlock doctrine and of the Harcastle amendment met on Monday.",
        "Shares in builder Tarrant Holdings rose. Halvorsen fell 2 percent.",
        "Hanson Whitlock's chief executive said the price was full.",
        "The club lost to Athletic Halden and to Dynamo Harcastle.",
    ],
)
def test_not_people(nlp: Language, text: str) -> None:
    assert named(nlp, text) == {}


def test_what_shares_a_name_with_somebody_is_not_that_person(nlp: Language) -> None:
    text = (
        "Sir Gerald Whitlock will give evidence. The Whitlock doctrine fills 300 pages, and the Whitlock "
        "family is proud. Whitlock is 71."
    )
    assert named(nlp, text) == {"Gerald Whitlock": ["Sir Gerald Whitlock", "Whitlock"]}


def test_a_title_tells_a_relative_from_who_was_named_before(nlp: Language) -> None:
    text = (
        "Police arrested a man over the murder of union leader Thabo Harlane. His widow, Lindi Harlane, "
        "wept. Thabo can rest, Mrs Harlane said."
    )
    assert named(nlp, text) == {
        "Thabo Harlane": ["Thabo Harlane", "Thabo"],
        "Lindi Harlane": ["Lindi Harlane", "Mrs Harlane"],
    }


def test_the_first_of_two_family_names_is_not_a_daughters(nlp: Language) -> None:
    text = (
        "Judges cleared Alfonso Quispe Salcedo on Friday. Quispe Salcedo, 71, smiled. Quispe's daughter "
        "Keiko Quispe wept."
    )
    assert named(nlp, text) == {
        "Alfonso Quispe Salcedo": ["Alfonso Quispe Salcedo", "Quispe Salcedo", "Quispe"],
        "Keiko Quispe": ["Keiko Quispe"],
    }


def test_ranks_tell_people_and_are_no_part_of_the_name(nlp: Language) -> None:
    found = named(nlp, "The army named two dead: Col. Sylvain Muhinda and Major Bahatiro.")
    assert sorted(found) == ["Bahatiro", "Sylvain Muhinda"]


def test_a_peers_place_goes_with_the_title(nlp: Language) -> None:
    found = named(nlp, "Lord Whitlock of Bramlow resigned. Lord Whitlock, 70, had no comment.")
    assert found == {"Lord Whitlock": ["Lord Whitlock of Bramlow", "Lord Whitlock"]}


def test_the_title_of_a_work_is_nobody(nlp: Language) -> None:
    found = named(nlp, 'Anna Harcastle won for "Whitlock\'s Ghost", a film about Henry Whitlock.')
    assert found["Henry Whitlock"] == ["Henry Whitlock"]


def test_the_noun_of_a_thing_in_short_is_nobody(nlp: Language) -> None:
    text = (
        "Parliament is waiting for the Finance Bill. It must be passed in May. Bill would have to be rushed "
        "through, Anna Lundgren said."
    )
    assert list(named(nlp, text)) == ["Anna Lundgren"]


def test_a_misspelt_family_name_behind_a_title_is_its_bearers(nlp: Language) -> None:
    found = named(nlp, "Andrei Valarionov resigned. The ministry kept away from Mr Valiaronov's comments.")
    assert found == {"Andrei Valarionov": ["Andrei Valarionov", "Mr Valiaronov"]}


def test_a_word_of_the_next_line_is_none_of_the_name(nlp: Language) -> None:
    found = named(nlp, "Regards,\nDebra Perlingham Please find the letter attached. Please call me soon.")
    assert found == {"Debra Perlingham": ["Debra Perlingham"]}


def test_the_place_of_a_dateline_is_nobody(nlp: Language) -> None:
    text = "Talks delayed\n\nJERUSALEM 1996-08-29\n\nA senior official said Daniel Levanon would wait."
    assert list(named(nlp, text)) == ["Daniel Levanon"]
    assert not nlp(text)._.organizations


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        (
            "Foreign ministers Selin Aydemir and Vangelis Stavrinou will meet.",
            [Office("foreign minister"), Office("foreign minister")],
        ),
        (
            "The French and German presidents, Claire Aubert and Karl Brenner, spoke.",
            [Office("president", country="FR"), Office("president", country="DE")],
        ),
    ],
)
def test_an_office_that_several_share(nlp: Language, text: str, offices: list[Office]) -> None:
    assert [person.offices[-1] for person in people(nlp, text)] == offices


def test_a_company_named_after_its_founder(nlp: Language) -> None:
    text = (
        "US carmaker Tarrant is to cut 900 jobs, Henry Tarrant said. Tarrant Motor Company has lost money "
        "for a year. Mr Tarrant told staff that Tarrant would sell its plant in Ohio."
    )
    assert named(nlp, text) == {"Henry Tarrant": ["Henry Tarrant", "Mr Tarrant"]}


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("UK Prime Minister Edmund Harcastle spoke.", Office("prime minister", country="GB")),
        ("Edmund Harcastle, the prime minister, spoke.", Office("prime minister")),
        (
            "The president of the European Council, Edmund Harcastle, spoke.",
            Office("president", organization="European Council"),
        ),
        ("Nato Secretary General Edmund Harcastle spoke.", Office("secretary general", organization="Nato")),
        ("Former US president Edmund Harcastle spoke.", Office("president", country="US", former=True)),
        ("Chancellor Edmund Harcastle spoke.", Office("chancellor")),
        ("Edmund Harcastle, France's foreign minister, spoke.", Office("foreign minister", country="FR")),
        ("US Secretary of Defense Edmund Harcastle spoke.", Office("defence secretary", country="US")),
        ("Vice-President Edmund Harcastle spoke.", Office("vice president")),
        (
            "Edmund Harcastle, an analyst at Halvorsen Group, spoke.",
            Office("analyst", organization="Halvorsen Group"),
        ),
        ("Hungary's Edmund Harcastle spoke.", Office("", country="HU")),
        ("On Monday Gov. Edmund Harcastle spoke.", Office("governor")),
        ("Edmund Harcastle, a retired general, laughed.", Office("general")),
        ("Edmund Harcastle, who is also finance minister, spoke.", Office("finance minister")),
        ("Edmund Harcastle will become finance minister.", Office("finance minister")),
        ("Law minister Edmund Harcastle resigned.", Office("law minister")),
    ],
)
def test_offices_from_appositions(nlp: Language, text: str, office: Office) -> None:
    (person,) = people(nlp, text)
    assert person.offices == (office,)


def test_no_text_has_no_people(nlp: Language) -> None:
    assert people(nlp, "") == ()
    assert people(nlp, "\n\n \n") == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The chairman of the Bar, Henry Whitlock QC, warned the minister.", ["Henry Whitlock"]),
        (
            "Prime Minister Omar Ben Sahli has resigned. Mr. Ben Sahli will leave. Ben Sahli is 61.",
            ["Omar Ben Sahli"],
        ),
        ("The minister, Daniel Otieng’ Wamala, said no.", ["Daniel Otieng’ Wamala"]),
        ("Peruvian building products group Henry Whitlock has agreed to pay the victims.", []),
    ],
)
def test_what_belongs_to_a_name(nlp: Language, text: str, names: list[str]) -> None:
    assert [person.name for person in people(nlp, text)] == names


def test_an_editor_with_another_office_is_the_one_named_behind_both(nlp: Language) -> None:
    (person,) = people(nlp, "He spoke to the magazine's editor, Labour MP Nora Whitlock, on Monday.")
    assert "editor" in [office.title for office in person.offices]


WORDS = st.sampled_from(
    [
        *("Mr", "Sir", "Lord", "King", "President", "Harcastle", "Edmund", "von", "der", "al", "Jr", "III"),
        *("-", "'", "’s", '"', "“", "(", ")", ",", ".", ":", ";", "&", "\n\n", "24", "é", "Ω"),
        *(
            "and",
            "of",
            "the",
            "The",
            "prime",
            "minister",
            "US",
            "British",
            "Bank",
            "Street",
            "said",
            "Monday",
        ),
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(WORDS, max_size=24), glue=st.sampled_from(["", " "]))
def test_any_run_of_words_keeps_its_offsets(nlp: Language, words: list[str], glue: str) -> None:
    people(nlp, glue.join(words))


def test_a_rare_given_name_at_the_start_of_a_sentence_is_part_of_the_name(nlp: Language) -> None:
    doc = nlp(
        "Zubrin Chalorak, India's finance minister, argued that these bodies need to change. "
        "Mr Chalorak was in London."
    )
    assert [person.name for person in doc._.people] == ["Zubrin Chalorak"]
