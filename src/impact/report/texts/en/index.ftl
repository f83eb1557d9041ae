## A composite index: one line, its chapter, and money that follows scores
section-index = The index
index-indicator = { $indicator }
index-line = Index { $name }: { $score } of 100 ({ $range }); of { $scored } municipalities { $above_n ->
    [0] hardly any is
   *[other] about { $above } are
 } clearly stronger and { $below_n ->
    [0] hardly any
   *[other] about { $below }
 } clearly weaker.
index-line-parts = Index { $name }: the parts do not go together well enough for one number; they are shown one by one further on.
index-line-missing = Index { $name }: too few of its figures are there for a number.
index-heading = { $name }, { $year }
index-named = { $name }, { $year }. { $text }
index-what = { $text }
index-score = { $place }: { $score } of 100. Allowing for uncertain figures, other weights and other ways of counting, the interval is { $range }.
index-apart = Of { $scored } municipalities { $above_n ->
    [0] hardly any is
   *[other] about { $above } are
 } clearly stronger and { $below_n ->
    [0] hardly any is
   *[other] about { $below } are
 } clearly weaker. The rest cannot be told apart from this one, so no rank is given.
index-ends = Weakest part: { $low } ({ $low_score }). Strongest part: { $high } ({ $high_score }).
index-older = { $share } of the weight rests on figures older than the newest that others have.
index-available = Figures are there for { $share } of the weight; the rest is left out.
index-no-score = { $place }: too few of the figures are there for a number.
index-remark-interval = Nine of ten trial calculations lie in the interval. Two municipalities are told apart when one is ahead in at least 95 of 100.
index-standing = Standing of the index: { $origin }. { $source }
index-unconfirmed = Not confirmed: { $what }.
index-gap-heading = Compared with similar municipalities
index-no-peers = There are no comparable municipalities with an index to compare with.
index-gap-above = { $place }: { $gap } against the mean of { $peers } comparable municipalities ({ $range }). The index is clearly higher.
index-gap-below = { $place }: { $gap } against the mean of { $peers } comparable municipalities ({ $range }). The index is clearly lower.
index-gap-unclear = { $place }: { $gap } against the mean of { $peers } comparable municipalities ({ $range }). That is not a clear difference.
index-gap-axis = Points each part adds to the difference
index-gap-remark = The parts add up to the difference. A single part has no interval here: look for what is clear under the strengths and weaknesses.
index-whole = Together
head-index-part = Part
head-index-score = Points, of 100
head-index-adds = Adds to the difference
head-index-interval = Interval
legend-index-adds = What a part adds
legend-index-whole = All parts together, with the interval
index-items-caption = { $name }: the indicators behind the points
index-items-remark = Points: 0 to 100, more is always better, also where a low figure is good.
index-items-base = The limits of the points come from the municipalities in { $year } and stay, so points move only when the figures do.
index-column-indicator = Indicator
index-column-value = Figure
index-column-year = Year
index-column-points = Points
index-column-others = Comparable municipalities, points
index-column-adds = Adds to the difference
index-column-part = Indicator
index-column-change = Change in points
index-column-data = Figures that moved
index-column-missing = Figures that came or went
index-column-rebasing = Limits that were moved
index-column-specification = The index was changed
index-column-sum = Together
index-column-place = Municipality
index-column-score = Points
index-column-interval = Interval
index-column-trend = Since the year before
index-column-of = { $name }
index-column-now = Points now
index-column-step = One step, points
index-column-more = Adds to the index, points
index-column-money = Brings a year
index-column-each = Per inhabitant
index-change-heading = Since the year before
index-change-unknown = There is no index for one of the two years, so no change can be told.
index-change-none = No figure of the index has moved its points.
index-change-up = { $place }: { $change } ({ $range }). That is more than the uncertainty of the figures explains: a clear rise.
index-change-down = { $place }: { $change } ({ $range }). That is more than the uncertainty of the figures explains: a clear fall.
index-change-unclear = { $place }: { $change } ({ $range }). The uncertainty of the figures is enough to explain that: no clear change.
index-change-caption = What moved the points
index-change-remark = Each indicator is held against its own figure a year earlier; one without a newer figure stays. The rows add up to the change, and what moved nothing is left out.
index-strengths-heading = Strengths and weaknesses that are large and clear
index-strength = { $indicator }: { $score }, comparable municipalities { $others }. A strength.
index-weakness = { $indicator }: { $score }, comparable municipalities { $others }. A weakness.
index-strengths-none = No indicator is both far from comparable municipalities and clearly so.
index-strengths-remark = Large: at least half the usual distance between municipalities. Clear: more than uncertainty explains, with allowance for how many indicators are looked at.
index-trust-heading = How far the points can be trusted
index-coherent = The indicators go together well enough for one number: Cronbach's alpha is { $alpha }, and at least { $least } is asked for.
index-ways = Counted in the other ways that would be as defensible, the index lies between { $low } and { $high }.
index-ways-same = Counted in the other ways that would be as defensible, the index is the same: { $score }.
index-driver = What makes the index uncertain most: { $factor }.
index-factor-sampling = the figures themselves, which vary by chance
index-factor-normalisation = how figures are made into points
index-factor-weights = the weights
index-factor-aggregation = how the points are put together
index-caution-loose = { $part }: the indicators of this part hardly go together; read them one by one.
index-caution-redundant = Tell almost the same, and so count twice: { $first } and { $second }.
index-caution-below = { $indicator }: leans the other way than the rest of its part.
index-no-number = No single number is given, because it would hide more than it shows. The indicators stand below, one by one.
index-reason-low-alpha = The indicators go together too loosely: Cronbach's alpha is { $alpha }, and at least { $least } is asked for.
index-reason-against-node = { $indicator }: goes clearly the other way than the rest of its part.
index-reason-parts-against = One part goes clearly the other way than the others together.
index-reason-population = The index would almost only tell how large a municipality is.
index-reason-few-places = Too few municipalities have the figures to check whether the parts go together.
index-reason-no-alpha = Whether the indicators go together could not be calculated.
index-region-order = The municipalities stand in the order of their names. Look at the intervals: where they overlap much, nobody knows which of two municipalities is ahead.
index-region-caption = { $name }, { $year }: points by municipality
index-funding-heading = { $name }: one step more
index-funding-example = Municipalities and scores are invented, to show how it works.
index-funding-unconfirmed = Unconfirmed: what follows holds under the weights and the formula of this file, and some of them are assumptions.
index-funding-no-score = { $place }: too few answers for an index.
index-funding-score = { $place }: { $score } of 100.
index-funding-class = Class: { $name }.
index-funding-money = Under the entered weights that would be about { $money } in { $year }, or { $each } per inhabitant.
index-funding-caption = { $place }: what one step more in each indicator would bring
index-funding-remark = The pot stays as large as it is: what one municipality gains, all others lose together. If all take the step, hardly anybody gains.
