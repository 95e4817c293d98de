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
    aaron abbas abdel abdoulaye abdul abdullah abdulrahman abebe abel abner abraham abu adam adel adolfo
    adrian afonso ahmad ahmed aidan akbar akio akira al alain alan alassane albert alberto aldo alec
    aleksandar aleksander aleksandr aleksi alessandro alex alexander alexandre alexei alexis alfonso
    alfred alfredo ali alistair allan allen alvaro amadou ambrose amir amit anatoly anders andre andrea
    andreas andrei andrew andriy andrzej andy angel angelo angus anil anselm ante antoine anton antonio
    antony anwar archie ariel arjun armando arnold art artem arthur arturo arvind ashok ashraf asif atal
    augusto avi babacar babatunde barry bart basil ben benito benjamin bernard bernardo bernie bert bilal
    bilawal bill billy bjarne bjorn bob bobby bogdan bohdan boris brad bradley branko brendan brett brian
    bronislaw bruce bruno bryan burhan byron caleb calvin cameron carl carlo carlos carson carwyn casey
    cecil cedric cesar charles charlie cheikh chen chidi chinua chris christian christoph christophe
    christopher chuck clarence claude claudio cliff clint clive colin colm connor conor constantine craig
    cristiano curtis cuthbert cyril cyrus dale damian damien dan daniel daniele danilo danny dario darren
    dave david davide dean declan deepak denis dennis derek desmond dick diego dieter dietmar dimitri
    dimitris dinesh dirk dmitri dmitry dmytro dominic dominick dominique don donald donny doug douglas
    dragan drazen duncan dusan dustin dwayne dwight dylan eamon earl ed eddie edgar edmond edmund eduardo
    edward edwin ehud eli elias elliot elton emanuel emeka emil emile emilio emmanuel enda enrico enrique
    eric erich erik ernest ernesto ernst errol esa ethan etienne eugene evan evo fabian fabio fabrice
    faisal farouk fayez felipe felix ferdinand fernando fidel filip florian francesco francis francisco
    franco francois frank frankie franklin franz fred freddie freddy frederic frederick frederik friedrich
    fritz gabriel gareth garry gary gavin gene gennady geoff geoffrey george georges georgi gerald gerard
    gerhard gerry giancarlo gianluca gilbert gilles giorgio giovanni girma giulio giuseppe glen glenn
    godfrey gopal goran gordon graeme graham grant greg gregg gregor gregory grigory grzegorz guenter
    guido guillaume guillermo gunnar gunther gus gustav gustavo guy haakon habib haile hakan hamid hamza
    hank hans harald harish harold harry haruhiko haruki harun hasan hashim hassan hector heinrich heinz
    helmut henri henrik henry herbert herman hermann herve hideki hideo hiroshi hiroyuki horst howard
    hubert hugh hugo humphrey hussein iain ian ibrahim ibrahima ichiro idrissa ifeanyi igor ilham ilya
    imran ingvar ioannis ion isaac isamu ismael ismail istvan ivan ivo jacek jacinto jack jackie jacob
    jacques jagdish jaime jake jakob jalal jamal james jamie jan janez janos jared jari jarl jaroslaw
    jason javier jay jean jeb jeff jefferson jeffrey jens jeremy jerome jerry jesper jesse jesus jim jimmy
    joachim joao joaquim joe joel joern johan johann johannes john johnny joice jon jonas jonathan jordan
    jorge jorgen jose josef josep joseph josh joshua jozef juan juergen juha julian julien julio juri
    justin kai kamal kapil karl karol kaspar kay kazuo keiji keith kelvin ken kenichi kenji kenneth kenny
    kent kenta kevin khalid khalil khan kieran kim kiril kirill kirk kishore kiyoshi klaus knut kofi
    konstantin kresimir kris krzysztof kumar kurt kwame kwasi kyle lachlan lal lance larry lars laszlo
    laurence laurent lawrence lech leif leo leon leonard leonardo leonid leroy leslie leszek lev lewis lex
    liam lionel lloyd logan lorenzo lothar lou louis luc luca lucas luciano ludwig luigi luis luiz lukas
    lukasz luke mads magnus mahmood mahmoud makoto maksim malcolm malik mamadou manfred manmohan manoj
    manuel marat marc marcel marcelo marcin marco marcos marcus marek mariano mario marius mark marko
    markus marlon martin marty martyn marvin masahiro masayoshi massimo mateusz mathias mathieu mats matt
    matteo matthew matthias matti maurice mauricio maurizio max maxim maxime mehdi mehmet mel meles melvin
    mervyn michael michel michele mick mickey miguel mike mikhail mikko miklos milan miles milos minoru
    mirko miro miroslav mitch mitchell mo mohamed mohammad mohammed mohan mohsen morgan morris moshe
    mostafa moussa muhammad mukesh murat murray musa mustafa mykola nabil naoto narendra naresh nasser nat
    nathan nathaniel naveed naveen nawaz neal ned neil nelson nenad neville nicholas nick nicky nicola
    nicolas nicos niels nigel nikita nikola nikolai nikolaos nils nitin noah noboru noel norbert norman
    novak nuno obinna oleg oleksandr oleksiy oliver olivier olu oluwaseun omar orlando osama osamu oscar
    oskar osman osmond ostap oswald otto ottokar ousmane owen pablo paddy pankaj paolo pascal pat patrice
    patrick paul paulo pavel pavlo pawel pedro pekka per percy pervaiz pervez pete peter petr petra petro
    phil philip philippe phillip pier pierre pieter piotr prakash pranab przemyslaw quentin quincy
    radoslaw rafael rahul raj rajendra rajesh rajiv rakesh ralf ralph ramesh ramon ramzan randy raoul
    raphael rashid raul ravi ray raymond reg reginald reinhard reuben reza ricardo riccardo rich richard
    rick ricky rob robbie robert roberto robin rod roddy roderick rodney rodrigo roger roland rolf romain
    roman romano romeo ron ronald ronnie rory rostislav roy ruben rudi rudolf rudolph rudy rufus rupert
    ruslan russell rustem ryan ryszard ryutaro saad sachin sadiq said salah saleh salim salman salvador
    salvatore sam sami samir samuel sandeep sandy sani sanjay santiago satish satoshi saul scott sean
    sebastian sebastien seiji sekou selim serge sergei sergey sergio serhiy seth shahbaz shane shashi
    shaukat shaun shawn shehbaz sheldon sherwood shigeru shimon shinichi shinzo sid sidney sigurd silvio
    simon sipho slavko slawomir slobodan sol solomon sonu soren souleymane spencer stan stanislav stanley
    stefan stefano steffen stelios stellan stepan stephan stephane stephen sterling steve steven stewart
    stjepan stuart sudhir suleiman sunil suresh sven sverre syed tadeusz takashi takeo taras tariq taro
    tarun ted teddy tendai terence terry tesfaye themba theo theodore thierry thomas thorsten tim timo
    timofei timothy tobias toby todd tom tomas tomasz tommy tonio tony torsten toshihiko toshio travis
    trevor tristan troy tunde tyler uday ulrich umaru uwe vaclav vadym valentin valery varun vasily
    venkaiah vernon viacheslav vic vicente victor vijay vikram viktor vincent vincenzo vinod virat vitali
    vitaly vivek vivian vladimir volker volodymyr vyacheslav wade wallace walter warren wayne werner
    wesley wilfred wilfried will willem william willie wim winston wladyslaw wojciech wolfgang woody
    xavier yakov yann yannick yaroslav yashwant yasser yassir yasuhiro yasuo yaw yevgeni yevgeny yitzhak
    yoichi yoshihiko yukio yuri yusuf yves zac zach zack zbigniew zeljko ziad zoltan zoran zulfikar
    """
)  # fmt: skip

FEMALE = words(
    """
    aarti abigail ada adebisi adele adriana agatha agnes agneta agnieszka aisha akiko alejandra aleksandra
    alena alexandra alexis alice alicia alina alison alla allison alyson ama amal amanda amber amelia
    amina amy ana anastasia andrea angela angelica angelina anita anjali ann anna annabel anne annette
    annika antonia antonina april ariana asha ashley asma astrid audrey aung ava barbara beata beate
    beatrice beatrix beatriz becky belinda bernadette bertha beth bethany betty beverley beverly bhavna
    bianca birgit birgitta bonnie bozena brenda bridget brigitte britney brooke camilla camille candice
    carla carly carmen carol carole carolina caroline carolyn carrie catherine cathy cecile cecilia celia
    celine charlotte chelsea cherie cheryl chiara chimamanda chloe christiane christina christine cindy
    claire clara clare claudia claudine colette colleen connie constance cordelia corinne cristina cynthia
    dagmar daisy dalia daniela danielle daphne dawn debbie deborah debra deepika deirdre delia delphine
    denise diana diane dina dolores donna dora doris dorota dorothea dorothy dragana edith edna eileen
    ekaterina elaine eleanor elena eliana elisa elisabeth eliza elizabeth ella ellen elsa elsie emiko
    emily emma erica erika erin esther eugenia eva evelyn evita ewa fatima fatou fatoumata faye felicity
    fiona flora florence folake frances francesca freya frida gabriela gabriella gabrielle gail galina
    gemma georgia georgina geraldine gertrude ghislaine gillian gina giorgia gisela giulia glenda gloria
    grace grazyna greta gretchen gudrun gwen gwyneth halima halina hanna hannah harriet haruko hazel
    heather hedda heidi helen helena helene helle henrietta hilary hilda hillary hina holly ida imelda
    imogen indira ines inga ingeborg inger ingrid irena irene irina iris isabel isabella isabelle ivana
    ivy iwona jackie jacqueline jade jadwiga jan jana jane janet janice janine jasmine jasna jaya jean
    jeanette jeanne jelena jemima jennifer jenny jess jessica jessie jill jo joan joanna joanne jocelyn
    jodie johanna jolanta josephine joy joyce juanita judith judy julia juliana julie juliet juliette june
    justine justyna kaja karen karin karina karla katarzyna kate katerina katharine katherine kathleen
    kathryn kathy katie katja katrina katya kavita kay kayla keiko kelly kerry khadija kim kimberly kiran
    kirsten kirsti kirsty klara kristin kristina kristine krystyna kseniya kumiko kylie lakshmi lara
    larisa larissa lata laura lauren layla lea leah leila lena leslie lidia lilian lillian lily linda
    lindsay lindsey lisa liv liz ljiljana lone lorna lorraine louise lucia lucille lucy luisa lydia lynda
    lynn lynne lyubov lyudmila mabel macarena madeleine magda magdalena maggie maia makiko malgorzata
    mandy manuela marcia margaret margarita margot margrethe maria mariah mariam mariama marian marianne
    marie marilyn marina marine marion marit marjorie marlene marta martha martina mary maryam masako
    maureen may maya meena meg megan mehbooba melanie melinda melissa mercedes meryl mette mia michaela
    michele michelle michiko mila milica millie mimi minnie miranda miriam mirjana moira molly mona monica
    monika monique muriel myriam nada nadezhda nadia nadine nancy naoko naomi natalia natalie natasa
    natasha nell ngozi nicola nicole nina nirmala noor nora noriko norma nuala nusrat octavia oksana olena
    olga olivia paloma pam pamela patricia patsy patti paula pauline peggy penelope penny pernille petra
    philippa phoebe phyllis polina polly pooja pratibha preeti priscilla priti priyanka rachel radha
    ragnhild raisa ramona rebecca regina reiko rekha renata renee rhona rhonda rita roberta robin robyn
    romy rosa rosalind rosanna rose rosemary rosie roxana rupa ruth sabine sabrina sachiko sally samantha
    sandra sania sanja sanna sara sarah sasha seema seiko selena serena shabana shanti sharon sheila
    shelley sheryl shirin shirley shobha sian sigrid silvia simone siobhan sita smriti snezana sofia
    solveig sonali sonia sophia sophie stacey steffi stella stephanie sue sunita susan susana susanna
    susanne sushma suzanne svetlana svitlana sybil sylvia sylvie sylwia tamara tania tanya tara tatiana
    tatjana teresa tessa thelma theresa tina tove tracey tracy trudy ulla uma ursula urszula usha
    valentina valentyna valerie vanessa vera verity veronica vesna vicky victoria viktoriya viola violet
    virginia vivian viviane vivien wanda wendy whitney wilma winnie xenia yasmin yelena yevgenia yoko
    yolanda yoriko yulia yuliya yuriko yvette yvonne zanele zara zoe zofia zorana zoya zsuzsanna
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
