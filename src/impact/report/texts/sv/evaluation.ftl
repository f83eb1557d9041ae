### Utvärderingar i efterhand: första sidan, jämförelsen, placebo, andra beräkningssätt, planen.

## Sidan
title-evaluation = utvärdering { $year }
report-evaluation = Hade det effekt? Utvärdering
question-conclusion = Vad fann vi?
question-doubts = Vad talar emot?
section-course = Så gick det
section-comparison = Vilka som jämförs
section-pretrends = Före starten
section-placebos = Där inget gjordes
section-specifications = Andra sätt att räkna
section-sensitivity = Om utvecklingen ändå skilde sig
section-power = Vad som hade gått att se
section-outcomes = Alla utfall
section-plan = Planen
section-checks = Alla kontroller
provenance-plan = Planens fingeravtryck
note-evaluation-example = Exempel: gjort för att visa hur en utvärdering går till. Det utvärderar inget som någon kommun har gjort.
note-evaluation-exploratory = Utforskande: en del siffror från tiden efter starten var redan offentliga när planen registrerades. Stödet kan därför som mest bli svagt.
note-evaluation-unregistered = Planen är inte registrerad. Ingen kan kontrollera att den skrevs innan resultatet var känt.
running-evaluation-exploratory = Utforskande utvärdering
headline-evaluation-supported = Siffrorna ger stöd för att det blev en effekt.
headline-evaluation-weak = Det finns svagt stöd för en effekt.
headline-evaluation-not-supported-chance = Ingen effekt går att visa. Det betyder inte att det inte blev någon.
headline-evaluation-not-supported-ruled-out = Ingen effekt går att visa, och en effekt som är stor nog att ha betydelse stämmer inte med siffrorna.
headline-evaluation-not-supported-opposite = Siffrorna gick åt andra hållet än man hoppades.
headline-evaluation-not-supported-lowered = Ingen effekt får stöd: testerna pekar på en, men kontrollerna talar emot.
headline-evaluation-not-estimable = Om det blev någon effekt går inte att beräkna med de här siffrorna.
evaluation-done = Det här gjordes: { $done }
evaluation-from = { $title }, från { $start }
evaluation-where = Var och från när: { $places }.
evaluation-owner = { $title }. Utvärderat av: { $owner }.

## Effekter i ord
figure-relative-percent = { $number } %
effect-higher = { $title }: { $amount } högre än jämförelsen ger anledning att vänta sig utan insatsen.
effect-lower = { $title }: { $amount } lägre än jämförelsen ger anledning att vänta sig utan insatsen.
effect-same = { $title }: ingen skillnad mot vad jämförelsen ger anledning att vänta sig utan insatsen.
effect-none = { $title }: det går inte att beräkna någon effekt.
effect-interval = Intervall ({ $confidence }): { $told }.
effect-interval-none = Inget intervall kan anges.
effect-range-both = { $range }
effect-range-from = { $low } eller mer
effect-range-to = { $high } eller mindre
effect-with-range = { $value } ({ $told })
effect-p = p = { $p }
effect-levels = Medelvärde före: { $level_before }. Medelvärde efter: { $observed }. Steget från före till efter är inte effekten: även utan insatsen var { $counterfactual } att vänta efteråt.
effect-compared = Deltog: { $treated }. Jämförs med: { $comparison }.
effect-count-municipalities = { $count_n ->
    [one] { $count } kommun
   *[other] { $count } kommuner
 }
effect-count-groups = { $count_n ->
    [one] { $count } grupp av kommuner, som räknas som en
   *[other] { $count } grupper av kommuner, som var för sig räknas som en
 }
effect-count-regions-se = { $count_n ->
    [one] { $count } län
   *[other] { $count } län
 }
effect-count-regions-fi = { $count_n ->
    [one] { $count } landskap
   *[other] { $count } landskap
 }
effect-count-regions-no = { $count_n ->
    [one] { $count } fylke
   *[other] { $count } fylken
 }
effect-test-placebo = Om lotten hade avgjort vilka som deltog hade en minst lika stor skillnad uppstått i { $share } av { $placebos }.
effect-placebos-all = { $count_n ->
    [one] den enda möjliga lottningen
   *[other] alla { $count } möjliga lottningar
 }
