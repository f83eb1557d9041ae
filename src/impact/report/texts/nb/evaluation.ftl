### Evalueringer i etterkant: første side, sammenligningen, placebo, andre regnemåter, planen.

## Siden
title-evaluation = evaluering { $year }
report-evaluation = Virket det? Evaluering
question-conclusion = Hva fant vi?
question-doubts = Hva taler imot?
section-course = Slik gikk det
section-comparison = Hvem som sammenlignes
section-pretrends = Før starten
section-placebos = Der ingenting ble gjort
section-specifications = Andre regnemåter
section-sensitivity = Om utviklingen likevel var ulik
section-power = Hva som kunne vært sett
section-outcomes = Alle utfall
section-plan = Planen
section-checks = Alle kontroller
provenance-plan = Planens fingeravtrykk
note-evaluation-example = Eksempel: laget for å vise hvordan en evaluering foregår. Det evaluerer ingenting som noen kommune har gjort.
note-evaluation-exploratory = Utforskende: noen tall fra tiden etter starten var allerede offentlige da planen ble registrert. Støtten kan derfor i beste fall bli svak.
note-evaluation-unregistered = Planen er ikke registrert. Ingen kan kontrollere at den ble skrevet før resultatet var kjent.
running-evaluation-exploratory = Utforskende evaluering
headline-evaluation-supported = Tallene gir støtte for at det ble en effekt.
headline-evaluation-weak = Det er svak støtte for en effekt.
headline-evaluation-not-supported-chance = Ingen effekt kan påvises. Det betyr ikke at det ikke var noen.
headline-evaluation-not-supported-ruled-out = Ingen effekt kan påvises, og en effekt som er stor nok til å ha betydning, stemmer ikke med tallene.
headline-evaluation-not-supported-opposite = Tallene gikk motsatt vei av det man håpet.
headline-evaluation-not-supported-lowered = Ingen effekt får støtte: testene peker mot en, men kontrollene taler imot.
headline-evaluation-not-estimable = Om det ble noen effekt, kan ikke beregnes med disse tallene.
evaluation-done = Dette ble gjort: { $done }
evaluation-from = { $title }, fra { $start }
evaluation-where = Hvor og fra når: { $places }.
evaluation-owner = { $title }. Evaluert av: { $owner }.

## Effekter i ord
figure-relative-percent = { $number } %
effect-higher = { $title }: { $amount } høyere enn sammenligningen gir grunn til å vente uten tiltaket.
effect-lower = { $title }: { $amount } lavere enn sammenligningen gir grunn til å vente uten tiltaket.
effect-same = { $title }: ingen forskjell fra det sammenligningen gir grunn til å vente uten tiltaket.
effect-none = { $title }: ingen effekt kan beregnes.
effect-interval = Intervall ({ $confidence }): { $told }.
effect-interval-none = Noe intervall kan ikke oppgis.
effect-range-both = { $range }
effect-range-from = { $low } eller mer
effect-range-to = { $high } eller mindre
effect-with-range = { $value } ({ $told })
effect-p = p = { $p }
effect-levels = Gjennomsnitt før: { $level_before }. Gjennomsnitt etter: { $observed }. Steget fra før til etter er ikke effekten: også uten tiltaket var { $counterfactual } å vente etterpå.
effect-compared = Deltok: { $treated }. Sammenlignes med: { $comparison }.
effect-count-municipalities = { $count_n ->
    [one] { $count } kommune
   *[other] { $count } kommuner
 }
effect-count-groups = { $count_n ->
    [one] { $count } gruppe av kommuner, som regnes som én
   *[other] { $count } grupper av kommuner, som hver regnes som én
 }
effect-count-regions-se = { $count_n ->
    [one] { $count } len
   *[other] { $count } len
 }
effect-count-regions-fi = { $count_n ->
    [one] { $count } landskap
   *[other] { $count } landskap
 }
effect-count-regions-no = { $count_n ->
    [one] { $count } fylke
   *[other] { $count } fylker
 }
effect-test-placebo = Om loddet hadde avgjort hvem som deltok, ville en minst like stor forskjell oppstått i { $share } av { $placebos }.
effect-placebos-all = { $count_n ->
    [one] den eneste mulige loddtrekningen
   *[other] alle { $count } mulige loddtrekninger
 }
