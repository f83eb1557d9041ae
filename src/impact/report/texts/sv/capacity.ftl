### Planer för gymnasieplatser: första sidan, avsnitt, diagram och en plats del av planen.

## Sidan
title-capacity = plan för gymnasieplatser { $year }
report-capacity = Gymnasiet: räcker platserna, och är det rätt platser?
question-answer = Vad kommer planen fram till?
section-young = Var ungdomarna finns nu och sedan
section-pressure = Önskade platser och platser som finns
section-travel = Vem reser hur långt
section-weights = Ungas val och arbetslivets behov
section-one_more = Var en grupp till gör störst nytta
section-money = Vad det kostar
section-robustness = Om det blir på ett annat sätt
section-inputs = Vad planen bygger på
note-capacity-simulated = Simulerat: sökande, platser, antagna och restider är påhittade för att visa hur rapporten fungerar. Inget här är en siffra om någon skola. Besluta inget utifrån den.
note-capacity-example = Exempel: gjort för att visa hur en plan för platser fungerar. Ingen har beställt den.
running-capacity-simulated = Simulerade siffror – inte underlag för beslut
capacity-simulated-text = Simulerat: { $text }
capacity-simulated-mark = Simulerade siffror
headline-capacity-more = Med planen får { $count_n ->
    [one] { $count } ungdom till
   *[other] { $count } ungdomar till
 } en plats hösten { $year }, jämfört med dagens platser.
headline-capacity-fewer = Med planen får { $count_n ->
    [one] { $count } ungdom färre
   *[other] { $count } ungdomar färre
 } en plats hösten { $year }, jämfört med dagens platser.
headline-capacity-same = Hösten { $year } ger planen lika många ungdomar en plats som dagens platser gör.
headline-capacity-none = Tabellerna visar inte om platserna räcker.
capacity-owner = Gjord av: { $owner }.

## Första sidan
capacity-answer-young = Ungdomar som går ut årskurs 9: { $then } väntas { $year }; { $now } var de { $counted_year }.
capacity-answer-young-still = Ungdomar som går ut årskurs 9: { $then } väntas { $year }; { $now } var de { $counted_year }. Om ingen flyttade in eller ut skulle de bli { $still }. Det är räknade och beräknade siffror, inte simulerade.
capacity-answer-unmet = Behöriga ungdomar utan plats inom räckhåll det år planen gäller: { $free } med dagens platser, { $planned } med planen. Önskade platser totalt: { $demand }.
capacity-answer-not-eligible = Inte behöriga till det de vill gå: { $count }. Fler platser hjälper inte dem.
capacity-answer-places = Planen har { $planned } platser i { $groups } hela grupper; i dag finns { $now } platser.
capacity-answer-steps = Program som öppnas i en kommun som saknar dem: { $opened }; program som stängs i en kommun: { $closed }.
capacity-answer-cost = Alla platser kostar { $planned } om året med planen, { $now } i dag.
capacity-answer-increase = Fler platser, vare sig ungas val eller arbetslivets behov avgör: { $programmes }.
capacity-answer-increase-none = Inget program behöver fler platser vid alla vikter.
capacity-answer-decrease = Färre platser, vilket av dem som än avgör: { $programmes }.
capacity-answer-decrease-none = Inget program behöver färre platser vid alla vikter.
capacity-answer-depends = Det beror på vikten för { $count } av { $of } program.
capacity-answer-one-more = En grupp till gör störst nytta här: { $programme }, { $place }. Ungdomar som då får plats: { $pupils }.
capacity-answer-one-more-any = En grupp till gör störst nytta på det här programmet: { $programme }. Ungdomar som då får plats: { $pupils }, i vilken som helst av { $count } kommuner; { $place } är en av dem.
capacity-answer-one-more-none = Ingen ytterligare grupp skulle ge någon en plats.
capacity-and-more = { $names }; och { $count } till
capacity-doubt-weight = Hur mycket arbetslivets behov ska räknas mot ungas eget val måste någon bestämma. Här räknas det { $weight }. Ju mer det räknas, desto mindre följer planen vad unga vill.
capacity-doubt-counted-at-school = Ungdomarna räknas där deras grundskola ligger, inte där de bor.
capacity-doubt-scenarios = Eleverna kan bli fler eller färre. I ett av tio scenarier står { $high } eller fler utan plats med planen, i det värsta { $worst } (scenarier: { $count }).
capacity-unknown-simulated = Vad de verkliga sökande vill och vilka platser som faktiskt finns.
capacity-unknown-choice = Om unga skulle välja annorlunda om andra program fanns nära dem.
capacity-unknown-providers = Vad andra kommuner och fristående skolor öppnar eller stänger.
capacity-unknown-staff = Om det finns lärare, lokaler och arbetsplatser för de grupper som planeras.

