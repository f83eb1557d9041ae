### Sentences that notebooks put into blocks. Place names stand in the nominative only.
### A number argument $x comes formatted; $x_n is the bare number, for plural choices.

## Headline
headline-both = { $place }: clearly better than { $reference_name } on { $better } of { $tested } indicators that could be tested, clearly worse on { $worse }.
headline-better = { $place }: clearly better than { $reference_name } on { $better } of { $tested } indicators that could be tested, clearly worse on none.
headline-worse = { $place }: clearly worse than { $reference_name } on { $worse } of { $tested } indicators that could be tested, clearly better on none.
headline-trends = { $place }: no indicator differs clearly from { $reference_name }, but { $trends_n ->
    [one] one changes clearly over time
   *[other] { $trends } change clearly over time
 }.
headline-none = { $place }: nothing differs clearly from { $reference_name }, and nothing changes clearly over time.
headline-untestable = { $place }: there are figures, but none that can be tested against other municipalities or over time.
headline-no-figures = { $place }: there are no figures for this municipality.
headline-region = { $place }: of { $tested } indicators that could be tested in the median municipality, { $improving } clearly improving and { $worsening } clearly worsening.
headline-region-untestable = { $place }: no indicator here has a long enough series to be tested over time.

## Standing of the figures
note-historical = Historical figures: the newest are from { $year }. They say nothing about today.
note-thin = Few figures: { $indicators_n ->
    [one] one indicator is
   *[other] { $indicators } indicators are
 } available for { $place }.
note-simulated = Simulated figures: made up for practice, not observed.
note-snapshot = Figures as read on { $date }. Later corrections at the source are not included.

note-snapshots = Figures as read between { $first } and { $last }. Later corrections at the sources are not included.

## What figures are compared with. Whole phrases, so that every language may inflect the country.
reference-median-se = the median municipality of Sweden
reference-median-fi = the median municipality of Finland
reference-median-no = the median municipality of Norway
reference-published-se = Sweden as a whole
reference-published-fi = Finland as a whole
reference-published-no = Norway as a whole

## Findings. One sentence, one test each.
finding-better = { $indicator }: { $value } in { $year }, better than { $reference_name } ({ $reference }).
finding-worse = { $indicator }: { $value } in { $year }, worse than { $reference_name } ({ $reference }).
finding-higher = { $indicator }: { $value } in { $year }, higher than { $reference_name } ({ $reference }).
finding-lower = { $indicator }: { $value } in { $year }, lower than { $reference_name } ({ $reference }).
finding-improving = { $indicator }: improving, by about { $slope } a year from { $first } to { $last }.
finding-worsening = { $indicator }: worsening, by about { $slope } a year from { $first } to { $last }.
finding-increasing = { $indicator }: rising, by about { $slope } a year from { $first } to { $last }.
finding-decreasing = { $indicator }: falling, by about { $slope } a year from { $first } to { $last }.
finding-improving-relative = { $indicator }: gaining on { $reference_name }, by about { $slope } a year from { $first } to { $last }.
finding-worsening-relative = { $indicator }: losing ground to { $reference_name }, by about { $slope } a year from { $first } to { $last }.
finding-increasing-relative = { $indicator }: rising against { $reference_name }, by about { $slope } a year from { $first } to { $last }.
finding-decreasing-relative = { $indicator }: falling against { $reference_name }, by about { $slope } a year from { $first } to { $last }.
findings-none = Nothing here differs clearly from { $reference_name } or changes clearly over time. That is a finding too.
findings-none-testable = No figure here can be tested, so this page makes no claim about better or worse.
findings-no-figures = There are no figures for this municipality in the tables used.
findings-more = { $count_n ->
    [one] One more finding passed
   *[other] { $count } more findings passed
 } the same test; see the areas below.
findings-unclear = { $unclear_n ->
    [one] One indicator
   *[other] { $unclear } indicators
 } of { $tested } cannot be told apart from chance when compared with { $reference_name }.
findings-untested = { $count_n ->
    [one] One indicator is shown but not compared: its
   *[other] { $count } indicators are shown but not compared: their
 } uncertainty is not known.
findings-rule = The { $tests } tests behind this page are judged together, so that chance alone seldom makes a finding.

