## Grupper av människor
group-language-fi = Modersmål finska
group-language-sv = Modersmål svenska
group-language-nb = Modersmål norska (bokmål)
group-language-nn = Modersmål norska (nynorsk)
group-language-se = Modersmål nordsamiska
group-language-other = Annat modersmål
group-residence-urban = Bor i stad
group-residence-town = Bor i mindre tätort
group-residence-rural = Bor på landsbygden
group-distance = Avstånd { $which } km
group-distance-open = Avstånd { $which } km eller mer

## Lika förutsättningar
question-equal-sex = Kvinnor och män, flickor och pojkar
question-equal-age = Åldersgrupper
question-equal-language = Modersmål
question-equal-residence = Stad, mindre tätort och landsbygd
question-equal-distance = Avstånd till skola eller bibliotek
question-equal-background = Bakgrund: född utomlands, föräldrars utbildning
question-equal-disability = Funktionsnedsättning
equal-none = Ingen uppgift i rapporten svarar på detta.
equal-caption = Vilka frågor om lika förutsättningar som uppgifterna svarar på
equal-intro = Alla ska ha lika förutsättningar och lika tillgång. Tabellen säger vilka skillnader rapporten kan visa och vilka den inte kan visa.
equal-remark = En fråga utan uppgifter är öppen, inte besvarad med nej. Kommunen kan lägga till egna uppgifter per grupp.
equal-groups-caption = Grupper, var och en mot alla andra i kommunen
equal-groups-remark = En grupp prövas där antalet personer är känt både för den och för alla. Prövningarna bedöms tillsammans, vilket kräver mer än varje intervall för sig.
column-divided-by = Uppdelat efter
column-indicators-with-figures = Indikatorer med uppgifter
column-clear-differences = Tydliga skillnader
column-others = Alla andra
column-difference = Skillnad
