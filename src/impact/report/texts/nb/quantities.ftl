## Beregnede virkninger
quantities-none = Ingenting i denne vurderingen er beregnet. Virkningene er bare beskrevet med ord.
quantities-intro = Hva hvert alternativ er ventet å endre, sammenlignet med å fortsette som nå. Alle tall er beregninger av hva som ville skje, ikke observasjoner.
quantities-intervals = Intervallene: { $draws } beregninger med ulike verdier på alt som er usikkert, og 95 av 100 havner innenfor. De dekker bare usikkerhet som har fått tall.
quantities-calculation-error = En ny runde med beregninger kunne flytte et tall med denne andelen av intervallets bredde: { $share }.
quantity-change = { $title } ({ $alternative }): { $level } ventes i { $year } i stedet for { $without }, en endring på { $value } (95-prosentintervall { $range }).
quantity-amount = { $title } ({ $alternative }): { $value } i { $year }.
quantity-in-all = { $title } ({ $alternative }): { $value }.
quantity-not-calculated = { $title } ({ $alternative }): kunne ikke beregnes for alle samlet.
quantity-people-fewer = Det er omtrent { $value } færre personer det året ({ $range }).
quantity-people-more = Det er omtrent { $value } flere personer det året ({ $range }).
quantity-people-unclear = I antall personer: { $value } det året ({ $range }).
quantity-unclear = Intervallet går på begge sider av null, så det kan ikke sies at noe ville endre seg.
quantity-scenario = Scenario: bygger på et tall som ingen har målt.
quantity-wellbys = { $title } ({ $alternative }): { $value } for alle år samlet ({ $range }). Én WELLBY er én person, ett år, ett poeng høyere tilfredshet med livet på skalaen 0 til 10.
quantity-heading = { $title }: { $alternative }
quantity-heading-scenario = { $title }: { $alternative } (scenario)
quantity-each-year = { $title } ({ $alternative }): { $value } hvert år fra { $first } til { $last }.
sentence-pair = { $first } { $second }
listed = { $first }; { $second }
years-range = { $first }–{ $last }
value-range = { $value } ({ $range })
value-scenario = { $value } (scenario)
value-by-place = hver kommune sitt eget, { $range }
above-share = over { $limit }
below-share = under { $limit }
range-signed = { $low } til { $high }
dots-better-left = ← Bedre
dots-better-right = Bedre →
dots-worse-left = ← Dårligere
dots-worse-right = Dårligere →
dots-most-drawn = Figuren viser de { $shown } største; tabellen har alle { $all }.
axis-in-year = { $what }, { $year }, mot å fortsette som nå
axis-by-year = { $what }, mot å fortsette som nå
axis-persons = Personer
axis-points-of-percent = Prosentpoeng
axis-percent = Prosent
axis-per-1000 = Per 1 000
axis-per-100000 = Per 100 000
axis-count = Antall
axis-number = Tall
axis-points = Poeng
axis-years = År
axis-euro = Euro
axis-ratio = Forholdstall
axis-index = Indeks
axis-days = Dager
axis-hours = Timer
axis-minutes = Minutter
axis-kilometres = Kilometer
axis-wellby = WELLBY
axis-sek = svenske kroner
axis-eur = euro
axis-nok = norske kroner
axis-gbp = britiske pund
axis-each-year = { $what }, hvert år, mot å fortsette som nå
figure-hours = { $n ->
    [one] { $number } time
   *[other] { $number } timer
 }
figure-minutes = { $n ->
    [one] { $number } minutt
   *[other] { $number } minutter
 }
figure-kilometres = { $number } km
figure-wellby = { $number } WELLBY
figure-sek = { $n ->
    [one] { $number } svensk krone
   *[other] { $number } svenske kroner
 }
figure-million-sek = { $number } millioner svenske kroner
figure-eur = { $number } euro
figure-million-eur = { $number } millioner euro
figure-nok = { $n ->
    [one] { $number } krone
   *[other] { $number } kroner
 }