effect-placebos-all-many = alla möjliga lottningar (över { $limit })
effect-placebos-drawn = { $count_n ->
    [one] { $count } gjord lottning
   *[other] { $count } gjorda lottningar
 }
effect-placebos-drawn-many = gjorda lottningar (över { $limit })
effect-test-t = Exakt t-test: p = { $p }.
effect-test-t-none = Det exakta t-testet går inte att göra med de här siffrorna.

## Varför bedömningen är som den är
effect-reason-found = Enbart slumpen ger sällan en så stor skillnad, och ingen kontroll sänker bedömningen.
effect-reason-one-test = De två testerna finner inte båda en tydlig skillnad. Därför är stödet svagt.
effect-reason-only-test = Bara ett av de två testerna går att göra, och det finner ingen tydlig skillnad. Därför är stödet svagt.
effect-reason-before = Testerna för sig ger: { $before }.
effect-reason-checks = Underkända kontroller sänker bedömningen.
effect-reason-exploratory = Utvärderingen är utforskande, vilket sänker bedömningen.
effect-reason-chance = Enbart slumpen kan mycket väl ge en så stor skillnad. Det visar inte att det inte blev någon effekt.
effect-reason-ruled-out-higher = Enbart slumpen kan mycket väl ge en så stor skillnad, och en ökning på { $smallest } eller mer stämmer inte med siffrorna.
effect-reason-ruled-out-lower = Enbart slumpen kan mycket väl ge en så stor skillnad, och en minskning på { $smallest } eller mer stämmer inte med siffrorna.
effect-reason-ruled-out-either = Enbart slumpen kan mycket väl ge en så stor skillnad. En ändring på { $smallest } eller mer, åt något håll, stämmer inte med siffrorna.
effect-reason-opposite = Testerna pekar på en skillnad, men åt andra hållet än man hoppades.
effect-reason-no-untreated = Det finns inga utan insatsen kvar att jämföra med.
effect-reason-no-pre-period = Det finns inga siffror från tiden före starten.
effect-reason-no-post-period = Det finns ännu inga siffror från tiden efter starten.
effect-reason-start-outside = Starten ligger utanför de år som har siffror.
effect-reason-outcome-missing = Siffror saknas för dem som deltog.
effect-reason-break-inside = Det som mäts ändrades under de år som jämförs. Siffror före och efter betyder därför inte samma sak.
effect-reason-too-few-units = Det finns för få att jämföra med.
effect-reason-collinear-calendar = Alla började samtidigt, så effekten går inte att skilja från allt annat som hände då.

## Tvivel och det vi inte vet
doubts-none-failed = Ingen av de kontroller som gick att göra underkändes.
doubts-not-possible = De här kontrollerna gick inte att göra: { $checks }.
doubts-no-checks = Inga kontroller är gjorda, eftersom det inte finns någon effekt att kontrollera.
effect-doubt-plan-before-outcomes = Planen registrerades när resultat redan gick att se.
effect-doubt-missing = Några av dem som deltog gick inte att räkna med och är utelämnade.
effect-doubt-pre-years = Det finns färre än tre år före starten att jämföra med.
effect-doubt-placebo-resolution = Det finns så få att jämföra med att även det tydligaste resultatet kan vara slump.
effect-doubt-both-tests = De två testerna är inte överens.
effect-doubt-pretrend-joint = De som deltog och jämförelsen utvecklades olika redan före starten.
effect-doubt-pretrend-equivalence = Åren före starten utesluter inte en skillnad som är lika stor som en effekt av betydelse.
effect-doubt-pretrend-violation = En jämn glidning före starten kan ha gått obemärkt.
effect-doubt-anticipation = De som deltog ändrades, mot jämförelsen, redan de sista åren före starten.
effect-doubt-placebo-years = Även en tidigare start, när inget började, skulle tillskrivas en effekt.
effect-doubt-leave-one-out = Resultatet hänger på en enda enhet: utan den återstår mindre än hälften av effekten, eller så vänder den.
effect-doubt-donut = Utan grannarna i jämförelsen återstår mindre än hälften av effekten, eller så vänder den.
effect-doubt-estimators-agree = Mer än vart fjärde av de andra sätten att räkna pekar åt andra hållet.
effect-doubt-breakdown = Det räcker att deltagare och jämförelse glider isär lika mycket som de gjorde som mest före starten för att förklara skillnaden.
effect-doubt-synthetic-fit = Ingen viktning av jämförelsen följer deltagarna väl före starten.
effect-doubt-several-outcomes = När alla utfall läses tillsammans sticker det här inte längre ut.
unknown-detectable = Effekter mindre än { $size } hade missats mer än en gång av fem.
unknown-detectable-none = Hur liten effekt som hade gått att se kan inte beräknas.
unknown-smaller-matters = Den minsta effekt som har betydelse, { $smallest }, är mindre än så. Den kan finnas utan att synas.
unknown-resolution = Så få jämförs att även det tydligaste tänkbara resultatet kan vara slump i { $smallest } av fallen.
unknown-mechanism = Siffrorna säger inget om varför något fungerade eller inte, eller för vem.
unknown-change-mind = Det här skulle få oss att ändra oss: { $words }
chapter-primary = Det här kapitlet gäller bara det viktigaste utfallet: { $title }. Alla utfall står tillsammans längre fram.

