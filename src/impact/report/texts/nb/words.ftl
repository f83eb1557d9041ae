### Overskrifter, etiketter, vurderinger og enheter. $number er det utskrevne tallet, $n er for flertall.

## Siden
title-municipality = { $place }: rapport { $year }
title-region = { $place }: regional rapport { $year }
report-municipality = Barn og unge: statusrapport
report-region = Barn og unge: regional rapport
skip-to-content = Hopp til innholdet
languages = Språk
language-sv = Svenska
language-fi = Suomi
language-nb = Norsk bokmål
language-en = English
all-reports = Alle rapporter
contents = I rapporten
sources = Kilder
footer = Laget med impact, en åpen beregning som alle kan gjenta. Forskjeller testes; det som ikke kan skilles fra tilfeldigheter, blir sagt.
file-summary = Første side (PDF)
file-dialogue = Dialogark (PDF)
file-values = Alle tall (CSV)
show-table = Tabell
chart = Diagram
written-by = Skrevet av

## De fire spørsmålene
question-where-now = Hvor er vi?
question-where-to = Hvor vil vi?
question-how = Hvordan kommer vi dit?
question-on-track = Er vi på rett vei?
question-changes = Siden forrige rapport

## Deler
section-area = Områder
section-activities = Tiltakene i sin helhet
section-effects = Effekter
section-forecasts = Hvor er vi på vei?
section-local = Med egne ord
section-annex = Vedlegg
section-dialogue = Til dialog
heading-groups = Kvinner og menn, jenter og gutter
heading-cards = Indikatorene
heading-ledger = Alle tall som er endret
heading-provenance = Slik er rapporten laget
heading-accessibility = Tilgjengelighet
accessibility-statement = Siden er bygd for tastatur, skjermleser og forstørring. Hvert diagram har funnet i ord og en tabell bak seg.
accessibility-limits = Kjente mangler: brede tabeller og diagrammer rulles sidelengs på små skjermer. Tekster på et annet språk enn sidens er ikke oversatt.

## Utviklingsområder
area-learning = Læring
area-attendance = Nærvær
area-development = Utvikling
area-well-being = Trivsel
area-belonging = Tilhørighet
area-competence = Kompetanse
area-living-conditions = Levekår
area-context = Bakgrunn

## Vurderinger
verdict-comparison-better = bedre
verdict-comparison-not-clearly-different = ikke klart forskjellig
verdict-comparison-worse = dårligere
verdict-comparison-higher = høyere
verdict-comparison-lower = lavere
verdict-comparison-not-comparable = sammenlignes ikke
verdict-trend-improving = blir bedre
verdict-trend-no-clear-change = ingen klar endring
verdict-trend-worsening = blir dårligere
verdict-trend-increasing = øker
verdict-trend-decreasing = går ned
verdict-trend-not-calculable = kan ikke beregnes
verdict-goal-reached = nådd
verdict-goal-not-yet = ikke ennå
verdict-goal-on-track = på vei
verdict-goal-off-track = nås neppe
verdict-goal-cannot-tell = kan ikke vurderes
verdict-effect-supported = støttes
verdict-effect-weak = svak støtte
verdict-effect-not-supported = støttes ikke
verdict-effect-not-estimable = kan ikke beregnes
verdict-prediction-as-expected = som ventet
verdict-prediction-better = bedre enn ventet
verdict-prediction-worse = dårligere enn ventet
verdict-prediction-cannot-tell = kan ikke vurderes

## Målenes og tiltakenes stilling
origin-adopted = vedtatt
origin-proposed = vårt forslag, ikke vedtatt
origin-example = eksempel
stage-planned = planlegges
stage-running = pågår
stage-finished = avsluttet
stage-paused = satt på pause
follow-up-none = Ingen er registrert.
takes-part-no = Kommunen er ikke nevnt som deltaker.

## Tall med enheter
figure-percent = { $number } %
figure-points-of-percent = { $n ->
    [one] { $number } prosentpoeng
   *[other] { $number } prosentpoeng
 }
figure-per-1000 = { $number } per 1 000
figure-per-100000 = { $number } per 100 000
figure-count = { $number }
figure-number = { $number }
figure-ratio = { $number }
figure-index = { $number }
figure-points = { $number } poeng
figure-years = { $number } år
figure-euro = { $number } euro
figure-days = { $n ->
    [one] { $number } dag
   *[other] { $number } dager
 }
absent-missing = mangler
absent-suppressed = skjermet
absent-not-applicable = ikke aktuelt

## Enheter og retning på indikatorkortene
unit-percent = Prosent
unit-per-1000 = Per 1 000 innbyggere eller elever, etter definisjonen
unit-per-100000 = Per 100 000 innbyggere
unit-count = Antall
unit-number = Tall
unit-points = Poeng
unit-years = År
unit-euro = Euro
unit-ratio = Forholdstall
unit-index = Indeks
unit-days = Dager
polarity-higher = Høyere er bedre
polarity-lower = Lavere er bedre
polarity-neutral = Verken høyt eller lavt er bedre
uncertainty-binomial = Beregnet fra antallet personer bak tallet.
uncertainty-published = Publisert av kilden.
uncertainty-between-year = Anslått fra hvor mye tallet varierer fra år til år.
uncertainty-none = Ikke kjent.
uncertainty-approximate = Omtrentlig:
card-description = Hva det er
card-numerator = Telles
card-denominator = Av
card-unit = Enhet
card-direction = Retning
card-years = Brukte år
card-break = Merknad om år
card-uncertainty = Usikkerhet
card-small-numbers = Små tall
card-source = Kilde
card-read = Hentet
card-identifier = Betegnelse