figure-million-nok = { $number } millioner kroner
figure-gbp = { $n ->
    [one] { $number } britisk pund
   *[other] { $number } britiske pund
 }
figure-million-gbp = { $number } millioner britiske pund
legend-dots-whole = Alle samlet
head-place-or-year = Hva, hvor eller når
head-without-it = Om det fortsetter som nå
head-with-it = Med alternativet
head-drawn = Endring
head-persons = Personer
table-by-year = År for år
alt-dots = { $heading }. { $first }. Tegnede rader: { $rows }; intervall på én side av null: { $clear }.

## Hvem vinner og hvem taper
distribution-none = Ingen virkning for noen gruppe er registrert.
distribution-intro = Det samme vedtaket kan være bra for noen og dårlig for andre. Barn står først.
distribution-heading = Grupper: { $alternative }
distribution-places-heading = Mellom kommunene
distribution-places = { $title } ({ $alternative }): fra { $low } i én kommune ({ $low_place }) til { $high } i en annen ({ $high_place }).
distribution-places-same = Samme virkning er forutsatt overalt. Kommunene er ulike fordi de starter fra ulike nivåer og har ulikt antall personer.
distribution-counts = Av { $groups } grupper får { $gain } det bare bedre, { $lose } bare dårligere og { $both } både bedre og dårligere.
distribution-open = For { $open } går det begge veier eller er ukjent.
group-mark-children = barn eller unge
group-mark-vulnerable = sårbar gruppe
group-size = { $people } personer
effect-short = kort sikt
effect-long = lang sikt
effect-short-and-long = kort og lang sikt
effect-mitigated = tiltak planlagt
effect-accepted = godtas, med begrunnelse
effect-open = ingen tiltak oppgitt
head-whom = Gruppe
head-side-better = ▲ Blir bedre
head-side-worse = ▼ Blir dårligere
head-side-mixed = ◇ Både bedre og dårligere
head-side-unknown = ? Ukjent

## Hva usikkerheten skyldes
drivers-none = Det er ingen usikkerhet å dele opp: ingen beregnede tall har et intervall.
drivers-intro = Hvilke av tallene som brukes, gjør svaret usikkert? Bedre kunnskap om de første ville snevret inn intervallene mest.
drivers-only = { $title } ({ $alternative }): all usikkerhet kommer fra ett eneste tall. { $parameter }.
drivers-most = Ett tall forklarer det meste av usikkerheten, { $share }: { $parameter }. Deretter: { $second }.
drivers-largest = Flere tall deler usikkerheten. Den største delen, { $share }: { $parameter }. Deretter: { $second }.
drivers-heading = { $title }: { $alternative }
legend-driver-alone = Andel av usikkerheten, tallet alene
legend-driver-total = Sammen med de andre tallene
legend-dots-good = Bedre, med 95-prosentintervall
legend-dots-bad = Dårligere, med 95-prosentintervall
legend-dots-plain = Endring, med 95-prosentintervall
legend-dots-unknown = Kan ikke sies: 95-prosentintervallet går på begge sider av null
head-driver = Tall
head-alone = Andel, alene
head-in-all = Andel, med de andre
input-all = Alt
input-figure = Nivået i dag: { $indicator }
input-reach = Andel som nås: { $subject }
input-transfer = Andel av virkningen som ventes her: { $subject }
input-baseline = Nivået i dag: { $subject }
input-population = Antall personer: { $subject }
input-amount = Oppgitt mengde: { $subject }
input-points = Poeng tilfredshet med livet: { $subject }
input-cost = Kostnad per år: { $subject }
input-price = Oppgitt pris: { $subject }
input-parameter = Virkningen ifølge studier: { $subject }
input-assumed = Antatt virkning: { $subject }

