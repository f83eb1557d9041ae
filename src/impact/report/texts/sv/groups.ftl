## Groups of people
group-language-fi = Finska
group-language-sv = Svenska
group-language-nb = Norska (bokmål)
group-language-nn = Norska (nynorsk)
group-language-se = Nordsamiska
group-language-other = Annat språk
group-residence-urban = Bor i stad
group-residence-town = Bor i tätort
group-residence-rural = Bor på landsbygd
group-distance = { $which } km
group-distance-open = { $which } km eller mer

## Equal starting points
question-equal-sex = Kvinnor och män, flickor och pojkar
question-equal-age = Åldersgrupper
question-equal-language = Förstaspråk
question-equal-residence = Stad, tätort och landsbygd
question-equal-distance = Avstånd till skola eller bibliotek
question-equal-background = Bakgrund: född utomlands, föräldrars utbildning
question-equal-disability = Funktionsnedsättning
equal-none = Ingen uppgift i rapporten svarar på detta.
equal-caption = Vilka frågor om lika förutsättningar uppgifterna svarar på
equal-intro = Alla ska ha lika förutsättningar och lika tillgång. Tabellen visar vilka skillnader rapporten kan se och vilka den inte kan se.
equal-remark = En fråga utan uppgifter är öppen, inte besvarad med nej. Kommunen kan lägga till egna uppgifter per grupp.
equal-groups-caption = Grupper, var och en mot alla andra i kommunen
equal-groups-remark = En grupp prövas där antalet personer är känt både för den och för alla; prövningarna är en familj.
column-divided-by = Uppdelat efter
column-indicators-with-figures = Nyckeltal med uppgifter
column-clear-differences = Tydliga skillnader
column-others = Alla andra
column-difference = Skillnad
