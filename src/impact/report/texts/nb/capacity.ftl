### Planer for plasser i videregående skole: første side, kapitler, tegninger og et steds del av planen.

## Siden
title-capacity = plan for plasser i videregående skole { $year }
report-capacity = Videregående skole: er det nok plasser, og er det de riktige?
question-answer = Hva kommer planen fram til?
section-young = Hvor ungdommene er nå og siden
section-pressure = Ønskede plasser og plasser som finnes
section-travel = Hvem reiser hvor langt
section-weights = Ungdommenes valg og arbeidslivets behov
section-one_more = Hvor én gruppe til gjør mest nytte
section-money = Hva det koster
section-robustness = Hvis det blir annerledes
section-inputs = Hva planen bygger på
note-capacity-simulated = Simulert: søkere, plasser, inntak og reisetider er funnet på for å vise hvordan rapporten virker. Ingenting her er et tall om noen skole. Bestem ingenting ut fra den.
note-capacity-example = Eksempel: laget for å vise hvordan en plan for plasser virker. Ingen har bestilt den.
running-capacity-simulated = Simulerte tall – ikke grunnlag for vedtak
capacity-simulated-text = Simulert: { $text }
capacity-simulated-mark = Simulerte tall
headline-capacity-more = Med planen får { $count_n ->
    [one] { $count } ungdom mer
   *[other] { $count } flere ungdommer
 } en plass høsten { $year }, sammenlignet med dagens plasser.
headline-capacity-fewer = Med planen får { $count_n ->
    [one] { $count } ungdom færre
   *[other] { $count } færre ungdommer
 } en plass høsten { $year }, sammenlignet med dagens plasser.
headline-capacity-same = Høsten { $year } gir planen like mange ungdommer en plass som dagens plasser gjør.
headline-capacity-none = Tabellene viser ikke om det er nok plasser.
capacity-owner = Laget av: { $owner }.

## Første side
capacity-answer-young = Ungdommer som går ut av niende klassetrinn: { $then } ventes i { $year }; det var { $now } i { $counted_year }.
capacity-answer-young-still = Ungdommer som går ut av niende klassetrinn: { $then } ventes i { $year }; det var { $now } i { $counted_year }. Hvis ingen flyttet inn eller ut, ville de bli { $still }. Det er talte og beregnede tall, ikke simulerte.
capacity-answer-unmet = Kvalifiserte ungdommer uten plass innen rekkevidde i året planen gjelder: { $free } med dagens plasser, { $planned } med planen. Ønskede plasser i alt: { $demand }.
capacity-answer-not-eligible = Ikke kvalifisert for det de vil gå på: { $count }. Flere plasser hjelper ikke dem.
capacity-answer-places = Planen har { $planned } plasser i { $groups } hele grupper; i dag finnes { $now } plasser.
capacity-answer-steps = Programmer som åpnes i en kommune uten dem: { $opened }; programmer som legges ned i en kommune: { $closed }.
capacity-answer-cost = Alle plassene koster { $planned } i året med planen, { $now } i dag.
capacity-answer-increase = Flere plasser, enten ungdommenes valg eller arbeidslivets behov avgjør: { $programmes }.
capacity-answer-increase-none = Ikke noe program trenger flere plasser ved alle vekter.
capacity-answer-decrease = Færre plasser, hva som enn avgjør: { $programmes }.
capacity-answer-decrease-none = Ikke noe program trenger færre plasser ved alle vekter.
capacity-answer-depends = Det kommer an på vekten for { $count } av { $of } programmer.
capacity-answer-one-more = Én gruppe til gjør mest nytte her: { $programme }, { $place }. Ungdommer som da får plass: { $pupils }.
capacity-answer-one-more-any = Én gruppe til gjør mest nytte på dette programmet: { $programme }. Ungdommer som da får plass: { $pupils }, i hvilken som helst av { $count } kommuner; { $place } er en av dem.
capacity-answer-one-more-none = Ingen ekstra gruppe ville gi noen en plass.
capacity-and-more = { $names }; og { $count } til
capacity-doubt-weight = Hvor mye arbeidslivets behov skal telle mot ungdommenes eget valg, må noen bestemme. Her teller det { $weight }. Jo mer det teller, jo mindre følger planen det ungdommene vil.
capacity-doubt-counted-at-school = Ungdommene telles der grunnskolen ligger, ikke der de bor.
capacity-doubt-scenarios = Det kan bli flere eller færre elever. I ett av ti scenarier står { $high } eller flere uten plass med planen, i det verste { $worst } (scenarier: { $count }).
capacity-unknown-simulated = Hva de virkelige søkerne vil, og hvilke plasser som faktisk finnes.
capacity-unknown-choice = Om ungdommene ville valgt annerledes hvis andre programmer fantes nær dem.
capacity-unknown-providers = Hva andre kommuner og frittstående skoler åpner eller legger ned.
capacity-unknown-staff = Om det finnes lærere, lokaler og arbeidsplasser til gruppene som planlegges.

