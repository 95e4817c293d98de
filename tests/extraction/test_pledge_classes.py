"""Pledges by class of wording: accords, nouns, plans, what follows an announcement, and what is no pledge."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language


def told(nlp: Language, text: str) -> list[tuple[str | None, str]]:
    """Return who pledges in the text and with which status."""
    return [(p.pledger.name if p.pledger else None, p.status) for p in nlp(text)._.pledges]


@pytest.mark.parametrize(
    ("text", "pledger", "status"),
    [
        ("The accord obliges Chad to withdraw its troops from the border.", "Chad", "pledged"),
        ("The pact commits Peru and Chile to cutting emissions by a third.", "Peru", "pledged"),
        ("The treaty requires rich nations to provide $90bn a year.", "rich nations", "pledged"),
        ("The plan commits Norway to building 9,000 homes a year.", "Norway", "proposed"),
        ("Under the agreement, Kenya must cut its budget deficit.", "Kenya", "pledged"),
        ("The deal will see Chad take back its fishermen.", "Chad", "pledged"),
        ("In return, Kenya would free the sailors.", "Kenya", "pledged"),
        ("Under the deal, Peru would pay for the bridge.", "Peru", "pledged"),
        ("In return, Kenya will receive €3bn from Norway.", "Norway", "pledged"),
    ],
)
def test_an_accord_commits_whom_it_binds(nlp: Language, text: str, pledger: str, status: str) -> None:
    assert told(nlp, text) == [(pledger, status)]


@pytest.mark.parametrize(
    ("text", "pledger", "status"),
    [
        ("The conference in Lima ended with an agreement to coordinate patrols.", "conference", "pledged"),
        ("African leaders reached consensus to strengthen the mission.", "African leaders", "pledged"),
        ("Kenya struck a deal with Chad to end tariffs on maize.", "Kenya", "pledged"),
        ("A decision by Sweden to send 200 soldiers to Mali was welcomed.", "Sweden", "pledged"),
        ("The change follows Denmark's decision not to change the law.", "Denmark", "refused"),
        ("Norway gave an assurance that it would not extradite the singer.", "Norway", "pledged"),
        ("China expressed its readiness to mediate between the two sides.", "China", "proposed"),
        ("Kenya reiterated its determination to defeat the pirates.", "Kenya", "pledged"),
        ("Peru reaffirmed its support for the peacekeeping force.", "Peru", "pledged"),
        ("Japan's push to invest $50bn in Vietnam was on the agenda.", "Japan", "proposed"),
        ("Norway set a target of cutting child poverty by half.", "Norway", "proposed"),
        (
            "The aim is to halve unemployment, Spain's finance minister said.",
            "Spain's finance minister",
            "proposed",
        ),
        ("The pledges included $2.4bn from Germany.", "Germany", "pledged"),
        ("Norway said its contribution this year would be $90m.", "Norway", "pledged"),
    ],
)
def test_nouns_commit(nlp: Language, text: str, pledger: str, status: str) -> None:
    assert told(nlp, text) == [(pledger, status)]


@pytest.mark.parametrize(
    ("text", "pledger", "status"),
    [
        ("The French plan would give Chad nine more years to repay.", "French", "proposed"),
        ("The Norwegian proposal will, if approved, provide €300m to the fund.", "Norwegian", "conditional"),
        ("Six units would be scrapped under proposals by Norway.", "Norway", "proposed"),
        ("Norway launched an aid programme worth €700m.", "Norway", "pledged"),
        ("Chile came up with another €20m for the mission.", "Chile", "pledged"),
        ("Norway has made available €40m for the victims.", "Norway", "pledged"),
        ("Peru has €5m set aside to lend to farmers.", "Peru", "pledged"),
        ("Japan has donated $5m to the World Food Programme.", "Japan", "pledged"),
        ("Sweden's $40m will go towards vaccines.", "Sweden", "pledged"),
        ("Peru ordered the withdrawal of its forces from Chad.", "Peru", "pledged"),
    ],
)
def test_plans_and_sums_commit(nlp: Language, text: str, pledger: str, status: str) -> None:
    assert told(nlp, text) == [(pledger, status)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Chile will open an embassy in Chad.", "pledged"),
        ("Chile will join the sanctions against Chad.", "pledged"),
        ("Chile's foreign minister said his country would continue to press for talks.", "pledged"),
        ("Chile would return to the treaty if its demands were met.", "conditional"),
        ("Chile plans to sell its stake in the bank.", "proposed"),
        ("Chile is preparing to expel the envoy.", "proposed"),
        ("Chile wants to raise its tax on tobacco.", "proposed"),
        ("Chile is looking at ways to cut its debt.", "proposed"),
        ("Chile said it might send more troops.", "proposed"),
        ("Chile said it was ready for negotiations.", "proposed"),
        ("Chile said it was willing to host the talks.", "proposed"),
        ("Chile agreed on forming a partnership with Peru.", "pledged"),
        ("Chile and Peru agreed to meet again and to open their border.", "pledged"),
        ("Chile agreed to a pause in the fighting.", "pledged"),
        ("Chile announced that it was scrapping the tax.", "pledged"),
        ("Chile promised no cuts in pensions.", "pledged"),
        ("Chile has declined the offer.", "refused"),
        ("Chile does not intend to send soldiers.", "refused"),
        ("Chile vetoed the sanctions.", "refused"),
        ("Chile said there were no plans to send troops.", "refused"),
        ("Chile has no intention of withdrawing.", "refused"),
    ],
)
def test_more_verbs_commit(nlp: Language, text: str, status: str) -> None:
    assert told(nlp, text) == [("Chile", status)]


@pytest.mark.parametrize(
    "sequel",
    [
        "Two consulates will also be closed.",
        "Spending on health will rise by 9%.",
        "Three hundred soldiers are to be withdrawn from the north.",
    ],
)
def test_what_follows_an_announcement_is_part_of_it(nlp: Language, sequel: str) -> None:
    text = f"Foreign Minister Ana Ruiz said Chile would cut its spending abroad. {sequel}"
    assert told(nlp, text) == [("Chile", "pledged"), ("Chile", "pledged")]
    assert told(nlp, f"It rained in Santiago. {sequel}") == []


def test_acts_joined_by_as_well_as_are_two(nlp: Language) -> None:
    found = nlp(
        "Norway would provide $90m in aid for Chad as well as impose new sanctions, its minister said."
    )
    assert [p.action.split()[0] for p in found._.pledges] == ["provide", "impose"]


@pytest.mark.parametrize(
    ("text", "pledger"),
    [
        ("Iran and China signed a treaty. The countries also agreed to cut tariffs.", "Iran"),
        ("The union met on Friday. It agreed to call off the strike.", "union"),
        ('"We will send aid to Chad," said Maj. Gen. Gary J. Volmer, the commander.', "Gary J. Volmer"),
        ("The rebels said no. The militia agreed to disarm.", "militia"),
        ("The firm plans to cut 900 jobs.", "firm"),
        ("Elections will be held in May, President Ana Ruiz said.", "Ana Ruiz"),
        ("Nine embassies will be closed, Foreign Minister Ana Ruiz said.", "Ana Ruiz"),
        ("Norway's minister, Lise Dahl, spoke of Chad. We will provide more aid, she said.", "Lise Dahl"),
        ("Minister Lise Dahl said: the war must end. We will continue to provide aid to Chad.", "Lise Dahl"),
    ],
)
def test_whose_commitment_it_is(nlp: Language, text: str, pledger: str) -> None:
    assert [name for name, _ in told(nlp, text)][-1:] == [pledger]


@pytest.mark.parametrize(
    ("text", "beneficiary"),
    [
        ("Norway agreed to contribute soldiers to the peacekeeping mission in Somalia.", "Somalia"),
        ("Nigeria has promised two battalions for Darfur.", "Darfur"),
        ("Norway will help Kenya fight piracy.", "Kenya"),
        ("Nigeria has promised two battalions for the spring.", None),
    ],
)
def test_who_gains(nlp: Language, text: str, beneficiary: str | None) -> None:
    (found,) = nlp(text)._.pledges
    assert (found.beneficiary.name if found.beneficiary else None) == beneficiary


@pytest.mark.parametrize(
    ("text", "pledger"),
    [
        ("MOSCOW Russia said on Tuesday it would withdraw its troops.", "Russia"),
        ("UNITED NATIONS China and Peru pledged on Friday to ratify the treaty.", "China"),
        ("NATO Secretary General Jan Berg pledged two ships.", "Jan Berg"),
    ],
)
def test_a_bare_dateline_is_no_part_of_the_sentence(nlp: Language, text: str, pledger: str) -> None:
    assert [name for name, _ in told(nlp, text)] == [pledger]


@pytest.mark.parametrize(
    "text",
    [
        "The rules require drivers to carry a licence.",
        "A deal would require both sides to make concessions.",
        "Under the law, a president must be 35 years old.",
        "Talks ended without an agreement to free the prisoners.",
        "No agreement to end the war was reached.",
        "The decision to close the mine in 1984 cost 5,000 jobs.",
        "The consensus among economists is that rates will rise.",
        "There are rumours that Chile has abandoned plans for a port.",
        "The minister must renew his commitment to reform.",
        "Chile launched a satellite for $300m.",
        "Chile launched an appeal for $5m.",
        "Chile set up a factory in 1998.",
        "Spending in shops will rise by 3% at Christmas, the retailers said.",
        "Sales will rise by 5%, the firm said.",
        "The queen will open the exhibition on Thursday.",
        "Chile is ready for the winter.",
        "People voted to leave the union.",
        "Chile refuses to accept Peru's denials.",
        "Newspapers are concerned that Chile will change the law.",
        "The minister said Peru might attack.",
        "The plan would be a disaster, the farmers' union said.",
        "The road will be closed for two hours on Sunday.",
        "The force that would be sent was one of the subjects of the talks.",
    ],
)
def test_what_commits_nobody(nlp: Language, text: str) -> None:
    assert told(nlp, text) == []
