"""Closed lists of organizations: international bodies, news agencies, and the nouns that end names."""

from __future__ import annotations

from dateline.extraction.wordlists import words

#: Bodies between states and their organs by full name, with the short forms under which the news knows them.
INTERNATIONAL: dict[str, tuple[str, ...]] = {
    "European Union": ("EU",),
    "European Commission": ("EU Commission",),
    "European Council": (),
    "European Parliament": (),
    "European Central Bank": ("ECB",),
    "European Court of Justice": ("ECJ",),
    "European Court of Human Rights": ("ECHR",),
    "Council of Europe": (),
    "Eurogroup": (),
    "Ecofin": (),
    "Europol": (),
    "Interpol": (),
    "Frontex": (),
    "North Atlantic Treaty Organization": ("North Atlantic Treaty Organisation", "NATO", "Nato"),
    "United Nations": ("UN", "U.N."),
    "UN Security Council": ("United Nations Security Council", "Security Council"),
    "UN General Assembly": ("United Nations General Assembly", "General Assembly"),
    "UN Development Programme": ("United Nations Development Programme", "UNDP"),
    "World Food Programme": ("World Food Program", "WFP"),
    "UNHCR": ("United Nations High Commissioner for Refugees",),
    "Unicef": ("UNICEF",),
    "Unprofor": ("UNPROFOR",),
    "Unifil": ("UNIFIL",),
    "Monusco": ("MONUSCO",),
    "Minusma": ("MINUSMA",),
    "KFOR": ("Kfor",),
    "IFOR": ("Ifor",),
    "SFOR": ("Sfor",),
    "ISAF": ("Isaf",),
    "Unesco": ("UNESCO",),
    "UNRWA": ("Unrwa",),
    "World Bank": (),
    "International Monetary Fund": ("IMF",),
    "World Trade Organization": ("World Trade Organisation", "WTO"),
    "World Health Organization": ("World Health Organisation", "WHO"),
    "International Labour Organization": ("International Labour Organisation", "ILO"),
    "International Atomic Energy Agency": ("IAEA",),
    "International Criminal Court": ("ICC",),
    "International Court of Justice": ("ICJ",),
    "International Energy Agency": ("IEA",),
    "International Olympic Committee": ("IOC",),
    "International Committee of the Red Cross": ("ICRC",),
    "Red Cross": (),
    "Red Crescent": (),
    "Organization for Security and Co-operation in Europe": (
        "Organisation for Security and Co-operation in Europe",
        "Organization for Security and Cooperation in Europe",
        "OSCE",
    ),
    "Organisation for Economic Co-operation and Development": (
        "Organization for Economic Cooperation and Development",
        "OECD",
    ),
    "Organization of the Petroleum Exporting Countries": (
        "Organisation of the Petroleum Exporting Countries",
        "OPEC",
        "Opec",
        "Opec+",
        "OPEC+",
    ),
    "African Union": ("AU",),
    "Arab League": ("League of Arab States",),
    "Gulf Cooperation Council": ("GCC",),
    "Association of Southeast Asian Nations": ("Association of South East Asian Nations", "ASEAN", "Asean"),
    "Asia-Pacific Economic Cooperation": ("APEC", "Apec"),
    "Economic Community of West African States": ("ECOWAS", "Ecowas"),
    "Southern African Development Community": ("SADC",),
    "Shanghai Cooperation Organization": ("Shanghai Cooperation Organisation",),
    "Organization of American States": ("Organisation of American States", "OAS"),
    "Organization of Islamic Cooperation": ("Organisation of Islamic Cooperation", "OIC"),
    "Commonwealth of Independent States": ("CIS",),
    "Mercosur": (),
    "Brics": ("BRICS",),
    "G7": ("Group of Seven", "G-7"),
    "G8": ("Group of Eight", "G-8"),
    "G20": ("Group of Twenty", "Group of 20", "G-20"),
    "G77": ("Group of 77",),
    "Fifa": ("FIFA",),
    "Uefa": ("UEFA",),
    "Asian Development Bank": ("ADB",),
    "European Bank for Reconstruction and Development": ("EBRD",),
    "Bank for International Settlements": ("BIS",),
    "World Economic Forum": ("WEF",),
    "World Anti-Doping Agency": ("Wada", "WADA"),
    "Amnesty International": (),
    "Human Rights Watch": (),
    "Oxfam": (),
    "Greenpeace": (),
    "Hamas": (),
    "Hezbollah": ("Hizbollah", "Hizbullah"),
    "Taliban": ("Taleban",),
    "al-Qaeda": ("al-Qaida", "Al-Qaeda", "Al Qaeda", "al Qaeda"),
    "Islamic State": ("ISIS", "Isis", "Isil"),
}