## Ungdommene
capacity-young-lead = Antallet ungdommer er talt og beregnet, ikke simulert. Prognosen følger elever som alt går på skolen, trinn for trinn.
capacity-young-at-school = De telles der grunnskolen ligger. I en kommune der elevene går på skole et annet sted, telles for få.
capacity-young-at-home = De telles der de bor.
capacity-young-together = Alle kommunene samlet
capacity-young-all = Ungdommer som går ut av niende klassetrinn
capacity-axis-young = Ungdommer
capacity-young-finding = { $now } ungdommer gikk ut av niende klassetrinn i { $counted_year }; { $then } ventes å gjøre det i { $year }.
capacity-young-scenarios = Summen har ikke noe eget intervall, fordi kommunenes feil henger sammen. De andre linjene viser hva flytting betyr.
capacity-scenario-no-migration = Ingen flytter inn eller ut
capacity-scenario-last-three = Som de tre siste årene
capacity-map-people = Hvor de er
capacity-map-people-finding = Kommuner på kartet: { $places }. Jo større sirkel, jo flere ungdommer.
capacity-map-people-largest = Kommuner på kartet: { $places }. Flest ungdommer ventes her: { $place }, { $pupils }.
capacity-map-people-table = Ungdommer som går ut av niende klassetrinn, { $counted_year } og { $year }
capacity-mark-now = Gikk ut av niende klassetrinn i { $year }
capacity-mark-then = Ventes å gå ut av niende klassetrinn i { $year }
capacity-map-change = Hvor de blir flere eller færre
capacity-map-change-finding = Fra { $counted_year } til { $year } blir ungdommene klart flere i { $rises } kommuner og færre i { $falls }. I { $unclear } rommer intervallet begge deler.
capacity-map-change-table = Endring i tallet på ungdommer som går ut av niende klassetrinn, { $counted_year } til { $year }
capacity-change-rises = Flere: hele intervallet ligger over
capacity-change-falls = Færre: hele intervallet ligger under
capacity-change-unclear = Ikke klart

## Ønskede plasser og plasser
capacity-pressure-lead = En ønsket plass er et ventet valg fra noen som er kvalifisert. Søylene er dagens plasser, punktene det som ønskes i året planen gjelder, med 80 prosents intervall.
capacity-pressure-heading = Program for program
capacity-pressure-finding = I { $year } ønskes flere plasser enn dagens på { $short } av { $of } programmer, også i nedre ende av intervallet. På { $spare } finnes flere plasser enn ønsket, også i øvre ende.
capacity-pressure-table = Ønskede plasser i { $year } og plasser, etter program
capacity-axis-places = Plasser
capacity-pressure-remark = Førstevalg og tomme plasser gjelder det nyeste året i tabellene. Uten plass gjelder året planen er for, med dagens plasser. Behovet er arbeidsmarkedets, slik det er oppgitt for programmet.
capacity-drawing-wanted = Ønskes
capacity-drawing-places = Plasser i dag
capacity-tone-bad = Ønskes: klart flere enn dagens plasser
capacity-tone-plain = Ønskes: klart færre enn dagens plasser
capacity-tone-unknown = Ønskes: ikke klart flere eller færre
capacity-mark-places = Plasser i dag
capacity-mark-planned = Plasser etter planen
capacity-need-decrease = færre
capacity-need-unchanged = uendret
capacity-need-increase = flere
capacity-schools-heading = Plasser etter kommunen der skolen ligger
capacity-schools-remark = Planen regner i hele grupper, slik at ingen gruppe begynner med for få.
capacity-step-opens = åpnes
capacity-step-closes = legges ned
capacity-step-same = uendret
capacity-step-more = flere grupper
capacity-step-fewer = færre grupper