effect-placebos-all-many = alle mulige loddtrekninger (over { $limit })
effect-placebos-drawn = { $count_n ->
    [one] { $count } loddtrekning
   *[other] { $count } loddtrekninger
 }
effect-placebos-drawn-many = loddtrekninger (over { $limit })
effect-test-t = Eksakt t-test: p = { $p }.
effect-test-t-none = Den eksakte t-testen kan ikke gjøres med disse tallene.

## Hvorfor vurderingen er som den er
effect-reason-found = Tilfeldigheter alene gir sjelden så stor forskjell, og ingen kontroll senker vurderingen.
effect-reason-one-test = De to testene finner ikke begge en tydelig forskjell. Derfor er støtten svak.
effect-reason-only-test = Bare den ene av de to testene kan gjøres, og den finner ingen tydelig forskjell. Derfor er støtten svak.
effect-reason-before = Testene for seg gir: { $before }.
effect-reason-checks = Kontroller som ikke er bestått, senker vurderingen.
effect-reason-exploratory = Evalueringen er utforskende, og det senker vurderingen.
effect-reason-chance = Tilfeldigheter alene kan godt gi så stor forskjell. Det viser ikke at det ikke var noen effekt.
effect-reason-ruled-out-higher = Tilfeldigheter alene kan godt gi så stor forskjell, og en økning på { $smallest } eller mer stemmer ikke med tallene.
effect-reason-ruled-out-lower = Tilfeldigheter alene kan godt gi så stor forskjell, og en nedgang på { $smallest } eller mer stemmer ikke med tallene.
effect-reason-ruled-out-either = Tilfeldigheter alene kan godt gi så stor forskjell. En endring på { $smallest } eller mer, uansett retning, stemmer ikke med tallene.
effect-reason-opposite = Testene peker mot en forskjell, men motsatt vei av det man håpet.
effect-reason-no-untreated = Det er ingen uten tiltaket igjen å sammenligne med.
effect-reason-no-pre-period = Det finnes ingen tall fra tiden før starten.
effect-reason-no-post-period = Det finnes ennå ingen tall fra tiden etter starten.
effect-reason-start-outside = Starten ligger utenfor årene som har tall.
effect-reason-outcome-missing = Tall mangler for dem som deltok.
effect-reason-break-inside = Det som måles, ble endret i årene som sammenlignes. Tall før og etter betyr derfor ikke det samme.
effect-reason-too-few-units = Det er for få å sammenligne med.
effect-reason-collinear-calendar = Alle begynte samtidig, så effekten kan ikke skilles fra alt annet som skjedde da.

## Tvil og det vi ikke vet
doubts-none-failed = Alle kontroller som kunne gjøres, er bestått.
doubts-not-possible = Disse kontrollene kunne ikke gjøres: { $checks }.
doubts-no-checks = Ingen kontroller er gjort, siden det ikke er noen effekt å kontrollere.
effect-doubt-plan-before-outcomes = Planen ble registrert da resultater allerede kunne ses.
effect-doubt-missing = Noen av dem som deltok, kunne ikke regnes med og er utelatt.
effect-doubt-pre-years = Det er færre enn tre år før starten å sammenligne med.
effect-doubt-placebo-resolution = Det er så få å sammenligne med at selv det tydeligste resultatet kan være tilfeldig.
effect-doubt-both-tests = De to testene er ikke enige.
effect-doubt-pretrend-joint = Deltakerne og sammenligningen utviklet seg ulikt allerede før starten.
effect-doubt-pretrend-equivalence = Årene før starten utelukker ikke en forskjell som er like stor som en effekt av betydning.
effect-doubt-pretrend-violation = En jevn drift før starten kan ha gått ubemerket.
effect-doubt-anticipation = Deltakerne endret seg, mot sammenligningen, allerede de siste årene før starten.
effect-doubt-placebo-years = Også en tidligere start, da ingenting begynte, ville blitt tillagt en effekt.
effect-doubt-leave-one-out = Resultatet henger på en eneste enhet: uten den er det igjen mindre enn halvparten av effekten, eller den snur.
effect-doubt-donut = Uten naboene i sammenligningen er det igjen mindre enn halvparten av effekten, eller den snur.
effect-doubt-estimators-agree = Mer enn en firedel av de andre regnemåtene peker motsatt vei.
effect-doubt-breakdown = Det er nok at deltakere og sammenligning glir fra hverandre like mye som de gjorde på det meste før starten, for å forklare forskjellen.
effect-doubt-synthetic-fit = Ingen vekting av sammenligningen følger deltakerne godt før starten.
effect-doubt-several-outcomes = Når alle utfall leses sammen, skiller dette seg ikke lenger ut.
unknown-detectable = Effekter mindre enn { $size } ville blitt oversett mer enn én av fem ganger.
unknown-detectable-none = Hvor liten effekt som kunne vært sett, kan ikke beregnes.
unknown-smaller-matters = Den minste effekten som har betydning, { $smallest }, er mindre enn det. Den kan være der uten å synes.
unknown-resolution = Så få sammenlignes at selv det tydeligste tenkelige resultatet kan være tilfeldig i { $smallest } av tilfellene.
unknown-mechanism = Tallene sier ingenting om hvorfor noe virket eller ikke, eller for hvem.
unknown-change-mind = Dette ville fått oss til å mene noe annet: { $words }
chapter-primary = Dette kapitlet gjelder bare det viktigste utfallet: { $title }. Alle utfall står samlet lenger bak.