## Hur det gick, vilka som jämförs
course-lead = Så gick det för dem som deltog, bredvid hur det enligt jämförelsen var att vänta utan insatsen.
course-none = Inget är ritat, eftersom ingen effekt gick att beräkna.
course-finding = Efter starten { $observed } i medeltal, mot väntade { $counterfactual } utan insatsen.
course-finding-none = Siffrorna från { $first } till { $last }, utan beräkning av hur det annars hade gått.
course-log = Ändringar jämförs i procent. Medelvärdena är därför geometriska: halvvägs räknas i procent, inte i antal.
course-lag = { $years_n ->
    [one] En effekt kan synas här tidigast { $years } år efter starten. Där börjar ”efter” i diagrammet.
   *[other] En effekt kan synas här tidigast { $years } år efter starten. Där börjar ”efter” i diagrammet.
 }
comparison-who = Deltog: { $treated }. Jämförs med: { $comparison }.
comparison-left-out = { $count_n ->
    [one] { $count } är inte med; skälet står nedan.
   *[other] { $count } är inte med; skälen står nedan.
 }
comparison-together = De som handlade tillsammans räknas som en, hur många kommuner de än är. De hade en gemensam start och delar det som hände i övrigt.
comparison-strata = Stora jämförs med stora och små med små, i { $count } storleksklasser. Inom en klass väger alla lika.
comparison-left-out-heading = Inte med i jämförelsen
comparison-weights-heading = Den syntetiska jämförelsen: vilka den består av
comparison-weights-remark = Den blandning som bäst följer deltagarna före starten. Den prövar resultatet; slutsatsen vilar inte på den.
effect-left-out-start-outside = starten ligger utanför de år som har siffror
effect-left-out-no-pre-period = inga siffror före starten
effect-left-out-no-post-period = inga siffror efter starten
effect-left-out-outcome-missing = siffror saknas
effect-left-out-size-missing = antal invånare saknas
effect-left-out-border-change = ändrade gränser
effect-left-out-declared = undantag i planen
effect-left-out-merged = egen sammanslagning
effect-left-out-missing = siffror saknas
effect-left-out-neighbour = gränsar till dem som deltog
effect-left-out-not-positive = en siffra som är noll och inte kan jämföras i procent
effect-left-out-one-municipality = en enda kommun, alltså ingen spridning
effect-left-out-other-size = av annan storlek än alla som deltog
effect-left-out-simulated = simulerade siffror
effect-left-out-suppressed = skyddade siffror

## Före starten, och där inget gjordes
pretrends-lead = Om jämförelsen är bra utvecklas deltagare och jämförelse lika före starten. Att de gör det bevisar inte att de hade fortsatt så.
pretrends-heading = Skillnad efter år sedan starten
pretrends-finding = { $apart_n ->
    [0] Ritade år före starten: { $years }. För inget av dem ligger noll utanför intervallet.
    [one] Ritade år före starten: { $years }. För { $apart } av dem ligger noll utanför intervallet.
   *[other] Ritade år före starten: { $years }. För { $apart } av dem ligger noll utanför intervallet.
 }
