### Headings, labels, verdicts and units. A figure comes with $number (printed) and $n (for plurals).

## Page
title-municipality = { $place }: report { $year }
title-region = { $place }: regional report { $year }
report-municipality = Children and young people: status report
report-region = Children and young people: regional report
skip-to-content = Skip to the content
languages = Languages
language-sv = Svenska
language-fi = Suomi
language-nb = Norsk bokmål
language-en = English
all-reports = All reports
contents = In this report
sources = Sources
footer = Made with impact, an open calculation anyone can repeat. Differences are tested; what cannot be told apart from chance is said to be so.
file-summary = The first page (PDF)
file-dialogue = Sheet for dialogue (PDF)
file-values = All figures (CSV)
show-table = Table
chart = Chart
written-by = Written by

## The four questions
question-where-now = Where are we?
question-where-to = Where do we want to be?
question-how = How do we get there?
question-on-track = Are we on the right track?
question-changes = Since the last report

## Sections
section-area = Areas
section-activities = Activities in full
section-effects = Effects
section-forecasts = Where are we going?
section-local = In our own words
section-annex = Annexes
section-dialogue = For dialogue
heading-groups = Women and men, girls and boys
heading-cards = The indicators
heading-ledger = Every figure that changed
heading-provenance = How this report was made
heading-accessibility = Accessibility
accessibility-statement = The page is built for keyboard, screen reader and enlargement. Every chart has its finding in words and a table behind it.
accessibility-limits = Known limits: wide tables and charts scroll sideways on a small screen. Texts shown in another language than the page have not been translated.

## Areas of development
area-learning = Learning
area-attendance = Attendance
area-development = Development
area-well-being = Well-being
area-belonging = Belonging
area-competence = Competence
area-living-conditions = Living conditions
area-context = Background

## Verdicts
verdict-comparison-better = better
verdict-comparison-not-clearly-different = not clearly different
verdict-comparison-worse = worse
verdict-comparison-higher = higher
verdict-comparison-lower = lower
verdict-comparison-not-comparable = not compared
verdict-trend-improving = improving
verdict-trend-no-clear-change = no clear change
verdict-trend-worsening = worsening
verdict-trend-increasing = rising
verdict-trend-decreasing = falling
verdict-trend-not-calculable = cannot be calculated
verdict-goal-reached = reached
verdict-goal-not-yet = not yet
verdict-goal-on-track = on track
verdict-goal-off-track = off track
verdict-goal-cannot-tell = cannot tell
verdict-effect-supported = supported
verdict-effect-weak = weak support
verdict-effect-not-supported = not supported
verdict-effect-not-estimable = cannot be estimated
verdict-prediction-as-expected = as expected
verdict-prediction-better = better than expected
verdict-prediction-worse = worse than expected
verdict-prediction-cannot-tell = cannot tell

## Standing of goals and activities
origin-adopted = adopted
origin-proposed = our proposal, not decided
origin-example = example
stage-planned = planned
stage-running = under way
stage-finished = finished
stage-paused = paused
follow-up-none = None registered.
takes-part-no = The municipality is not named as taking part.

## Figures with their units
figure-percent = { $number }%
figure-points-of-percent = { $n ->
    [one] { $number } percentage point
   *[other] { $number } percentage points
 }
figure-per-1000 = { $number } per 1,000
figure-per-100000 = { $number } per 100,000
figure-count = { $number }
figure-number = { $number }
figure-ratio = { $number }
figure-index = { $number }
figure-points = { $n ->
    [one] { $number } point
   *[other] { $number } points
 }
figure-years = { $n ->
    [one] { $number } year
   *[other] { $number } years
 }
figure-euro = €{ $number }
figure-days = { $n ->
    [one] { $number } day
   *[other] { $number } days
 }
absent-missing = missing
absent-suppressed = protected
absent-not-applicable = not applicable

## Units and directions on indicator cards
unit-percent = Percent
unit-per-1000 = Per 1,000 inhabitants or pupils, as defined
unit-per-100000 = Per 100,000 inhabitants
unit-count = Count
unit-number = Plain figure
unit-points = Points
unit-years = Years
unit-euro = Euro
unit-ratio = Ratio
unit-index = Index
unit-days = Days
polarity-higher = Higher is better
polarity-lower = Lower is better
polarity-neutral = Neither high nor low is better
uncertainty-binomial = Calculated from the number of people behind the figure.
uncertainty-published = Published by the source.
uncertainty-between-year = Estimated from how much the figure varies from year to year.
uncertainty-none = Not known.
uncertainty-approximate = Approximate:
card-description = What it is
card-numerator = Counted
card-denominator = Out of
card-unit = Unit
card-direction = Direction
card-years = Years used
card-break = Note on years
card-uncertainty = Uncertainty
card-small-numbers = Small numbers
card-source = Source
card-read = Read on
card-identifier = Identifier