## Tiltakene i sin helhet
activity-goal = Mål
activity-owner = Ansvarlig
activity-partners = Sammen med
activity-period = Periode
activity-stage = Fase
activity-done = Gjort hittil
activity-mechanism = Hvorfor det bør virke
activity-evidence = Kunnskapsgrunnlag
activity-follow-up = Oppfølging
activity-standing = Stilling
activity-source = Kilde
activity-takes-part = Deltar

## Tabelloverskrifter
table-goals = Mål: nå, målnivå og vurdering
table-changes = Tall som er endret siden forrige rapport
table-barometer = { $area }: verdier og sammenligning
table-trends = { $area }: endring over tid
table-gaps = { $area }: kvinner og menn
table-spread = { $area }: avstand mellom øvre og nedre kvartil
head-goal = Mål
head-now = Nå
head-target = Målnivå
head-verdict = Vurdering
head-indicator = Indikator
head-value = Verdi
head-interval = 95-prosentintervall
head-country = { $reference ->
    [published] Landet, publisert
    [mixed] Landet
   *[median] Mediankommune, landet
 }
head-region = Mediankommune, regionen
head-peers = Median, sammenlignbare kommuner
head-comparison = Mot landet
head-trend = Over tid
head-trend-relative = Mot landet over tid
head-period = År
head-slope = Endring per år
head-year = År
head-female = Kvinner, jenter
head-male = Menn, gutter
head-difference = Forskjell
head-country-gap = Forskjell, landet
head-place = Kommune
head-county = Fylke
head-group = Gruppe
head-change = Hva som skjedde
head-before = Før
head-after = Nå
head-spread-first = Første år
head-spread-last = Siste år
head-spread-trend = Avstand over tid
head-spread-chance = Tilfeldighetenes andel av variasjonen
change-revised = endret
change-new = nytt
change-withdrawn = trukket tilbake
change-redefined = ny skala
group-age = Alder { $which }
group-grade = { $which }. trinn

## Diagrammer
axis-better = Bedre →
axis-worse = ← Dårligere
legend-own = Kommunen, med 95-prosentintervall
legend-country = { $reference ->
    [published] Hele landet
    [mixed] Landet: mediankommune eller publisert tall
   *[median] Landets mediankommune
 }
legend-band = Midterste halvdel av kommunene med tall
legend-region = Regionens mediankommune
legend-peers = Median for sammenlignbare kommuner
legend-direction = Bedre er til høyre, også der en lav verdi er bra
legend-series = { $reference ->
    [counties] Fylket
   *[median] Kommunen
 }
legend-interval = 95-prosentintervall
legend-country-series = { $reference ->
    [published] Hele landet
    [mixed] Landet: mediankommune eller publisert tall
    [counties] Landets medianfylke
   *[median] Landets mediankommune
 }
legend-region-series = Regionens mediankommune
legend-break = Brudd i serien
legend-region-band = Midterste halvdel av regionens kommuner
legend-region-median = Regionens mediankommune
legend-country-band = Kvartiler for landets kommuner med tall
alt-barometer = { $heading }. Indikatorer: { $rows }; bedre { $better }, dårligere { $worse }, ikke klart forskjellige { $unclear }.
alt-trends = { $name }: { $improving } av { $panels } serier blir klart bedre, { $worsening } dårligere, { $unclear } viser ingen klar endring.
alt-map = { $heading }: { $better } av { $rows } kommuner er bedre, { $worse } dårligere.
alt-spread = Avstand mellom kommuner, indikatorer: { $panels }; den blir klart mindre for { $narrowing } og større for { $widening }.

## Opphav
provenance-digest = Tallenes fingeravtrykk
provenance-rows = Antall rader med tall
provenance-sources = Kilder og dagene de ble lest
provenance-params = Parametere
provenance-version = Versjon av impact
provenance-command = Kommando
provenance-python = Python
provenance-platform = Plattform
provenance-template = Mal
provenance-batch = Kjøring
provenance-licence = Lisens

## Dialogark
dialogue-title = Til dialog
dialogue-purpose = For et møte mellom politikere, ledere, ansatte, elever og foreldre. Tallene åpner samtalen; de avslutter den ikke.
dialogue-seen = Hva vi ser
dialogue-unknown = Hva tallene ikke kan si
dialogue-questions = Tre spørsmål
dialogue-future = Vårt bilde av framtiden
dialogue-who = Hvem gjør hva
dialogue-new-actions = Hva vi blir enige om
dialogue-what = Hva
dialogue-by-whom = Hvem
dialogue-when = Ferdig når
dialogue-seen-by = Hvordan vi ser at det virker
dialogue-voice-children = Hva barn og unge sier
dialogue-voice-parents = Hva foreldre sier
dialogue-voice-associations = Hva foreninger sier

## Forsiden for alle rapporter
index-title = Rapporter { $year }
index-lead = En rapport for hver kommune, på kommunens språk. Velg på kartet eller i listen.
index-search = Søk etter kommune
index-list = Kommuner
index-region = Regionen som helhet
index-failed = Rapporter som ikke kunne lages
goal-measure = mål på resultat og nivå: { $origin }