pretrends-finding-none = Det finns bara ett år före starten, så inget går att säga om utvecklingen dessförinnan.
pretrends-anticipation = { $apart_n ->
    [0] År närmast före starten som inte räknas: { $years }. För inget av dem ligger noll utanför intervallet.
    [one] År närmast före starten som inte räknas: { $years }. För { $apart } av dem ligger noll utanför intervallet.
   *[other] År närmast före starten som inte räknas: { $years }. För { $apart } av dem ligger noll utanför intervallet.
 }
pretrends-violation = En jämn glidning före starten upptäcks fyra gånger av fem från { $slope } per år. En mindre kan finnas utan att synas. Om { $slope } per år fortsatte skulle effekten ändras med { $bias }.
effect-early-both = { $title }, de sista { $years } åren före starten mot de { $years } åren dessförinnan: { $all } ({ $all_range }) jämfört med alla som inte deltog, { $like } ({ $like_range }) jämfört med dem av liknande storlek.
effect-early-alone = { $title }, de sista { $years } åren före starten mot de { $years } åren dessförinnan: { $change } ({ $range }) jämfört med dem som inte deltog.
effect-early-clear-none = Enbart slumpen kan mycket väl ge så mycket.
effect-early-clear-both = Enbart slumpen ger sällan så mycket.
effect-early-clear-all = Enbart slumpen ger sällan det första, men kan mycket väl ge det andra.
effect-early-clear-like-size = Enbart slumpen kan mycket väl ge det första, men ger sällan det andra.
pretrends-naive = Att bara jämföra före och efter skulle blanda ihop en sådan ändring med effekten.
table-in-unit = { $title }. { $unit }
check-told = { $check }: { $result }
pretrends-checks = Kontroller: { $checks }.
placebos-lead = Samma beräkning där inget gjordes. Där ska den inte finna något; det den finner visar hur mycket slumpen ger.
placebos-heading = Var och en som inte deltog, räknad som om den hade gjort det
placebos-finding = { $further_n ->
    [0] Ingen av de { $count } som inte deltog ligger lika långt från noll som deltagaren.
    [one] { $further } av de { $count } som inte deltog ligger minst lika långt från noll som deltagaren.
   *[other] { $further } av de { $count } som inte deltog ligger minst lika långt från noll som deltagaren.
 }
placebos-finding-many = { $count_n ->
    [one] Skillnaden för { $count } som inte deltog.
   *[other] Skillnaderna för { $count } som inte deltog, var och en räknad som om den hade gjort det.
 }
placebos-smallest = Det minsta p-värde som gick att nå: { $smallest }.
effect-placebo-year = Starter som aldrig var
effect-placebo-earlier = { $years_n ->
    [one] { $years } år tidigare
   *[other] { $years } år tidigare
 }
effect-placebo-year-lead = Den effekt en tidigare start skulle tillskrivas, räknad enbart på år före den verkliga.
effect-placebo-without = En utelämnad
effect-placebo-without-lead = Effekten när en enhet i taget utelämnas.
effect-placebo-without-most = Effekten när en i taget lämnas ute: de { $shown } av { $count } som ändrar den mest.
effect-placebo-donut = Grannarna utelämnade
effect-placebo-donut-lead = Effekten utan dem som gränsar till deltagarna och kan ha påverkats.
effect-placebo-donut-row = utan grannar

## Andra sätt att räkna
specifications-lead = Samma fråga, räknad på andra sätt. Den markerade raden valdes i planen och gäller; de andra visar om valet avgör resultatet.
specifications-heading = Effekten efter sätt att räkna
specifications-table = Effekten med varje sätt att räkna
specifications-finding = { $count_n ->
    [0] Det finns inget annat sätt att räkna att jämföra med.
    [one] { $same } av { $count } annat sätt att räkna pekar åt samma håll som det som gäller.
   *[other] { $same } av { $count } andra sätt att räkna pekar åt samma håll som det som gäller.
 }
specifications-finding-none = { $count_n ->
    [one] { $count } sätt att räkna ger en siffra, men inte det som planen valde.
   *[other] { $count } sätt att räkna ger en siffra, men inte det som planen valde.
 }