## Veien til skolen
capacity-travel-lead = Minuttene gjelder én vei, fra midten av hjemkommunen til midten av skolens kommune. Ingen sendes lenger enn grensen i listen over forutsetninger. Beregningen holder alle reiser til sammen så korte som den kan. De som velger selv, reiser ofte lenger, så kortere vei her er ingen gevinst av planen.
capacity-travel-none = Det er ingen skoleveier å vise.
capacity-travel-heading = Hvor langt til skolen, etter hjemkommune
capacity-travel-finding = Med planen tar veien til skolen i gjennomsnitt { $planned } én vei.
capacity-travel-finding-both = Med planen tar veien til skolen i gjennomsnitt { $planned } én vei. Med dagens inntak tar den { $now }.
capacity-travel-table = Veien til skolen etter hjemkommune, etter planen
capacity-way-near = Opptil 30 minutter
capacity-way-middle = 30 til 45 minutter
capacity-way-far = 45 til 60 minutter
capacity-way-very-far = Mer enn 60 minutter
capacity-way-nobody = Ingen elever
capacity-flows-heading = Hvorfra og hvorhen
capacity-flows-finding = Den største gruppen som krysser en kommunegrense, går fra { $home } til { $place }. Elever: { $pupils }.
capacity-flows-table = Elever som går på skole i en annen kommune, etter planen
capacity-flows-remark = Veier med færre enn { $few } elever er ikke med.
capacity-mark-way = Elever på vei, bredest mot skolen
capacity-mark-end = Mål for en vei som vises
capacity-unmet-heading = Uten plass, og hvorfor
capacity-unmet-remark = Flere plasser hjelper bare der plasser mangler, ikke tilbys eller ligger for langt unna.
capacity-reason-no-capacity = plasser mangler
capacity-reason-out-of-reach = for langt unna
capacity-reason-not-offered = tilbys ingen steder
capacity-reason-not-eligible = ikke kvalifisert
capacity-plan-now = Som inntaket er i dag
capacity-plan-free = Med dagens plasser
capacity-plan-planned = Med planen

## Vekter
capacity-weights-lead = Ved 0 prosent avgjør bare ungdommenes valg, ved 100 prosent bare arbeidslivets behov. Behovet endrer da plassene med høyst { $step }.
capacity-weights-none = Ingen vekter er prøvd.
capacity-weights-heading = Hvilke programmer som peker samme vei ved alle vekter
capacity-weights-finding = Ved alle vekter: flere plasser på { $increase } programmer, færre på { $decrease }, uendret på { $unchanged }. På { $depends } kommer det an på vekten.
capacity-weights-table = Endring av plasser etter vekten for arbeidslivets behov
capacity-axis-change = Endring av plasser
capacity-weights-remark = Der linjen ikke krysser null, spiller vekten ingen rolle for om plassene blir flere eller færre.
capacity-drawing-fewer = ← Færre plasser
capacity-drawing-more = Flere plasser →
capacity-mark-choice = Bare valget avgjør
capacity-mark-need = Bare behovet avgjør
capacity-mark-stable = Likt ved alle vekter
capacity-sign-increase = flere ved alle vekter
capacity-sign-unchanged = uendret ved alle vekter
capacity-sign-decrease = færre ved alle vekter
capacity-sign-depends = kommer an på vekten

## Én gruppe til
capacity-one-more-lead = Grupper som ville gi minst én ungdom til en plass, prøvd én om gangen: { $count }. De første står i tabellen.
capacity-one-more-none = Ingen ekstra gruppe ville gi noen en plass.
capacity-one-more-heading = Én gruppe til, én om gangen
capacity-one-more-remark = Minuttene er én vei; et minus betyr flere minutter, fordi de som får plass, også reiser. Verdien setter en pris på en plass som mangler og på minutter, slik listen over forutsetninger sier. Det er ikke penger kommunen får. Verdi og minutter gjelder de korteste reisene, uansett hvordan plassene som mangler, fordeles.

