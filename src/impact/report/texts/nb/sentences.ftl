### Setninger som notatbøkene legger i blokkene. Stedsnavn står bare i grunnform.
### Et tall $x er ferdig skrevet; $x_n er bare tallet, for valg av entall og flertall.

## Hovedsetning
headline-both = { $place }: klart bedre enn { $reference_name } på { $better } av { $tested } indikatorer som kan testes, klart dårligere på { $worse }.
headline-better = { $place }: klart bedre enn { $reference_name } på { $better } av { $tested } indikatorer som kan testes, ikke klart dårligere på noen.
headline-worse = { $place }: klart dårligere enn { $reference_name } på { $worse } av { $tested } indikatorer som kan testes, ikke klart bedre på noen.
headline-trends = { $place }: ingen indikator skiller seg klart fra { $reference_name }, men { $trends_n ->
    [one] én endrer seg klart over tid
   *[other] { $trends } endrer seg klart over tid
 }.
headline-none = { $place }: ingenting skiller seg klart fra { $reference_name }, og ingenting endrer seg klart over tid.
headline-untestable = { $place }: det finnes tall, men ingen som kan testes mot andre kommuner eller over tid.
headline-no-figures = { $place }: det finnes ingen tall for kommunen.
headline-region = { $place }: { $improving } av { $tested } testede indikatorer blir klart bedre i mediankommunen, { $worsening } dårligere.
headline-region-untestable = { $place }: ingen indikator har lang nok serie til å testes over tid.

## Tallenes stilling
note-historical = Historiske tall: de nyeste er fra { $year }. De sier ikke noe om i dag.
note-thin = Få tall: { $indicators_n ->
    [one] én indikator finnes
   *[other] { $indicators } indikatorer finnes
 } for { $place }.
note-simulated = Simulerte tall: laget for øvelse, ikke observert.
note-snapshot = Tallene er hentet { $date }. Senere rettelser hos kilden er ikke med.
note-snapshots = Tallene er hentet mellom { $first } og { $last }. Senere rettelser hos kildene er ikke med.

## Hva tallene sammenlignes med
reference-median-se = mediankommunen i Sverige
reference-median-fi = mediankommunen i Finland
reference-median-no = mediankommunen i Norge
reference-published-se = hele Sverige
reference-published-fi = hele Finland
reference-published-no = hele Norge

## Funn. Én setning, én test.
finding-better = { $indicator }: { $value } i { $year }, bedre enn { $reference_name } ({ $reference }).
finding-worse = { $indicator }: { $value } i { $year }, dårligere enn { $reference_name } ({ $reference }).
finding-higher = { $indicator }: { $value } i { $year }, høyere enn { $reference_name } ({ $reference }).
finding-lower = { $indicator }: { $value } i { $year }, lavere enn { $reference_name } ({ $reference }).
finding-improving = { $indicator }: blir bedre, med omtrent { $slope } i året fra { $first } til { $last }.
finding-worsening = { $indicator }: blir dårligere, med omtrent { $slope } i året fra { $first } til { $last }.
finding-increasing = { $indicator }: øker, med omtrent { $slope } i året fra { $first } til { $last }.
finding-decreasing = { $indicator }: går ned, med omtrent { $slope } i året fra { $first } til { $last }.
finding-improving-relative = { $indicator }: blir bedre sammenlignet med { $reference_name }, med omtrent { $slope } i året fra { $first } til { $last }.
finding-worsening-relative = { $indicator }: blir dårligere sammenlignet med { $reference_name }, med omtrent { $slope } i året fra { $first } til { $last }.
finding-increasing-relative = { $indicator }: øker sammenlignet med { $reference_name }, med omtrent { $slope } i året fra { $first } til { $last }.
finding-decreasing-relative = { $indicator }: går ned sammenlignet med { $reference_name }, med omtrent { $slope } i året fra { $first } til { $last }.
findings-none = Ingenting her skiller seg klart fra { $reference_name } eller endrer seg klart over tid. Det er også et funn.
findings-none-testable = Ingen tall her kan testes, så siden sier ikke noe om bedre eller dårligere.
findings-no-figures = Det finnes ingen tall for kommunen i tabellene som er brukt.
findings-more = { $count_n ->
    [one] Ett funn til bestod
   *[other] { $count } funn til bestod
 } den samme testen; se områdene nedenfor.
findings-unclear = { $unclear_n ->
    [one] Én indikator
   *[other] { $unclear } indikatorer
 } av { $tested } kan ikke skilles fra tilfeldigheter i sammenligningen med { $reference_name }.
findings-untested = { $count_n ->
    [one] Én indikator vises, men sammenlignes ikke: dens
   *[other] { $count } indikatorer vises, men sammenlignes ikke: deres
 } usikkerhet er ikke kjent.
findings-rule = Sidens { $tests } tester vurderes samlet, slik at tilfeldigheter alene sjelden gir et funn.

