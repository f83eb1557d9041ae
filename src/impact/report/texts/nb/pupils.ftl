# Elever i årene som kommer, med feilene i tidligere prognoser.

pupil-heading = Elever i årene som kommer
pupil-children = Barn og unge i årene som kommer
pupil-none = Ingen prognose for elever: det finnes ingen tall etter trinn eller ettårig alder.
pupil-fans = Elever etter trinn, talt og etter prognose
pupil-fans-children = Barn etter alder, talt og etter prognose
pupil-axis = antall elever
pupil-axis-children = antall barn

## Grupper
pupil-group-grades-0-3 = Førskoleklasse til 3. trinn
pupil-group-grades-4-6 = 4.–6. trinn
pupil-group-grades-7-9 = 7.–9. trinn
pupil-group-grades-0-9 = Førskoleklasse til 9. trinn
pupil-group-grade-9 = 9. trinn
pupil-group-ages-1-5 = 1–5 år
pupil-group-grades-1-4 = 6–9 år (1.–4. trinn)
pupil-group-grades-5-7 = 10–12 år (5.–7. trinn)
pupil-group-grades-8-10 = 13–15 år (8.–10. trinn)
pupil-group-grades-1-10 = 6–15 år (1.–10. trinn)
pupil-group-grade-10 = 15 år (10. trinn)
pupil-group-ages-16-18 = 16–18 år

## Hva som ventes
pupil-outlook-more = { $group }: flere ventes. { $now } i { $year }; prognose for { $target }: { $then } (spenn { $range }).
pupil-outlook-fewer = { $group }: færre ventes. { $now } i { $year }; prognose for { $target }: { $then } (spenn { $range }).
pupil-outlook-unclear = { $group }: det er uklart om de blir flere eller færre. { $now } i { $year }; prognose for { $target }: { $then } (spenn { $range }).
pupil-record = { $group }: tidligere prognoser for dette stedet, { $years_n ->
    [one] ett år
   *[other] { $years } år
 } fram, bommet i gjennomsnitt med { $own }. Å regne med samme antall som da ville ha bommet med { $same } (prøvde prognoser: { $forecasts }).

## Linjer i tegningen
pupil-line-no-migration = Hvis ingen flytter
pupil-line-last-three = Hvis folk flytter som de tre siste årene

## Verdt å vite
pupil-counted-school = Talt der skolen ligger, ikke der elevene bor, til og med høsten { $year }. Kommunale og frittstående skoler.
pupil-counted-home = Talt der barna bor 1. januar, til og med { $year }.
pupil-method = Hvert kull flyttes opp ett år om gangen. Hvor mange som kommer eller går, er medianen av alle år; i et kull på { $constant } teller den halvt, i mindre kull mindre.
pupil-beginners = De som ikke har begynt på skolen, er antatt: like mange som begynte her de tre siste årene, tilpasset landets nyeste antall.
pupil-beginners-children = Barn som ikke er født ennå, er antatt: like mange som ble født her de tre siste årene, tilpasset landets nyeste antall.
pupil-coverage = Spennene skal romme 80 % av utfallene. { $group }, alle kommuner: tidligere spenn rommet { $short } ett år fram og { $long } så langt fram som vises her ({ $years } år).
pupil-coverage-region = Spennene skal romme 80 % av utfallene. { $group }, summer for fylker: tidligere spenn rommet { $short } ett år fram og { $long } så langt fram som vises her ({ $years } år).
pupil-cut = År så langt fram at tidligere spenn rommet mindre enn { $fewest } av utfallene, vises ikke.
pupil-extended = De lengste spennene er utvidet fra kortere prognoser: for få prognoser så langt fram har møtt sitt utfall.
pupil-worst = Spennene holder ikke alle år: de som ble laget for kommunene i { $year }, rommet bare { $held } av utfallene ett år fram. At mange flytter på én gang, kan være en grunn.

## Tabeller
pupil-scenarios-caption = Nyeste antall talt og prognose, høyst fem år fram
pupil-scenarios-remark = Spennet hører til prognosen; de to siste kolonnene viser hva andre flyttinger ville bety.
pupil-record-caption = { $group }: feil i tidligere prognoser for dette stedet, ved siden av feilene om ingenting ble endret
pupil-places-caption = { $group }: talt { $now } og prognose for { $then }, etter kommune
pupil-counties-caption = { $group }: talt { $now } og prognose for { $then }, etter fylke
column-pupil-central = Prognose
column-pupil-range = Spenn (80 %)
column-pupil-no-migration = Hvis ingen flytter
column-pupil-last-three = Flytting som de tre siste årene
column-pupil-horizon = År fram
column-pupil-own-error = Prognosens feil
column-pupil-same-error = Feil for «samme som da»
column-pupil-forecasts = Prøvde prognoser
column-pupil-now = Talt
column-pupil-error-three = Tidligere feil tre år fram
column-pupil-group = Gruppe
column-pupil-counted = Talt { $year }
column-pupil-then = Prognose for