specifications-remark = Med få deltagare blir intervall från kluster och influensfunktioner för smala. De visas eftersom andra använder dem.
effect-not-possible = kan inte beräknas
effect-by-demeaned = medelvärde efter mot medelvärde före
effect-by-detrended = mot den egna trenden före
effect-by-long-difference = mot det sista året före
effect-by-group-time = efter startår och år (Callaway och Sant’Anna)
effect-by-not-yet-treated = samma, även mot dem som började senare
effect-by-two-way = fasta effekter åt två håll
effect-by-sun-abraham = efter startår, viktat (Sun och Abraham)
effect-by-imputation = ifyllt från år utan insats (imputering)
effect-by-synthetic-control = syntetisk kontroll
effect-by-synthetic-demeaned = syntetisk kontroll, utan nivå
effect-by-augmented = syntetisk kontroll, rättad
effect-by-synthetic-differences = syntetisk skillnad i skillnader
effect-by-conformal = deltagaren mot sina egna år (konform)
effect-by-weighted = viktad för att likna före
effect-by-donut = utan grannar
effect-by-unstratified = utan storleksklasser
effect-from-placebo = räknade placebo
effect-from-exact-t = exakt t-test
effect-from-influence = influensfunktion
effect-from-cluster = klustrat medelfel
effect-from-weighted = spridningen i den viktade jämförelsen
effect-from-conformal = ordningen på de egna åren
effect-from-none = inget intervall
bacon-heading = Vad fasta effekter åt två håll jämför
bacon-remark = Jämförelser med dem som redan har insatsen kan vilseleda när effekten växer med tiden. Därför gäller inte det sättet att räkna.
effect-pair-treated-never = deltagare mot dem som aldrig deltog
effect-pair-earlier-later = tidiga mot senare deltagare
effect-pair-later-earlier = senare mot dem som redan deltog
effect-pair-later-always = senare mot dem som alltid deltog

## Känslighet
sensitivity-lead = Ingen siffra kan bevisa att deltagare och jämförelse hade utvecklats lika. Här får de glida isär, mer och mer. Allt räknas mot det sista året som räknas som före.
effect-drift-relative-heading = Om de glider isär som före starten
effect-drift-relative-bounds = Glidning efter starten, som multipel av den största ändringen före
effect-drift-relative-finding = { $held_n ->
    [0] Vid ingen av { $count } prövade glidningar ligger noll utanför intervallet.
    [one] Vid { $held } av { $count } prövade glidningar ligger noll utanför intervallet.
   *[other] Vid { $held } av { $count } prövade glidningar ligger noll utanför intervallet.
 }
effect-drift-smoothness-heading = Om trenden böjer av
effect-drift-smoothness-bounds = Hur mycket skillnaden i trend får böja av från år till år
effect-drift-smoothness-finding = { $held_n ->
    [0] Vid ingen av { $count } prövade böjningar ligger noll utanför intervallet.
    [one] Vid { $held } av { $count } prövade böjningar ligger noll utanför intervallet.
   *[other] Vid { $held } av { $count } prövade böjningar ligger noll utanför intervallet.
 }
breakdown = Resultatet står sig så länge glidningen efter starten är mindre än { $bound } gånger den största ändringen före.
breakdown-nought = Även utan glidning ligger noll inom intervallet, så det finns ingen tydlig effekt att rubba.
breakdown-none = Hur mycket glidning resultatet tål kan inte beräknas.

## Styrka
power-lead = En effekt av en viss storlek läggs till i varje möjlig lottning av vilka som deltar. Kurvan visar hur ofta testet finner den.
power-size = Där det inte finns någon effekt finner testet ändå en i { $share } av fallen; det bör vara omkring 5 %.
power-size-unknown = Hur ofta testet finner en effekt där ingen finns går inte att säga.
power-heading = Hur ofta en effekt skulle upptäckas
power-finding = En effekt på { $size } upptäcks i { $share } av fallen.
power-finding-none = Ingen effekt i diagrammet upptäcks fyra gånger av fem.

