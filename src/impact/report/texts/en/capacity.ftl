### Plans of upper-secondary places: page one, chapters, drawings, and a place's part of them.

## Page
title-capacity = plan of upper-secondary places { $year }
report-capacity = Upper-secondary school: enough places, and the right ones?
question-answer = What does the plan come to?
section-young = Where young people are and will be
section-pressure = Wanted places and places there are
section-travel = Who travels how far
section-weights = Young people's choice and working life's need
section-one_more = Where one more group helps most
section-money = What it costs
section-robustness = If it turns out otherwise
section-inputs = What the plan is made of
note-capacity-simulated = Simulated: applicants, places, admissions and travel times are made up to show how the report works. Nothing here is a figure of any school. Decide nothing by it.
note-capacity-example = Example: made to show how a plan of places works. Nobody has ordered it.
running-capacity-simulated = Simulated figures – not for decisions
capacity-simulated-text = Simulated: { $text }
capacity-simulated-mark = Simulated figures
headline-capacity-more = With the plan, { $count_n ->
    [one] { $count } more young person gets
   *[other] { $count } more young people get
 } a place in autumn { $year } than with today's places.
headline-capacity-fewer = With the plan, { $count_n ->
    [one] { $count } young person fewer gets
   *[other] { $count } young people fewer get
 } a place in autumn { $year } than with today's places.
headline-capacity-same = In autumn { $year } the plan gives as many young people a place as today's places do.
headline-capacity-none = These tables do not show whether there are enough places.
capacity-owner = Made by: { $owner }.

## Page one
capacity-answer-young = Young people who leave grade 9: { $then } expected in { $year }; { $now } in { $counted_year }.
capacity-answer-young-still = Young people who leave grade 9: { $then } expected in { $year }; { $now } in { $counted_year }. If nobody moved in or out, there would be { $still }. These figures are counted and forecast, not simulated.
capacity-answer-unmet = Eligible young people without a place within reach in the year planned for: { $free } with today's places, { $planned } with the plan. Wanted places in all: { $demand }.
capacity-answer-not-eligible = Not eligible for what they want: { $count }. More places do not help them.
capacity-answer-places = The plan has { $planned } places in { $groups } whole groups; today there are { $now } places.
capacity-answer-steps = Programmes it opens in a municipality without them: { $opened }; programmes it closes in one: { $closed }.
capacity-answer-cost = All places cost { $planned } a year with the plan, { $now } today.
capacity-answer-increase = More places, whether young people's choice or working life's need decides: { $programmes }.
capacity-answer-increase-none = No programme calls for more places at every weight.
capacity-answer-decrease = Fewer places, whichever decides: { $programmes }.
capacity-answer-decrease-none = No programme calls for fewer places at every weight.
capacity-answer-depends = It depends on the weight for { $count } of { $of } programmes.
capacity-answer-one-more = One more group helps most here: { $programme }, { $place }. Young people who then get a place: { $pupils }.
capacity-answer-one-more-any = One more group helps most in this programme: { $programme }. Young people who then get a place: { $pupils }, in any of { $count } municipalities; { $place } is one of them.
capacity-answer-one-more-none = No further group would give anyone a place.
capacity-and-more = { $names }; and { $count } more
capacity-doubt-weight = How much working life's need counts against young people's choice must be decided by someone. Here it counts { $weight }. The more it counts, the less the plan follows what young people want.
capacity-doubt-counted-at-school = Young people are counted where their compulsory school is, not where they live.
capacity-doubt-scenarios = The number of pupils may be another. In one of ten scenarios the plan leaves { $high } or more without a place, in the worst { $worst } (scenarios: { $count }).
capacity-unknown-simulated = What the real applicants want, and what places there really are.
capacity-unknown-choice = Whether young people would choose otherwise if other programmes were offered near them.
capacity-unknown-providers = What other municipalities and independent schools will open or close.
capacity-unknown-staff = Whether there are teachers, premises and workplaces for the groups planned.