## Ungdomarna
capacity-young-lead = Antalen ungdomar är räknade och beräknade, inte simulerade. Prognosen följer elever som redan går i skolan, årskurs för årskurs.
capacity-young-at-school = De räknas där grundskolan ligger. I en kommun vars elever går i skola på annat håll räknas för få.
capacity-young-at-home = De räknas där de bor.
capacity-young-together = Alla kommuner tillsammans
capacity-young-all = Ungdomar som går ut årskurs 9
capacity-axis-young = Ungdomar
capacity-young-finding = { $now } ungdomar gick ut årskurs 9 år { $counted_year }; { $then } väntas göra det år { $year }.
capacity-young-scenarios = Summan har inget eget intervall, eftersom kommunernas fel hänger ihop. De andra linjerna visar vad flyttningar betyder.
capacity-scenario-no-migration = Ingen flyttar in eller ut
capacity-scenario-last-three = Som de tre senaste åren
capacity-map-people = Var de finns
capacity-map-people-finding = Kommuner på kartan: { $places }. Ju större cirkel, desto fler ungdomar.
capacity-map-people-largest = Kommuner på kartan: { $places }. Flest ungdomar väntas här: { $place }, { $pupils }.
capacity-map-people-table = Ungdomar som går ut årskurs 9, { $counted_year } och { $year }
capacity-mark-now = Gick ut årskurs 9 år { $year }
capacity-mark-then = Väntas gå ut årskurs 9 år { $year }
capacity-map-change = Var de blir fler eller färre
capacity-map-change-finding = Från { $counted_year } till { $year } blir ungdomarna tydligt fler i { $rises } kommuner och färre i { $falls }. I { $unclear } rymmer intervallet båda.
capacity-map-change-table = Förändring i antalet ungdomar som går ut årskurs 9, { $counted_year } till { $year }
capacity-change-rises = Fler: hela intervallet ligger över
capacity-change-falls = Färre: hela intervallet ligger under
capacity-change-unclear = Inte tydligt

## Önskade platser och platser
capacity-pressure-lead = En önskad plats är ett väntat val av någon som är behörig. Staplarna är dagens platser, punkterna det som önskas det år planen gäller, med 80-procentigt intervall.
capacity-pressure-heading = Program för program
capacity-pressure-finding = År { $year } önskas fler platser än dagens på { $short } av { $of } program, också i intervallets nedre ände. På { $spare } finns fler platser än önskat, också i den övre.
capacity-pressure-table = Önskade platser { $year } och platser, per program
capacity-axis-places = Platser
capacity-pressure-remark = Förstahandsval och tomma platser gäller tabellernas senaste år. Utan plats gäller det år planen är för, med dagens platser. Behovet är arbetsmarknadens, så som det anges för programmet.
capacity-drawing-wanted = Önskas
capacity-drawing-places = Platser i dag
capacity-tone-bad = Önskas: tydligt fler än dagens platser
capacity-tone-plain = Önskas: tydligt färre än dagens platser
capacity-tone-unknown = Önskas: inte tydligt fler eller färre
capacity-mark-places = Platser i dag
capacity-mark-planned = Platser enligt planen
capacity-need-decrease = minska
capacity-need-unchanged = oförändrat
capacity-need-increase = öka
capacity-schools-heading = Platser per kommun där skolan ligger
capacity-schools-remark = Planen räknar i hela grupper, så att ingen grupp börjar med för få.
capacity-step-opens = öppnas
capacity-step-closes = stängs
capacity-step-same = oförändrat
capacity-step-more = fler grupper
capacity-step-fewer = färre grupper

