### Evaluations after the fact: page one, comparison, placebos, other ways of calculating, plan.

## Page
title-evaluation = evaluation { $year }
report-evaluation = Did it work? Evaluation
question-conclusion = What did we find?
question-doubts = What speaks against it?
section-course = How it went
section-comparison = Who is compared
section-pretrends = Before the start
section-placebos = Where nothing was done
section-specifications = Other ways of calculating
section-sensitivity = If development differed anyway
section-power = What could have been seen
section-outcomes = All outcomes
section-plan = The plan
section-checks = All checks
provenance-plan = Fingerprint of the plan
note-evaluation-example = Example: made to show how an evaluation works. It evaluates nothing that any municipality has done.
note-evaluation-exploratory = Exploratory: some figures from after the start were already public when the plan was registered. The support can therefore be weak at most.
note-evaluation-unregistered = The plan is not registered. Nobody can check that it was written before the result was known.
running-evaluation-exploratory = Exploratory evaluation
headline-evaluation-supported = The figures support that there was an effect.
headline-evaluation-weak = There is weak support for an effect.
headline-evaluation-not-supported-chance = No effect can be shown. That does not mean that there was none.
headline-evaluation-not-supported-ruled-out = No effect can be shown, and an effect large enough to matter does not fit the figures.
headline-evaluation-not-supported-opposite = The figures went the other way than hoped for.
headline-evaluation-not-supported-lowered = No effect is supported: the tests point to one, but the checks speak against it.
headline-evaluation-not-estimable = Whether there was an effect cannot be estimated from these figures.
evaluation-done = What was done: { $done }
evaluation-from = { $title }, from { $start }
evaluation-where = Where and from when: { $places }.
evaluation-owner = { $title }. Evaluated by: { $owner }.

## Effects in words
figure-relative-percent = { $number }%
effect-higher = { $title }: { $amount } higher than the comparison leads us to expect without the intervention.
effect-lower = { $title }: { $amount } lower than the comparison leads us to expect without the intervention.
effect-same = { $title }: no difference from what the comparison leads us to expect without the intervention.
effect-none = { $title }: an effect cannot be estimated.
effect-interval = { $confidence } interval: { $told }.
effect-interval-none = No interval can be given.
effect-range-both = { $range }
effect-range-from = { $low } or more
effect-range-to = { $high } or less
effect-with-range = { $value } ({ $told })
effect-p = p = { $p }
effect-levels = Mean before: { $level_before }. Mean after: { $observed }. The step from before to after is not the effect: even without the intervention, { $counterfactual } was to be expected after.
effect-compared = Took part: { $treated }. Compared with: { $comparison }.
effect-count-municipalities = { $count_n ->
    [one] { $count } municipality
   *[other] { $count } municipalities
 }
effect-count-groups = { $count_n ->
    [one] { $count } group of municipalities, counted as one
   *[other] { $count } groups of municipalities, each counted as one
 }
effect-count-regions-se = { $count_n ->
    [one] { $count } county
   *[other] { $count } counties
 }
effect-count-regions-fi = { $count_n ->
    [one] { $count } region
   *[other] { $count } regions
 }
effect-count-regions-no = { $count_n ->
    [one] { $count } county
   *[other] { $count } counties
 }
effect-test-placebo = If those who took part had been drawn by lot, a difference at least as large would have come up in { $share } of { $placebos }.
effect-placebos-all = { $count_n ->
    [one] the only possible draw
   *[other] all { $count } possible draws
 }
effect-placebos-all-many = all possible draws (over { $limit })
effect-placebos-drawn = { $count_n ->
    [one] { $count } draw made
   *[other] { $count } draws made
 }
effect-placebos-drawn-many = draws made (over { $limit })
effect-test-t = Exact t test: p = { $p }.
effect-test-t-none = The exact t test cannot be made with these figures.

