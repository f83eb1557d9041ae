# Pupils of the coming years, with the errors of earlier forecasts.

pupil-heading = Pupils in the coming years
pupil-children = Children and young people in the coming years
pupil-none = No forecast of pupils: there are no figures by grade or by year of age.
pupil-fans = Pupils by grade, counted and forecast
pupil-fans-children = Children by age, counted and forecast
pupil-axis = number of pupils
pupil-axis-children = number of children

## Groups
pupil-group-grades-0-3 = Preschool class to grade 3
pupil-group-grades-4-6 = Grades 4–6
pupil-group-grades-7-9 = Grades 7–9
pupil-group-grades-0-9 = Preschool class to grade 9
pupil-group-grade-9 = Grade 9
pupil-group-ages-1-5 = Ages 1–5
pupil-group-grades-1-4 = Ages 6–9 (grades 1–4)
pupil-group-grades-5-7 = Ages 10–12 (grades 5–7)
pupil-group-grades-8-10 = Ages 13–15 (grades 8–10)
pupil-group-grades-1-10 = Ages 6–15 (grades 1–10)
pupil-group-grade-10 = Age 15 (grade 10)
pupil-group-ages-16-18 = Ages 16–18

## What is expected
pupil-outlook-more = { $group }: more are expected. { $now } in { $year }; forecast for { $target }: { $then } (range { $range }).
pupil-outlook-fewer = { $group }: fewer are expected. { $now } in { $year }; forecast for { $target }: { $then } (range { $range }).
pupil-outlook-unclear = { $group }: it is unclear whether they become more or fewer. { $now } in { $year }; forecast for { $target }: { $then } (range { $range }).
pupil-record = { $group }: earlier forecasts for this place, { $years_n ->
    [one] one year
   *[other] { $years } years
 } ahead, missed by { $own } on average. Expecting the same number as at the time would have missed by { $same } (forecasts tested: { $forecasts }).

## Lines of the drawing
pupil-line-no-migration = If nobody moves
pupil-line-last-three = If people move as in the last three years

## What to know
pupil-counted-school = Counted where the school is, not where pupils live, until autumn { $year }. Municipal and independent schools.
pupil-counted-home = Counted where children live on 1 January, until { $year }.
pupil-method = Each cohort moves up a year at a time. How many come or go is the median of all years; where { $constant } are in a cohort it counts by half, and in smaller ones by less.
pupil-beginners = Those who have not begun school are assumed: as many as began here in the last three years, adjusted to the newest number in the country.
pupil-beginners-children = Children who are not born yet are assumed: as many as were born here in the last three years, adjusted to the newest number in the country.
pupil-coverage = Ranges are meant to hold 80% of outcomes. { $group }, all municipalities: earlier ranges held { $short } one year ahead and { $long } as far ahead as is shown here ({ $years_n ->
    [one] one year
   *[other] { $years } years
 }).
pupil-coverage-region = Ranges are meant to hold 80% of outcomes. { $group }, totals of regions: earlier ranges held { $short } one year ahead and { $long } as far ahead as is shown here ({ $years_n ->
    [one] one year
   *[other] { $years } years
 }).
pupil-cut = Years so far ahead that earlier ranges held less than { $fewest } of outcomes are not shown.
pupil-extended = The longest ranges are widened from those of shorter forecasts: too few forecasts so far ahead have met their outcome.
pupil-worst = Ranges do not hold every year: those made for municipalities in { $year } held only { $held } of outcomes one year ahead. Many who move at once can be a reason.

## Tables
pupil-scenarios-caption = Newest count and forecast, at most five years ahead
pupil-scenarios-remark = The range belongs to the forecast; the last two columns show what other moves would mean.
pupil-record-caption = { $group }: errors of earlier forecasts for this place, beside those of no change
pupil-places-caption = { $group }: counted { $now } and forecast for { $then }, by municipality
pupil-counties-caption = { $group }: counted { $now } and forecast for { $then }, by region
column-pupil-central = Forecast
column-pupil-range = Range (80%)
column-pupil-no-migration = If nobody moves
column-pupil-last-three = Moves as in the last three years
column-pupil-horizon = Years ahead
column-pupil-own-error = Error of the forecast
column-pupil-same-error = Error of "same as then"
column-pupil-forecasts = Forecasts tested
column-pupil-now = Counted
column-pupil-error-three = Earlier error three years ahead
column-pupil-group = Group
column-pupil-counted = Counted { $year }
column-pupil-then = Forecast for