## Alla utfall
outcomes-lead = Bedömningen på första sidan vilar på det viktigaste utfallet, som planen anger. De andra läses bredvid.
outcomes-several = Ju fler utfall man ser på, desto lättare sticker något ut av en slump. Det justerade p-värdet tar hänsyn till det.
outcomes-heading = Effekterna bredvid varandra
outcomes-finding = Varje effekt som multipel av den minsta effekt som har betydelse; bättre ligger till höger.
outcomes-axis = Multiplar av den minsta effekt som har betydelse
outcomes-axis-remark = 1 är en effekt som nätt och jämnt har betydelse. Siffror i egen enhet står i tabellen. Där varken högt eller lågt är bättre ligger högre till höger.
outcomes-table = Effekter och tester för varje utfall
outcomes-table-remark = Justerat p-värde: för alla utfall lästa tillsammans, med samma lottningar.
levels-table = Nivåer före och efter
levels-remark = Missas under: mindre effekter hade missats mer än en gång av fem.
effect-years = { $before } före, { $after } efter
effect-of-value = kommunens siffra
effect-of-mean = medelvärde av kommunerna
effect-of-spread = spridning mellan kommunerna (standardavvikelse)
effect-of-sum = summa av kommunerna
effect-way-higher = högre
effect-way-lower = lägre
effect-way-either = åt båda håll

## Tabellhuvuden
column-effect-unit = Kommun eller region
column-effect-why = Varför
column-effect-weight = Vikt
column-effect-year = Prövad start
column-effect-without = Utan
column-effect-donut = Jämförelse
column-effect-way = Sätt att räkna
column-effect-size = Effekt (95-procentigt intervall)
column-effect-only = Effekt
column-effect-p = p-värde
column-effect-p-t = p-värde, exakt t
column-effect-p-several = p-värde, justerat
column-effect-from = Intervall från
column-effect-treated = Deltog
column-effect-compared = Jämförda
column-effect-pair = Jämförelse
column-effect-outcome = Utfall
column-effect-what = Mäts som
column-effect-verdict = Bedömning
column-effect-smallest = Minsta effekt av betydelse
column-effect-before = Före
column-effect-after = Efter
column-effect-expected = Väntat efter
column-effect-years = År
column-effect-unseen = Missas under
column-effect-who = Vilka
column-effect-from-year = Från
column-effect-places = Platser
column-effect-exposure = Vilka som hade mött insatsen, och hur länge
column-effect-indicator = Indikator
column-effect-expected-way = Hoppas på
column-effect-cohort = Start
column-effect-measured = Mätt
column-effect-lived = Sedan starten
column-effect-check = Kontroll
column-effect-asked = Vad som frågas
column-effect-result = Resultat
column-effect-found = Funnet
column-effect-limit = Gräns
column-effect-lowered = Sänker

## Planen
plan-registered = Registrerad
plan-registered-day = { $date }, fingeravtryck { $digest }
plan-registered-changed = { $date }, fingeravtryck { $digest }; ändrad { $changed }
plan-registered-never = inte registrerad; fingeravtryck { $digest }
plan-written = Skriven
plan-known = Vad som var känt då
plan-intervention = Insats
plan-source = Källa
plan-unit = Räknas som en
effect-unit-municipality = varje kommun
effect-unit-region = ett helt län, eller de som handlade tillsammans
plan-estimator = Sätt att räkna
plan-comparison = Jämförs med
effect-all-municipalities = alla andra kommuner i landet
effect-all-regions = alla andra regioner i landet
plan-excluded = Inte med
plan-excluded-why = { $places }: { $reason }
plan-mergers = Egen sammanslagning
plan-mergers-years = Kommuner som slogs samman mellan { $first } och { $last } är inte med i jämförelsen. { $reason }
plan-neighbours = Grannar
plan-neighbours-tried = är med i jämförelsen; det prövas att utelämna dem
plan-neighbours-out = är inte med i jämförelsen. { $reason }
plan-anticipation = Åren närmast före starten
plan-anticipation-none = räknas som före
plan-anticipation-years = { $years_n ->
    [one] { $years } år är inte med. { $reason }
   *[other] { $years } år är inte med. { $reason }
 }
plan-treated = Var, från när, och vilka som hade mött insatsen
plan-outcomes = Utfall, så som planen anger dem
plan-outcomes-remark = Det viktigaste utfallet är: { $title }.
exposure-heading = År med siffror sedan starten
exposure-years = { $years_n ->
    [0] det första året
    [one] { $years } år
   *[other] { $years } år
 }