## Why the verdict is what it is
effect-reason-found = Chance alone seldom gives a difference this large, and no check lowers the verdict.
effect-reason-one-test = The two tests do not both find a clear difference. The support is therefore weak.
effect-reason-only-test = Only one of the two tests can be made, and it does not find a clear difference. The support is therefore weak.
effect-reason-before = Judged by the tests alone: { $before }.
effect-reason-checks = Failed checks lower the verdict.
effect-reason-exploratory = The evaluation is exploratory, which lowers the verdict.
effect-reason-chance = Chance alone may well give a difference this large. That does not show that there was no effect.
effect-reason-ruled-out-higher = Chance alone may well give a difference this large, and an increase of { $smallest } or more does not fit the figures.
effect-reason-ruled-out-lower = Chance alone may well give a difference this large, and a decrease of { $smallest } or more does not fit the figures.
effect-reason-ruled-out-either = Chance alone may well give a difference this large. A change of { $smallest } or more, in either direction, does not fit the figures.
effect-reason-opposite = The tests point to a difference, but in the other direction than the one hoped for.
effect-reason-no-untreated = Nobody without the intervention is left to compare with.
effect-reason-no-pre-period = There are no figures from before the start.
effect-reason-no-post-period = There are no figures from after the start yet.
effect-reason-start-outside = The start lies outside the years with figures.
effect-reason-outcome-missing = Figures are missing for those who took part.
effect-reason-break-inside = What is measured changed during the years compared, so figures from before and after do not mean the same.
effect-reason-too-few-units = There are too few to compare with.
effect-reason-collinear-calendar = All began at the same time, so the effect cannot be told apart from everything else that happened then.

## Doubts and what is unknown
doubts-none-failed = None of the checks that could be made failed.
doubts-not-possible = These checks could not be made: { $checks }.
doubts-no-checks = No checks were made, since there is no effect to check.
effect-doubt-plan-before-outcomes = The plan was registered after results could be seen.
effect-doubt-missing = Some who took part could not be counted and are left out.
effect-doubt-pre-years = There are fewer than three years from before the start to compare with.
effect-doubt-placebo-resolution = There are so few to compare with that even the clearest result could be chance.
effect-doubt-both-tests = The two tests do not agree.
effect-doubt-pretrend-joint = Those who took part and the comparison moved apart already before the start.
effect-doubt-pretrend-equivalence = The years before the start do not rule out a drift as large as an effect that matters.
effect-doubt-pretrend-violation = A steady drift before the start could have gone unseen.
effect-doubt-anticipation = Those who took part changed, against the comparison, already in the last years before the start.
effect-doubt-placebo-years = An earlier start, when nothing began, would also be given an effect.
effect-doubt-leave-one-out = The result hangs on a single unit: without it, less than half of the effect is left, or it turns round.
effect-doubt-donut = Without the neighbours in the comparison less than half of the effect is left, or it turns round.
effect-doubt-estimators-agree = More than a quarter of the other ways of calculating point the other way.
effect-doubt-breakdown = Those who took part and the comparison need drift apart no more than they did at most before the start to explain the difference.
effect-doubt-synthetic-fit = No weighting of the comparison follows those who took part well before the start.
effect-doubt-several-outcomes = When all outcomes are read together, this one no longer stands out.
unknown-detectable = Effects smaller than { $size } would have been missed more than one time in five.
unknown-detectable-none = How small an effect could have been seen cannot be calculated.
unknown-smaller-matters = The smallest effect that would matter, { $smallest }, is smaller than that. It may be there without being seen.
unknown-resolution = So few are compared that even the clearest possible result could be chance in { $smallest } of cases.
unknown-mechanism = The figures say nothing of why something worked or did not, or for whom.
unknown-change-mind = What would change our mind: { $words }
chapter-primary = This chapter is only about the primary outcome: { $title }. All outcomes stand together further on.

## How it went, who is compared
course-lead = Those who took part as they were, beside how the comparison leads us to expect they would have been without the intervention.
course-none = Nothing is drawn, since no effect could be estimated.
course-finding = After the start { $observed } on average, against an expected { $counterfactual } without the intervention.
course-finding-none = The figures from { $first } to { $last }, without an estimate of what would have been.
course-log = Changes are compared in per cent. Means are therefore geometric: half way counts in per cent, not in number.
course-lag = { $years_n ->
    [one] This can show an effect { $years } year after the start at the earliest. That is where “after” begins here.
   *[other] This can show an effect { $years } years after the start at the earliest. That is where “after” begins here.
 }
