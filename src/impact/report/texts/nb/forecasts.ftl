# Prognoser for indikatorer, med målte feil.

## Drawing
head-fan-what = Hva
head-fan-counted = Talt
head-fan-central = Prognose
head-fan-range = Spenn (80 %)
legend-fan-counted = Slik det ble talt
legend-fan-central = Prognose
legend-fan-range = Spenn ment å romme 8 av 10 utfall
fan-alt = Tallene slik de ble talt, deretter prognosen med spennet.

## En kommunes prognoser
forecast-heading = Indikatorer: hva som kan komme
forecast-historical = Tallene slutter i { $year } eller tidligere, så årene prognosen gjelder er alt over. Den viser hvordan prognoser lages, ikke hva som kommer.
forecast-lead = Prognosene fører de siste årenes nivå videre, med en del av trenden. De vet ikke hvorfor tall endrer seg, og ikke hva nye vedtak fører til.
forecast-lead-range = Spennet bygger på hvor mye slike prognoser har bommet i alle kommuner med tall. Det er ment å romme 8 av 10 utfall.
forecast-drawn = Tallene hittil, og prognose
forecast-axis = Hver rute har sin egen enhet og skala
forecast-finding = { $drawn_n ->
    [one] Én indikator er tegnet.
   *[other] { $drawn } indikatorer er tegnet.
 } { $clear_n ->
    [0] For ingen av dem ligger hele spennet over eller under det nyeste tallet.
    [one] For én av dem ligger hele spennet over eller under det nyeste tallet.
   *[other] For { $clear } av dem ligger hele spennet over eller under det nyeste tallet.
 }
forecast-naive = Nyeste tall, uendret
forecast-naive-better = { $beaten_n ->
    [one] For én av de tegnede indikatorene har det nyeste tallet, uendret, kommet nærmere enn prognosen ett, to eller tre år fram. Den har en egen linje.
   *[other] For { $beaten } av de tegnede indikatorene har det nyeste tallet, uendret, kommet nærmere enn prognosen ett, to eller tre år fram. De har en egen linje.
 }
forecast-caption = Prognoser, høyst tre år fram
forecast-column-indicator = Indikator
forecast-column-newest-year = Nyeste år
forecast-column-newest = Nyeste tall
forecast-column-year = Prognose for
forecast-column-forecast = Prognose
forecast-column-range = Spenn (80 %)
forecast-column-direction = Hvor spennet ligger
forecast-column-reason = Hvorfor
forecast-no-range = ikke noe spenn
forecast-direction-up = over det nyeste tallet
forecast-direction-down = under det nyeste tallet
forecast-direction-unclear = rundt det nyeste tallet
forecast-direction-unknown = ikke kjent
forecast-extended = Der få utfall er kjent så langt fram, er spennet gjort bredere ut fra prognoser på kortere sikt.

## Hvor feil de har slått
forecast-backtest-caption = Hvor mye slike prognoser har bommet, i alle kommuner med tall
forecast-column-ahead = Fram i tid
forecast-column-error = Prognosens feil i gjennomsnitt
forecast-column-error-naive = Feil i gjennomsnitt for det nyeste tallet, uendret
forecast-column-held = Utfall innenfor spennet
forecast-column-cases = Prøvde utfall
forecast-years = { $years_n ->
    [one] { $years } år
   *[other] { $years } år
 }
forecast-backtest-remark = Hver prognose ble laget av årene fram til et tidligere år og holdt opp mot det som kom. Der den andre feilen er minst, har prognosen vært mindre verdt enn det nyeste tallet.
forecast-narrow = Der færre enn 70 % av utfallene lå innenfor, har spennet vært for smalt.
forecast-untested = Slike prognoser kan ikke prøves ennå: for få år er kjent.
forecast-without-caption = Indikatorer uten prognose
forecast-reason-too-few = for få år med tall
forecast-reason-break = serien er brutt og har for få år etterpå
forecast-reason-old = det nyeste tallet er for gammelt

## Kommunene sammen
forecast-region-caption = Prognoser tre år fram, kommune for kommune
forecast-region-remark = Medianene gjelder kommunene som telles. Ingen rangering er ment.
forecast-column-newest-median = Nyeste tall, median
forecast-column-forecast-median = Prognose, median
forecast-column-places = Kommuner
forecast-column-up = Spennet over nyeste tall
forecast-column-down = Spennet under nyeste tall
forecast-column-unclear = Spennet rundt nyeste tall
forecast-cell-year = { $number } ({ $year })
forecast-errors-remark = Feilene er de som tidligere prognoser like langt fram har hatt i gjennomsnitt, i alle kommuner med tall. Der den andre feilen er minst, har prognosen vært mindre verdt enn det nyeste tallet.
forecast-held-few = { $indicator }: bare { $held } av tidligere utfall lå innenfor et slikt spenn, så det har vært for smalt.
