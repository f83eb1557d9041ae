### Meningar som anteckningsböckerna lägger i blocken. Ortnamn står bara i grundform.
### Ett tal $x är färdigskrivet; $x_n är bara talet, för val av singular och plural.

## Huvudmening
headline-both = { $place }: tydligt bättre än { $reference_name } på { $better } av { $tested } indikatorer som kan prövas, tydligt sämre på { $worse }.
headline-better = { $place }: tydligt bättre än { $reference_name } på { $better } av { $tested } indikatorer som kan prövas, inte tydligt sämre på någon.
headline-worse = { $place }: tydligt sämre än { $reference_name } på { $worse } av { $tested } indikatorer som kan prövas, inte tydligt bättre på någon.
headline-trends = { $place }: ingen indikator skiljer sig tydligt från { $reference_name }, men { $trends_n ->
    [one] en förändras tydligt över tid
   *[other] { $trends } förändras tydligt över tid
 }.
headline-none = { $place }: inget skiljer sig tydligt från { $reference_name }, och inget förändras tydligt över tid.
headline-untestable = { $place }: det finns uppgifter, men inga som kan prövas mot andra kommuner eller över tid.
headline-no-figures = { $place }: det finns inga uppgifter för kommunen.
headline-region = { $place }: { $improving } av { $tested } prövade indikatorer förbättras tydligt i mediankommunen, { $worsening } försämras.
headline-region-untestable = { $place }: ingen indikator har en tillräckligt lång serie för att prövas över tid.

## Uppgifternas läge
note-historical = Historiska uppgifter: de nyaste är från { $year }. De säger inget om i dag.
note-thin = Få uppgifter: { $indicators_n ->
    [one] en indikator finns
   *[other] { $indicators } indikatorer finns
 } för { $place }.
note-simulated = Simulerade uppgifter: påhittade för övning, inte observerade.
note-snapshot = Uppgifterna är hämtade { $date }. Senare rättelser hos källan är inte med.
note-snapshots = Uppgifterna är hämtade mellan { $first } och { $last }. Senare rättelser hos källorna är inte med.

## Vad uppgifterna jämförs med
reference-median-se = mediankommunen i Sverige
reference-median-fi = mediankommunen i Finland
reference-median-no = mediankommunen i Norge
reference-published-se = hela Sverige
reference-published-fi = hela Finland
reference-published-no = hela Norge

## Resultat. En mening, en prövning.
finding-better = { $indicator } ({ $year }): { $value }, bättre än { $reference_name } ({ $reference }).
finding-worse = { $indicator } ({ $year }): { $value }, sämre än { $reference_name } ({ $reference }).
finding-higher = { $indicator } ({ $year }): { $value }, högre än { $reference_name } ({ $reference }).
finding-lower = { $indicator } ({ $year }): { $value }, lägre än { $reference_name } ({ $reference }).
finding-improving = { $indicator }: förbättras, med ungefär { $slope } per år från { $first } till { $last }.
finding-worsening = { $indicator }: försämras, med ungefär { $slope } per år från { $first } till { $last }.
finding-increasing = { $indicator }: ökar, med ungefär { $slope } per år från { $first } till { $last }.
finding-decreasing = { $indicator }: minskar, med ungefär { $slope } per år från { $first } till { $last }.
finding-improving-relative = { $indicator }: förbättras jämfört med { $reference_name }, med ungefär { $slope } per år från { $first } till { $last }.
finding-worsening-relative = { $indicator }: försämras jämfört med { $reference_name }, med ungefär { $slope } per år från { $first } till { $last }.
finding-increasing-relative = { $indicator }: ökar jämfört med { $reference_name }, med ungefär { $slope } per år från { $first } till { $last }.
finding-decreasing-relative = { $indicator }: minskar jämfört med { $reference_name }, med ungefär { $slope } per år från { $first } till { $last }.
findings-none = Inget här skiljer sig tydligt från { $reference_name } eller förändras tydligt över tid. Också det är ett resultat.
findings-none-testable = Ingen uppgift här kan prövas, så sidan säger inget om bättre eller sämre.
findings-no-figures = Det finns inga uppgifter för kommunen i de tabeller som används.
findings-more = { $count_n ->
    [one] Ett resultat till klarade
   *[other] { $count } resultat till klarade
 } samma prövning; se områdena nedan.
findings-unclear = { $unclear_n ->
    [one] En indikator
   *[other] { $unclear } indikatorer
 } av { $tested } kan inte skiljas från slumpen i jämförelse med { $reference_name }.
findings-untested = { $count_n ->
    [one] En indikator visas men jämförs inte: dess
   *[other] { $count } indikatorer visas men jämförs inte: deras
 } osäkerhet är inte känd.
findings-rule = Sidans { $tests } prövningar bedöms tillsammans, så att slumpen ensam sällan ger ett resultat.

