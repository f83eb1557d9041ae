# Sanat arvioinnin kuvissa ja niiden takana.
drawing-start = alku { $year }
drawing-events = Vuosia alusta
drawing-detected = Kuinka usein vaikutus löytyisi
drawing-detectable = löytyy 4 kertaa 5:stä: { $effect }
drawing-smallest = pienin merkityksellinen: { $effect }
drawing-breakdown = nolla tulee mukaan: { $bound }
drawing-no-estimate = ei voitu laskea

head-event = Vuosia alusta
head-effect = Vaikutus
head-phase = Milloin
head-placebo = Mitä kokeiltiin
head-placebo-kind = Laji
head-detected = Kuinka usein se löytyisi
head-course-observed = Mitattu
head-course-expected = Ilman toimenpidettä
head-course-lower = Alaraja
head-course-upper = Yläraja
head-course-synthetic = Painotettu vertailu
head-course-comparison = Vertailun keskiarvo

event-phase-before = ennen
event-phase-anticipation = ei ennen eikä jälkeen
event-phase-after = jälkeen
placebo-is-own = todellinen
placebo-is-other = siellä ei tehty mitään

legend-course-observed = Näin kävi
legend-course-expected = Näin olisi vertailun mukaan käynyt
legend-course-limits = 95 prosentin väli
legend-course-synthetic = Painotettu vertailu, ennen alkua samankaltaisin
legend-course-comparison = Vertailukohteiden keskiarvo
legend-course-start = Alku
legend-course-anticipation = Vuodet, joita ei lasketa aikaan ennen eikä jälkeen
legend-event-before = Ennen alkua, 95 prosentin väli
legend-event-anticipation = Ei ennen eikä jälkeen, 95 prosentin väli
legend-event-after = Alun jälkeen, 95 prosentin väli
legend-event-reference = Vuosi, johon muita verrataan
legend-placebo-other = Siellä ei tehty mitään
legend-placebo-own = Todellinen
legend-forest-primary = Paksu viiva: suunnitelman nimeämä
legend-sensitivity-clear = Nolla jää ulkopuolelle
legend-sensitivity-unclear = Nolla jää väliin
legend-power-found = Kuinka usein näin suuri vaikutus löytyisi
legend-power-often = Neljä kertaa viidestä
