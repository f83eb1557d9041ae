## Beräknade konsekvenser
quantities-none = Inget i den här bedömningen är uträknat. Konsekvenserna beskrivs bara i ord.
quantities-intro = Vad varje alternativ väntas ändra, jämfört med att fortsätta som nu. Alla tal är beräkningar av vad som skulle hända, inte iakttagelser.
quantities-intervals = Intervallen: { $draws } beräkningar med olika värden på allt som är osäkert, och 95 av 100 hamnar inom intervallet. De täcker bara den osäkerhet som har fått tal.
quantities-calculation-error = En ny omgång beräkningar skulle kunna flytta ett tal med den här andelen av intervallets bredd: { $share }.
quantity-change = { $title } ({ $alternative }): { $level } väntas { $year } i stället för { $without }, en ändring med { $value } (95-procentigt intervall { $range }).
quantity-amount = { $title } ({ $alternative }): { $value } år { $year }.
quantity-in-all = { $title } ({ $alternative }): { $value }.
quantity-not-calculated = { $title } ({ $alternative }): gick inte att räkna ut för alla tillsammans.
quantity-people-fewer = Det är ungefär { $value } personer färre det året ({ $range }).
quantity-people-more = Det är ungefär { $value } personer fler det året ({ $range }).
quantity-people-unclear = I antal personer: { $value } det året ({ $range }).
quantity-unclear = Intervallet går på båda sidor om noll, så det går inte att säga att något skulle ändras.
quantity-scenario = Scenario: bygger på ett tal som ingen har mätt.
quantity-wellbys = { $title } ({ $alternative }): { $value } under alla år tillsammans ({ $range }). En WELLBY är en person, ett år, en poäng högre livstillfredsställelse på skalan 0 till 10.
quantity-heading = { $title }: { $alternative }
quantity-heading-scenario = { $title }: { $alternative } (scenario)
quantity-each-year = { $title } ({ $alternative }): { $value } varje år från { $first } till { $last }.
sentence-pair = { $first } { $second }
listed = { $first }; { $second }
years-range = { $first }–{ $last }
value-range = { $value } ({ $range })
value-scenario = { $value } (scenario)
value-by-place = varje kommun sin egen, { $range }
above-share = över { $limit }
below-share = under { $limit }
range-signed = { $low } till { $high }
dots-better-left = ← Bättre
dots-better-right = Bättre →
dots-worse-left = ← Sämre
dots-worse-right = Sämre →
dots-most-drawn = Diagrammet visar de { $shown } största; tabellen har alla { $all }.
axis-in-year = { $what }, { $year }, mot att fortsätta som nu
axis-by-year = { $what }, mot att fortsätta som nu
axis-persons = Personer
axis-points-of-percent = Procentenheter
axis-percent = Procent
axis-per-1000 = Per 1 000
axis-per-100000 = Per 100 000
axis-count = Antal
axis-number = Tal
axis-points = Poäng
axis-years = År
axis-euro = Euro
axis-ratio = Kvot
axis-index = Index
axis-days = Dagar
axis-hours = Timmar
axis-minutes = Minuter
axis-kilometres = Kilometer
axis-wellby = WELLBY
axis-sek = svenska kronor
axis-eur = euro
axis-nok = norska kronor
axis-gbp = brittiska pund
axis-each-year = { $what }, varje år, mot att fortsätta som nu
figure-hours = { $n ->
    [one] { $number } timme
   *[other] { $number } timmar
 }
figure-minutes = { $n ->
    [one] { $number } minut
   *[other] { $number } minuter
 }
figure-kilometres = { $number } km
figure-wellby = { $number } WELLBY
figure-sek = { $n ->
    [one] { $number } krona
   *[other] { $number } kronor
 }
figure-million-sek = { $number } miljoner kronor
figure-eur = { $number } euro
figure-million-eur = { $number } miljoner euro
figure-nok = { $n ->
    [one] { $number } norsk krona
   *[other] { $number } norska kronor
 }