## Hvordan det gikk, hvem som sammenlignes
course-lead = Slik gikk det for dem som deltok, ved siden av det sammenligningen gir grunn til å vente uten tiltaket.
course-none = Ingenting er tegnet, siden ingen effekt kunne beregnes.
course-finding = Etter starten { $observed } i gjennomsnitt, mot ventede { $counterfactual } uten tiltaket.
course-finding-none = Tallene fra { $first } til { $last }, uten beregning av hvordan det ellers ville gått.
course-log = Endringer sammenlignes i prosent. Gjennomsnittene er derfor geometriske: halvveis regnes i prosent, ikke i antall.
course-lag = { $years_n ->
    [one] En effekt kan vises her tidligst { $years } år etter starten. Der begynner «etter» i figuren.
   *[other] En effekt kan vises her tidligst { $years } år etter starten. Der begynner «etter» i figuren.
 }
comparison-who = Deltok: { $treated }. Sammenlignes med: { $comparison }.
comparison-left-out = { $count_n ->
    [one] { $count } er ikke med; grunnen står nedenfor.
   *[other] { $count } er ikke med; grunnene står nedenfor.
 }
comparison-together = De som handlet sammen, regnes som én, uansett hvor mange kommuner de er. De hadde felles start og deler det som ellers skjedde.
comparison-strata = Store sammenlignes med store og små med små, i { $count } størrelsesklasser. Innenfor en klasse veier alle likt.
comparison-left-out-heading = Ikke med i sammenligningen
comparison-weights-heading = Den syntetiske sammenligningen: hvem den består av
comparison-weights-remark = Den blandingen som best følger deltakerne før starten. Den prøver resultatet; konklusjonen hviler ikke på den.
effect-left-out-start-outside = starten ligger utenfor årene som har tall
effect-left-out-no-pre-period = ingen tall før starten
effect-left-out-no-post-period = ingen tall etter starten
effect-left-out-outcome-missing = tall mangler
effect-left-out-size-missing = innbyggertall mangler
effect-left-out-border-change = endrede grenser
effect-left-out-declared = holdt utenfor av planen
effect-left-out-merged = egen sammenslåing
effect-left-out-missing = tall mangler
effect-left-out-neighbour = nabo til dem som deltok
effect-left-out-not-positive = et tall som er null og ikke kan sammenlignes i prosent
effect-left-out-one-municipality = bare én kommune, altså ingen spredning
effect-left-out-other-size = av en annen størrelse enn alle som deltok
effect-left-out-simulated = simulerte tall
effect-left-out-suppressed = skjermede tall

## Før starten, og der ingenting ble gjort
pretrends-lead = Er sammenligningen god, utvikler deltakere og sammenligning seg likt før starten. At de gjør det, beviser ikke at de ville fortsatt slik.
pretrends-heading = Forskjell etter år siden starten
pretrends-finding = { $apart_n ->
    [0] Tegnede år før starten: { $years }. For ingen av dem ligger null utenfor intervallet.
    [one] Tegnede år før starten: { $years }. For { $apart } av dem ligger null utenfor intervallet.
   *[other] Tegnede år før starten: { $years }. For { $apart } av dem ligger null utenfor intervallet.
 }