## Young people
capacity-young-lead = The numbers of young people are counted and forecast, not simulated. The forecast follows pupils who are at school already, grade by grade.
capacity-young-at-school = They are counted where their compulsory school is. In a municipality whose pupils go to school elsewhere, too few are counted.
capacity-young-at-home = They are counted where they live.
capacity-young-together = All municipalities together
capacity-young-all = Young people who leave grade 9
capacity-axis-young = Young people
capacity-young-finding = { $now } young people left grade 9 in { $counted_year }; { $then } are expected to in { $year }.
capacity-young-scenarios = The sum has no range of its own, because municipalities' errors go together. The other lines show how much moving matters.
capacity-scenario-no-migration = Nobody moves in or out
capacity-scenario-last-three = As in the last three years
capacity-map-people = Where they are
capacity-map-people-finding = Municipalities on the map: { $places }. The larger the disc, the more young people.
capacity-map-people-largest = Municipalities on the map: { $places }. Most young people are expected here: { $place }, { $pupils }.
capacity-map-people-table = Young people who leave grade 9, { $counted_year } and { $year }
capacity-mark-now = Left grade 9 in { $year }
capacity-mark-then = Expected to leave grade 9 in { $year }
capacity-map-change = Where they become more or fewer
capacity-map-change-finding = From { $counted_year } to { $year }, young people clearly become more in { $rises } municipalities and fewer in { $falls }. In { $unclear } the range holds both.
capacity-map-change-table = Change in young people who leave grade 9, { $counted_year } to { $year }
capacity-change-rises = More: the whole range lies above
capacity-change-falls = Fewer: the whole range lies below
capacity-change-unclear = Not clear

## Wanted places and places
capacity-pressure-lead = A wanted place is an expected choice of someone who is eligible. Bars are today's places, dots what is wanted in the year planned for, with an 80 per cent range.
capacity-pressure-heading = Programme by programme
capacity-pressure-finding = In { $year } more is wanted than today's places for { $short } of { $of } programmes, also at the low end of the range. For { $spare } there are more places than wanted, also at the high end.
capacity-pressure-table = Wanted places in { $year } and places, by programme
capacity-axis-places = Places
capacity-pressure-remark = First choices and empty places are of the newest year in the tables. Without a place means in the year planned for, with today's places. Need is the labour market's, as stated for the programme.
capacity-drawing-wanted = Wanted
capacity-drawing-places = Places today
capacity-tone-bad = Wanted: clearly more than today's places
capacity-tone-plain = Wanted: clearly fewer than today's places
capacity-tone-unknown = Wanted: not clearly more or fewer
capacity-mark-places = Places today
capacity-mark-planned = Places by the plan
capacity-need-decrease = fewer
capacity-need-unchanged = unchanged
capacity-need-increase = more
capacity-schools-heading = Places by municipality of the school
capacity-schools-remark = The plan counts whole groups, so that no group begins with too few.
capacity-step-opens = opens
capacity-step-closes = closes
capacity-step-same = unchanged
capacity-step-more = more groups
capacity-step-fewer = fewer groups

## Ways to school
capacity-travel-lead = Minutes are one way, from the middle of the home municipality to the middle of the school's. Nobody is sent further than the limit in the list of assumptions. The calculation keeps all ways together as short as it can. Those who choose for themselves often go further, so that shorter ways here are no gain of the plan.
capacity-travel-none = There are no ways to school to show.
capacity-travel-heading = How far to school, by home municipality
capacity-travel-finding = With the plan, the way to school takes { $planned } on average, one way.
capacity-travel-finding-both = With the plan, the way to school takes { $planned } on average, one way. As admitted today it takes { $now }.
capacity-travel-table = Way to school by home municipality, by the plan
capacity-way-near = Up to 30 minutes
capacity-way-middle = 30 to 45 minutes
capacity-way-far = 45 to 60 minutes
capacity-way-very-far = More than 60 minutes
capacity-way-nobody = No pupils
capacity-flows-heading = From where to where
capacity-flows-finding = The largest group that crosses a border goes from { $home } to { $place }. Pupils: { $pupils }.
capacity-flows-table = Pupils who go to school in another municipality, by the plan
capacity-flows-remark = Ways of fewer than { $few } pupils are left out.
capacity-mark-way = Pupils on the way, widest towards the school
capacity-mark-end = Goal of a way shown
capacity-unmet-heading = Without a place, and why
capacity-unmet-remark = More places help only where places are lacking, not offered or out of reach.
capacity-reason-no-capacity = places are lacking
capacity-reason-out-of-reach = too far away
capacity-reason-not-offered = not offered anywhere
capacity-reason-not-eligible = not eligible
capacity-plan-now = As admitted today
capacity-plan-free = With today's places
capacity-plan-planned = With the plan