## Mål
goals-none = Ingen mål er registrert for kommunen.
goals-proposed = Målnivåer merket «vårt forslag, ikke vedtatt» er ikke vedtatt av kommunen eller fylket.
goal-reason-no-indicator = Ingen indikator måler målet. Det følges opp på andre måter, eller ikke i det hele tatt.
goal-reason-own = { $reason }
goal-reason-no-figure = Det finnes ikke noe tall for målets indikator.
goal-reason-no-baseline = Utgangspunktet kan ikke beregnes: tall mangler for { $first } til { $last }.
goal-reason-before-period = Det nyeste tallet er fra { $year }, før målperioden begynte.
goal-reason-uncertain = Avstanden til målet er innenfor det tilfeldigheter kan gi.
goal-reason-no-uncertainty = Tallets usikkerhet er ikke kjent, så det kan ikke testes om målet er nådd.
goal-reason-tested = Tallet er bedre enn målet med mer enn tilfeldigheter vanligvis gir.
goal-reason-tested-short = Tallet når ikke målet, og avstanden er større enn tilfeldigheter vanligvis gir.

## Tiltak
activities-none = Ingen tiltak er registrert for kommunen.
activities-none-region = Ingen tiltak er registrert for regionen.
activities-count = I alt { $running } pågår og { $planned } planlegges; hele listen står lenger fram.
activities-no-follow-up = { $count_n ->
    [one] Ett tiltak mangler
   *[other] { $count } tiltak mangler
 } registrert oppfølging.
activities-none-takes-part = De registrerte tiltakene nevner ikke at kommunen deltar.

## Er vi på rett vei?
track-goals = Av { $total } mål: nådd { $reached }, på vei { $on_track }, nås neppe { $off_track }, ikke ennå { $not_yet }, kan ikke vurderes { $cannot_tell }.
track-trends = Indikatorer som blir klart bedre: { $improving }, dårligere: { $worsening }, ingen klar endring: { $unclear }.
track-trends-neutral = Nøytrale indikatorer som øker klart: { $rising }, går ned: { $falling }.
track-no-trends = Ingen serie er lang nok til å vise en retning.
track-against = Sterkeste grunn til forsiktighet: { $finding }
track-no-effects = Om noe tiltak er årsaken til dette, er ikke evaluert.

## Endringer siden forrige rapport
changes-first = Dette er den første rapporten, så det er ingenting å sammenligne med.
changes-none = Ingen tall er endret siden forrige rapport, { $year }.
changes-count = Siden forrige rapport ({ $year }): nye tall { $new }, endret { $revised }, trukket tilbake { $withdrawn }.
changes-redefined = { $count_n ->
    [one] Én indikator har byttet skala
   *[other] { $count } indikatorer har byttet skala
 } hos kilden; eldre verdier blandes ikke inn.

## Områder
area-heading-better = { $area }: klart bedre enn { $reference_name } på { $better } av { $tested }
area-heading-worse = { $area }: klart dårligere enn { $reference_name } på { $worse } av { $tested }
area-heading-both = { $area }: bedre på { $better }, dårligere på { $worse } av { $tested }
area-heading-none = { $area }: ingenting skiller seg klart fra { $reference_name }
area-heading-untested = { $area }: vises, sammenlignes ikke
area-trends-heading = { $area }: slik har det utviklet seg
gap-remark = Forskjeller mellom grupper testes samlet.
gaps-none = Ingen tall her er delt på kjønn.
row-note-old = Det nyeste tallet er fra { $year }.
row-note-break = Serien brytes i { $year }.
row-note-suppressed = Skjermet hos kilden: for få personer.
row-note-missing = Mangler hos kilden.
row-note-no-uncertainty = Usikkerheten er ikke kjent.
row-note-short = Færre enn { $years } ubrutte år.
row-note-window = Verdiene dekker flere år hver, så endring per år kan ikke testes.

## Steder som ennå er tomme
effects-none = Effekter: ingen evaluering er registrert for kommunen.
assessments-none = Konsekvensvurderinger før vedtak: ingen er registrert.
forecasts-none = Ingen indikator har nok tall til en prognose.
local-none = Kommunen har ikke lagt til noen egen tekst.

## Vedlegg
omission-no-figures = Ingen verdi for stedet.
omission-too-old = Den nyeste verdien er fra { $year }, eldre enn rapporten tillater.
omission-suppressed = Alle nyere verdier er skjermet hos kilden.
omission-no-register = Ingen åpne registre måler dette.
table-full = Alle verdier i rapporten
table-diagnostics = Hva hver vurdering bygger på
table-omissions = Hva rapporten utelater, og hvorfor
table-peers = Sammenlignbare kommuner

## Dialogark
dialogue-question-surprise = Hva overrasker oss i tallene, og hva vet vi som de ikke viser?
dialogue-question-children = Hva sier barn, elever og foreldre om de samme tingene?
dialogue-question-next = Hva skal vi gjøre, hvem gjør det, og hvordan ser vi om det virket?
dialogue-unknown-causes = Tallene sier ikke hvorfor noe er som det er.
dialogue-unknown-small = En liten kommune svinger tilfeldig fra år til år.
dialogue-unknown-goals = { $count_n ->
    [one] Ett mål kan ikke vurderes med tall.
   *[other] { $count } mål kan ikke vurderes med tall.
 }