pretrends-finding-none = Det er bare ett år før starten, så ingenting kan sies om utviklingen før det.
pretrends-anticipation = { $apart_n ->
    [0] År rett før starten som ikke regnes med: { $years }. For ingen av dem ligger null utenfor intervallet.
    [one] År rett før starten som ikke regnes med: { $years }. For { $apart } av dem ligger null utenfor intervallet.
   *[other] År rett før starten som ikke regnes med: { $years }. For { $apart } av dem ligger null utenfor intervallet.
 }
pretrends-violation = En jevn drift før starten oppdages fire av fem ganger fra { $slope } per år. En mindre kan være der uten å synes. Fortsatte { $slope } per år, ville effekten endret seg med { $bias }.
effect-early-both = { $title }, de siste { $years } årene før starten mot de { $years } årene før dem: { $all } ({ $all_range }) sammenlignet med alle som ikke deltok, { $like } ({ $like_range }) sammenlignet med dem av lignende størrelse.
effect-early-alone = { $title }, de siste { $years } årene før starten mot de { $years } årene før dem: { $change } ({ $range }) sammenlignet med dem som ikke deltok.
effect-early-clear-none = Tilfeldigheter alene kan godt gi så mye.
effect-early-clear-both = Tilfeldigheter alene gir sjelden så mye.
effect-early-clear-all = Tilfeldigheter alene gir sjelden det første, men kan godt gi det andre.
effect-early-clear-like-size = Tilfeldigheter alene kan godt gi det første, men gir sjelden det andre.
pretrends-naive = Bare å sammenligne før og etter ville blande en slik endring sammen med effekten.
table-in-unit = { $title }. { $unit }
check-told = { $check }: { $result }
pretrends-checks = Kontroller: { $checks }.
placebos-lead = Samme beregning der ingenting ble gjort. Der bør den ikke finne noe; det den finner, viser hvor mye tilfeldigheter gir.
placebos-heading = Hver av dem som ikke deltok, regnet som om den gjorde det
placebos-finding = { $further_n ->
    [0] Ingen av de { $count } som ikke deltok, ligger like langt fra null som deltakeren.
    [one] { $further } av de { $count } som ikke deltok, ligger minst like langt fra null som deltakeren.
   *[other] { $further } av de { $count } som ikke deltok, ligger minst like langt fra null som deltakeren.
 }
placebos-finding-many = { $count_n ->
    [one] Forskjellen for { $count } som ikke deltok.
   *[other] Forskjellene for { $count } som ikke deltok, hver regnet som om den gjorde det.
 }
placebos-smallest = Den minste p-verdien som kunne vært nådd: { $smallest }.
effect-placebo-year = Starter som aldri var
effect-placebo-earlier = { $years_n ->
    [one] { $years } år tidligere
   *[other] { $years } år tidligere
 }
effect-placebo-year-lead = Effekten en tidligere start ville blitt tillagt, regnet bare på år før den virkelige.
effect-placebo-without = Én utelatt
effect-placebo-without-lead = Effekten når én enhet om gangen utelates.
effect-placebo-without-most = Effekten når én om gangen utelates: de { $shown } av { $count } som endrer den mest.
effect-placebo-donut = Naboene utelatt
effect-placebo-donut-lead = Effekten uten dem som grenser til deltakerne og kan ha blitt påvirket.
effect-placebo-donut-row = uten naboer

## Andre regnemåter
specifications-lead = Samme spørsmål, regnet på andre måter. Den merkede raden ble valgt i planen og gjelder; de andre viser om valget avgjør resultatet.
specifications-heading = Effekten etter regnemåte
specifications-table = Effekten med hver regnemåte
specifications-finding = { $count_n ->
    [0] Det er ingen annen regnemåte å sammenligne med.
    [one] { $same } av { $count } annen regnemåte peker samme vei som den som gjelder.
   *[other] { $same } av { $count } andre regnemåter peker samme vei som den som gjelder.
 }
specifications-finding-none = { $count_n ->
    [one] { $count } regnemåte gir et tall, men ikke den planen valgte.
   *[other] { $count } regnemåter gir et tall, men ikke den planen valgte.
 }