## Mål
goals-none = Inga mål är registrerade för kommunen.
goals-proposed = Målnivåer märkta ”vårt förslag, inte beslutat” är inte antagna av kommunen eller länet.
goal-reason-no-indicator = Ingen indikator mäter målet. Det följs upp på annat sätt, eller inte alls.
goal-reason-own = { $reason }
goal-reason-no-figure = Det finns ingen uppgift för målets indikator.
goal-reason-no-baseline = Utgångsläget kan inte beräknas: uppgifter saknas för { $first } till { $last }.
goal-reason-before-period = Den nyaste uppgiften är från { $year }, innan målperioden började.
goal-reason-uncertain = Avståndet till målet ryms inom vad slumpen kan ge.
goal-reason-no-uncertainty = Uppgiftens osäkerhet är inte känd, så det går inte att pröva om målet är nått.
goal-reason-tested = Uppgiften är bättre än målet med mer än slumpen brukar ge.
goal-reason-tested-short = Uppgiften når inte målet, och skillnaden är större än slumpen brukar ge.

## Insatser
activities-none = Inga insatser är registrerade för kommunen.
activities-none-region = Inga insatser är registrerade för regionen.
activities-count = I allt { $running } pågår och { $planned } planeras; hela listan står längre fram.
activities-no-follow-up = { $count_n ->
    [one] En insats saknar
   *[other] { $count } insatser saknar
 } registrerad uppföljning.
activities-none-takes-part = De registrerade insatserna nämner inte att kommunen deltar.

## Hur blev det?
track-goals = Av { $total } mål: nådda { $reached }, på väg { $on_track }, nås knappast { $off_track }, inte ännu { $not_yet }, går inte att bedöma { $cannot_tell }.
track-trends = Indikatorer som förbättras tydligt: { $improving }, försämras: { $worsening }, ingen tydlig förändring: { $unclear }.
track-trends-neutral = Neutrala indikatorer som ökar tydligt: { $rising }, minskar: { $falling }.
track-no-trends = Ingen serie är tillräckligt lång för att visa en riktning.
track-against = Starkaste skälet till försiktighet: { $finding }
track-no-effects = Om någon insats har orsakat detta är inte utvärderat.

## Förändringar sedan förra rapporten
changes-first = Detta är den första rapporten, så det finns inget att jämföra med.
changes-none = Inga uppgifter har ändrats sedan förra rapporten, { $year }.
changes-count = Sedan förra rapporten ({ $year }): nya uppgifter { $new }, ändrade { $revised }, borttagna { $withdrawn }.
changes-redefined = { $count_n ->
    [one] En indikator har bytt skala
   *[other] { $count } indikatorer har bytt skala
 } hos källan; äldre värden blandas inte in.

## Områden
area-heading-better = { $area }: tydligt bättre än { $reference_name } på { $better } av { $tested }
area-heading-worse = { $area }: tydligt sämre än { $reference_name } på { $worse } av { $tested }
area-heading-both = { $area }: bättre på { $better }, sämre på { $worse } av { $tested }
area-heading-none = { $area }: inget skiljer sig tydligt från { $reference_name }
area-heading-untested = { $area }: visas, jämförs inte
area-trends-heading = { $area }: så har det utvecklats
gap-remark = Skillnader mellan grupper prövas tillsammans.
gaps-none = Ingen uppgift här är uppdelad på kön.
row-note-old = Den nyaste uppgiften är från { $year }.
row-note-break = Serien bryts { $year }.
row-note-suppressed = Skyddad hos källan: för få personer.
row-note-missing = Saknas hos källan.
row-note-no-uncertainty = Osäkerheten är inte känd.
row-note-short = Färre än { $years } obrutna år.
row-note-window = Värdena omfattar flera år var, så förändring per år kan inte prövas.

## Platser som ännu är tomma
effects-none = Effekter: ingen utvärdering är registrerad för kommunen.
assessments-none = Konsekvensbedömningar före beslut: ingen är registrerad.
forecasts-none = Ingen indikator har tillräckligt med siffror för en prognos.
local-none = Kommunen har inte lagt till någon egen text.

## Bilagor
omission-no-figures = Inget värde för platsen.
omission-too-old = Det nyaste värdet är från { $year }, äldre än rapporten tillåter.
omission-suppressed = Alla senare värden är skyddade hos källan.
omission-no-register = Inget öppet register mäter detta.
table-full = Alla värden i rapporten
table-diagnostics = Vad varje bedömning vilar på
table-omissions = Vad rapporten utelämnar, och varför
table-peers = Jämförbara kommuner

## Dialogblad
dialogue-question-surprise = Vad förvånar oss i uppgifterna, och vad vet vi som de inte visar?
dialogue-question-children = Vad säger barn, elever och föräldrar om samma saker?
dialogue-question-next = Vad ska vi göra, vem gör det, och hur ser vi om det fungerade?
dialogue-unknown-causes = Uppgifterna säger inte varför något är som det är.
dialogue-unknown-small = En liten kommun rör sig av slump från år till år.
dialogue-unknown-goals = { $count_n ->
    [one] Ett mål kan inte bedömas med siffror.
   *[other] { $count } mål kan inte bedömas med siffror.
 }

