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
    alfred alfredo ali alistair allan allen alvaro amadi amadou ambrose amir amit anatoly anders andre
    andrea andreas andrei andrew andriy andrzej andy angel angelo angus anil anselm ante antoine anton
    antonio antony anwar archie ariel arjun armando arne arnold art artem arthur arturo arvid arvind
    ashok ashraf asif atal augusto avi babacar babatunde baptiste barry bart bashar basil bassam ben
    benito benjamin bento bernard bernardo bernie bert bilal bilawal bill billy bjarne bjarni bjorn boaz
    bob bobby bogdan bohdan boris bosco brad bradley branko brendan brett brian bronislaw bruce bruno
    bryan burhan byron caleb calvin cameron carl carlo carlos carson carwyn casey cecil cedric cesar
    charles charlie cheikh chen chidi chinua chris christian christoph christophe christopher chuck
    chukwuma clarence claude claudio cliff clint clive colin colm connor conor constantine craig
    cristiano cristobal curtis cuthbert cyril cyrus dale damian damien damir dan daniel daniele danilo
    danny dario darren dave david davide dean declan deepak dejan denis dennis derek desmond dick diego
    dieter dietmar dieudonne dimitri dimitris dinesh dirk djibril dmitri dmitry dmytro dominic dominick
    dominique don donald donny doug douglas dragan drazen duncan dusan dustin dwayne dwight dylan eamon
    earl ebrahim ed eddie edgar edmond edmund eduardo edward edwin efrain egor ehud eirik eli elias
    elliot elton emanuel emeka emil emile emilio emmanuel emre enda enrico enrique enver erdem eric
    erich erik erkki ernest ernesto ernst errol esa esteban ethan etienne eugene evan evo fabian fabio
    fabrice faisal faiz farid farouk fausto fayez felipe felix ferdinand fernando fidel fidelis filip
    firas florent florian francesco francis francisco franco francois frank frankie franklin franz fred
    freddie freddy frederic frederick frederik friedrich fritz gabriel gael gareth garry gary gavin geir
    gene gennady geoff geoffrey george georges georgi georgios gerald gerard gerhard gerry ghassan
    giancarlo gianluca gideon gilbert gilberto gilles giorgio giovanni girma giulio giuseppe glen glenn
    godfrey gopal goran gordon graeme graham grant greg gregg gregor gregory grigory grzegorz guenter
    guido guillaume guillermo gunnar gunther gus gustav gustavo guy haakon habib haile hakan hamad hamed
    hamid hamish hamza hank hans harald harish harold haroon harry haruhiko haruki harun hasan hashim
    hassan hasso hector heikki heiko heinrich heinz helge helmut hendrik henri henrik henry herbert
    herman hermann herve hideki hideo hiram hiroshi hiroyuki hisham horst hossam howard hubert hugh hugo
    humphrey huseyin hussein iain ian ibrahim ibrahima ichiro idrissa ifeanyi ignacio igor ihor ilham
    ilya imran ingvar ioan ioannis ion isaac isamu ismael ismail ismet istvan ivan ivo jabu jacek
    jacinto jack jackie jacob jacques jagdish jaime jairo jake jakob jalal jalil jamal james jamie jan
    janez janos jared jari jarl jarno jaroslaw jason javed javier jay jean jeb jeff jefferson jeffrey
    jens jeremy jeroen jerome jerry jesper jesse jesus jim jimmy joachim joao joaquim joe joel joern
    johan johann johannes john johnny joice jon jonas jonathan joost jordan jorg jorge jorgen jose josef
    josep joseph josh joshua josip jovan jozef juan juanito juergen juha julian julien julio julius juri
    justin kaan kai kaleb kamal kapil karel karim karl karol kaspar kasper kay kazuo kees keiji keith
    kelvin ken kenichi kenji kenneth kenny kent kenta kevin khaled khalid khalil khan kieran kim kiril
    kirill kirk kishore kiyoshi kjell klaus knut kobus kofi koji konstantin koos kostas kresimir kris
    kristian krzysztof kumar kurt kwame kwasi kyle kyrylo lachlan lal lance larry lars lasse laszlo
    laurence laurent lawrence leandro lech leif leo leon leonard leonardo leonid leroy leslie leszek lev
    lewis lex liam lionel lloyd lluis logan loic lorenzo lorne lothar lou louis luc luca lucas luciano
    lucio ludwig luigi luis luiz lukas lukasz luke maarten mads magnus mahdi mahesh mahmood mahmoud
    makoto maksim malcolm malik mamadou mamun manfred manish manmohan manoj manuel marat marc marcel
    marcelino marcelo marcin marco marcos marcus marek mariano mario marius mark marko markus marlon
    martin marty martyn marvin marwan masahiro masayoshi massimo matej mateusz mathew mathias mathieu
    matias mats matt matteo matthew matthias matti maurice mauricio maurizio max maxim maxime mehdi
    mehmed mehmet mel meles melvin mervyn michael michel michele mick mickey miguel mihai mihail mike
    mikhail mikko miklos milan miles milorad milos minoru mircea mirko miro miroslav mirza misha mitch
    mitchell mitsuo mladen mo mohamed mohammad mohammed mohan mohsen moises mordechai morgan morris
    moshe mostafa mounir moussa mthunzi muhammad mukesh munir murat murray musa mustafa mykola nabil
    naguib najib naoto narciso narendra naresh nasser nat nathan nathaniel naveed naveen nawaz nazim
    neal ned neemias neil nelson nenad neville nicholas nick nicky nicola nicolas nicolo nicos niels
    nigel nikita nikola nikolai nikolaos nikos nils nitin njabulo noah noboru noel nonso norbert norman
    novak nuno obinna octavio olaf olav ole oleg oleksandr oleksiy oliver olivier olof olu oluwaseun
    omar omer onur orhan orlando osama osamu oscar oskar osman osmond ostap osvaldo oswald otto ottokar
    ousmane ovidiu owen pablo paddy panagiotis pankaj paolo pascal pascual pat patrice patrick paul
    paulo pavel pavlo pawel pedro pekka per percy pere pervaiz pervez petar pete peter petr petra petro
    phil philip philippe phillip pier pierre pieter piotr plamen prakash pranab priit przemyslaw quentin
    quincy radek radoslaw radu rafael rahul raimund rainer raj rajendra rajesh rajiv rakesh ralf ralph
    ramesh ramin ramon ramzan ramzi randy ranjit raoul raphael rashid rasmus raul ravi ravil ray raymond
    reg reginald reinaldo reinhard remy rene reuben reza riad ricardo riccardo rich richard rick ricky
    riek rikard rob robbie robert roberto robin rod roddy roderick rodney rodolfo rodrigo roel roger
    rohan roland rolando rolf romain roman romano romeo romulo ron ronald ronnie rory rostislav roy
    ruben rubens rudi rudolf rudolph rudy rufus rune rupert ruslan russell rustem ryan ryszard ryutaro
    saad sabri sachin sadegh sadiq saeed said salah saleh salim salman salvador salvatore sam sami samir
    samuel sandeep sandro sandy sani sanjay sanjeev santiago satish satoshi saul scott sean sebastian
    sebastien sefton seiji sekou selcuk selim serge sergei sergey sergio serhiy seth seung shahbaz shai
    shane shashi shaukat shaun shawn shehbaz sheldon sherwood shigeo shigeru shimon shinichi shinzo sid
    sidney siegfried sigurd silvio simeon simon sipho slavko slawomir slobodan sol solomon sonu
    soren souleymane spencer stan stanislav stanley stavros stefan stefano steffen stelios
    stellan stepan stephan stephane stephen sterling steve steven stewart stjepan stuart sudhir suleiman
    sunil suresh svein sven sverre syed sylvain tadeusz takashi takeo taras tariq taro tarun tayfun ted
    teddy tendai teodor terence terry tesfaye thabo thaksin themba theo theodore thierry thomas thorsten
    tiago tibor tim timo timofei timothy timur tobias toby todd toivo tom tomas tomasz tomislav tommy
    tonino tonio tony torsten toshihiko toshio toshiro travis trevor tristan troy tullio tunde tyler
    uday ulf ulrich umar umaru unai uwe vaclav vadym valentin valeriu valery vangelis varun vasco vasile
    vasily veli venkaiah vernon viacheslav vic vicente victor vidar viggo vijay vikram viktor vincent
    vincenzo vinod virat vitali vitaly vivek vivian vladimir volker volodymyr vuk vyacheslav wade waleed
    wallace walter warren wayne werner wesley wiktor wilfred wilfried will willem william willie wim
    winston wladyslaw wojciech wojtek wolfgang woody xabier xavier yahya yakov yann yannick yannis
    yaroslav yashwant yasser yassir yasuhiro yasuo yaw yevgeni yevgeny yevhen yiannis yitzhak yoav
    yoichi yosef yoshihiko yossi yousaf yukio yuri yusuf yves zac zach zack zbigniew zdenek zeljko
    zhivko ziad zoltan zoran zulfikar zvi
    """
)  # fmt: skip

FEMALE = words(
    """
    aarti abigail ada adebisi adele adriana agatha agnes agneta agnieszka aisha akiko alejandra
    aleksandra alena alexandra alexia alexis alice alicia alina alison alla allison alyson ama amal
    amanda amara amber amelia amina amparo amy ana anastasia andrea ane angela angelica angelina anita
    anjali ann anna annabel anne anneke annette annika antje antonia antonina april ariana asha ashley
    asma astrid audrey aung ava ayse azra barbara beata beate beatrice beatrix beatriz becky belinda
    bernadette bertha beth bethany betty beverley beverly bhavna bianca birgit birgitta blanca bonnie
    bozena brenda bridget brigitta brigitte britney bronwyn brooke camila camilla camille candice carla
    carly carmel carmen carol carole carolina caroline carolyn carrie catalina cate catherine cathy
    cecile cecilia celestine celia celine charlene charlotte chelsea cherie cheryl chiara chimamanda
    chloe christiane christina christine cindy claire clara clare claudia claudine clementine colette
    colleen concepcion connie constance consuelo corazon cordelia corinne cristina cynthia dagmar daisy
    dalia daniela danielle danuta daphne dawn debbie deborah debra deepika deirdre delia delphine denise
    diana diane dina dolores donna dora doris dorota dorothea dorothy dragana edith edna eileen eirini
    ekaterina elaine eleanor elena eliana elif elisa elisabeth eliza elizabeth elke ella ellen elodie
    elsa elsie elspeth emiko emily emine emma erica erika erin esra estela esther etsuko eugenia eunice
    eva evelyn evita ewa fadia farida fatima fatou fatoumata faye felicity fernanda fiona flavia flora
    florence folake frances francesca francoise freya frida gabriela gabriella gabrielle gail
    galina gemma georgia georgina geraldine gertrude ghislaine gillian gina giorgia gisela giulia glenda
    gloria graca grace grainne grazyna greta gretchen guadalupe gudrun gulsen gwen gwyneth habiba hadiza
    halima halina hanna hannah harriet haruko hatice hazel heather hedda hege heidi heike helen helena
    helene helle henrietta hilary hilda hillary hina hiroko holly hortense ida ilaria ilse imelda imogen
    indira ines inga ingeborg inger ingrid ioana irena irene irina iris irma isabel isabella isabelle
    iva ivana ivy iwona jacinta jackie jacqueline jade jadwiga jan jana jane janet janice janine jasmina
    jasmine jasna jaya jean jeanette jeanne jelena jemima jennifer jenny jess jessica jessie jill jo
    joan joana joanna joanne jocelyn jodie johanna jolanta josefina josephine joy joyce juanita judith
    judy julia juliana julie juliet juliette june justine justyna jutta kaja kamala karen karima karin
    karina karla katarzyna kate katerina kateryna katharine katherine kathleen kathryn kathy katie katja
    katrina katya kavita kay kayla keiko kelly kerry khadija kim kimberly kiran kirsten kirsti kirsty
    klara kristin kristina kristine krystyna kseniya kumiko kylie laila lakshmi lana lara larisa larissa
    lata latifa laura lauren layla lea leah leila lena leslie leticia lidia ligia lilian lillian lily
    lina linda lindsay lindsey lisa liv liz ljiljana lone lorna lorraine louise lucia lucie
    lucille lucy ludmila luisa luz lydia lynda lynn lynne lyubov lyudmila mabel macarena madeleine maeve
    magda magdalena maggie maia maite makiko malala malgorzata mandy manuela marcela marcia mareike
    margaret margarita margit margot margrethe mari maria mariah mariam mariama marian mariana marianne
    marie marilia marilyn marina marine marion marisol marit marjorie marlene marta martha martina mary
    maryam masako maud maureen may maya meena meg megan mehbooba melanie melinda melissa meryl
    mette mia michaela michele michelle michiko mila milena milica millie mimi mina minnie miranda
    mireille miriam mirjana moira molly mona monica monika monique muriel myriam nada nadezhda nadia
    nadine naledi nancy naoko naomi natalia natalie natasa natasha neha nell nerea ngozi nicola nicole
    nilufer nina nino nirmala noor nora noriko norma nuala nuria nusrat octavia oksana olena olga olha
    olivia oriana paloma pam pamela paola patricia patsy patti paula paulina pauline peggy penelope
    penny pernille perpetua petra philippa phoebe phyllis pia pilar polina polly pooja pratibha preeti
    priscilla priti priyanka rachel radha radmila ragnhild rahel raisa ramona raquel rebecca rebeka
    regina reiko rekha renata renee rhona rhonda rigoberta rita roberta robin robyn rocio romy rosa
    rosalia rosalind rosanna rosario rose rosemary rosie roxana rupa ruta ruth sabina sabine sabrina
    sachiko sadia sally samantha sandra sania sanja sanna sara sarah sasha saskia seema seiko selena
    selin senait serena shabana shanti sharon sheila shelley sheryl shirin shirley shobha sian sigrid
    silvana silvia simone sinead siobhan siri sita smriti snezana sofia sofie soledad solveig sonali
    sonia sonja sophia sophie stacey stefania steffi stella stephanie sue sunita susan susana susanna
    susanne sushila sushma suzanne svetlana svitlana sybil sylvia sylvie sylwia tamar tamara tania tanya
    tara tatiana tatjana teresa tessa thandi thelma theresa therese tina tove tracey tracy trudy ulla
    ulrike uma ursula urszula usha valentina valentyna valerie vanessa vera verena verity veronica vesna
    vicky victoria viktoriya vilma viola violet violeta virginia vivian viviane vivien wanda wanjiru
    wendy whitney wilma winnie xenia xiomara yael yasmin yelena yevgenia yoko yolanda yoriko yulia
    yuliya yuriko yvette yvonne zainab zanele zara zeynep zoe zofia zorana zoya zsuzsa zsuzsanna
    """
)  # fmt: skip


def gender(words: Sequence[str]) -> Gender:
    """Return the gender that the given name of a full name tells, "" where it tells none."""
    first = fold(words[0].split("-")[0]) if len(words) > 1 else ""
    if (first in MALE) == (first in FEMALE):
        return ""
    return "m" if first in MALE else "f"