specifications-remark = Med få deltakere blir intervaller fra klynger og innflytelsesfunksjoner for smale. De vises fordi andre bruker dem.
effect-not-possible = kan ikke beregnes
effect-by-demeaned = gjennomsnitt etter mot gjennomsnitt før
effect-by-detrended = mot egen trend før
effect-by-long-difference = mot det siste året før
effect-by-group-time = etter startår og år (Callaway og Sant’Anna)
effect-by-not-yet-treated = det samme, også mot dem som begynte senere
effect-by-two-way = faste effekter to veier
effect-by-sun-abraham = etter startår, vektet (Sun og Abraham)
effect-by-imputation = fylt inn fra år uten tiltak (imputering)
effect-by-synthetic-control = syntetisk kontroll
effect-by-synthetic-demeaned = syntetisk kontroll, uten nivå
effect-by-augmented = syntetisk kontroll, rettet
effect-by-synthetic-differences = syntetisk forskjell i forskjeller
effect-by-conformal = deltakeren mot sine egne år (konform)
effect-by-weighted = vektet for å ligne før
effect-by-donut = uten naboer
effect-by-unstratified = uten størrelsesklasser
effect-from-placebo = talte placebo
effect-from-exact-t = eksakt t-test
effect-from-influence = innflytelsesfunksjon
effect-from-cluster = klyngerobust standardfeil
effect-from-weighted = spredningen i den vektede sammenligningen
effect-from-conformal = rekkefølgen på egne år
effect-from-none = uten intervall
bacon-heading = Hva faste effekter to veier sammenligner
bacon-remark = Sammenligninger med dem som allerede har tiltaket, kan villede når effekten vokser over tid. Derfor gjelder ikke den regnemåten.
effect-pair-treated-never = deltakere mot dem som aldri deltok
effect-pair-earlier-later = tidlige mot senere deltakere
effect-pair-later-earlier = senere mot dem som allerede deltok
effect-pair-later-always = senere mot dem som alltid deltok

## Følsomhet
sensitivity-lead = Ingen tall kan bevise at deltakere og sammenligning ville utviklet seg likt. Her får de gli fra hverandre, mer og mer. Alt regnes mot det siste året som regnes som før.
effect-drift-relative-heading = Om de glir fra hverandre som før starten
effect-drift-relative-bounds = Avvik etter starten, i antall ganger den største endringen før
effect-drift-relative-finding = { $held_n ->
    [0] Ved ingen av { $count } prøvde avvik ligger null utenfor intervallet.
    [one] Ved { $held } av { $count } prøvde avvik ligger null utenfor intervallet.
   *[other] Ved { $held } av { $count } prøvde avvik ligger null utenfor intervallet.
 }
effect-drift-smoothness-heading = Om trenden bøyer av
effect-drift-smoothness-bounds = Hvor mye forskjellen i trend får bøye av fra år til år
effect-drift-smoothness-finding = { $held_n ->
    [0] Ved ingen av { $count } prøvde bøyninger ligger null utenfor intervallet.
    [one] Ved { $held } av { $count } prøvde bøyninger ligger null utenfor intervallet.
   *[other] Ved { $held } av { $count } prøvde bøyninger ligger null utenfor intervallet.
 }
breakdown = Resultatet står seg så lenge avviket etter starten er mindre enn { $bound } ganger den største endringen før.
breakdown-nought = Selv uten avvik ligger null innenfor intervallet, så det er ingen tydelig effekt å rokke ved.
breakdown-none = Hvor mye avvik resultatet tåler, kan ikke beregnes.

## Styrke
power-lead = En effekt av en gitt størrelse legges til i hver mulig loddtrekning av hvem som deltar. Kurven viser hvor ofte testen finner den.
power-size = Der det ikke er noen effekt, finner testen likevel en i { $share } av tilfellene; det bør være omtrent 5 %.
power-size-unknown = Hvor ofte testen finner en effekt der ingen er, kan ikke sies.
power-heading = Hvor ofte en effekt ville blitt funnet
power-finding = En effekt på { $size } blir funnet i { $share } av tilfellene.
power-finding-none = Ingen effekt i figuren blir funnet fire av fem ganger.