#: Bodies of single states that the news names without their country.
NATIONAL: dict[str, tuple[str, ...]] = {
    "House of Commons": ("Commons",),
    "House of Lords": (),
    "House of Representatives": (),
    "Senate": ("US Senate", "U.S. Senate"),
    "Congress": ("US Congress", "U.S. Congress"),
    "Supreme Court": ("US Supreme Court", "U.S. Supreme Court"),
    "Scottish Parliament": (),
    "Scottish Executive": (),
    "Welsh Assembly": (),
    "Bundestag": (),
    "Bundesbank": (),
    "Knesset": (),
    "Duma": ("State Duma",),
    "Federal Reserve": ("US Federal Reserve", "Fed"),
    "Bank of England": (),
    "Bank of Japan": (),
    "Foreign Office": (),
    "Home Office": (),
    "Cabinet Office": (),
    "Treasury": ("US Treasury",),
    "Ministry of Defence": ("MoD",),
    "State Department": ("US State Department", "U.S. State Department"),
    "Pentagon": (),
    "Justice Department": ("Department of Justice",),
    "Securities and Exchange Commission": ("SEC",),
    "Food and Drug Administration": ("FDA",),
    "Federal Bureau of Investigation": ("FBI",),
    "Central Intelligence Agency": ("CIA",),
    "National Security Agency": ("NSA",),
    "National Health Service": ("NHS",),
    "Nasa": ("NASA",),
    "Scotland Yard": ("Metropolitan Police",),
    "Royal Air Force": ("RAF",),
    "Royal Navy": (),
    "British Army": (),
    "Crown Prosecution Service": ("CPS",),
    "Financial Services Authority": ("FSA",),
    "Trades Union Congress": ("TUC",),
    "Confederation of British Industry": ("CBI",),
    "Revolutionary Guards": ("Revolutionary Guard", "IRGC"),
}

#: Parties of the English-speaking countries by the words that stand for them.
PARTIES: dict[str, tuple[str, ...]] = {
    "Labour Party": ("Labour", "New Labour"),
    "Conservative Party": ("Conservative", "Conservatives", "Tory", "Tories", "Tory Party"),
    "Liberal Democrats": ("Liberal Democrat", "Lib Dem", "Lib Dems"),
    "Scottish National Party": ("SNP",),
    "UK Independence Party": ("Ukip", "UKIP"),
    "Reform UK": (),
    "Democratic Unionist Party": ("DUP",),
    "Plaid Cymru": (),
    "Republican Party": ("Republican", "Republicans", "GOP"),
    "Democratic Party": ("Democrat", "Democrats"),
}

PARTY_WORDS = frozenset(form for forms in PARTIES.values() for form in forms)

