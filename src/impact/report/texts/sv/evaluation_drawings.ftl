# Ord i och bakom utvärderingens diagram.
drawing-start = start { $year }
drawing-events = År sedan starten
drawing-detected = Hur ofta effekten skulle hittas
drawing-detectable = hittas 4 gånger av 5: { $effect }
drawing-smallest = minsta som har betydelse: { $effect }
drawing-breakdown = noll kommer med vid { $bound }
drawing-no-estimate = kunde inte beräknas

head-event = År sedan starten
head-effect = Effekt
head-phase = När
head-placebo = Vad som prövades
head-placebo-kind = Slag
head-detected = Hur ofta den skulle hittas
head-course-observed = Uppmätt
head-course-expected = Utan insatsen
head-course-lower = Nedre gräns
head-course-upper = Övre gräns
head-course-synthetic = Viktad jämförelse
head-course-comparison = Jämförelsens medelvärde

event-phase-before = före
event-phase-anticipation = varken före eller efter
event-phase-after = efter
placebo-is-own = den verkliga
placebo-is-other = inget gjordes där

legend-course-observed = Så gick det
legend-course-expected = Så hade det gått enligt jämförelsen
legend-course-limits = 95-procentigt intervall
legend-course-synthetic = En viktad jämförelse, mest lik före starten
legend-course-comparison = Medelvärde för dem som jämförs
legend-course-start = Start
legend-course-anticipation = År som varken räknas som före eller efter
legend-event-before = Före starten, med 95-procentigt intervall
legend-event-anticipation = Varken före eller efter, med 95-procentigt intervall
legend-event-after = Efter starten, med 95-procentigt intervall
legend-event-reference = Året som de andra jämförs med
legend-placebo-other = Inget gjordes där
legend-placebo-own = Den verkliga
legend-forest-primary = Tjock linje: den som planen pekar ut
legend-sensitivity-clear = Noll ligger utanför
legend-sensitivity-unclear = Noll ligger inom
legend-power-found = Hur ofta en så stor effekt skulle hittas
legend-power-often = Fyra gånger av fem