figure-million-nok = { $number } miljoner norska kronor
figure-gbp = { $n ->
    [one] { $number } brittiskt pund
   *[other] { $number } brittiska pund
 }
figure-million-gbp = { $number } miljoner brittiska pund
legend-dots-whole = Alla tillsammans
head-place-or-year = Vad, var eller när
head-without-it = Om det fortsätter som nu
head-with-it = Med alternativet
head-drawn = Ändring
head-persons = Personer
table-by-year = År för år
alt-dots = { $heading }. { $first }. Ritade rader: { $rows }; intervall på en sida om noll: { $clear }.

## Vem vinner och vem förlorar
distribution-none = Ingen konsekvens för någon grupp är registrerad.
distribution-intro = Samma beslut kan vara bra för några och dåligt för andra. Barn står först.
distribution-heading = Grupper: { $alternative }
distribution-places-heading = Mellan kommunerna
distribution-places = { $title } ({ $alternative }): från { $low } i en kommun ({ $low_place }) till { $high } i en annan ({ $high_place }).
distribution-places-same = Samma effekt antas överallt. Kommunerna skiljer sig åt för att de börjar från olika nivåer och har olika många personer.
distribution-counts = Av { $groups } grupper får { $gain } det bara bättre, { $lose } bara sämre och { $both } både bättre och sämre.
distribution-open = För { $open } går det åt båda hållen eller är okänt.
group-mark-children = barn eller unga
group-mark-vulnerable = utsatt grupp
group-size = { $people } personer
effect-short = kort sikt
effect-long = lång sikt
effect-short-and-long = kort och lång sikt
effect-mitigated = åtgärd planerad
effect-accepted = godtas, med skäl
effect-open = ingen åtgärd angiven
head-whom = Grupp
head-side-better = ▲ Blir bättre
head-side-worse = ▼ Blir sämre
head-side-mixed = ◇ Både bättre och sämre
head-side-unknown = ? Okänt

## Vad osäkerheten beror på
drivers-none = Det finns ingen osäkerhet att dela upp: inget uträknat tal har ett intervall.
drivers-intro = Vilka av de tal som används gör svaret osäkert? Bättre kunskap om de första skulle minska intervallen mest.
drivers-only = { $title } ({ $alternative }): all osäkerhet kommer från ett enda tal. { $parameter }.
drivers-most = Ett tal förklarar det mesta av osäkerheten, { $share }: { $parameter }. Därefter: { $second }.
drivers-largest = Flera tal delar på osäkerheten. Den största delen, { $share }: { $parameter }. Därefter: { $second }.
drivers-heading = { $title }: { $alternative }
legend-driver-alone = Andel av osäkerheten, talet ensamt
legend-driver-total = Tillsammans med de andra talen
legend-dots-good = Bättre, med 95-procentigt intervall
legend-dots-bad = Sämre, med 95-procentigt intervall
legend-dots-plain = Ändring, med 95-procentigt intervall
legend-dots-unknown = Går inte att säga: det 95-procentiga intervallet går på båda sidor om noll
head-driver = Tal
head-alone = Andel, ensamt
head-in-all = Andel, med de andra
input-all = Allt
input-figure = Nivån i dag: { $indicator }
input-reach = Andel som nås: { $subject }
input-transfer = Andel av effekten som väntas här: { $subject }
input-baseline = Nivån i dag: { $subject }
input-population = Antal personer: { $subject }
input-amount = Angiven mängd: { $subject }
input-points = Poäng livstillfredsställelse: { $subject }
input-cost = Kostnad per år: { $subject }
input-price = Angivet pris: { $subject }
input-parameter = Effekten enligt studier: { $subject }
input-assumed = Antagen effekt: { $subject }