## Vägen till skolan
capacity-travel-lead = Minuterna gäller en väg, från hemkommunens mitt till mitten av skolans kommun. Ingen skickas längre än gränsen i listan över antaganden. Beräkningen håller alla resor sammanlagt så korta som den kan. Den som väljer själv åker ofta längre, så kortare resor här är ingen vinst av planen.
capacity-travel-none = Det finns inga skolvägar att visa.
capacity-travel-heading = Hur långt till skolan, per hemkommun
capacity-travel-finding = Med planen tar vägen till skolan i genomsnitt { $planned }, enkel resa.
capacity-travel-finding-both = Med planen tar vägen till skolan i genomsnitt { $planned }, enkel resa. Som antagningen är i dag tar den { $now }.
capacity-travel-table = Vägen till skolan per hemkommun, enligt planen
capacity-way-near = Upp till 30 minuter
capacity-way-middle = 30 till 45 minuter
capacity-way-far = 45 till 60 minuter
capacity-way-very-far = Mer än 60 minuter
capacity-way-nobody = Inga elever
capacity-flows-heading = Varifrån och vart
capacity-flows-finding = Den största gruppen som korsar en kommungräns går från { $home } till { $place }. Elever: { $pupils }.
capacity-flows-table = Elever som går i skola i en annan kommun, enligt planen
capacity-flows-remark = Vägar med färre än { $few } elever är inte med.
capacity-mark-way = Elever på väg, bredast mot skolan
capacity-mark-end = Mål för en väg som visas
capacity-unmet-heading = Utan plats, och varför
capacity-unmet-remark = Fler platser hjälper bara där platser saknas, inte erbjuds eller ligger för långt bort.
capacity-reason-no-capacity = platser saknas
capacity-reason-out-of-reach = för långt bort
capacity-reason-not-offered = erbjuds ingenstans
capacity-reason-not-eligible = inte behörig
capacity-plan-now = Som antagningen är i dag
capacity-plan-free = Med dagens platser
capacity-plan-planned = Med planen

## Vikter
capacity-weights-lead = Vid 0 procent avgör bara ungas val, vid 100 procent bara arbetslivets behov. Behovet ändrar då antalet platser med högst { $step }.
capacity-weights-none = Inga vikter har prövats.
capacity-weights-heading = Vilka program som pekar åt samma håll vid alla vikter
capacity-weights-finding = Vid alla vikter: fler platser på { $increase } program, färre på { $decrease }, oförändrat på { $unchanged }. På { $depends } beror det på vikten.
capacity-weights-table = Förändring av platser efter vikten för arbetslivets behov
capacity-axis-change = Förändring av antalet platser
capacity-weights-remark = Där linjen inte korsar noll spelar vikten ingen roll för om platserna blir fler eller färre.
capacity-drawing-fewer = ← Färre platser
capacity-drawing-more = Fler platser →
capacity-mark-choice = Bara valet avgör
capacity-mark-need = Bara behovet avgör
capacity-mark-stable = Lika vid alla vikter
capacity-sign-increase = fler vid alla vikter
capacity-sign-unchanged = oförändrat vid alla vikter
capacity-sign-decrease = färre vid alla vikter
capacity-sign-depends = beror på vikten

## En grupp till
capacity-one-more-lead = Grupper som skulle ge minst en ungdom till en plats, prövade en i taget: { $count }. De första står i tabellen.
capacity-one-more-none = Ingen ytterligare grupp skulle ge någon en plats.
capacity-one-more-heading = En grupp till, en i taget
capacity-one-more-remark = Minuterna är enkel resa; ett minus betyder fler minuter, eftersom de som får plats också reser. Värdet sätter ett pris på en plats som saknas och på minuter, så som listan över antaganden säger. Det är inga pengar kommunen får. Värde och minuter gäller de kortaste resorna, hur platserna som saknas än fördelas.