comparison-who = Took part: { $treated }. Compared with: { $comparison }.
comparison-left-out = { $count_n ->
    [one] { $count } is left out; the reason stands below.
   *[other] { $count } are left out; the reasons stand below.
 }
comparison-together = Those who acted together count as one, however many municipalities they are. They had one start, and share what else happened.
comparison-strata = Large is compared with large and small with small, in { $count } classes of size. Within a class all count the same.
comparison-left-out-heading = Left out of the comparison
comparison-weights-heading = The synthetic comparison: whom it is made of
comparison-weights-remark = The mixture that follows those who took part most closely before the start. It checks the result; the conclusion does not rest on it.
effect-left-out-start-outside = start outside the years with figures
effect-left-out-no-pre-period = no figures from before the start
effect-left-out-no-post-period = no figures from after the start
effect-left-out-outcome-missing = figures are missing
effect-left-out-size-missing = number of inhabitants missing
effect-left-out-border-change = changed borders
effect-left-out-declared = left out by the plan
effect-left-out-merged = own merger
effect-left-out-missing = figures are missing
effect-left-out-neighbour = next to those who took part
effect-left-out-not-positive = a figure of nought, which cannot be compared in per cent
effect-left-out-one-municipality = one municipality only, so no spread
effect-left-out-other-size = of another size than all that took part
effect-left-out-simulated = simulated figures
effect-left-out-suppressed = protected figures

## Before the start, and where nothing was done
pretrends-lead = If the comparison is good, it moves like those who took part before the start. That they do so is no proof that they would have gone on.
pretrends-heading = Difference by years since the start
pretrends-finding = { $apart_n ->
    [0] Years drawn before the start: { $years }. In none of them does the interval leave out nought.
    [one] Years drawn before the start: { $years }. In { $apart } of them the interval leaves out nought.
   *[other] Years drawn before the start: { $years }. In { $apart } of them the interval leaves out nought.
 }
pretrends-finding-none = There is only one year before the start, so nothing can be said of development before it.
pretrends-anticipation = { $apart_n ->
    [0] Years just before the start that are left out: { $years }. In none of them does the interval leave out nought.
    [one] Years just before the start that are left out: { $years }. In { $apart } of them the interval leaves out nought.
   *[other] Years just before the start that are left out: { $years }. In { $apart } of them the interval leaves out nought.
 }
pretrends-violation = A steady drift before the start is found four times in five from { $slope } a year on. A smaller one may be there unseen. Drifting on, { $slope } a year would change the effect by { $bias }.
effect-early-both = { $title }, the last { $years } years before the start against the { $years } years before them: { $all } ({ $all_range }) against all who took no part, { $like } ({ $like_range }) against those of like size.
effect-early-alone = { $title }, the last { $years } years before the start against the { $years } years before them: { $change } ({ $range }) against the comparison.
effect-early-clear-none = Chance alone may well give that much.
effect-early-clear-both = Chance alone seldom gives that much.
effect-early-clear-all = Chance alone seldom gives the first, but may well give the second.
effect-early-clear-like-size = Chance alone may well give the first, but seldom gives the second.
pretrends-naive = A plain before and after would mix up such a change with the effect.
table-in-unit = { $title }. { $unit }
check-told = { $check }: { $result }
pretrends-checks = Checks: { $checks }.
placebos-lead = The same calculation where nothing was done. It should find nothing there; what it finds shows how much chance gives.
placebos-heading = Every one that took no part, counted as if it had
placebos-finding = { $further_n ->
    [0] None of the { $count } that took no part lies as far from nought as the one that did.
    [one] { $further } of { $count } that took no part lies at least as far from nought as the one that did.
   *[other] { $further } of { $count } that took no part lie at least as far from nought as the one that did.
 }