## Alle utfall
outcomes-lead = Vurderingen på første side hviler på det viktigste utfallet, som planen oppgir. De andre leses ved siden av.
outcomes-several = Jo flere utfall man ser på, desto lettere skiller ett seg ut tilfeldig. Den justerte p-verdien tar hensyn til det.
outcomes-heading = Effektene ved siden av hverandre
outcomes-finding = Hver effekt i antall ganger den minste effekten som har betydning; bedre ligger til høyre.
outcomes-axis = Antall ganger den minste effekten som har betydning
outcomes-axis-remark = 1 er en effekt som så vidt har betydning. Tall i egen enhet står i tabellen. Der verken høyt eller lavt er bedre, ligger høyere til høyre.
outcomes-table = Effekter og tester for hvert utfall
outcomes-table-remark = Justert p-verdi: for alle utfall lest sammen, med de samme loddtrekningene.
levels-table = Nivåer før og etter
levels-remark = Overses under: mindre effekter ville blitt oversett mer enn én av fem ganger.
effect-years = { $before } før, { $after } etter
effect-of-value = kommunens tall
effect-of-mean = gjennomsnitt av kommunene
effect-of-spread = spredning mellom kommunene (standardavvik)
effect-of-sum = sum av kommunene
effect-way-higher = høyere
effect-way-lower = lavere
effect-way-either = begge retninger

## Tabellhoder
column-effect-unit = Kommune eller region
column-effect-why = Hvorfor
column-effect-weight = Vekt
column-effect-year = Prøvd start
column-effect-without = Uten
column-effect-donut = Sammenligning
column-effect-way = Regnemåte
column-effect-size = Effekt (95-prosentintervall)
column-effect-only = Effekt
column-effect-p = p-verdi
column-effect-p-t = p-verdi, eksakt t
column-effect-p-several = p-verdi, justert
column-effect-from = Intervall fra
column-effect-treated = Deltok
column-effect-compared = Sammenlignet
column-effect-pair = Sammenligning
column-effect-outcome = Utfall
column-effect-what = Måles som
column-effect-verdict = Vurdering
column-effect-smallest = Minste effekt av betydning
column-effect-before = Før
column-effect-after = Etter
column-effect-expected = Ventet etter
column-effect-years = År
column-effect-unseen = Overses under
column-effect-who = Hvem
column-effect-from-year = Fra
column-effect-places = Steder
column-effect-exposure = Hvem som hadde møtt tiltaket, og hvor lenge
column-effect-indicator = Indikator
column-effect-expected-way = Håp om
column-effect-cohort = Start
column-effect-measured = Målt
column-effect-lived = Siden starten
column-effect-check = Kontroll
column-effect-asked = Hva det spørres om
column-effect-result = Resultat
column-effect-found = Funnet
column-effect-limit = Grense
column-effect-lowered = Senker

## Planen
plan-registered = Registrert
plan-registered-day = { $date }, fingeravtrykk { $digest }
plan-registered-changed = { $date }, fingeravtrykk { $digest }; endret { $changed }
plan-registered-never = ikke registrert; fingeravtrykk { $digest }
plan-written = Skrevet
plan-known = Hva som var kjent da
plan-intervention = Tiltak
plan-source = Kilde
plan-unit = Regnes som én
effect-unit-municipality = hver kommune
effect-unit-region = et helt fylke, eller de som handlet sammen
plan-estimator = Regnemåte
plan-comparison = Sammenlignes med
effect-all-municipalities = alle andre kommuner i landet
effect-all-regions = alle andre regioner i landet
plan-excluded = Ikke med
plan-excluded-why = { $places }: { $reason }
plan-mergers = Egen sammenslåing
plan-mergers-years = Kommuner som ble slått sammen mellom { $first } og { $last }, er ikke med i sammenligningen. { $reason }
plan-neighbours = Naboer
plan-neighbours-tried = er med i sammenligningen; det prøves å utelate dem
plan-neighbours-out = er ikke med i sammenligningen. { $reason }
plan-anticipation = Årene rett før starten
plan-anticipation-none = regnes som før
plan-anticipation-years = { $years_n ->
    [one] { $years } år er ikke med. { $reason }
   *[other] { $years } år er ikke med. { $reason }
 }