## Kontroller
checks-lead = En underkänd kontroll kan sänka bedömningen, aldrig höja det. ”Noterat” är värt att veta men sänker inte.
checks-none = Inga kontroller är gjorda, eftersom ingen effekt gick att beräkna.
checks-of = { $title }: kontroller
effect-lowered-yes = ja
effect-result-passed = godkänt
effect-result-failed = underkänt
effect-result-not-possible = går inte
effect-result-noted = noterat
effect-check-plan-before-outcomes = planen före resultaten
effect-check-missing = alla som deltog är med
effect-check-pre-years = år före
effect-check-placebo-resolution = tillräckligt många att jämföra med
effect-check-both-tests = båda testerna
effect-check-pretrend-joint = utveckling före, alla år tillsammans
effect-check-pretrend-equivalence = utveckling före, liten nog
effect-check-pretrend-violation = glidning som kan ha gått obemärkt
effect-check-anticipation = ändring strax före starten
effect-check-placebo-years = starter som aldrig var
effect-check-leave-one-out = en utelämnad
effect-check-donut = grannarna utelämnade
effect-check-estimators-agree = andra sätt att räkna
effect-check-breakdown = hur mycket glidning resultatet tål
effect-check-synthetic-fit = hur väl den syntetiska jämförelsen följer
effect-check-several-outcomes = flera utfall
effect-asks-plan-before-outcomes = Registrerades planen innan resultat gick att se?
effect-asks-missing = Gick alla som deltog att räkna med? Funnet: så många är utelämnade.
effect-asks-pre-years = Finns det minst tre år före starten?
effect-asks-placebo-resolution = Finns det tillräckligt många att jämföra med för att ett tydligt resultat ska vara möjligt?
effect-asks-both-tests = Säger räknade placebo och det exakta t-testet samma sak?
effect-asks-pretrend-joint = Utvecklades deltagare och jämförelse lika före starten?
effect-asks-pretrend-equivalence = Är en skillnad före starten utesluten som är lika stor som en effekt av betydelse?
effect-asks-pretrend-violation = Hur stor jämn glidning per år före starten skulle ha synts? Bredvid: vad den skulle ge i effekt.
effect-asks-anticipation = Ändrades deltagarna redan de sista åren före starten?
effect-asks-placebo-years = Ger även en tidigare start, när inget började, en effekt?
effect-asks-leave-one-out = Återstår minst hälften av effekten vem som än utelämnas? Funnet: den andel som återstår.
effect-asks-donut = Återstår minst hälften av effekten utan grannarna? Funnet: den andel som återstår.
effect-asks-estimators-agree = Pekar minst tre av fyra andra sätt att räkna åt samma håll?
effect-asks-breakdown = Tål resultatet en glidning som är lika stor som den största ändringen före starten? Funnet: hur många gånger så stor.
effect-asks-synthetic-fit = Följer den syntetiska jämförelsen deltagarna före starten? Funnet: avvikelsen som andel av spridningen bland de jämförda.
effect-asks-several-outcomes = Står sig resultatet när alla utfall läses tillsammans?

## I rapporter om kommuner och regioner
effects-heading = Vad utvärderingar har funnit
effects-none-region = Effekter: ingen utvärdering är registrerad för regionen.
effects-remark = Bedömningen gäller alla som deltog tillsammans, inte en enskild kommun.
effects-verdict = { $title } – effekt: { $verdict }.
effects-outcome = { $evaluation }: { $title }
effects-exploratory = Utforskande: resultat gick att se när planen registrerades.
effects-example = Exempel, ingen verklig utvärdering.
track-effect = Utvärderat: { $title } – effekt: { $verdict } ({ $found }).
track-effect-exploratory = Utvärderat, utforskande: { $title } – effekt: { $verdict } ({ $found }).
track-effect-found = { $outcome }: { $size }, intervall ({ $confidence }) { $told }
track-effect-bare = { $outcome }: { $size }
track-effects-several = Utvärderingar: { $total }, varav med stöd eller svagt stöd för en effekt: { $found }.
