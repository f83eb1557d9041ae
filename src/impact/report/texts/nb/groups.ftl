## Groups of people
group-language-fi = Finsk
group-language-sv = Svensk
group-language-nb = Norsk (bokmål)
group-language-nn = Norsk (nynorsk)
group-language-se = Nordsamisk
group-language-other = Annet språk
group-residence-urban = Bor i by
group-residence-town = Bor i tettsted
group-residence-rural = Bor spredt
group-distance = { $which } km
group-distance-open = { $which } km eller mer

## Equal starting points
question-equal-sex = Kvinner og menn, jenter og gutter
question-equal-age = Aldersgrupper
question-equal-language = Førstespråk
question-equal-residence = By, tettsted og spredt bosetting
question-equal-distance = Avstand til skole eller bibliotek
question-equal-background = Bakgrunn: født i utlandet, foreldres utdanning
question-equal-disability = Funksjonsnedsettelse
equal-none = Ingen tall i rapporten svarer på dette.
equal-caption = Hvilke spørsmål om like utgangspunkter tallene svarer på
equal-intro = Alle skal ha like utgangspunkter og lik tilgang. Tabellen viser hvilke forskjeller rapporten kan se, og hvilke den ikke kan se.
equal-remark = Et spørsmål uten tall er åpent, ikke besvart med nei. Kommunen kan legge til egne tall etter gruppe.
equal-groups-caption = Grupper, hver mot alle andre i kommunen
equal-groups-remark = En gruppe prøves der antallet personer er kjent både for den og for alle; prøvingene er én familie.
column-divided-by = Delt etter
column-indicators-with-figures = Indikatorer med tall
column-clear-differences = Tydelige forskjeller
column-others = Alle andre
column-difference = Forskjell