#: Agencies, broadcasters and papers that the news quotes by name. A paper's name may be a common word.
MEDIA: dict[str, tuple[str, ...]] = {
    "BBC": (),
    "BBC News": (),
    "BBC One": (),
    "BBC Two": (),
    "BBC News 24": (),
    "BBC Radio 4": (),
    "BBC Radio Five Live": (),
    "BBC World Service": (),
    "CNN": (),
    "CBS News": (),
    "CBS": (),
    "NBC": (),
    "NBC News": (),
    "ABC News": (),
    "Fox News": (),
    "MSNBC": (),
    "CNBC": (),
    "Sky News": (),
    "ITV": (),
    "ITN": (),
    "Channel 4": (),
    "Reuters": (),
    "Associated Press": ("AP",),
    "Agence France-Presse": ("AFP",),
    "Press Association": (),
    "Bloomberg": (),
    "Itar-Tass": ("Tass", "TASS"),
    "Anadolu Agency": ("Anadolu",),
    "Bernama": (),
    "Kyodo": ("Kyodo News",),
    "Yonhap": (),
    "Jiji Press": (),
    "Tanjug": (),
    "Antara": (),
    "Ukrinform": (),
    "IRNA": (),
    "KCNA": (),
    "ANSA": (),
    "DPA": ("dpa",),
    "EFE": (),
    "PTI": ("Press Trust of India",),
    "Deutsche Welle": (),
    "al-Arabiya": ("Al-Arabiya", "Al Arabiya"),
    "Channel NewsAsia": (),
    "Interfax": (),
    "Xinhua": (),
    "al-Jazeera": ("Al-Jazeera", "Al Jazeera"),
    "Financial Times": (),
    "New York Times": (),
    "Washington Post": (),
    "Wall Street Journal": (),
    "Daily Telegraph": (),
    "Sunday Telegraph": (),
    "Sunday Times": (),
    "Daily Mail": (),
    "Daily Mirror": (),
    "Le Monde": (),
    "Le Figaro": ("Le figaro",),
    "Der Spiegel": (),
    "Der Standard": (),
    "El Pais": ("El País",),
    "La Repubblica": (),
    "Corriere della Sera": (),
}

#: States of the past whose names end like a body's.
HISTORICAL_STATES = frozenset({"Soviet Union"})

#: Papers whose names are words of everyday use: they count with "the" or "newspaper" beside them alone.
PAPERS = words(
    """
    Times Guardian Independent Sun Mirror Observer Economist Spectator Telegraph Mail Express
    """
)

#: Nouns that end the name of something that is no body, folded.
NOT_BODIES = words(
    """
    protocol plan treaty pact policy facility summit cup games war act bill day prize award awards
    agreement declaration convention accord accords constitution charter doctrine law crisis government
    festival open championship championships league tournament trophy show programme street road square
    river house olympics election elections revolution report inquiry deal fund-raiser speech prison
    airport stadium exchequer
    """
)

#: Nouns that begin the name of a body that "of" or "for" goes on: "Friends of the Earth".
LEADING_NOUNS = words(
    """
    ministry department bank university institute association commission friends federation confederation
    league union college office court school campaign centre center council committee board bureau church
    order society organization organisation party academy army government house fund chamber alliance
    """
)

#: Nouns that end the name of a body, folded: a capitalised name in front of one is the body's.
BODY_NOUNS = words(
    """
    bank group holding holdings shipping ltd limited inc incorporated corp corporation company co plc
    llc llp gmbh ag sa nv bv spa ab oyj ministry department party union university college institute
    institution agency committee commission council association federation organisation organization
    foundation trust fund authority bureau board office court tribunal parliament assembly congress
    senate treasury society club league alliance coalition front movement army navy force forces brigade
    battalion regiment rifles police guard airlines airways air motors motor industries systems
    technologies software pharmaceuticals laboratories electronics telecom communications media
    broadcasting news newspapers press television radio records pictures studios entertainment network
    networks partners partnership associates brothers bros sons insurance assurance investments capital
    securities energy petroleum oil gas power electric steel mining chemicals foods stores supermarkets
    retail hotels school academy church hospital nhs museum gallery orchestra choir band ballet opera
    theatre service services confederation chamber consortium conglomerate exchange forum centre center
    city united rovers wanderers athletic albion hotspur rangers celtic town villa county fc afc labs
    platforms ventures cooperative co-operative secretariat directorate executive inspectorate
    directorate-general squad unit division wing command mission delegation programme project initiative
    campaign charity lobby watch
    """
)

#: Body nouns that are weak: they are much else besides, so the model has to agree.
WEAK_BODY_NOUNS = words(
    """
    city town county united air power oil gas energy front force forces movement programme project
    initiative campaign band church school museum gallery centre center hospital court wing mission unit
    division exchange office capital service services press news radio sons brothers guard watch command
    villa trust media
    """
)
