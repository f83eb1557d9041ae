### Rubriker, etiketter, bedömningar och enheter. $number är det utskrivna talet, $n är för pluralval.

## Sidan
title-municipality = { $place }: rapport { $year }
title-region = { $place }: regional rapport { $year }
report-municipality = Barn och unga: lägesrapport
report-region = Barn och unga: regional rapport
skip-to-content = Hoppa till innehållet
languages = Språk
language-sv = Svenska
language-fi = Suomi
language-nb = Norsk bokmål
language-en = English
all-reports = Alla rapporter
contents = I rapporten
sources = Källor
footer = Gjord med impact, en öppen beräkning som alla kan upprepa. Skillnader prövas; det som inte kan skiljas från slumpen sägs ut.
file-summary = Första sidan (PDF)
file-dialogue = Dialogblad (PDF)
file-values = Alla värden (CSV)
show-table = Tabell
chart = Diagram
written-by = Skrivet av

## De fyra frågorna
question-where-now = Var är vi?
question-where-to = Vart ska vi?
question-how = Hur gör vi?
question-on-track = Hur blev det?
question-changes = Sedan förra rapporten

## Avsnitt
section-area = Områden
section-activities = Insatserna i sin helhet
section-effects = Effekter
section-forecasts = Vart är vi på väg?
section-local = Med egna ord
section-annex = Bilagor
section-dialogue = Till dialog
heading-groups = Kvinnor och män, flickor och pojkar
heading-cards = Indikatorerna
heading-ledger = Alla uppgifter som har ändrats
heading-provenance = Så är rapporten gjord
heading-accessibility = Tillgänglighet
accessibility-statement = Sidan är byggd för tangentbord, skärmläsare och förstoring. Varje diagram har sitt resultat i ord och en tabell bakom sig.
accessibility-limits = Kända brister: breda tabeller och diagram rullas i sidled på små skärmar. Texter som visas på ett annat språk än sidans är inte översatta.

## Utvecklingsområden
area-learning = Lärande
area-attendance = Närvaro
area-development = Utveckling
area-well-being = Välbefinnande
area-belonging = Delaktighet
area-competence = Kompetens
area-living-conditions = Levnadsvillkor
area-context = Bakgrund

## Bedömningar
verdict-comparison-better = bättre
verdict-comparison-not-clearly-different = inte tydligt skild
verdict-comparison-worse = sämre
verdict-comparison-higher = högre
verdict-comparison-lower = lägre
verdict-comparison-not-comparable = jämförs inte
verdict-trend-improving = förbättras
verdict-trend-no-clear-change = ingen tydlig förändring
verdict-trend-worsening = försämras
verdict-trend-increasing = ökar
verdict-trend-decreasing = minskar
verdict-trend-not-calculable = kan inte beräknas
verdict-goal-reached = nått
verdict-goal-not-yet = inte ännu
verdict-goal-on-track = på väg
verdict-goal-off-track = nås knappast
verdict-goal-cannot-tell = går inte att bedöma
verdict-effect-supported = stöds
verdict-effect-weak = svagt stöd
verdict-effect-not-supported = stöds inte
verdict-effect-not-estimable = kan inte beräknas
verdict-prediction-as-expected = som väntat
verdict-prediction-better = bättre än väntat
verdict-prediction-worse = sämre än väntat
verdict-prediction-cannot-tell = går inte att bedöma

## Målens och insatsernas ställning
origin-adopted = antaget
origin-proposed = vårt förslag, inte beslutat
origin-example = exempel
stage-planned = planeras
stage-running = pågår
stage-finished = avslutad
stage-paused = pausad
follow-up-none = Ingen är registrerad.
takes-part-no = Kommunen nämns inte som deltagare.

## Tal med enheter
figure-percent = { $number } %
figure-points-of-percent = { $n ->
    [one] { $number } procentenhet
   *[other] { $number } procentenheter
 }
figure-per-1000 = { $number } per 1 000
figure-per-100000 = { $number } per 100 000
figure-count = { $number }
figure-number = { $number }
figure-ratio = { $number }
figure-index = { $number }
figure-points = { $number } poäng
figure-years = { $number } år
figure-euro = { $number } euro
figure-days = { $n ->
    [one] { $number } dag
   *[other] { $number } dagar
 }
absent-missing = saknas
absent-suppressed = skyddad
absent-not-applicable = ej tillämplig

## Enheter och riktning på indikatorkorten
unit-percent = Procent
unit-per-1000 = Per 1 000 invånare eller elever, enligt definitionen
unit-per-100000 = Per 100 000 invånare
unit-count = Antal
unit-number = Tal
unit-points = Poäng
unit-years = År
unit-euro = Euro
unit-ratio = Kvot
unit-index = Index
unit-days = Dagar
polarity-higher = Högre är bättre
polarity-lower = Lägre är bättre
polarity-neutral = Varken högt eller lågt är bättre
uncertainty-binomial = Beräknad från antalet personer bakom uppgiften.
uncertainty-published = Publicerad av källan.
uncertainty-between-year = Uppskattad från hur mycket uppgiften varierar från år till år.
uncertainty-none = Inte känd.
uncertainty-approximate = Ungefärlig:
card-description = Vad det är
card-numerator = Räknas
card-denominator = Av
card-unit = Enhet
card-direction = Riktning
card-years = Använda år
card-break = Anmärkning om år
card-uncertainty = Osäkerhet
card-small-numbers = Små tal
card-source = Källa
card-read = Hämtad
card-identifier = Beteckning

