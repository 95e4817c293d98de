"""Words that reports of one commitment put for each other: money, arms, relief, diplomacy."""

from __future__ import annotations

#: Each line is one meaning, in the basic forms of its words; no word stands in two.
MEANINGS = """
agreement accord deal pact treaty
aid assistance assist help
aircraft plane jet fighter warplane
arms weapon armament weaponry
attack assault bombardment strike
build construct erect construction
buy purchase procure acquire acquisition procurement
ceasefire truce armistice
company firm business
continue keep maintain retain
cut reduce reduction slash trim lower curb
debt liability
defence defense military
donate donation gift grant
doctor physician medic
drone uav
embargo sanction
emission pollution
envoy emissary
ferry boat vessel
guarantee assurance assure
hospital clinic
house home housing dwelling
humanitarian relief
increase raise rise boost expand grow ramp step
invest investment
job employment
join participate
lend lending loan credit finance financing fund funding sponsorship
medicine drug medical
missile rocket interceptor
negotiation talk dialogue
observer monitor
peacekeeper peacekeeping
power energy electricity
prisoner captive detainee
prohibit ban forbid
protect protection defend
rebuild reconstruct reconstruction rebuilding
refugee migrant
release free
repair mend restore
rescue save
road highway motorway
school classroom
security safety secure
send supply deliver delivery dispatch ship
shell ammunition munition
soldier troop
spend spending expenditure outlay
stop end cease halt
support back backing
suspend suspension pause freeze
tariff levy duty
tax taxation
tree forest
vehicle truck lorry
wage salary
withdraw withdrawal pullout
worker employee staff
""".strip().splitlines()