## Goals
goals-none = No goals are registered for this municipality.
goals-proposed = Targets marked “our proposal, not decided” have not been adopted by the municipality or the county.
goal-reason-no-indicator = No indicator measures this goal. It is followed up in other ways, or not at all.
goal-reason-own = { $reason }
goal-reason-no-figure = There is no figure for this goal's indicator.
goal-reason-no-baseline = The baseline cannot be calculated: figures are missing for { $first } to { $last }.
goal-reason-before-period = The newest figure is from { $year }, before the goal's period began.
goal-reason-uncertain = The distance to the target is within what chance could give.
goal-reason-no-uncertainty = The uncertainty of the figure is not known, so reaching the target cannot be tested.
goal-reason-tested = The figure is beyond the target by more than chance would give.
goal-reason-tested-short = The figure is short of the target by more than chance would give.

## Activities
activities-none = No activities are registered for this municipality.
activities-none-region = No activities are registered for this region.
activities-count = { $running } under way and { $planned } planned in all; the full list stands further on.
activities-no-follow-up = { $count_n ->
    [one] One activity has
   *[other] { $count } activities have
 } no follow-up registered.
activities-none-takes-part = The registered activities do not name this municipality as taking part.

## Are we on the right track?
track-goals = Of { $total } goals: { $reached } reached, { $on_track } on track, { $off_track } off track, { $not_yet } not yet, { $cannot_tell } cannot be told.
track-trends = Indicators over time: { $improving } clearly improving, { $worsening } clearly worsening, { $unclear } without clear change.
track-trends-neutral = Neutral indicators over time: { $rising } clearly rising, { $falling } clearly falling.
track-no-trends = No series is long enough to tell a direction.
track-against = Strongest reason for caution: { $finding }
track-no-effects = Whether an activity caused any of this has not been evaluated.

## Changes since the last report
changes-first = This is the first report, so there is nothing to compare with.
changes-none = No figure has changed since the last report of { $year }.
changes-count = Since the last report ({ $year }): { $new } new figures, { $revised } revised, { $withdrawn } withdrawn.
changes-redefined = { $count_n ->
    [one] One indicator has changed scale
   *[other] { $count } indicators have changed scale
 } at the source; older readings are not mixed in.

## Areas
area-heading-better = { $area }: clearly better than { $reference_name } on { $better } of { $tested }
area-heading-worse = { $area }: clearly worse than { $reference_name } on { $worse } of { $tested }
area-heading-both = { $area }: better on { $better }, worse on { $worse } of { $tested }
area-heading-none = { $area }: nothing differs clearly from { $reference_name }
area-heading-untested = { $area }: shown, not compared
area-trends-heading = { $area }: how it has developed
gap-remark = Differences between groups are tested as one family.
gaps-none = No figure in this report is divided by sex here.
row-note-old = The newest figure is from { $year }.
row-note-break = The series breaks in { $year }.
row-note-suppressed = Protected at the source: too few people.
row-note-missing = Missing at the source.
row-note-no-uncertainty = Uncertainty not known.
row-note-short = Fewer than { $years } unbroken years.
row-note-window = Values cover several years each, so yearly change cannot be tested.

## Places still empty
effects-none = Effects: no evaluation is registered for this municipality.
assessments-none = Assessments before decisions: none registered.
forecasts-none = No indicator has figures enough for a forecast.
local-none = The municipality has not added a text of its own.

## Annexes
omission-no-figures = No value for this place.
omission-too-old = The newest value is from { $year }, older than the report allows.
omission-suppressed = All recent values are protected at the source.
omission-no-register = No open register measures this.
table-full = Every value used in this report
table-diagnostics = What each verdict rests on
table-omissions = What this report leaves out, and why
table-peers = Comparable municipalities

## Dialogue sheet
dialogue-question-surprise = What in these figures surprises us, and what do we know that they do not show?
dialogue-question-children = What do children, pupils and parents say about the same things?
dialogue-question-next = What shall we do, who does it, and how will we see whether it worked?
dialogue-unknown-causes = These figures do not tell why something is so.
dialogue-unknown-small = A small municipality moves by chance from year to year.
dialogue-unknown-goals = { $count_n ->
    [one] One goal cannot be judged with figures.
   *[other] { $count } goals cannot be judged with figures.
 }