## Penger
capacity-money-lead = Alle plassene koster { $now } i året i dag og { $planned } med planen, til prisene i tabellen.
capacity-money-none = Hva plassene koster, kan ikke regnes ut: priser mangler.
capacity-money-weights = Kostnad etter vekten for arbeidslivets behov
capacity-money-programmes = Kostnad etter program
capacity-money-remark = Pris ganger plasser. Det er ikke det kommunen straks sparer eller betaler mer: lokaler og personale endres langsomt.

## Hvis det blir annerledes
capacity-robustness-lead = Planen ligger fast mens tallet på elever endres. Kommunenes tall går opp og ned sammen, slik de har gjort.
capacity-robustness-none = Ingen scenarier er beregnet.
capacity-robustness-heading = Over scenarier for tallet på elever
capacity-robustness-remark = Åtte av ti scenarier ligger i intervallet. Verst betyr det scenariet som er verst for den raden.
capacity-as-planned = Som planlagt
capacity-sensitivity-heading = Hvis en forutsetning var en annen
capacity-variant-no-migration = Ingen flytter inn eller ut
capacity-variant-last-three = Flytting som de tre siste årene
capacity-variant-counted-at-school = Ungdommene telles der skolen ligger
capacity-variant-travel-limit-45 = Høyst 45 minutter til skolen
capacity-variant-travel-limit-90 = Opptil 90 minutter til skolen
capacity-variant-shrinkage-0 = Bare hver kommunes egne valg i ett år
capacity-variant-shrinkage-500 = Valg nærmere det felles mønsteret
capacity-variant-everyone-eligible = Alle er kvalifisert
capacity-measure-unmet = Uten plass
capacity-measure-empty = Tomme plasser
capacity-measure-minutes = Minutter én vei
capacity-measure-places = Plasser
capacity-measure-cost = Kostnad i året
capacity-measure-within-45 = Innen 45 minutter
capacity-measure-within-60 = Innen 60 minutter
capacity-measure-objective = Alle kostnader som veies

## Hva planen bygger på
capacity-inputs-simulated = Noen tabeller er simulert, som listen viser. De er laget av virkelige elevtall med et fast frø. Egne tabeller erstatter dem uten at programmet endres.
capacity-inputs-real = Ingen tabell er simulert.
capacity-inputs-heading = Tabeller
capacity-table-applicants = Søkere
capacity-table-places = Plasser og inntak
capacity-table-flows = Hvorfra og hvorhen
capacity-table-need = Arbeidsmarkedets behov
capacity-table-travel = Reisetider
capacity-table-price = Priser
capacity-table-cohorts = Elever etter klassetrinn
capacity-table-eligibility = Hvem som er kvalifisert
capacity-table-home-municipality = Elevenes hjemkommune
capacity-assumptions = Forutsetninger
capacity-assumptions-remark = Det som er forutsatt, kan endres i planens fil.
capacity-assumed-planned-year = Høsten som planlegges
capacity-assumed-counted-year = Nyeste talte år
capacity-assumed-need-weight = Vekt for arbeidslivets behov
capacity-assumed-need-step = Så mye kan behovet alene endre plassene
capacity-assumed-travel-limit = Lengste vei til skolen, én vei
capacity-assumed-smallest-group = Minste gruppe å begynne med, av en full
capacity-assumed-shrinkage = Førstevalg som veier like mye som det felles mønsteret
capacity-assumed-sharing = Hvis plasser mangler
capacity-sharing-even = Hver kommune mangler samme andel av det som ønskes på et program, så langt reisene tillater
capacity-sharing-near = De som har lengst vei, blir uten først
capacity-assumed-unmet-cost = En plass som mangler, teller som
capacity-assumed-minute-cost = Ett minutt daglig vei teller som, i året
capacity-assumed-equity-cost = Ett minutt av den lengste gjennomsnittlige veien teller som
capacity-assumed-scenarios = Scenarier
capacity-assumed-preparatory = Kvalifisert for studieforberedende programmer, av dem som er kvalifisert for yrkesfag
capacity-assumed-preparatory-source = Hvor det kommer fra