## Insatser i sin helhet
activity-goal = Mål
activity-owner = Ansvarig
activity-partners = Tillsammans med
activity-period = Period
activity-stage = Skede
activity-done = Gjort hittills
activity-mechanism = Varför det bör fungera
activity-evidence = Kunskapsstöd
activity-follow-up = Uppföljning
activity-standing = Ställning
activity-source = Källa
activity-takes-part = Deltar

## Tabellrubriker
table-goals = Mål: nuläge, målnivå och bedömning
table-changes = Uppgifter som har ändrats sedan förra rapporten
table-barometer = { $area }: värden och jämförelse
table-trends = { $area }: förändring över tid
table-gaps = { $area }: kvinnor och män
table-spread = { $area }: avstånd mellan övre och undre kvartil
head-goal = Mål
head-now = Nu
head-target = Målnivå
head-verdict = Bedömning
head-indicator = Indikator
head-value = Värde
head-interval = 95-procentigt intervall
head-country = { $reference ->
    [published] Landet, publicerad
    [mixed] Landet
   *[median] Mediankommun, landet
 }
head-region = Mediankommun, regionen
head-peers = Median, jämförbara kommuner
head-comparison = Mot landet
head-trend = Över tid
head-trend-relative = Mot landet över tid
head-period = År
head-slope = Förändring per år
head-year = År
head-female = Kvinnor, flickor
head-male = Män, pojkar
head-difference = Skillnad
head-country-gap = Skillnad, landet
head-place = Kommun
head-county = Region
head-group = Grupp
head-change = Vad som hänt
head-before = Före
head-after = Nu
head-spread-first = Första åren
head-spread-last = Senaste åren
head-spread-trend = Avstånd över tid
head-spread-chance = Slumpens andel av variationen
change-revised = ändrad
change-new = ny
change-withdrawn = borttagen
change-redefined = ny skala
group-age = Ålder { $which }
group-grade = Årskurs { $which }

## Diagram
axis-better = Bättre →
axis-worse = ← Sämre
legend-own = Kommunen, med 95-procentigt intervall
legend-country = { $reference ->
    [published] Hela landet
    [mixed] Landet: mediankommun eller publicerad siffra
   *[median] Landets mediankommun
 }
legend-band = Mittersta hälften av kommunerna med uppgift
legend-region = Regionens mediankommun
legend-peers = Median för jämförbara kommuner
legend-direction = Bättre är åt höger, också där ett lågt värde är bra
legend-series = { $reference ->
    [counties] Regionen
   *[median] Kommunen
 }
legend-interval = 95-procentigt intervall
legend-country-series = { $reference ->
    [published] Hela landet
    [mixed] Landet: mediankommun eller publicerad siffra
    [counties] Landets medianregion
   *[median] Landets mediankommun
 }
legend-region-series = Regionens mediankommun
legend-break = Brott i serien
legend-region-band = Mittersta hälften av regionens kommuner
legend-region-median = Regionens mediankommun
legend-country-band = Kvartiler för landets kommuner med uppgift
alt-barometer = { $heading }. Indikatorer: { $rows }; bättre { $better }, sämre { $worse }, inte tydligt skilda { $unclear }.
alt-trends = { $name }: { $improving } av { $panels } serier förbättras tydligt, { $worsening } försämras, { $unclear } visar ingen tydlig förändring.
alt-map = { $heading }: { $better } av { $rows } kommuner är bättre, { $worse } sämre.
alt-spread = Avståndet mellan kommuner, indikatorer: { $panels }; det minskar tydligt för { $narrowing } och ökar för { $widening }.

## Ursprung
provenance-digest = Siffrornas fingeravtryck
provenance-rows = Antal rader med uppgifter
provenance-sources = Källor och dagarna de lästes
provenance-params = Parametrar
provenance-version = Version av impact
provenance-command = Kommando
provenance-python = Python
provenance-platform = Plattform
provenance-template = Mall
provenance-batch = Omgång
provenance-licence = Licens

## Dialogblad
dialogue-title = Till dialog
dialogue-purpose = För ett möte mellan politiker, chefer, personal, elever och föräldrar. Siffrorna öppnar samtalet; de avslutar det inte.
dialogue-seen = Vad vi ser
dialogue-unknown = Vad siffrorna inte kan säga
dialogue-questions = Tre frågor
dialogue-future = Vår bild av framtiden
dialogue-who = Vem gör vad
dialogue-new-actions = Vad vi kommer överens om
dialogue-what = Vad
dialogue-by-whom = Vem
dialogue-when = Klart när
dialogue-seen-by = Hur vi ser att det fungerar
dialogue-voice-children = Vad barn och unga säger
dialogue-voice-parents = Vad föräldrar säger
dialogue-voice-associations = Vad föreningar säger

## Förstasidan för alla rapporter
index-title = Rapporter { $year }
index-lead = En rapport för varje kommun, på kommunens språk. Välj på kartan eller i listan.
index-search = Sök kommun
index-list = Kommuner
index-region = Regionen som helhet
index-failed = Rapporter som inte kunde göras
goal-measure = mått och målnivå: { $origin }
