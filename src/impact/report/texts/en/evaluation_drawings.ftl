# Words inside and behind the drawings of an evaluation.
drawing-start = start { $year }
drawing-events = Years since the start
drawing-detected = How often the effect would be found
drawing-detectable = found 4 times in 5: { $effect }
drawing-smallest = smallest that matters: { $effect }
drawing-breakdown = nought comes in at { $bound }
drawing-no-estimate = could not be calculated

head-event = Years since the start
head-effect = Effect
head-phase = When
head-placebo = What was tried
head-placebo-kind = Kind
head-detected = How often it would be found
head-course-observed = Observed
head-course-expected = Without the intervention
head-course-lower = Lower limit
head-course-upper = Upper limit
head-course-synthetic = Weighted comparison
head-course-comparison = Mean of the comparison

event-phase-before = before
event-phase-anticipation = neither before nor after
event-phase-after = after
placebo-is-own = the real one
placebo-is-other = nothing was done there

legend-course-observed = As it went
legend-course-expected = As the comparison says it would have gone
legend-course-limits = 95% interval
legend-course-synthetic = A weighted comparison that was most alike before
legend-course-comparison = Mean of those compared with
legend-course-start = Start
legend-course-anticipation = Years that count neither as before nor as after
legend-event-before = Before the start, with 95% interval
legend-event-anticipation = Neither before nor after, with 95% interval
legend-event-after = After the start, with 95% interval
legend-event-reference = The year the others are held against
legend-placebo-other = Nothing was done there
legend-placebo-own = The real one
legend-forest-primary = Thick line: the one the plan names
legend-sensitivity-clear = Nought lies outside
legend-sensitivity-unclear = Nought lies inside
legend-power-found = How often an effect of that size would be found
legend-power-often = Four times in five