## Region
region-spread-heading = { $area }: hvor langt fra hverandre er kommunene?
region-equality-heading = Likeverdig kvalitet
region-spread-narrowing = { $indicator }: kommunene nærmer seg hverandre.
region-spread-widening = { $indicator }: kommunene fjerner seg fra hverandre.
region-spread-none = Ingen klar endring i hvor langt fra hverandre kommunene er.
region-spread-chance = Tabellen sier hvor mye av variasjonen mellom kommunene tilfeldigheter forklarer. Nær 100 % kan tallene ikke skille kommunene fra hverandre; med få kommuner er også andelen usikker.
region-multiples-heading = { $indicator }, kommune for kommune
region-map-heading = { $indicator }, { $year }: sammenlignet med { $reference_name }
region-improvers-heading = Hvem blir bedre?
region-improvers-caption = Klare endringer over tid, etter kommune og indikator
region-improvers-none = Ingen kommune viser en klar endring over tid.
region-goals-caption = Mål i regionen
region-pupils-caption = Elever etter trinn, høsten { $year }, talt der skolen ligger
region-pupils-heading = Elever etter trinn
region-latest-caption = Nyeste verdi etter kommune: { $indicator }
region-remark-order = Kommunene står i alfabetisk rekkefølge. Dette er ingen rangering.

## Kolonneoverskrifter
column-indicator = Indikator
column-place = Kommune
column-year = År
column-value = Verdi
column-lower = Nedre grense
column-upper = Øvre grense
column-group = Gruppe
column-status = Status
column-source = Kilde
column-vintage = Hentet
column-verdict = Vurdering
column-trend = Utvikling
column-trend-relative = Mot landet
column-test = Test
column-basis = Usikkerhet fra
column-p-value = p-verdi
column-years-used = Brukte år
column-slope = Endring per år
column-reason = Grunn
column-country = Mediankommune, landet
column-region = Mediankommune, regionen
column-peers = Median for sammenlignbare kommuner
column-distance = Avstand
column-goal = Mål
column-grade = { $grade }. trinn
column-preschool-class = Førskoleklasse
column-total = I alt
column-population = Folketall
column-p-value-adjusted = p-verdi, alle tester samlet
column-reached = Nådd
column-not-yet = Ikke ennå
column-cannot-tell = Kan ikke vurderes
column-origin = Status for målet
column-words = { $words }
table-context = Bakgrunnstall; de er verken gode eller dårlige
region-goal-places-caption = Mål etter kommune
region-pupils-none = Ingen tall for elever etter trinn.
test-comparison = Nyeste verdi mot landets tall
test-trend = Endring over tid
test-trend-relative = Endring over tid mot landets tall
test-gap = Forskjell mellom kvinner og menn, eller jenter og gutter
basis-binomial = Antall personer
basis-published = Grenser fra produsenten
basis-between-year = Variasjon fra år til år
basis-none = Ukjent
group-total = Alle
group-female = Kvinner, jenter
group-male = Menn, gutter
status-ok = Publisert
status-provisional = Foreløpig
status-missing = Mangler
status-suppressed = Skjermet
status-not-applicable = Ikke aktuelt
status-simulated = Simulert
region-goals-none = Ingen mål er registrert for regionen.
region-findings-none = Ingen indikator endrer seg klart i mediankommunen.
finding-median-improving = { $indicator }: mediankommunen blir bedre, med omtrent { $slope } i året fra { $first } til { $last }.
finding-median-worsening = { $indicator }: mediankommunen blir dårligere, med omtrent { $slope } i året fra { $first } til { $last }.
finding-median-increasing = { $indicator }: øker i mediankommunen, med omtrent { $slope } i året fra { $first } til { $last }.
finding-median-decreasing = { $indicator }: går ned i mediankommunen, med omtrent { $slope } i året fra { $first } til { $last }.
peers-none = Ingen sammenlignbare kommuner er valgt.
peers-official = Valgt av produsenten av tallene, tema { $theme }.
peers-distance = De { $count } nærmeste i indikatorene som planen nevner; jo mindre avstand, desto mer like.
groups-heading = Like muligheter
headline-region-none = { $place }: ingen av { $tested } testede indikatorer endrer seg klart i mediankommunen.
column-together = Alle sammen
goal-origins = { $goal } · mål på resultat og nivå: { $measure }
region-goals-remark = Alle sammen: kommunenes gjennomsnittlige avstand til egne målnivåer. Kolonnene etter teller kommuner.
track-goals-together = Målbare mål, alle kommuner sammen: { $total }. Nådd: { $reached }, ikke ennå: { $not_yet }, kan ikke sies: { $cannot_tell }.
reference-mixed-se = tallene for Sverige
reference-mixed-fi = tallene for Finland
reference-mixed-no = tallene for Norge
region-neighbours-caption = Nabokommuner, nyeste verdier