placebos-finding-many = { $count_n ->
    [one] The difference for { $count } that took no part.
   *[other] The differences for { $count } that took no part, each counted as if it had.
 }
placebos-smallest = The smallest p-value that could have been reached: { $smallest }.
effect-placebo-year = Starts that never were
effect-placebo-earlier = { $years_n ->
    [one] { $years } year earlier
   *[other] { $years } years earlier
 }
effect-placebo-year-lead = The effect an earlier start would be given, from years before the real one only.
effect-placebo-without = One left out
effect-placebo-without-lead = The effect when one unit is left out at a time.
effect-placebo-without-most = The effect when one unit is left out at a time: the { $shown } of { $count } that move it most.
effect-placebo-donut = Neighbours left out
effect-placebo-donut-lead = The effect without those next to the ones that took part, who may have felt it too.
effect-placebo-donut-row = without neighbours

## Other ways of calculating
specifications-lead = The same question, calculated in other ways. The marked row was chosen in the plan and counts; the others show whether the choice decides the result.
specifications-heading = The effect by way of calculating
specifications-table = The effect by every way of calculating
specifications-finding = { $count_n ->
    [0] There is no other way of calculating to compare with.
    [one] { $same } of { $count } other way of calculating points the same way as the one that counts.
   *[other] { $same } of { $count } other ways of calculating point the same way as the one that counts.
 }
specifications-finding-none = { $count_n ->
    [one] { $count } way of calculating gives a figure, none of them the one the plan chose.
   *[other] { $count } ways of calculating give a figure, none of them the one the plan chose.
 }
specifications-remark = With few who took part, intervals by cluster and influence function are too narrow. They are shown since others use them.
effect-not-possible = cannot be calculated
effect-by-demeaned = mean after against mean before
effect-by-detrended = against own trend before
effect-by-long-difference = against the last year before
effect-by-group-time = by start year and year (Callaway and Sant’Anna)
effect-by-not-yet-treated = the same, also against those who began later
effect-by-two-way = two-way fixed effects
effect-by-sun-abraham = by start year, weighted (Sun and Abraham)
effect-by-imputation = filled in from untreated years (imputation)
effect-by-synthetic-control = synthetic control
effect-by-synthetic-demeaned = synthetic control, level left out
effect-by-augmented = synthetic control, corrected (ridge)
effect-by-synthetic-differences = synthetic difference in differences
effect-by-conformal = the treated against its own years (conformal)
effect-by-weighted = weighted to be alike before
effect-by-donut = without neighbours
effect-by-unstratified = without classes of size
effect-from-placebo = counted placebos
effect-from-exact-t = exact t test
effect-from-influence = influence function
effect-from-cluster = clustered standard error
effect-from-weighted = spread of the weighted comparison
effect-from-conformal = order of its own years
effect-from-none = no interval
bacon-heading = What two-way fixed effects compares
bacon-remark = Comparisons with those already treated can mislead when effects grow over time. That is why this way of calculating does not count.
effect-pair-treated-never = treated with never treated
effect-pair-earlier-later = earlier with later treated
effect-pair-later-earlier = later with already treated
effect-pair-later-always = later with always treated

## Sensitivity
sensitivity-lead = No figure can prove that those who took part and the comparison would have moved alike. Here they are allowed to drift apart, more and more. All is held against the last year that counts as before.
effect-drift-relative-heading = If they drift as they did before the start
effect-drift-relative-bounds = Drift after the start, in multiples of the largest change before
effect-drift-relative-finding = { $held_n ->
    [0] At none of { $count } drifts tried does the interval leave out nought.
    [one] At { $held } of { $count } drifts tried the interval leaves out nought.
   *[other] At { $held } of { $count } drifts tried the interval leaves out nought.
 }
effect-drift-smoothness-heading = If the trend bends
effect-drift-smoothness-bounds = How much the difference in trend may bend from year to year
effect-drift-smoothness-finding = { $held_n ->
    [0] At none of { $count } bends tried does the interval leave out nought.
    [one] At { $held } of { $count } bends tried the interval leaves out nought.
   *[other] At { $held } of { $count } bends tried the interval leaves out nought.
 }
