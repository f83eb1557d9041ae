# Elever de kommande åren, med felen i tidigare prognoser.

pupil-heading = Elever de kommande åren
pupil-children = Barn och unga de kommande åren
pupil-none = Ingen prognos över elever: det finns inga uppgifter efter årskurs eller ettårig ålder.
pupil-fans = Elever efter årskurs, räknade och enligt prognos
pupil-fans-children = Barn efter ålder, räknade och enligt prognos
pupil-axis = antal elever
pupil-axis-children = antal barn

## Grupper
pupil-group-grades-0-3 = Förskoleklass till årskurs 3
pupil-group-grades-4-6 = Årskurs 4–6
pupil-group-grades-7-9 = Årskurs 7–9
pupil-group-grades-0-9 = Förskoleklass till årskurs 9
pupil-group-grade-9 = Årskurs 9
pupil-group-ages-1-5 = 1–5 år
pupil-group-grades-1-4 = 6–9 år (årskurs 1–4)
pupil-group-grades-5-7 = 10–12 år (årskurs 5–7)
pupil-group-grades-8-10 = 13–15 år (årskurs 8–10)
pupil-group-grades-1-10 = 6–15 år (årskurs 1–10)
pupil-group-grade-10 = 15 år (årskurs 10)
pupil-group-ages-16-18 = 16–18 år

## Vad som väntas
pupil-outlook-more = { $group }: fler väntas. { $now } år { $year }; prognos för { $target }: { $then } (spann { $range }).
pupil-outlook-fewer = { $group }: färre väntas. { $now } år { $year }; prognos för { $target }: { $then } (spann { $range }).
pupil-outlook-unclear = { $group }: det är oklart om de blir fler eller färre. { $now } år { $year }; prognos för { $target }: { $then } (spann { $range }).
pupil-record = { $group }: tidigare prognoser för den här platsen, { $years_n ->
    [one] ett år
   *[other] { $years } år
 } framåt, slog i genomsnitt fel med { $own }. Att räkna med samma antal som då hade slagit fel med { $same } (prövade prognoser: { $forecasts }).

## Linjer i bilden
pupil-line-no-migration = Om ingen flyttar
pupil-line-last-three = Om man flyttar som de tre senaste åren

## Att veta
pupil-counted-school = Räknade där skolan ligger, inte där eleverna bor, till och med hösten { $year }. Kommunala och fristående skolor.
pupil-counted-home = Räknade där barnen bor den 1 januari, till och med { $year }.
pupil-method = Varje kull flyttas upp ett år i taget. Hur många som kommer eller går är medianen av alla år; i en kull på { $constant } väger den hälften, i mindre kullar mindre.
pupil-beginners = De som inte har börjat skolan är antagna: lika många som började här de tre senaste åren, anpassat till landets senaste antal.
pupil-beginners-children = Barn som inte är födda än är antagna: lika många som föddes här de tre senaste åren, anpassat till landets senaste antal.
pupil-coverage = Spannen ska rymma 80 % av utfallen. { $group }, alla kommuner: tidigare spann rymde { $short } ett år framåt och { $long } så långt fram som visas här ({ $years } år).
pupil-coverage-region = Spannen ska rymma 80 % av utfallen. { $group }, summor för län: tidigare spann rymde { $short } ett år framåt och { $long } så långt fram som visas här ({ $years } år).
pupil-cut = År så långt fram att tidigare spann rymde mindre än { $fewest } av utfallen visas inte.
pupil-extended = De längsta spannen är breddade från kortare prognoser: för få prognoser så långt fram har hunnit få sitt utfall.
pupil-worst = Spannen håller inte alla år: de som gjordes för kommunerna { $year } rymde bara { $held } av utfallen ett år framåt. Att många flyttar på en gång kan vara ett skäl.

## Tabeller
pupil-scenarios-caption = Senast räknade antal och prognos, högst fem år framåt
pupil-scenarios-remark = Spannet hör till prognosen; de två sista kolumnerna visar vad andra flyttningar skulle betyda.
pupil-record-caption = { $group }: fel i tidigare prognoser för den här platsen, jämte felen om inget ändrats
pupil-places-caption = { $group }: räknade { $now } och prognos för { $then }, efter kommun
pupil-counties-caption = { $group }: räknade { $now } och prognos för { $then }, efter län
column-pupil-central = Prognos
column-pupil-range = Spann (80 %)
column-pupil-no-migration = Om ingen flyttar
column-pupil-last-three = Flyttning som de tre senaste åren
column-pupil-horizon = År framåt
column-pupil-own-error = Prognosens fel
column-pupil-same-error = Fel för ”samma som då”
column-pupil-forecasts = Prövade prognoser
column-pupil-now = Räknade
column-pupil-error-three = Tidigare fel tre år framåt
column-pupil-group = Grupp
column-pupil-counted = Räknade { $year }
column-pupil-then = Prognos för