## Activity records
activity-goal = Goal
activity-owner = Responsible
activity-partners = Together with
activity-period = Period
activity-stage = Stage
activity-done = What has been done
activity-mechanism = Why it should work
activity-evidence = Evidence
activity-follow-up = Follow-up
activity-standing = Standing
activity-source = Source
activity-takes-part = Takes part

## Table headings
table-goals = Goals: now, target and verdict
table-changes = Figures that changed since the last report
table-barometer = { $area }: values against comparison
table-trends = { $area }: change over time
table-gaps = { $area }: women and men
table-spread = { $area }: distance between the upper and lower quartile
head-goal = Goal
head-now = Now
head-target = Target
head-verdict = Verdict
head-indicator = Indicator
head-value = Value
head-interval = 95% interval
head-country = { $reference ->
    [published] Country, published
    [mixed] Country
   *[median] Median municipality, country
 }
head-region = Median municipality, region
head-peers = Median, comparable municipalities
head-comparison = Against the country
head-trend = Over time
head-trend-relative = Against the country over time
head-period = Years
head-slope = Change a year
head-year = Year
head-female = Women, girls
head-male = Men, boys
head-difference = Difference
head-country-gap = Difference, country
head-place = Municipality
head-county = Region
head-group = Group
head-change = What happened
head-before = Before
head-after = Now
head-spread-first = First years
head-spread-last = Last years
head-spread-trend = Distance over time
head-spread-chance = Share of the variation due to chance
change-revised = revised
change-new = new
change-withdrawn = withdrawn
change-redefined = new scale
group-age = Age { $which }
group-grade = Grade { $which }

## Charts
axis-better = Better →
axis-worse = ← Worse
legend-own = This municipality, with 95% interval
legend-country = { $reference ->
    [published] The whole country
    [mixed] The country: median municipality or published figure
   *[median] Median municipality of the country
 }
legend-band = Middle half of the municipalities with figures
legend-region = Median municipality of the region
legend-peers = Median of comparable municipalities
legend-direction = Better is to the right, also where a low figure is good
legend-series = { $reference ->
    [counties] The region
   *[median] This municipality
 }
legend-interval = 95% interval
legend-country-series = { $reference ->
    [published] The whole country
    [mixed] The country: median municipality or published figure
    [counties] Median region of the country
   *[median] Median municipality of the country
 }
legend-region-series = Median municipality of the region
legend-break = Break in the series
legend-region-band = Middle half of the region's municipalities
legend-region-median = Median municipality of the region
legend-country-band = Quartiles of the country's municipalities with figures
alt-barometer = { $heading }. Indicators: { $rows }; better { $better }, worse { $worse }, not clearly different { $unclear }.
alt-trends = { $name }: { $improving } of { $panels } series improve clearly, { $worsening } worsen, { $unclear } show no clear change.
alt-map = { $heading }: { $better } of { $rows } municipalities are better, { $worse } worse.
alt-spread = Distance between municipalities, indicators: { $panels }; it shrinks clearly for { $narrowing } and grows for { $widening }.

## Provenance
provenance-digest = Fingerprint of the figures
provenance-rows = Rows of figures used
provenance-sources = Sources and the days they were read
provenance-params = Parameters
provenance-version = Version of impact
provenance-command = Command
provenance-python = Python
provenance-platform = Platform
provenance-template = Template
provenance-batch = Batch
provenance-licence = Licence

## Dialogue sheet
dialogue-title = For dialogue
dialogue-purpose = For a meeting of politicians, leaders, staff, pupils and parents. The figures open the talk; they do not close it.
dialogue-seen = What we see
dialogue-unknown = What we cannot know from figures
dialogue-questions = Three questions
dialogue-future = Our picture of the future
dialogue-who = Who does what
dialogue-new-actions = What we agree on
dialogue-what = What
dialogue-by-whom = Who
dialogue-when = By when
dialogue-seen-by = How we see that it works
dialogue-voice-children = What children and young people say
dialogue-voice-parents = What parents say
dialogue-voice-associations = What associations say

## Index page
index-title = Reports { $year }
index-lead = One report for each municipality, in its own languages. Choose on the map or in the list.
index-search = Search for a municipality
index-list = Municipalities
index-region = The region as a whole
index-failed = Reports that could not be made
goal-measure = measure and target: { $origin }