## Region
region-spread-heading = { $area }: hur långt ifrån varandra ligger kommunerna?
region-equality-heading = Likvärdig kvalitet
region-spread-narrowing = { $indicator }: kommunerna närmar sig varandra.
region-spread-widening = { $indicator }: kommunerna glider isär.
region-spread-none = Avståndet mellan kommunerna förändras inte tydligt.
region-spread-chance = Tabellen säger hur mycket av variationen mellan kommunerna som slumpen förklarar. Nära 100 % kan uppgifterna inte skilja kommunerna åt; med få kommuner är också andelen osäker.
region-multiples-heading = { $indicator }, kommun för kommun
region-map-heading = { $indicator }, { $year }: jämfört med { $reference_name }
region-improvers-heading = Vem förbättrar sig?
region-improvers-caption = Tydliga förändringar över tid, efter kommun och indikator
region-improvers-none = Ingen kommun visar någon tydlig förändring över tid.
region-goals-caption = Mål i regionen
region-pupils-caption = Elever efter årskurs, hösten { $year }, räknade där skolan ligger
region-pupils-heading = Elever efter årskurs
region-latest-caption = Nyaste värde efter kommun: { $indicator }
region-remark-order = Kommunerna står i bokstavsordning. Detta är ingen rangordning.

## Kolumnrubriker
column-indicator = Indikator
column-place = Kommun
column-year = År
column-value = Värde
column-lower = Undre gräns
column-upper = Övre gräns
column-group = Grupp
column-status = Status
column-source = Källa
column-vintage = Hämtad
column-verdict = Bedömning
column-trend = Utveckling
column-trend-relative = Mot landet
column-test = Prövning
column-basis = Osäkerhet från
column-p-value = p-värde
column-years-used = Använda år
column-slope = Förändring per år
column-reason = Skäl
column-country = Mediankommun, landet
column-region = Mediankommun, regionen
column-peers = Median för jämförbara kommuner
column-distance = Avstånd
column-goal = Mål
column-grade = Årskurs { $grade }
column-preschool-class = Förskoleklass
column-total = Totalt
column-population = Folkmängd
column-p-value-adjusted = p-värde, alla prövningar tillsammans
column-reached = Nådda
column-not-yet = Inte ännu
column-cannot-tell = Går inte att bedöma
column-origin = Ställning
column-words = { $words }
table-context = Bakgrundsuppgifter; de är varken bra eller dåliga
region-goal-places-caption = Mål efter kommun
region-pupils-none = Inga uppgifter om elever efter årskurs.
test-comparison = Nyaste värdet mot landets uppgift
test-trend = Förändring över tid
test-trend-relative = Förändring över tid mot landets uppgift
test-gap = Skillnad mellan kvinnor och män, eller flickor och pojkar
basis-binomial = Antal personer
basis-published = Gränser från uppgiftslämnaren
basis-between-year = Variation från år till år
basis-none = Okänd
group-total = Alla
group-female = Kvinnor, flickor
group-male = Män, pojkar
status-ok = Publicerad
status-provisional = Preliminär
status-missing = Saknas
status-suppressed = Skyddad
status-not-applicable = Ej tillämplig
status-simulated = Simulerad
region-goals-none = Inga mål är registrerade för regionen.
region-findings-none = Ingen indikator förändras tydligt i mediankommunen.
finding-median-improving = { $indicator }: mediankommunen förbättras, med ungefär { $slope } per år från { $first } till { $last }.
finding-median-worsening = { $indicator }: mediankommunen försämras, med ungefär { $slope } per år från { $first } till { $last }.
finding-median-increasing = { $indicator }: ökar i mediankommunen, med ungefär { $slope } per år från { $first } till { $last }.
finding-median-decreasing = { $indicator }: minskar i mediankommunen, med ungefär { $slope } per år från { $first } till { $last }.
peers-none = Inga jämförbara kommuner är valda.
peers-official = Valda av uppgiftslämnaren, tema { $theme }.
peers-distance = De { $count } närmaste i de indikatorer som planen nämner; ju mindre avstånd, desto mer lika.
groups-heading = Lika förutsättningar
headline-region-none = { $place }: ingen av { $tested } prövade indikatorer förändras tydligt i mediankommunen.
column-together = Alla tillsammans
goal-origins = { $goal } · mått och målnivå: { $measure }
region-goals-remark = Alla tillsammans: kommunernas medelavstånd till sina egna målnivåer. Kolumnerna därefter räknar kommuner.
track-goals-together = Mätbara mål, alla kommuner tillsammans: { $total }. Nådda: { $reached }, inte ännu: { $not_yet }, går inte att bedöma: { $cannot_tell }.
reference-mixed-se = siffrorna för Sverige
reference-mixed-fi = siffrorna för Finland
reference-mixed-no = siffrorna för Norge
region-neighbours-caption = Grannkommuner, nyaste värden