plan-treated = Hvor, fra når, og hvem som hadde møtt tiltaket
plan-outcomes = Utfall, slik planen oppgir dem
plan-outcomes-remark = Det viktigste utfallet er: { $title }.
exposure-heading = År med tall siden starten
exposure-years = { $years_n ->
    [0] det første året
    [one] { $years } år
   *[other] { $years } år
 }

## Kontroller
checks-lead = En kontroll som ikke er bestått, kan senke vurderingen, aldri heve den. «Notert» er verdt å vite, men senker ikke.
checks-none = Ingen kontroller er gjort, siden ingen effekt kunne beregnes.
checks-of = { $title }: kontroller
effect-lowered-yes = ja
effect-result-passed = bestått
effect-result-failed = ikke bestått
effect-result-not-possible = ikke mulig
effect-result-noted = notert
effect-check-plan-before-outcomes = planen før resultatene
effect-check-missing = alle som deltok, er regnet med
effect-check-pre-years = år før
effect-check-placebo-resolution = nok å sammenligne med
effect-check-both-tests = begge testene
effect-check-pretrend-joint = utvikling før, alle år sammen
effect-check-pretrend-equivalence = utvikling før, liten nok
effect-check-pretrend-violation = drift som kan ha gått ubemerket
effect-check-anticipation = endring rett før starten
effect-check-placebo-years = starter som aldri var
effect-check-leave-one-out = én utelatt
effect-check-donut = naboene utelatt
effect-check-estimators-agree = andre regnemåter
effect-check-breakdown = hvor mye drift resultatet tåler
effect-check-synthetic-fit = hvor godt den syntetiske sammenligningen følger
effect-check-several-outcomes = flere utfall
effect-asks-plan-before-outcomes = Ble planen registrert før resultater kunne ses?
effect-asks-missing = Kunne alle som deltok, regnes med? Funnet: så mange er utelatt.
effect-asks-pre-years = Er det minst tre år før starten?
effect-asks-placebo-resolution = Er det nok å sammenligne med til at et tydelig resultat er mulig?
effect-asks-both-tests = Sier talte placebo og den eksakte t-testen det samme?
effect-asks-pretrend-joint = Utviklet deltakere og sammenligning seg likt før starten?
effect-asks-pretrend-equivalence = Er en forskjell før starten utelukket som er like stor som en effekt av betydning?
effect-asks-pretrend-violation = Hvor stor jevn drift per år før starten ville ha vært sett? Ved siden av: hva den ville lagt til effekten.
effect-asks-anticipation = Endret deltakerne seg allerede de siste årene før starten?
effect-asks-placebo-years = Gir også en tidligere start, da ingenting begynte, en effekt?
effect-asks-leave-one-out = Er minst halvparten av effekten igjen uansett hvem som utelates? Funnet: andelen som er igjen.
effect-asks-donut = Er minst halvparten av effekten igjen uten naboene? Funnet: andelen som er igjen.
effect-asks-estimators-agree = Peker minst tre av fire andre regnemåter samme vei?
effect-asks-breakdown = Tåler resultatet et avvik som er like stort som den største endringen før starten? Funnet: hvor mange ganger så stort.
effect-asks-synthetic-fit = Følger den syntetiske sammenligningen deltakerne før starten? Funnet: avviket som andel av spredningen blant de sammenlignede.
effect-asks-several-outcomes = Står resultatet seg når alle utfall leses sammen?

## I rapporter om kommuner og regioner
effects-heading = Hva evalueringer har funnet
effects-none-region = Effekter: ingen evaluering er registrert for regionen.
effects-remark = Vurderingen gjelder alle som deltok sammen, ikke en enkelt kommune.
effects-verdict = { $title } – effekt: { $verdict }.
effects-outcome = { $evaluation }: { $title }
effects-exploratory = Utforskende: resultater kunne ses da planen ble registrert.
effects-example = Eksempel, ingen virkelig evaluering.
track-effect = Evaluert: { $title } – effekt: { $verdict } ({ $found }).
track-effect-exploratory = Evaluert, utforskende: { $title } – effekt: { $verdict } ({ $found }).
track-effect-found = { $outcome }: { $size }, intervall ({ $confidence }) { $told }
track-effect-bare = { $outcome }: { $size }
track-effects-several = Evalueringer: { $total }, derav med støtte eller svak støtte for en effekt: { $found }.