## Kostnader och värden
economics-none = Inga kostnader eller priser är angivna i den här bedömningen.
economics-no-price = Inget pris är angivet, så ingen nytta räknas om till pengar. Tabellen säger vad en enhet kostar och låter läsaren avgöra om det är värt det.
economics-no-cost = { $alternative }: ingen kostnad är angiven.
economics-net-above = { $alternative }: den nytta som har ett pris är värd { $value } mer än kostnaden.
economics-net-below = { $alternative }: den nytta som har ett pris är värd { $value } mindre än kostnaden.
economics-chance = { $alternative }: sannolikheten att den prissatta nyttan täcker kostnaden är { $chance }. Nytta utan pris är inte med.
economics-table = Vad det kostar och vad det ger
economics-remark-prices = { $year } års priser.
economics-remark-rate = Senare år räknas lägre: kalkylränta { $rate } per år. Källa: { $source }
economics-remark-no-rate = Senare år räknas lika mycket som det första. Källa: { $source }
economics-remark-unit = En enhet är en person eller ett fall under ett år, en angiven enhet eller en WELLBY.
economics-remark-scenario = Scenario: bygger på ett tal som ingen har mätt.
economics-not-calculable = går inte att räkna ut
economics-costs = Kostnader per år, som de är angivna
economics-prices = Priser, som de är angivna
economics-prices-stated = Priserna är bedömningens eget val. Något officiellt nordiskt pris på en WELLBY har inte hittats.
economics-wellby = En poäng livstillfredsställelse, en person, ett år (WELLBY)
economics-cost = { $alternative }: kostar sammanlagt { $value }.
economics-saving = { $alternative }: sparar sammanlagt { $value }.
information-none = Inte ens fullständig kunskap före beslutet skulle nämnvärt ändra vilket alternativ som ekonomiskt är bäst.
information-all = Att ta reda på allt säkert före beslutet skulle vara värt högst { $value }. En undersökning som kostar mer lönar sig inte.
information-one = Av enskilda tal vore det här mest värt att veta, högst { $value }: { $parameter }.
measure-cost = Kostnad sammanlagt
measure-benefit = Nytta som har ett pris
measure-net-benefit = Nytta minus kostnad
measure-benefit-cost-ratio = Nyttokostnadskvot: nytta per satsad krona eller euro
measure-probability-positive = Sannolikhet att nyttan är större än kostnaden
measure-cost-per-unit = Kostnad per enhet förbättring: { $subject }
measure-switching-price = Brytpris, där nyttan är lika stor som kostnaden: { $subject }
column-yardstick = Vad
column-cost-item = Kostnad
column-option = Alternativ
column-cost-years = År
column-per-year = Per år
column-payer = Vem betalar
column-rests-on = Bygger på
column-priced = Vad som har ett pris
column-unit-price = Pris på en enhet
acceptability-heading = Vad får en enhet kosta? { $subject }
acceptability-axis = Vad man tycker att en enhet är värd, { $unit }
acceptability-found = Den som tycker att en enhet är värd minst ungefär { $price } finner att nyttan troligen täcker kostnaden ({ $alternative }).
acceptability-never = Inte ens vid { $price } per enhet täcker nyttan troligen kostnaden.
head-option = Alternativ
head-unit-price = Pris på en enhet
head-chance = Sannolikhet att nyttan täcker kostnaden