## Kostnader og verdier
economics-none = Ingen kostnader eller priser er oppgitt i denne vurderingen.
economics-no-price = Ingen pris er oppgitt, så ingen nytte er gjort om til penger. Tabellen sier hva en enhet koster og lar leseren avgjøre om det er verdt det.
economics-no-cost = { $alternative }: ingen kostnad er oppgitt.
economics-net-above = { $alternative }: nytten som har en pris, er verdt { $value } mer enn kostnaden.
economics-net-below = { $alternative }: nytten som har en pris, er verdt { $value } mindre enn kostnaden.
economics-chance = { $alternative }: sannsynligheten for at prissatt nytte dekker kostnaden, er { $chance }. Nytte uten pris er ikke med.
economics-table = Hva det koster, og hva det gir
economics-remark-prices = { $year }-priser.
economics-remark-rate = Senere år teller mindre: kalkulasjonsrente { $rate } per år. Kilde: { $source }
economics-remark-no-rate = Senere år teller like mye som det første. Kilde: { $source }
economics-remark-unit = En enhet er én person eller ett tilfelle i ett år, én oppgitt enhet eller én WELLBY.
economics-remark-scenario = Scenario: bygger på et tall som ingen har målt.
economics-not-calculable = kan ikke beregnes
economics-costs = Kostnader per år, som oppgitt
economics-prices = Priser, som oppgitt
economics-prices-stated = Prisene er vurderingens eget valg. Noen offisiell nordisk pris på en WELLBY er ikke funnet.
economics-wellby = Ett poeng tilfredshet med livet, én person, ett år (WELLBY)
economics-cost = { $alternative }: koster til sammen { $value }.
economics-saving = { $alternative }: sparer til sammen { $value }.
information-none = Selv full kunnskap før vedtaket ville neppe endre hvilket alternativ som kommer best ut i penger.
information-all = Å finne ut alt sikkert før vedtaket ville være verdt høyst { $value }. En undersøkelse som koster mer, lønner seg ikke.
information-one = Av enkelttall ville det være mest verdt å vite dette, høyst { $value }: { $parameter }.
measure-cost = Kostnad til sammen
measure-benefit = Nytte som har en pris
measure-net-benefit = Nytte minus kostnad
measure-benefit-cost-ratio = Nytte-kostnadsbrøk: nytte per brukt krone eller euro
measure-probability-positive = Sannsynlighet for at nytten er større enn kostnaden
measure-cost-per-unit = Kostnad per enhet forbedring: { $subject }
measure-switching-price = Vippepris, der nytten er lik kostnaden: { $subject }
column-yardstick = Hva
column-cost-item = Kostnad
column-option = Alternativ
column-cost-years = År
column-per-year = Per år
column-payer = Hvem betaler
column-rests-on = Bygger på
column-priced = Hva som har en pris
column-unit-price = Pris på en enhet
acceptability-heading = Hva kan en enhet koste? { $subject }
acceptability-axis = Hva man mener en enhet er verdt, { $unit }
acceptability-found = Den som mener at én enhet er verdt minst omtrent { $price }, finner at nytten trolig dekker kostnaden ({ $alternative }).
acceptability-never = Selv ved { $price } per enhet dekker nytten trolig ikke kostnaden.
head-option = Alternativ
head-unit-price = Pris på en enhet
head-chance = Sannsynlighet for at nytten dekker kostnaden

