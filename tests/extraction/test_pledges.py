"""Pledges: who commits to what for whom, and what only looks like a commitment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from spacy.language import Language

    from dateline.model import Pledge

#: Sentences that name the people and the countries of the others, as an article would.
LEAD = (
    "Norwegian Prime Minister Ingrid Solberg met Kenyan President Daniel Otieno in Oslo on Monday. "
    "Finance Minister Per Haugen of Norway joined them. "
)


def find(nlp: Language, text: str) -> tuple[Pledge, ...]:
    """Return the pledges of a text behind the lead, which has none."""
    doc = nlp(LEAD + text)
    assert all(pledge.start >= len(LEAD) for pledge in doc._.pledges)
    return tuple(doc._.pledges)


def only(nlp: Language, text: str) -> Pledge:
    """Return the one pledge of the text."""
    found = find(nlp, text)
    assert len(found) == 1, [(p.rule, p.action) for p in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "pledger", "status"),
    [
        ("Norway pledged to plant a million trees.", "Norway", "pledged"),
        ("Denmark has promised €40m for the harbour.", "Denmark", "pledged"),
        ("Ms Solberg vowed to end the fishing dispute.", "Ms Solberg", "pledged"),
        ("The two countries agreed to open the border.", "two countries", "pledged"),
        ("Kenya announced a ban on plastic bags.", "Kenya", "pledged"),
        ("Sweden confirmed a new $30m aid package.", "Sweden", "pledged"),
        ("Ms Solberg said Norway would double its contribution.", "Norway", "pledged"),
        ("Iceland is to review its quotas.", "Iceland", "pledged"),
        ("Finland is committed to reducing emissions.", "Finland", "pledged"),
        ("He stressed the EU's commitment to rebuilding the port.", "EU", "pledged"),
        ("“We will send two ships,” Ms Solberg said.", "Ms Solberg", "pledged"),
        ("Estonia has offered to send 40 engineers.", "Estonia", "proposed"),
        ("Latvia proposed a tax on jet fuel.", "Latvia", "proposed"),
        ("Poland is considering sanctions on the shipping firm.", "Poland", "proposed"),
        ("Japan plans to build four reactors.", "Japan", "proposed"),
        ("Peru is ready to sign the treaty.", "Peru", "proposed"),
        ("Chile defended plans to privatise the railways.", "Chile", "proposed"),
        ("Mexico threatened to impose tariffs on steel.", "Mexico", "proposed"),
        ("Brazil refused to sign the accord.", "Brazil", "refused"),
        ("Egypt rejected calls to release the reporters.", "Egypt", "refused"),
        ("Ghana ruled out a bailout of the bank.", "Ghana", "refused"),
        ("Ms Solberg said Norway cannot support the budget.", "Norway", "refused"),
        ("Hungary insisted it would not accept quotas.", "Hungary", "refused"),
        ("Malta is not prepared to pay.", "Malta", "refused"),
        ("Turkey's refusal to open the strait angered shippers.", "Turkey", "refused"),
        ("India will lift the ban if prices fall.", "India", "conditional"),
        ("Spain said it would withdraw its troops unless the talks resumed.", "Spain", "conditional"),
        ("Portugal will only pay the money after an audit.", "Portugal", "conditional"),
    ],
)
def test_statuses_and_pledgers(nlp: Language, text: str, pledger: str, status: str) -> None:
    found = only(nlp, text)
    assert found.pledger is not None
    assert (found.pledger.name, found.status) == (pledger, status)


@pytest.mark.parametrize(
    "text",
    [
        "Ms Solberg urged Kenya to cut its spending.",
        "Kenya must pay its debts.",
        "Kenya should release the prisoners.",
        "Analysts said Norway would raise taxes.",
        "The bank expects the economy will grow next year.",
        "Norway is expected to win the vote.",
        "Norway gave the film a warm welcome.",
        "Ms Solberg will visit Nairobi on Friday.",
        "Ms Solberg hopes that Kenya will follow suit.",
        "Could Norway send more ships?",
        "Whether Norway will send ships is unclear.",
        "He denied reports that Norway was considering a new tax.",
        "There is little prospect of Kenya agreeing to cut its tariffs.",
        "Mr Haugen accused Sweden of planning to dump the waste.",
        "Two million people will need shelter.",
        "The ministers called for a commitment to cut subsidies.",
        "Norway might send a delegation.",
    ],
)
def test_demands_guesses_and_errands_are_no_pledges(nlp: Language, text: str) -> None:
    assert find(nlp, text) == ()


@pytest.mark.parametrize(
    ("text", "pledger", "speaker"),
    [
        ("Mr Otieno said Kenya would train 500 nurses.", "Kenya", "Mr Otieno"),
        ("Kenya will train 500 nurses, Mr Otieno said.", "Kenya", "Mr Otieno"),
        ("Kenya, Mr Otieno said, would train 500 nurses.", "Kenya", "Mr Otieno"),
        ("Mr Otieno promised that Kenya would train 500 nurses.", "Kenya", "Mr Otieno"),
    ],
)
def test_who_pledges_and_who_says_so_are_two(nlp: Language, text: str, pledger: str, speaker: str) -> None:
    found = only(nlp, text)
    assert found.pledger is not None
    assert found.spoken_by is not None
    assert (found.pledger.name, found.spoken_by.name) == (pledger, speaker)


@pytest.mark.parametrize(
    ("text", "pledger"),
    [
        ("Mr Haugen spoke to reporters. He promised to cut the fuel duty.", "Mr Haugen"),
        ("Mr Haugen said he would cut the fuel duty.", "Mr Haugen"),
        ("Sweden opposed the plan. It refused to lower the duty.", "Sweden"),
        ("Mr Otieno said his country would ban the imports.", "Kenyan"),
        ("The Swedish government has promised to lower the duty.", "Swedish"),
        ("The G20 finance ministers agreed to suspend the repayments.", "G20"),
    ],
)
def test_pledgers_behind_pronouns_possessives_and_ministers(nlp: Language, text: str, pledger: str) -> None:
    found = only(nlp, text)
    assert found.pledger is not None
    assert found.pledger.name == pledger


@pytest.mark.parametrize(
    ("text", "beneficiary"),
    [
        ("Norway will lend Kenya the money.", "Kenya"),
        ("Sweden promised €5m for flood victims.", "flood victims"),
        ("Norway pledged to help Kenya rebuild the port.", "Kenya"),
        ("Canada will give $9m to a vaccination campaign.", "vaccination campaign"),
        (
            "Japan agreed to write off the debts of the world's poorest countries.",
            "world's poorest countries",
        ),
        ("Norway agreed to lift the embargo on Kenya.", "Kenya"),
    ],
)
def test_beneficiaries(nlp: Language, text: str, beneficiary: str) -> None:
    found = only(nlp, text)
    assert found.beneficiary is not None
    assert found.beneficiary.name == beneficiary


def test_those_whom_a_sanction_hits_gain_nothing(nlp: Language) -> None:
    assert only(nlp, "Norway will impose tariffs on Kenya.").beneficiary is None


def test_coordinated_actions_with_a_figure_each_are_two_pledges(nlp: Language) -> None:
    doc = nlp("Norway will spend €2bn on schools and invest €3bn in hospitals.")
    amounts = [[doc._.money[k].amount for k in p.money] for p in doc._.pledges]
    assert amounts == [["2000000000"], ["3000000000"]]


def test_clauses_with_subjects_of_their_own_are_pledges_of_their_own(nlp: Language) -> None:
    found = find(nlp, "France is to send two planes, while Brazil has promised $15m.")
    assert [(p.pledger.name, len(p.money)) for p in found if p.pledger] == [("France", 0), ("Brazil", 1)]


def test_a_commitment_told_twice_counts_once(nlp: Language) -> None:
    found = find(
        nlp,
        "Norway pledged to plant a million trees in Kenya. The crowd cheered.\n\n"
        "Mr Haugen said Norway would plant the million trees by 2030.",
    )
    assert len(found) == 1


def test_the_same_words_of_two_states_are_two_commitments(nlp: Language) -> None:
    found = find(nlp, "Norway pledged to plant a million trees. Sweden pledged to plant a million trees.")
    assert [p.pledger.name for p in found if p.pledger] == ["Norway", "Sweden"]


def test_a_condition_in_the_next_sentence_binds_the_pledge(nlp: Language) -> None:
    found = only(
        nlp,
        "The EU announced that it will start membership talks with Albania. "
        "However, the talks will begin only if the courts are reformed.",
    )
    assert found.status == "conditional"
    assert found.condition == "only if the courts are reformed"


def test_condition_deadline_and_action_are_told(nlp: Language) -> None:
    doc = nlp("Norway will close the mine by 2030 if the unions agree.")
    (found,) = doc._.pledges
    assert found.condition == "if the unions agree"
    assert found.deadline is not None
    assert doc._.dates[found.deadline].text == "2030"
    assert found.action.startswith("close the mine")


def test_a_loan_reported_as_made_counts(nlp: Language) -> None:
    doc = nlp(LEAD + "Norway had provided Kenya with a loan of €80m to buy ferries.")
    (found,) = doc._.pledges
    assert found.status == "pledged"
    assert [doc._.money[k].amount for k in found.money] == ["80000000"]


def test_a_sum_on_top_of_a_pledge_is_another_of_the_same_pledger(nlp: Language) -> None:
    first, second = find(
        nlp, "Norway announced €40m for roads. This comes on top of a €90m loan to repair bridges."
    )
    assert first.pledger is not None
    assert second.pledger is not None
    assert second.pledger.name == first.pledger.name == "Norway"


def test_headlines_carry_no_pledges(nlp: Language) -> None:
    doc = nlp("Norway pledges €40m for roads\n\nThe ministers met in Oslo. They had lunch.")
    assert doc._.pledges == ()


PIECES = [
    "Norway pledged €40m for roads. ",
    "“We will send ships,” said Ms Solberg. ",
    "Kenya – which refused to pay – will sue.\n\n",
    "He said: \"We won't go. ",
    "the EU's commitment to ",
    "if ",
    "🙂 ",
    "(£3bn) ",
    "G8 ",
    "\n\n",
]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=8))
def test_offsets_always_index_the_text(nlp: Language, pieces: list[str]) -> None:
    text = "".join(pieces)
    doc = nlp(text)
    for pledge in doc._.pledges:
        assert text[pledge.start : pledge.end] == pledge.text
        assert pledge.start <= pledge.cue[0] < pledge.cue[1] <= pledge.end
        assert all(0 <= k < len(doc._.money) for k in pledge.money)
        for party in (pledge.pledger, pledge.spoken_by, pledge.beneficiary):
            assert party is None or text[party.start : party.end] == party.name


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Mr Otieno said Kenya would convert $90m of its claims into projects.", "pledged"),
        ("Kenya will add $40m over two years.", "pledged"),
        ("Spain will take command of the mission, its defence minister said.", "pledged"),
        ("Japan followed with 150 billion yen in loans.", "pledged"),
        ("Germany raised its contribution from €1.2 billion to €1.35 billion.", "pledged"),
        ("Japan is lending Kenya 20bn yen.", "pledged"),
        ("Mr Haugen is willing to soften the fishing rules.", "proposed"),
        ("Mr Haugen said the ferries would not be sold.", "refused"),
        ("Norway will take no part in the exercise, Ms Solberg said.", "refused"),
        ("Ms Solberg said Norway would under no circumstances swap the islands.", "refused"),
        ("“They won't get a boat from us,” Mr Haugen said.", "refused"),
        ("Norway would not hear of it, Ms Solberg said.", "refused"),
        ("Norway will not join the fund, Ms Solberg said.", "refused"),
        ("Chile turned down a request to open the strait.", "refused"),
        ("Sweden has no plans to sell the port.", "refused"),
        ("Ms Solberg insisted that no Norwegian soldier would leave the base.", "refused"),
        ("Kenya's defence ministry said its planes would resume patrols within days.", "pledged"),
        ("Norway is sending 300 soldiers to the border.", "pledged"),
        ("Norway will lend Kenya €5m, provided that the port is built.", "conditional"),
        ("Norway will pay the money once the parliament has approved the bill.", "conditional"),
        ("Norway would pull back its troops when Sweden did the same, Ms Solberg said.", "conditional"),
        ("If the freeze goes ahead, Norway will hit back with tariffs, Ms Solberg said.", "conditional"),
        ("Should the talks fail, Norway will send its navy, Ms Solberg said.", "conditional"),
        ("Norway will not sign the treaty until the prisoners are released.", "conditional"),
    ],
)
def test_acts_refusals_and_conditions_that_no_list_of_verbs_names(
    nlp: Language, text: str, status: str
) -> None:
    assert only(nlp, text).status == status


@pytest.mark.parametrize(
    "text",
    [
        "Profits will hit £3bn next year, Titan Corporation said.",
        "Norway will face Sweden in the final on Sunday.",
        "Norway's exports will reach €5bn, the ministry said.",
        "Norway will mark its national day on Tuesday, Ms Solberg said.",
        "Mr Haugen said Norway would lose jobs if the plant closed.",
        "Ms Solberg said the plan would save €5m.",
        "Ms Solberg wants Sweden to stump up £2bn.",
        "The ministers are yet to unveil their plans for the port.",
    ],
)
def test_forecasts_states_and_occasions_are_no_pledges(nlp: Language, text: str) -> None:
    assert find(nlp, text) == ()


def test_a_second_act_after_to_is_a_pledge_of_its_own(nlp: Language) -> None:
    found = find(nlp, "Norway agreed to cut the fuel duty and to raise the minimum wage.")
    assert [p.action for p in found] == ["cut the fuel duty", "raise the minimum wage"]


def test_gifts_of_three_states_in_one_sentence_are_three_pledges(nlp: Language) -> None:
    found = find(nlp, "Norway is chipping in €9m, Japan is lending €3m and Kenya is giving €2m.")
    assert [p.pledger.name for p in found if p.pledger] == ["Norway", "Japan", "Kenya"]