## Alla tal som har använts
parameters-none = Inga tal har använts i den här bedömningen.
parameters-heading = Alla tal som beräkningarna bygger på
parameters-remark = Inom parentes: för effekter från studier studiens intervall, för angivna tal det lägsta och högsta som anses möjligt.
column-number = Tal
column-shape = Hur det varierar
column-served = Används till
standing-scenario = scenario, inte uppmätt
served-costs = Kostnader
basis-not-stated = ingen källa angiven
basis-own-figures = uppgifter i rapporten, källorna står sist
basis-scenario = scenario, inte uppmätt: { $basis }
shape-fixed = räknas som säkert
shape-lognormal = längre uppåt (lognormal)
shape-normal = lika åt båda håll (normal)
shape-beta = mellan 0 och 1 (beta)
shape-gamma = över noll (gamma)
shape-triangular = lägsta till högsta (triangel)
shape-by-place = per kommun
parameter-cards = Effekterna som används: varifrån de kommer och hur långt de gäller
parameter-value = Värde
parameter-measure = Slags tal
parameter-causal = Orsak eller samband
parameter-outcome = Påverkar
parameter-contrast = Jämför
parameter-design = Hur det togs fram
parameter-population = Bland vilka
parameter-transfer = Gäller det här?
parameter-note = Anmärkning
parameter-citation = Källa
parameter-doi = DOI
parameter-url = Adress
parameter-seen-in = Vad som är läst
effect-measure-relative-risk = Riskkvot
effect-measure-odds-ratio = Oddskvot
effect-measure-hazard-ratio = Hasardkvot
effect-measure-rate-ratio = Incidenskvot
effect-measure-standardised-mean-difference = Standardiserad skillnad
effect-measure-mean-difference = Skillnad i medelvärde
effect-measure-risk-difference = Skillnad i andel
effect-measure-correlation = Korrelation
effect-measure-attributable-fraction = Tillskrivbar andel
effect-measure-cost = Kostnad
causal-causal = Läses som orsak
causal-association = Bara samband: används inte för att förklara fall
causal-scenario = Scenario: ett tal utan det som en verklig effekt kräver

## Bedömningar i kommunens rapport
assessments-heading = Konsekvensbedömningar före beslut
assessments-remark = Varje bedömning har en egen rapport.
column-assessed = Bedömning
column-asked = Fråga
column-decided = Beslut
column-calculated = Beräknad
assessment-example = { $title } (exempel, inte ett beslut av någon kommun)
assessment-decided = { $alternative }, beslutat { $date }
assessment-recommended = Rekommenderas: { $alternative } ({ $stage })
stage-of-screening = inte beslutat: behovet av en bedömning övervägs
stage-of-scoping = inte beslutat: bedömningen avgränsas
stage-of-appraisal = inte beslutat: konsekvenserna bedöms
stage-of-reporting = inte beslutat: bedömningen är klar
stage-of-decided = beslutat
stage-of-monitoring = beslutat, följs upp
stage-of-closed = avslutad
track-predictions = Förutsägelser före beslut, { $total } i allt: som väntat { $as_expected }, bättre { $better }, sämre { $worse }, går inte att bedöma { $cannot_tell }, inte känt än { $waiting }.
track-predictions-example = Längre fram i rapporten: { $count_n ->
    [one] en förutsägelse
   *[other] { $count } förutsägelser
 } ur ett exempel som ingen har beslutat.
track-predictions-changed = Några förutsägelser har ändrats i efterhand; tabellen visar båda datumen.
turned-out-heading = Blev det som förutsagt?
predictions-remark-range = Varje intervall rymmer 95 av 100 väntade utfall, med den vanliga variationen mellan år. Bedömningen bygger på det intervall som registrerades först.
predictions-remark-good = Som väntat betyder att utfallet stämmer med förutsägelsen, inte att beslutet orsakade det.
predictions-remark-scenario = Scenario: förutsägelsen bygger på ett tal som ingen har mätt.
column-predicted = Förutsagt
column-without = Om inget hade gjorts
column-observed = Utfall
column-why = Varför
column-registered = Registrerad
prediction-of = { $indicator }, { $year } ({ $title })
prediction-not-yet = inte känt än
prediction-why-as-expected = Inom det förutsagda intervallet, och utanför det som väntades utan beslutet.
prediction-why-better = Utanför det förutsagda intervallet, på den goda sidan.
prediction-why-worse = Utanför det förutsagda intervallet, på den dåliga sidan.
prediction-why-no-figure = Det finns ännu ingen uppgift för det året.
prediction-why-registered-late = Registrerad när uppgiften redan var känd, så det var ingen förutsägelse.
prediction-why-no-range = Intervallet är inte känt, så det går inte att jämföra.
prediction-why-also-without = Utfallet väntades även om inget hade gjorts, så det säger inget om beslutet.
prediction-changed = { $registered }; ändrad { $changed } till { $range }
prediction-changed-only = { $registered }; ändrad { $changed }