## Alle tall som er brukt
parameters-none = Ingen tall er brukt i denne vurderingen.
parameters-heading = Alle tall beregningene bygger på
parameters-remark = I parentes: for virkninger fra studier studiens intervall, for oppgitte tall det laveste og høyeste som anses mulig.
column-number = Tall
column-shape = Hvordan det varierer
column-served = Brukt til
standing-scenario = scenario, ikke målt
served-costs = Kostnader
basis-not-stated = ingen kilde oppgitt
basis-own-figures = tall i rapporten, kildene står til slutt
basis-scenario = scenario, ikke målt: { $basis }
shape-fixed = regnes som sikkert
shape-lognormal = lengre oppover (lognormal)
shape-normal = likt til begge sider (normal)
shape-beta = mellom 0 og 1 (beta)
shape-gamma = over null (gamma)
shape-triangular = laveste til høyeste (trekant)
shape-by-place = per kommune
parameter-cards = Virkningene som brukes: hvor de kommer fra og hvor langt de gjelder
parameter-value = Verdi
parameter-measure = Type tall
parameter-causal = Årsak eller sammenheng
parameter-outcome = Virker på
parameter-contrast = Sammenligner
parameter-design = Hvordan det ble funnet
parameter-population = Blant hvem
parameter-transfer = Gjelder det her?
parameter-note = Merknad
parameter-citation = Kilde
parameter-doi = DOI
parameter-url = Adresse
parameter-seen-in = Hva som er lest
effect-measure-relative-risk = Risikoratio
effect-measure-odds-ratio = Oddsratio
effect-measure-hazard-ratio = Hasardratio
effect-measure-rate-ratio = Rateratio
effect-measure-standardised-mean-difference = Standardisert forskjell
effect-measure-mean-difference = Forskjell i gjennomsnitt
effect-measure-risk-difference = Forskjell i andel
effect-measure-correlation = Korrelasjon
effect-measure-attributable-fraction = Tilskrivbar andel
effect-measure-cost = Kostnad
causal-causal = Leses som årsak
causal-association = Bare sammenheng: brukes ikke til å forklare tilfeller
causal-scenario = Scenario: et tall uten det en reell virkning krever

## Vurderinger i kommunens rapport
assessments-heading = Konsekvensvurderinger før vedtak
assessments-remark = Hver vurdering har sin egen rapport.
column-assessed = Vurdering
column-asked = Spørsmål
column-decided = Vedtak
column-calculated = Beregnet
assessment-example = { $title } (eksempel, ikke et vedtak i noen kommune)
assessment-decided = { $alternative }, vedtatt { $date }
assessment-recommended = Anbefalt: { $alternative } ({ $stage })
stage-of-screening = ikke vedtatt: behovet for vurdering avklares
stage-of-scoping = ikke vedtatt: vurderingen avgrenses
stage-of-appraisal = ikke vedtatt: virkningene vurderes
stage-of-reporting = ikke vedtatt: vurderingen er ferdig
stage-of-decided = vedtatt
stage-of-monitoring = vedtatt, følges opp
stage-of-closed = avsluttet
track-predictions = Forutsigelser gjort før vedtak, { $total } i alt: som ventet { $as_expected }, bedre { $better }, dårligere { $worse }, kan ikke vurderes { $cannot_tell }, ikke kjent ennå { $waiting }.
track-predictions-example = Lenger ute i rapporten: { $count_n ->
    [one] én forutsigelse
   *[other] { $count } forutsigelser
 } fra et eksempel som ingen har vedtatt.
track-predictions-changed = Noen forutsigelser er endret i ettertid; tabellen viser begge datoer.
turned-out-heading = Gikk det som forutsagt?
predictions-remark-range = Hvert intervall rommer 95 av 100 ventede utfall, med vanlig variasjon fra år til år. Vurderingen bygger på intervallet som ble registrert først.
predictions-remark-good = Som ventet betyr at tallet stemmer med forutsigelsen, ikke at vedtaket var årsaken.
predictions-remark-scenario = Scenario: forutsigelsen bygger på et tall som ingen har målt.
column-predicted = Forutsagt
column-without = Om ingenting var gjort
column-observed = Utfall
column-why = Hvorfor
column-registered = Registrert
prediction-of = { $indicator }, { $year } ({ $title })
prediction-not-yet = ikke kjent ennå
prediction-why-as-expected = Innenfor det forutsagte intervallet, og utenfor det som var ventet uten vedtaket.
prediction-why-better = Utenfor det forutsagte intervallet, på den gode siden.
prediction-why-worse = Utenfor det forutsagte intervallet, på den dårlige siden.
prediction-why-no-figure = Det finnes ikke noe tall for det året ennå.
prediction-why-registered-late = Registrert da tallet allerede var kjent, så det var ingen forutsigelse.
prediction-why-no-range = Intervallet er ikke kjent, så det kan ikke sammenlignes.
prediction-why-also-without = Tallet var ventet også om ingenting var gjort, så det sier ingenting om vedtaket.
prediction-changed = { $registered }; endret { $changed } til { $range }
prediction-changed-only = { $registered }; endret { $changed }