## Weights
capacity-weights-lead = At 0 per cent only young people's choice decides, at 100 per cent only the need of working life. Need then changes places by { $step } at most.
capacity-weights-none = No weights were tried.
capacity-weights-heading = Which programmes call for the same at every weight
capacity-weights-finding = At every weight: more places for { $increase } programmes, fewer for { $decrease }, unchanged for { $unchanged }. For { $depends } it depends on the weight.
capacity-weights-table = Change of places by weight of working life's need
capacity-axis-change = Change of places
capacity-weights-remark = Where the line does not cross nought, the weight does not matter for whether places become more or fewer.
capacity-drawing-fewer = ← Fewer places
capacity-drawing-more = More places →
capacity-mark-choice = Choice alone decides
capacity-mark-need = Need alone decides
capacity-mark-stable = The same at every weight
capacity-sign-increase = more at every weight
capacity-sign-unchanged = unchanged at every weight
capacity-sign-decrease = fewer at every weight
capacity-sign-depends = depends on the weight

## One more group
capacity-one-more-lead = Groups that would give at least one more young person a place, tried one at a time: { $count }. The first are listed.
capacity-one-more-none = No further group would give anyone a place.
capacity-one-more-heading = One more group, one at a time
capacity-one-more-remark = Minutes are one way; a minus means more minutes, because those who get a place travel too. The value puts a price on a missing place and on minutes, as the list of assumptions says. It is no money the municipality gets. Value and minutes are those of the shortest ways, however the places that are lacking are shared.

## Money
capacity-money-lead = All places cost { $now } a year today and { $planned } with the plan, at the prices of the table.
capacity-money-none = What the places cost cannot be calculated: prices are missing.
capacity-money-weights = Cost by weight of working life's need
capacity-money-programmes = Cost by programme
capacity-money-remark = Price times places. It is not what the municipality saves or pays more at once: premises and staff change slowly.

## If it turns out otherwise
capacity-robustness-lead = The plan is kept as it is, while the number of pupils changes. Municipalities' numbers go up and down together, as they have done.
capacity-robustness-none = No scenarios were calculated.
capacity-robustness-heading = Over scenarios of the number of pupils
capacity-robustness-remark = Eight of ten scenarios lie in the range. Worst means the scenario that is worst for that row.
capacity-as-planned = As planned
capacity-sensitivity-heading = If an assumption were another
capacity-variant-no-migration = Nobody moves in or out
capacity-variant-last-three = Moves as in the last three years
capacity-variant-counted-at-school = Young people counted where their school is
capacity-variant-travel-limit-45 = At most 45 minutes to school
capacity-variant-travel-limit-90 = Up to 90 minutes to school
capacity-variant-shrinkage-0 = Each municipality's own choices of one year alone
capacity-variant-shrinkage-500 = Choices closer to the common pattern
capacity-variant-everyone-eligible = Everyone is eligible
capacity-measure-unmet = Without a place
capacity-measure-empty = Empty places
capacity-measure-minutes = Minutes one way
capacity-measure-places = Places
capacity-measure-cost = Cost a year
capacity-measure-within-45 = Within 45 minutes
capacity-measure-within-60 = Within 60 minutes
capacity-measure-objective = All costs that are weighed

## What it is made of
capacity-inputs-simulated = Some tables are simulated, as the list shows. They are made from real numbers of pupils with a fixed seed. Your own tables replace them without any change of the program.
capacity-inputs-real = No table is simulated.
capacity-inputs-heading = Tables
capacity-table-applicants = Applicants
capacity-table-places = Places and admissions
capacity-table-flows = From where to where
capacity-table-need = Need of the labour market
capacity-table-travel = Travel times
capacity-table-price = Prices
capacity-table-cohorts = Pupils by grade
capacity-table-eligibility = Eligibility
capacity-table-home-municipality = Home municipality of pupils
capacity-assumptions = Assumptions
capacity-assumptions-remark = What is assumed can be changed in the file of the plan.
capacity-assumed-planned-year = Autumn planned for
capacity-assumed-counted-year = Newest counted year
capacity-assumed-need-weight = Weight of working life's need
capacity-assumed-need-step = Most that need alone changes places
capacity-assumed-travel-limit = Longest way to school, one way
capacity-assumed-smallest-group = Smallest group to begin with, of a full one
capacity-assumed-shrinkage = First choices that weigh as much as the common pattern
capacity-assumed-sharing = If places are lacking
capacity-sharing-even = Every municipality lacks the same share of what is wanted of a programme, as far as ways allow
capacity-sharing-near = Those with the longest ways go without first
capacity-assumed-unmet-cost = A missing place counts for
capacity-assumed-minute-cost = A minute of daily way counts for, a year
capacity-assumed-equity-cost = A minute of the longest mean way counts for
capacity-assumed-scenarios = Scenarios
capacity-assumed-preparatory = Eligible for preparatory programmes, of those eligible for vocational ones
capacity-assumed-preparatory-source = Where that is from