## Pengar
capacity-money-lead = Alla platser kostar { $now } om året i dag och { $planned } med planen, till tabellens priser.
capacity-money-none = Vad platserna kostar kan inte räknas ut: priser saknas.
capacity-money-weights = Kostnad efter vikten för arbetslivets behov
capacity-money-programmes = Kostnad per program
capacity-money-remark = Pris gånger platser. Det är inte vad kommunen genast sparar eller betalar mer: lokaler och personal ändras långsamt.

## Om det blir på ett annat sätt
capacity-robustness-lead = Planen ligger fast medan antalet elever ändras. Kommunernas antal går upp och ner tillsammans, så som de har gjort.
capacity-robustness-none = Inga scenarier har räknats.
capacity-robustness-heading = Över scenarier för antalet elever
capacity-robustness-remark = Åtta av tio scenarier ligger i intervallet. Värst betyder det scenario som är värst för den raden.
capacity-as-planned = Som planerat
capacity-sensitivity-heading = Om ett antagande vore ett annat
capacity-variant-no-migration = Ingen flyttar in eller ut
capacity-variant-last-three = Flyttningar som de tre senaste åren
capacity-variant-counted-at-school = Ungdomarna räknas där skolan ligger
capacity-variant-travel-limit-45 = Högst 45 minuter till skolan
capacity-variant-travel-limit-90 = Upp till 90 minuter till skolan
capacity-variant-shrinkage-0 = Bara varje kommuns egna val ett år
capacity-variant-shrinkage-500 = Val närmare det gemensamma mönstret
capacity-variant-everyone-eligible = Alla är behöriga
capacity-measure-unmet = Utan plats
capacity-measure-empty = Tomma platser
capacity-measure-minutes = Minuter, enkel resa
capacity-measure-places = Platser
capacity-measure-cost = Kostnad om året
capacity-measure-within-45 = Inom 45 minuter
capacity-measure-within-60 = Inom 60 minuter
capacity-measure-objective = Alla kostnader som vägs

## Vad planen bygger på
capacity-inputs-simulated = Några tabeller är simulerade, som listan visar. De är gjorda av verkliga elevtal med ett fast frö. Egna tabeller ersätter dem utan att programmet ändras.
capacity-inputs-real = Ingen tabell är simulerad.
capacity-inputs-heading = Tabeller
capacity-table-applicants = Sökande
capacity-table-places = Platser och antagna
capacity-table-flows = Varifrån och vart
capacity-table-need = Arbetsmarknadens behov
capacity-table-travel = Restider
capacity-table-price = Priser
capacity-table-cohorts = Elever per årskurs
capacity-table-eligibility = Behörighet
capacity-table-home-municipality = Elevernas hemkommun
capacity-assumptions = Antaganden
capacity-assumptions-remark = Det som antas kan ändras i planens fil.
capacity-assumed-planned-year = Hösten som planeras
capacity-assumed-counted-year = Senaste räknade året
capacity-assumed-need-weight = Vikt för arbetslivets behov
capacity-assumed-need-step = Så mycket kan behovet ensamt ändra platserna
capacity-assumed-travel-limit = Längsta vägen till skolan, enkel resa
capacity-assumed-smallest-group = Minsta grupp att börja med, av en full
capacity-assumed-shrinkage = Förstahandsval som väger lika mycket som det gemensamma mönstret
capacity-assumed-sharing = Om platser saknas
capacity-sharing-even = Varje kommun saknar samma andel av det som önskas på ett program, så långt resorna medger
capacity-sharing-near = De som har längst väg blir utan först
capacity-assumed-unmet-cost = En plats som saknas räknas som
capacity-assumed-minute-cost = En minut daglig väg räknas som, om året
capacity-assumed-equity-cost = En minut av den längsta genomsnittliga vägen räknas som
capacity-assumed-scenarios = Scenarier
capacity-assumed-preparatory = Behöriga till högskoleförberedande program, av dem som är behöriga till yrkesprogram
capacity-assumed-preparatory-source = Varifrån det kommer