breakdown = The result stands as long as the drift after the start is smaller than { $bound } times the largest change before it.
breakdown-nought = Even without any drift the interval holds nought, so there is no clear effect to undo.
breakdown-none = How much drift the result stands cannot be calculated.

## Power
power-lead = An effect of a given size is added in every possible draw of who takes part. The curve shows how often the test finds it.
power-size = Where there is no effect the test still finds one in { $share } of cases; that should be about 5%.
power-size-unknown = How often the test finds an effect where there is none cannot be said.
power-heading = How often an effect would be found
power-finding = An effect of { $size } is found in { $share } of cases.
power-finding-none = No effect drawn here is found four times in five.

## All outcomes
outcomes-lead = The verdict on page one rests on the primary outcome, which the plan names. The others are read beside it.
outcomes-several = The more outcomes one looks at, the more easily one stands out by chance. The adjusted p-value takes that into account.
outcomes-heading = Effects beside each other
outcomes-finding = Each effect in multiples of the smallest effect that would matter; better lies to the right.
outcomes-axis = Multiples of the smallest effect that would matter
outcomes-axis-remark = 1 is an effect just large enough to matter. Figures in their own unit stand in the table. Where neither high nor low is better, higher lies to the right.
outcomes-table = Effects and tests by outcome
outcomes-table-remark = Adjusted p-value: for all outcomes read together, by the same draws.
levels-table = Levels before and after
levels-remark = Missed: smaller effects would have been missed more than one time in five.
effect-years = { $before } before, { $after } after
effect-of-value = the municipality’s figure
effect-of-mean = mean of the municipalities
effect-of-spread = spread between the municipalities (standard deviation)
effect-of-sum = sum of the municipalities
effect-way-higher = higher
effect-way-lower = lower
effect-way-either = either

## Table headings
column-effect-unit = Municipality or region
column-effect-why = Why
column-effect-weight = Weight
column-effect-year = Start tried
column-effect-without = Without
column-effect-donut = Comparison
column-effect-way = Way of calculating
column-effect-size = Effect (95% interval)
column-effect-only = Effect
column-effect-p = p-value
column-effect-p-t = p-value, exact t
column-effect-p-several = p-value, adjusted
column-effect-from = Interval from
column-effect-treated = Took part
column-effect-compared = Compared
column-effect-pair = Comparison
column-effect-outcome = Outcome
column-effect-what = Measured as
column-effect-verdict = Verdict
column-effect-smallest = Smallest effect that matters
column-effect-before = Before
column-effect-after = After
column-effect-expected = Expected after
column-effect-years = Years
column-effect-unseen = Missed below
column-effect-who = Who
column-effect-from-year = From
column-effect-places = Places
column-effect-exposure = Who had met it, and how long
column-effect-indicator = Indicator
column-effect-expected-way = Hoped-for direction
column-effect-cohort = Start
column-effect-measured = Measured
column-effect-lived = Since the start
column-effect-check = Check
column-effect-asked = What is asked
column-effect-result = Result
column-effect-found = Found
column-effect-limit = Limit
column-effect-lowered = Lowers

## The plan
plan-registered = Registered
plan-registered-day = { $date }, fingerprint { $digest }
plan-registered-changed = { $date }, fingerprint { $digest }; changed { $changed }
plan-registered-never = not registered; fingerprint { $digest }
plan-written = Written
plan-known = What was known then
plan-intervention = Intervention
plan-source = Source
plan-unit = Counted as one
effect-unit-municipality = each municipality
effect-unit-region = a whole region, or those who acted together
plan-estimator = Way of calculating
plan-comparison = Compared with
effect-all-municipalities = all other municipalities of the country
effect-all-regions = all other regions of the country
plan-excluded = Left out
plan-excluded-why = { $places }: { $reason }
plan-mergers = Own merger
plan-mergers-years = Municipalities that merged between { $first } and { $last } are not compared with. { $reason }
plan-neighbours = Neighbours
plan-neighbours-tried = are compared with; leaving them out is tried
plan-neighbours-out = are not compared with. { $reason }
plan-anticipation = Years just before the start
plan-anticipation-none = count as before
plan-anticipation-years = { $years_n ->
    [one] { $years } year is left out. { $reason }
   *[other] { $years } years are left out. { $reason }
 }