## A place's part
capacity-line-simulated = { $title } (simulated example)
capacity-line = { $title }: { $then } young people are expected to leave grade 9 here in { $year }. Without a place: { $free } with today's places, { $planned } with the plan.
capacity-line-all = { $title }: { $then } young people are expected to leave grade 9 here in { $year }. By the plan all who are eligible get a place within reach.
capacity-part-heading = Plan: { $title }
capacity-part-remark = Numbers of young people are counted and forecast.
capacity-fact-now = Young people who left grade 9, { $year }
capacity-fact-then = Expected to leave grade 9, { $year }
capacity-value-range = { $value } (80 per cent range { $range })
capacity-plans-heading = What it means for those who live here
capacity-plans-remark = Without a place counts those who are eligible. Minutes are a mean of all who travel.
capacity-ways-remark = Listed are municipalities to which { $few } pupils or more go, today or by the plan.
capacity-doubt-uneven = The plan does not reach all alike. The largest share is left out here: { $place }, { $without } without a place, of { $then } young people.
capacity-doubt-uneven-shared = In each programme, the places that are lacking are shared as evenly as ways to school allow. Even so the largest share is left out here: { $place }, { $without } without a place, of { $then } young people.
capacity-ways-heading = Where young people from here go to upper-secondary school
capacity-few = fewer than { $few }
capacity-no-school = The tables hold no places at upper-secondary schools in the municipality.
capacity-own-schools = Places at upper-secondary schools in the municipality
capacity-homes-heading = The municipalities, by the plan

## Column headings
capacity-column-place = Municipality
capacity-column-home = Home municipality
capacity-column-school-place = Municipality of the school
capacity-column-programme = Programme
capacity-column-counted = Counted
capacity-column-expected = Expected
capacity-column-interval = 80 per cent range
capacity-column-change = Change
capacity-column-class = What it means
capacity-column-wanted = Wanted
capacity-column-places = Places today
capacity-column-planned = Places by the plan
capacity-column-groups = Groups today
capacity-column-planned-groups = Groups by the plan
capacity-column-step = What changes
capacity-column-pressure = First choices per place
capacity-column-empty = Empty places
capacity-column-without = Without a place
capacity-column-need = Need of the labour market
capacity-column-weight = Weight { $weight }
capacity-column-sign = Over all weights
capacity-column-pupils = Pupils
capacity-column-minutes = Minutes one way
capacity-column-minutes-now = Minutes one way today
capacity-column-within-45 = Within 45 minutes
capacity-column-within-60 = Within 60 minutes
capacity-column-reason = Reason
capacity-column-placed = Young people who get a place
capacity-column-saved = Minutes saved a day, all pupils
capacity-column-cost-year = Cost a year
capacity-column-worth = Value
capacity-column-worth-range = 80 per cent range
capacity-column-need-weight = Weight of need
capacity-column-amount = Cost a year
capacity-column-price = Price per place
capacity-column-amount-now = Cost today
capacity-column-amount-planned = Cost by the plan
capacity-column-measure = What
capacity-column-plan = Places
capacity-column-median = Middle scenario
capacity-column-ten-ninety = 80 per cent range
capacity-column-worst = Worst
capacity-column-scenarios = Scenarios
capacity-column-assumption = Other assumption
capacity-column-table = Table
capacity-column-rows = Rows
capacity-column-simulated-rows = Of them simulated
capacity-column-source = Source
capacity-column-then = Expected young people
capacity-column-without-free = Without a place with today's places
capacity-column-without-planned = Without a place by the plan