## En plats del
capacity-line-simulated = { $title } (simulerat exempel)
capacity-line = { $title }: { $then } ungdomar väntas gå ut årskurs 9 här år { $year }. Utan plats: { $free } med dagens platser, { $planned } med planen.
capacity-line-all = { $title }: { $then } ungdomar väntas gå ut årskurs 9 här år { $year }. Med planen får alla behöriga en plats inom räckhåll.
capacity-part-heading = Plan: { $title }
capacity-part-remark = Antalen ungdomar är räknade och beräknade.
capacity-fact-now = Ungdomar som gick ut årskurs 9, { $year }
capacity-fact-then = Väntas gå ut årskurs 9, { $year }
capacity-value-range = { $value } (80-procentigt intervall { $range })
capacity-plans-heading = Vad det betyder för dem som bor här
capacity-plans-remark = Utan plats räknar dem som är behöriga. Minuterna är ett genomsnitt för alla som reser.
capacity-ways-remark = Här står kommuner dit { $few } elever eller fler går, i dag eller enligt planen.
capacity-doubt-uneven = Planen når inte alla lika. Störst andel blir utan här: { $place }, { $without } utan plats av { $then } ungdomar.
capacity-doubt-uneven-shared = På varje program fördelas de platser som saknas så jämnt som resorna till skolan medger. Ändå blir störst andel utan här: { $place }, { $without } utan plats av { $then } ungdomar.
capacity-ways-heading = Var ungdomar härifrån går i gymnasiet
capacity-few = färre än { $few }
capacity-no-school = Tabellerna har inga platser på gymnasieskolor i kommunen.
capacity-own-schools = Platser på gymnasieskolor i kommunen
capacity-homes-heading = Kommunerna, enligt planen

## Kolumnrubriker
capacity-column-place = Kommun
capacity-column-home = Hemkommun
capacity-column-school-place = Skolans kommun
capacity-column-programme = Program
capacity-column-counted = Räknade
capacity-column-expected = Väntade
capacity-column-interval = 80-procentigt intervall
capacity-column-change = Förändring
capacity-column-class = Vad det betyder
capacity-column-wanted = Önskas
capacity-column-places = Platser i dag
capacity-column-planned = Platser enligt planen
capacity-column-groups = Grupper i dag
capacity-column-planned-groups = Grupper enligt planen
capacity-column-step = Vad som ändras
capacity-column-pressure = Förstahandsval per plats
capacity-column-empty = Tomma platser
capacity-column-without = Utan plats
capacity-column-need = Arbetsmarknadens behov
capacity-column-weight = Vikt { $weight }
capacity-column-sign = Över alla vikter
capacity-column-pupils = Elever
capacity-column-minutes = Minuter, enkel resa
capacity-column-minutes-now = Minuter i dag, enkel resa
capacity-column-within-45 = Inom 45 minuter
capacity-column-within-60 = Inom 60 minuter
capacity-column-reason = Orsak
capacity-column-placed = Ungdomar som får plats
capacity-column-saved = Sparade minuter per dag, alla elever
capacity-column-cost-year = Kostnad om året
capacity-column-worth = Värde
capacity-column-worth-range = 80-procentigt intervall
capacity-column-need-weight = Behovets vikt
capacity-column-amount = Kostnad om året
capacity-column-price = Pris per plats
capacity-column-amount-now = Kostnad i dag
capacity-column-amount-planned = Kostnad enligt planen
capacity-column-measure = Vad
capacity-column-plan = Platser
capacity-column-median = Scenariot i mitten
capacity-column-ten-ninety = 80-procentigt intervall
capacity-column-worst = Värst
capacity-column-scenarios = Scenarier
capacity-column-assumption = Annat antagande
capacity-column-table = Tabell
capacity-column-rows = Rader
capacity-column-simulated-rows = Av dem simulerade
capacity-column-source = Källa
capacity-column-then = Väntade ungdomar
capacity-column-without-free = Utan plats med dagens platser
capacity-column-without-planned = Utan plats med planen