plan-treated = Where, from when, and who had met it
plan-outcomes = Outcomes, as the plan names them
plan-outcomes-remark = The primary outcome is: { $title }.
exposure-heading = Years of figures since the start
exposure-years = { $years_n ->
    [0] the first year
    [one] { $years } year
   *[other] { $years } years
 }

## Checks
checks-lead = A failed check can lower the verdict, never lift it. “Noted” is worth knowing but does not lower.
checks-none = No checks were made, since no effect could be estimated.
checks-of = { $title }: checks
effect-lowered-yes = yes
effect-result-passed = passed
effect-result-failed = failed
effect-result-not-possible = not possible
effect-result-noted = noted
effect-check-plan-before-outcomes = plan before results
effect-check-missing = all who took part counted
effect-check-pre-years = years before
effect-check-placebo-resolution = enough to compare with
effect-check-both-tests = both tests
effect-check-pretrend-joint = development before, all years together
effect-check-pretrend-equivalence = development before, small enough
effect-check-pretrend-violation = drift that could have gone unseen
effect-check-anticipation = change just before the start
effect-check-placebo-years = starts that never were
effect-check-leave-one-out = one left out
effect-check-donut = neighbours left out
effect-check-estimators-agree = other ways of calculating
effect-check-breakdown = how much drift the result stands
effect-check-synthetic-fit = fit of the synthetic comparison
effect-check-several-outcomes = several outcomes
effect-asks-plan-before-outcomes = Was the plan registered before results could be seen?
effect-asks-missing = Could all who took part be counted? Found: how many are left out.
effect-asks-pre-years = Are there at least three years before the start?
effect-asks-placebo-resolution = Are there enough to compare with for a clear result to be possible?
effect-asks-both-tests = Do counted placebos and the exact t test say the same?
effect-asks-pretrend-joint = Did those who took part and the comparison move alike before the start?
effect-asks-pretrend-equivalence = Is a difference before the start as large as an effect that matters ruled out?
effect-asks-pretrend-violation = How large a steady drift a year before the start would have been seen? Beside it: what it would add to the effect.
effect-asks-anticipation = Did those who took part change already in the last years before the start?
effect-asks-placebo-years = Does an earlier start, when nothing began, also give an effect?
effect-asks-leave-one-out = Is at least half of the effect left whichever unit is left out? Found: the share left.
effect-asks-donut = Is at least half of the effect left without the neighbours? Found: the share left.
effect-asks-estimators-agree = Do at least three in four of the other ways of calculating point the same way?
effect-asks-breakdown = Does the result stand a drift as large as the largest change before the start? Found: how many times as large.
effect-asks-synthetic-fit = Does the synthetic comparison follow those who took part before the start? Found: the misfit as a share of the spread among those compared.
effect-asks-several-outcomes = Does the result stand when all outcomes are read together?

## In the reports of municipalities and regions
effects-heading = What evaluations have found
effects-none-region = Effects: no evaluation is registered for this region.
effects-remark = The verdict is about all who took part together, not about a single municipality.
effects-verdict = { $title } – effect: { $verdict }.
effects-outcome = { $evaluation }: { $title }
effects-exploratory = Exploratory: results could be seen when the plan was registered.
effects-example = Example, no real evaluation.
track-effect = Evaluated: { $title } – effect: { $verdict } ({ $found }).
track-effect-exploratory = Evaluated, exploratory: { $title } – effect: { $verdict } ({ $found }).
track-effect-found = { $outcome }: { $size }, interval ({ $confidence }) { $told }
track-effect-bare = { $outcome }: { $size }
track-effects-several = Evaluations: { $total }, of which with support or weak support for an effect: { $found }.