## Et steds del
capacity-line-simulated = { $title } (simulert eksempel)
capacity-line = { $title }: { $then } ungdommer ventes å gå ut av niende klassetrinn her i { $year }. Uten plass: { $free } med dagens plasser, { $planned } med planen.
capacity-line-all = { $title }: { $then } ungdommer ventes å gå ut av niende klassetrinn her i { $year }. Med planen får alle kvalifiserte en plass innen rekkevidde.
capacity-part-heading = Plan: { $title }
capacity-part-remark = Tallene på ungdommer er talt og beregnet.
capacity-fact-now = Ungdommer som gikk ut av niende klassetrinn, { $year }
capacity-fact-then = Ventes å gå ut av niende klassetrinn, { $year }
capacity-value-range = { $value } (80 prosents intervall { $range })
capacity-plans-heading = Hva det betyr for dem som bor her
capacity-plans-remark = Uten plass teller dem som er kvalifisert. Minuttene er et gjennomsnitt for alle som reiser.
capacity-ways-remark = Her står kommuner som { $few } elever eller flere reiser til, i dag eller etter planen.
capacity-doubt-uneven = Planen når ikke alle likt. Størst andel blir uten her: { $place }, { $without } uten plass av { $then } ungdommer.
capacity-doubt-uneven-shared = På hvert program fordeles plassene som mangler, så jevnt som veien til skolen tillater. Likevel blir størst andel uten her: { $place }, { $without } uten plass av { $then } ungdommer.
capacity-ways-heading = Hvor ungdommer herfra går på videregående skole
capacity-few = færre enn { $few }
capacity-no-school = Tabellene har ingen plasser på videregående skoler i kommunen.
capacity-own-schools = Plasser på videregående skoler i kommunen
capacity-homes-heading = Kommunene, etter planen

## Kolonneoverskrifter
capacity-column-place = Kommune
capacity-column-home = Hjemkommune
capacity-column-school-place = Skolens kommune
capacity-column-programme = Program
capacity-column-counted = Talt
capacity-column-expected = Ventet
capacity-column-interval = 80 prosents intervall
capacity-column-change = Endring
capacity-column-class = Hva det betyr
capacity-column-wanted = Ønskes
capacity-column-places = Plasser i dag
capacity-column-planned = Plasser etter planen
capacity-column-groups = Grupper i dag
capacity-column-planned-groups = Grupper etter planen
capacity-column-step = Hva som endres
capacity-column-pressure = Førstevalg per plass
capacity-column-empty = Tomme plasser
capacity-column-without = Uten plass
capacity-column-need = Arbeidsmarkedets behov
capacity-column-weight = Vekt { $weight }
capacity-column-sign = Over alle vekter
capacity-column-pupils = Elever
capacity-column-minutes = Minutter én vei
capacity-column-minutes-now = Minutter én vei i dag
capacity-column-within-45 = Innen 45 minutter
capacity-column-within-60 = Innen 60 minutter
capacity-column-reason = Grunn
capacity-column-placed = Ungdommer som får plass
capacity-column-saved = Sparte minutter per dag, alle elever
capacity-column-cost-year = Kostnad i året
capacity-column-worth = Verdi
capacity-column-worth-range = 80 prosents intervall
capacity-column-need-weight = Behovets vekt
capacity-column-amount = Kostnad i året
capacity-column-price = Pris per plass
capacity-column-amount-now = Kostnad i dag
capacity-column-amount-planned = Kostnad etter planen
capacity-column-measure = Hva
capacity-column-plan = Plasser
capacity-column-median = Scenariet i midten
capacity-column-ten-ninety = 80 prosents intervall
capacity-column-worst = Verst
capacity-column-scenarios = Scenarier
capacity-column-assumption = Annen forutsetning
capacity-column-table = Tabell
capacity-column-rows = Rader
capacity-column-simulated-rows = Av dem simulert
capacity-column-source = Kilde
capacity-column-then = Ventede ungdommer
capacity-column-without-free = Uten plass med dagens plasser
capacity-column-without-planned = Uten plass med planen
