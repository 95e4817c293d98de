"""Given names that are common in the news, by gender; a name that stands in both lists tells no gender."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction.wordlists import words
from dateline.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.extraction.titles import Gender

MALE = words(
    """
    aaron abbas abdel abdul abdullah abdulrahman abel abraham abu adam adel adrian adolfo afonso ahmad
    ahmed aidan akbar akira al alain alan albert alberto aldo alec aleksandar aleksander aleksandr
    alessandro alex alexander alexandre alexei alexis alfonso alfred alfredo ali alistair allan allen
    alvaro amir amit anatoly anders andre andrea andreas andrei andrew andriy andrzej andy angel angelo
    angus anil antoine anton antonio antony anwar archie ariel arjun armando arnold art artem arthur
    arturo asif ashraf augusto avi bart barry bashar basil ben benito benjamin bernard bernardo bernie
    bert bhumibol bilal bill billy bjorn bob bobby boris brad bradley brendan brett brian bruce bruno
    bryan burhan byron caleb calvin cameron carl carlo carlos carson carwyn casey cecil cedric cesar
    charles charlie chen chris christian christoph christophe christopher chuck clarence claude claudio
    cliff clint clive colin colm connor conor constantine craig cristiano curtis cyril cyrus dale damian
    damien dan daniel daniele danilo danny dario darren dave david davide dean declan dennis denis derek
    desmond dick diego dieter dietmar dimitri dimitris dirk dmitri dmitry dominic dominick dominique don
    donald donny doug douglas duncan dustin dwayne dwight dylan eamon earl ed eddie edgar eduardo edward
    edwin ehud eli elias elliot elton emanuel emil emile emilio emmanuel emmerson enda enrico enrique eric
    erich erik ernest ernesto ernst errol ethan etienne eugene evan evo fabian fabio fabrice faisal farouk
    fayez felipe felix ferdinand fernando fidel filip florian francesco francis francisco franco francois
    frank frankie franklin franz fred freddie freddy frederic frederick frederik friedrich fritz gabriel
    gareth garry gary gavin gene geoff geoffrey george georges georgi gerald gerard gerhard gerry
    giancarlo gianluca gilbert gilles giorgio giovanni giulio giuseppe glen glenn godfrey gordon graeme
    graham grant greg gregg gregor gregory guenter guido guillaume guillermo gunther gus gustav gustavo
    guy habib hakan hamid hamza hank hans harald harold harry haruki harun hasan hashim hassan hector
    heinrich heinz helmut henri henrik henry herbert herman hermann herve hideki hiroshi horst hosni
    howard hubert hugh hugo humphrey hussein iain ian ibrahim igor ilham ilya imran ingvar ion ioannis
    isaac ismail ismael istvan ivan ivo jacinto jack jackie jacob jacques jaime jake jakob jalal jamal
    james jamie jan janez janos jared jaroslaw jason javier jay jean jeb jed jeff jefferson jeffrey jens
    jeremy jerome jerry jesper jesse jesus jim jimmy joachim joao joaquim joe joel joern johan johann
    johannes john johnny jon jonas jonathan jordan jorge jose josef joseph josep josh joshua juan juergen
    julian julien julio junichiro juri justin kai kamal karl karol kaspar kay keir keith kelvin ken kenji
    kenneth kent kenny kevin khalid khalil khan kieran kim kirk kiril klaus kofi kris kumar kurt kyle
    lachlan lance larry lars laszlo laurence laurent lawrence leo leon leonard leonardo leonid leroy
    leslie lewis lex liam lionel lleyton lloyd logan lorenzo lothar lou louis luc luca lucas luciano
    ludwig luigi luis luiz lukas luke mahathir mahmood mahmoud malcolm malik manfred manmohan manuel marat
    marc marcel marcelo marcin marco marcos marcus marek mariano mario marius mark marko markus marlon
    martin marty martyn marvin massimo massoud mateusz mathias mathieu mats matt matteo matthew matthias
    matti maurice mauricio maurizio max maxim maxime mehdi mehmet mel melvin mervyn michael michel michele
    mick mickey miguel mike mikhail miklos mikko milan miles milos miro miroslav mitch mitchell mo mohamed
    mohammad mohammed mohsen morgan morris moshe mostafa muammar muhammad mukesh murat murray mustafa
    mykola nabil narendra nasser nat nathan nathaniel naveed neal ned neil nelson neville nicholas nick
    nicky nicola nicolas nicos nigel nikita nikola nikolai nikolaos nils noah noel norbert norman novak
    nuno oleg oleksandr oleksiy oliver olivier olusegun omar orlando oscar osama osman otto owen pablo
    paddy palaniappan paolo pascal pat patrice patrick paul paulo pavel pavlo pawel pedro per percy pervez
    pete peter petr petra petro phil philip philippe phillip pier pierre pieter piotr prakash quentin
    quincy rafael rafael rafik rahul raj rajiv ralf ralph ramon ramzan randy raoul raphael rashid raul
    raymond ray recep reg reginald reinhard reza ricardo riccardo rich richard rick ricky rob robbie
    robert roberto robin rod roddy roderick rodney rodrigo roger roland rolf romain roman romano romeo ron
    ronald ronnie rory roy ruben rudi rudolf rudolph rudy rufus rupert russell ryan saad sadiq said salah
    saleh salim salman salvador salvatore sam sami samir samuel sandy sanjay santiago saul scott sean
    sebastian sebastien selim serge sergei sergey sergio serhiy seth shane shaun shaukat shawn sheldon
    sherwood shimon shinzo sid sidney silvio simon slobodan sol spencer stan stanislav stanley stefan
    stefano steffen stelios stephan stephane stephen sterling steve steven stewart stuart suleiman sunil
    sven syed tariq ted teddy terence terry thabo theo theodore thierry thomas thorsten tim timo timothy
    tobias todd toby tom tomas tomasz tommy tony tonio travis trevor tristan troy tyler ulrich uwe vaclav
    valentin valery vasily vernon viacheslav vic vicente victor vijay viktor vincent vincenzo vitali
    vitaly vivian vladimir volker volodymyr vojislav wade wallace walter warren wayne werner wesley
    wilfried wilfred will willem william willie wim winston wolfgang woody xavier yasser yann yannick
    yassir yitzhak yoweri yuri yusuf yves zac zach zack zalmay zeljko ziad zoltan zoran
    """
)  # fmt: skip

FEMALE = words(
    """
    abigail ada adele adriana agnes agnieszka aisha alejandra alexandra alexis alice alicia alina alison
    allison alyson amal amanda amber amelia amina amy ana anastasia andrea angela angelica angelina anita
    ann anna annabel anne annette annika antonia april ariana ashley asma astrid audrey aung ava barbara
    beate beatrice beatriz becky belinda benazir bernadette bertha beth bethany betty beverley beverly
    beyonce bianca birgit bonnie brenda bridget brigitte britney brooke camilla camille candice carla
    carly carmen carol carole carolina caroline carolyn carrie catherine cathy cecilia celia celine
    charlotte chelsea cherie cheryl chiara chloe christiane christina christine cindy claire clara clare
    claudia claudine colette colleen condoleezza connie constance cordelia corinne cristina cynthia dagmar
    daisy dalia daniela danielle daphne dawn deborah debbie debra deirdre delia delphine denise diana
    diane dina dolores donna dora doris dorothy edith edna eileen elaine eleanor elena eliana elisa
    elisabeth eliza elizabeth ella ellen elsa elsie emily emma erica erika erin esther eva evelyn evita
    fatima faye felicity fiona flora florence frances francesca freya frida gabriela gabriella gabrielle
    gail gemma georgia georgina geraldine gertrude ghislaine gillian gina giorgia gisela giulia glenda
    gloria grace greta gretchen gwen gwyneth hannah harriet hazel heather heidi helen helena helene helle
    henrietta hilary hilda hillary holly ida imelda imogen ines inga ingrid irena irene irina iris isabel
    isabella isabelle ivana ivanka ivy jacinda jackie jacqueline jade jan jana jane janet janice janine
    jasmine jean jeanette jeanne jelena jemima jennifer jenny jess jessica jessie jill jo joan joanna
    joanne jocelyn jodie johanna josephine joy joyce juanita judith judy julia juliana julie juliet
    juliette june justine kaja kamala karen karin karina karla kate katerina katharine katherine kathleen
    kathryn kathy katie katja katrina katya kay kayla kelly kerry kim kimberly kirsten kirsty klara
    kristin kristina kylie lara larissa laura lauren layla lea leah leila lena leslie letizia lidia lilian
    lillian lily linda lindsay lindsey lisa liz lorna lorraine louise lucia lucille lucy luisa lydia lynda
    lynn lynne mabel macarena madeleine madonna maggie magdalena maia malala mandy manuela marcia margaret
    margarita margot maria mariah mariam marian marianne marie marilyn marina marine marion marjorie
    marlene marta martha martina mary maureen may maya meg megan melanie melania melinda melissa mercedes
    meryl mia michaela michele michelle mila millie mimi minnie miranda miriam moira molly mona monica
    monique muriel myriam nadia nadine nancy naomi natalia natalie natasha neelie nell nicola nicole nina
    noor nora norma nuala octavia olga olivia oprah paloma pam pamela patricia patsy patti paula pauline
    peggy penelope penny petra philippa phoebe phyllis polly priscilla priti priyanka rachel ramona
    rebecca regina renata renee rhona rhonda rita roberta robin robyn romy rosa rosalind rosanna rose
    rosemary rosie roxana ruth sabine sabrina sally samantha sandra sanna sara sarah sasha segolene selena
    serena shakira shami sharon sheila shelley sheryl shirin shirley sian sigrid silvia simone siobhan
    sofia sonia sophia sophie stacey steffi stella stephanie sue susan susana susanna susanne suzanne
    svetlana sybil sylvia sylvie tamara tania tanya tara tatiana teresa tessa thelma theresa tina tracey
    tracy trudy ulla ursula valentina valerie vanessa vera verity veronica vicky victoria viola violet
    virginia vivian vivien viviane wanda wendy whitney wilma winnie xenia yasmin yoko yolanda yulia yvette
    yvonne zara zoe zsuzsanna
    """
)  # fmt: skip

#: Names that are first of all other words; alone they say little.
COMMON_WORDS = words(
    """
    al angel april art asma bill chen chelsea dale dawn don earl faye florence frank georgia grace grant
    guy holly ion iris ivy jack jade jordan joy june khan lance mark max may mercedes milan miles mo
    morgan pat per rich rob rose said sandy saul sid sol spencer sterling sue victoria violet virginia
    wade will woody chuck cliff dick hazel heather amber daisy dean drew duncan penny rod sally polly
    regina verity aung
    """
)


def gender(words: Sequence[str]) -> Gender:
    """Return the gender that the given name of a full name tells, "" where it tells none."""
    first = fold(words[0].split("-")[0]) if len(words) > 1 else ""
    if (first in MALE) == (first in FEMALE):
        return ""
    return "m" if first in MALE else "f"