## Region
region-spread-heading = { $area }: how far apart are the municipalities?
region-equality-heading = Equal quality
region-spread-narrowing = { $indicator }: the municipalities come closer to each other.
region-spread-widening = { $indicator }: the municipalities move apart.
region-spread-none = No clear change in how far apart the municipalities are.
region-spread-chance = The table says how much of the variation between the municipalities chance explains. Near 100% the figures cannot tell the municipalities apart; with few municipalities the share itself is uncertain.
region-multiples-heading = { $indicator }, municipality by municipality
region-map-heading = { $indicator }, { $year }: against { $reference_name }
region-improvers-heading = Who improves?
region-improvers-caption = Clear changes over time, by municipality and indicator
region-improvers-none = No municipality shows a clear change over time.
region-goals-caption = Goals across the region
region-pupils-caption = Pupils by grade, autumn { $year }, counted where the school is
region-pupils-heading = Pupils by grade
region-latest-caption = Newest value by municipality: { $indicator }
region-remark-order = Municipalities stand in alphabetical order. This is not a league table.

## Column headings
column-indicator = Indicator
column-place = Municipality
column-year = Year
column-value = Value
column-lower = Lower limit
column-upper = Upper limit
column-group = Group
column-status = Status
column-source = Source
column-vintage = Read on
column-verdict = Verdict
column-trend = Trend
column-trend-relative = Against the country
column-test = Test
column-basis = Uncertainty from
column-p-value = p-value
column-years-used = Years used
column-slope = Change a year
column-reason = Reason
column-country = Median municipality, country
column-region = Median municipality, region
column-peers = Median of comparable municipalities
column-distance = Distance
column-goal = Goal
column-grade = Grade { $grade }
column-preschool-class = Preschool class
column-total = Total
column-population = Population
column-p-value-adjusted = p-value, all tests together
column-reached = Reached
column-not-yet = Not yet
column-cannot-tell = Cannot tell
column-origin = Standing
column-words = { $words }
table-context = Background figures; they are neither good nor bad
region-goal-places-caption = Goals by municipality
region-pupils-none = No figures of pupils by grade.
test-comparison = Newest value against the country's figure
test-trend = Change over time
test-trend-relative = Change over time against the country's figure
test-gap = Difference between women and men, or girls and boys
basis-binomial = Number of persons
basis-published = Limits published by the producer
basis-between-year = Variation from year to year
basis-none = Unknown
group-total = All
group-female = Women, girls
group-male = Men, boys
status-ok = Published
status-provisional = Provisional
status-missing = Missing
status-suppressed = Protected
status-not-applicable = Not applicable
status-simulated = Simulated
region-goals-none = No goals are registered for this region.
region-findings-none = No indicator changes clearly in the median municipality.
finding-median-improving = { $indicator }: the median municipality improves, by about { $slope } a year from { $first } to { $last }.
finding-median-worsening = { $indicator }: the median municipality worsens, by about { $slope } a year from { $first } to { $last }.
finding-median-increasing = { $indicator }: rising in the median municipality, by about { $slope } a year from { $first } to { $last }.
finding-median-decreasing = { $indicator }: falling in the median municipality, by about { $slope } a year from { $first } to { $last }.
peers-none = No comparable municipalities are chosen.
peers-official = Chosen by the producer of the figures, theme { $theme }.
peers-distance = The { $count } nearest in the indicators that the plan names; the smaller the distance, the more alike.
groups-heading = Equal starting points
headline-region-none = { $place }: no indicator changes clearly in the median municipality, of { $tested } that could be tested.
column-together = All together
goal-origins = { $goal } · measure and target: { $measure }
region-goals-remark = All together: the municipalities' mean distance to their own targets. The columns after it count municipalities.
track-goals-together = Of { $total } goals that can be measured, for all municipalities together: { $reached } reached, { $not_yet } not yet, { $cannot_tell } cannot be told.
reference-mixed-se = the figures for Sweden
reference-mixed-fi = the figures for Finland
reference-mixed-no = the figures for Norway
region-neighbours-caption = Neighbouring municipalities, newest values
