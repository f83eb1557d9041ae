## Grupper av mennesker
group-language-fi = Morsmål finsk
group-language-sv = Morsmål svensk
group-language-nb = Morsmål norsk (bokmål)
group-language-nn = Morsmål norsk (nynorsk)
group-language-se = Morsmål nordsamisk
group-language-other = Annet morsmål
group-residence-urban = Bor i by
group-residence-town = Bor i tettsted
group-residence-rural = Bor spredtbygd
group-distance = Avstand { $which } km
group-distance-open = Avstand { $which } km eller mer

## Like muligheter
question-equal-sex = Kvinner og menn, jenter og gutter
question-equal-age = Aldersgrupper
question-equal-language = Morsmål
question-equal-residence = By, tettsted og spredtbygde strøk
question-equal-distance = Avstand til skole eller bibliotek
question-equal-background = Bakgrunn: født i utlandet, foreldrenes utdanning
question-equal-disability = Funksjonsnedsettelse
equal-none = Ingen tall i rapporten svarer på dette.
equal-caption = Hvilke spørsmål om like muligheter tallene svarer på
equal-intro = Alle skal ha like muligheter og lik tilgang. Tabellen sier hvilke forskjeller rapporten kan vise, og hvilke den ikke kan vise.
equal-remark = Et spørsmål uten tall er åpent, ikke besvart med nei. Kommunen kan legge til egne tall etter gruppe.
equal-groups-caption = Grupper, hver mot alle andre i kommunen
equal-groups-remark = En gruppe testes der antallet personer er kjent både for den og for alle. Testene vurderes samlet, og det krever mer enn hvert intervall for seg.
column-divided-by = Fordelt etter
column-indicators-with-figures = Indikatorer med tall
column-clear-differences = Klare forskjeller
column-others = Alle andre
column-difference = Forskjell
