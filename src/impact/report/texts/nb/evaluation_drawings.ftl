# Ord i og bak evalueringens diagrammer.
drawing-start = start { $year }
drawing-events = År siden starten
drawing-detected = Hvor ofte effekten ville bli funnet
drawing-detectable = funnet 4 ganger av 5: { $effect }
drawing-smallest = minste som betyr noe: { $effect }
drawing-breakdown = null kommer med ved { $bound }
drawing-no-estimate = kunne ikke beregnes

head-event = År siden starten
head-effect = Effekt
head-phase = Når
head-placebo = Hva som ble prøvd
head-placebo-kind = Slag
head-detected = Hvor ofte den ville bli funnet
head-course-observed = Målt
head-course-expected = Uten tiltaket
head-course-lower = Nedre grense
head-course-upper = Øvre grense
head-course-synthetic = Vektet sammenligning
head-course-comparison = Sammenligningens gjennomsnitt

event-phase-before = før
event-phase-anticipation = verken før eller etter
event-phase-after = etter
placebo-is-own = den virkelige
placebo-is-other = ingenting ble gjort der

legend-course-observed = Slik gikk det
legend-course-expected = Slik hadde det gått ifølge sammenligningen
legend-course-limits = 95-prosentintervall
legend-course-synthetic = En vektet sammenligning, mest lik før starten
legend-course-comparison = Gjennomsnitt for dem det sammenlignes med
legend-course-start = Start
legend-course-anticipation = År som verken regnes som før eller etter
legend-event-before = Før starten, med 95-prosentintervall
legend-event-anticipation = Verken før eller etter, med 95-prosentintervall
legend-event-after = Etter starten, med 95-prosentintervall
legend-event-reference = Året de andre holdes opp mot
legend-placebo-other = Ingenting ble gjort der
legend-placebo-own = Den virkelige
legend-forest-primary = Tykk linje: den planen peker ut
legend-sensitivity-clear = Null ligger utenfor
legend-sensitivity-unclear = Null ligger innenfor
legend-power-found = Hvor ofte en så stor effekt ville bli funnet
legend-power-often = Fire ganger av fem
