"""Closed lists of the words that tell whom an action is for: verbs of giving and harming, causes, needs."""

from __future__ import annotations

from dateline.extraction.wordlists import words

#: Verbs whose object is given to or helped.
GIVING = words(
    """
    aid allow arm assist back bail compensate defend equip finance fund give grant guarantee help lend
    match offer pay promise protect provide reassure rebuild recognise reimburse rescue resettle reward
    save secure send share stabilise strengthen subsidise supply support train
    """
)
#: Acts and measures by which nobody gains at whom they are aimed.
HARMFUL = words(
    """
    attack ban block boycott burden charge condemn curb cut duty embargo expel fight fine impose
    investigate levy penalise pressure prosecute punish restriction retaliate retaliation sanction sue
    tackle target tariff tax veto war
    """
)
LIFTING = words("cancel ease end halve lift lower reduce relax remove scrap stop suspend waive")
BONDS = words(
    """
    accord agreement ally consultation cooperation deal negotiation pact partnership share solidarity
    talk tie treaty
    """
)
IN_NEED = words(
    """
    aid assistance debt development education effort fund health humanitarian loan poverty rebuild
    reconstruction refugee relief repayment school support vaccine victim
    """
)
#: What can be given to although it is nobody: "a global vaccination campaign", "the relief operation".
CAUSES = words(
    """
    area buyer campaign charity child community county district drive economy effort facility family farm
    firm fund hospital household industry initiative institute mission operation parent patient pensioner
    poor programme project refugee region scheme school sector student survivor town university vaccine
    veteran victim village vulnerable worker youth
    """
)
#: Those of them that hold money for others, and the verbs by which they gain.
FUNDS = words("campaign facility fund operation")
JOINING = words("back bolster finance fund join replenish support")
#: Those of them by which somebody else is meant to gain.
ENDEAVOURS = words("drive economy effort industry initiative programme project scheme sector")
#: Verbs whose object is told what to do.
DIRECTING = words("ask direct instruct invite order task tell urge")
AT_WORK = words("campaign effort force mission operation")
#: What is done to somebody's debts, and what is given and names no other use.
RELIEVING = words("forgive money reschedule restructure")
BUILDING = words("build construct finance fund invest open pay rebuild repair spend train")
GOODS = words("asset fighter firm gas jet money oil plane profit reserve")
SUFFERING = words("endure experience face suffer")
DEBTS = words("debt owe repay repayment")
#: Verbs by which a sum reaches somebody, named there or before.
HANDING = words(
    "add commit contribute donate extend give grant inject lend loan match place pledge provide put"
)
QUANTIFIERS = words("some all many several most other more both the these those such its their his of")
