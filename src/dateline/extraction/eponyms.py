"""Bodies whose names look like a person's, most of them after their founders: a closed list."""

from __future__ import annotations

from dateline.extraction.wordlists import phrases

#: Bodies whose names look like a person's, most of them after their founders.
EPONYMS = phrases(
    """
    Abu Sayyaf; Aer Lingus; Al Shabaab; Alfa Romeo; Allen & Overy; Allied Domecq; Arthur Andersen; Aston
    Martin; Aston Villa; Bain Capital; Barclays; Bausch & Lomb; Bear Stearns; Ben & Jerry's; Benfica;
    Berkshire Hathaway; Black & Decker; Boko Haram; Bristol Myers; Charles Schwab; Christian Dior;
    Clifford Chance; Credit Suisse; Crystal Palace; Daimler Chrysler; DaimlerChrysler; Debenhams;
    Deloitte; Disney; Dolce & Gabbana; Dow Jones; Eli Lilly; Ernst & Young; Estee Lauder; Fannie Mae;
    Fianna Fail; Fine Gael; Foster Wheeler; Freddie Mac; Fujitsu Siemens; Glaxo SmithKline; Goldman Sachs;
    Guns N' Roses; Harley Davidson; Harley-Davidson; Harvey Nichols; Hewlett Packard; Hewlett-Packard;
    Hugo Boss; J Sainsbury; J. Sainsbury; J.P. Morgan; JC Penney; JD Power; JD Sports; JD Wetherspoon; JP
    Morgan; JP Morgan Chase; JPMorgan; JPMorgan Chase; Jack Daniel's; John Deere; John Lewis; Johns
    Hopkins; Johnson & Johnson; Johnson Matthey; Kraft Heinz; Land Rover; Lehman Brothers; Lloyds; Lloyds
    TSB; Lockheed Martin; Lord & Taylor; Louis Vuitton; Marks & Spencer; Marks and Spencer; Mary Kay; Max
    Mara; Max Planck; McDonald's; Mercedes-Benz; Merrill Lynch; Moody's; Morgan Grenfell; Morgan Stanley;
    Nat West; Neiman Marcus; Nina Ricci; Paddy Power; Philip Morris; Pizza Hut; Porsche; Pratt & Whitney;
    Premier Foods; Price Waterhouse; Procter & Gamble; Quai d'Orsay; Ray-Ban; Ritz-Carlton; Robert Bosch;
    Roche; Rolls Royce; Rolls-Royce; Rothschild; Saatchi & Saatchi; Sainsbury's; Saint Gobain; Saks;
    Sallie Mae; Sally Mae; Sara Lee; Schering Plough; Sinn Fein; Smith & Nephew; Smith Barney; Standard &
    Poor's; Tate & Lyle; Taylor Woodrow; Thomas Cook; Thomson Reuters; Tiffany; Tim Hortons; Truth Social;
    TruthSocial; Victoria's Secret; WH Smith; WHSmith; Walt Disney; Warner Bros; Warner Brothers; Wells
    Fargo; Werder Bremen; William Hill; William Morrison; Woolworths; Yves Saint Laurent
    """
)
