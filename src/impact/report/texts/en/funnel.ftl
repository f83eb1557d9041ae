## Funnel: figures by number of people
funnel-heading = { $indicator }, { $year }: how much can chance explain?
funnel-own-within = { $place }: { $value }, about { $people } people. This is within what chance alone can give.
funnel-own-outside-chance = { $place }: { $value }, about { $people } people. Chance alone would seldom give this, but it is not unusual among municipalities of this size.
funnel-own-outside-usual = { $place }: { $value }, about { $people } people. This is farther from the country's figure than chance and the usual differences between municipalities explain.
funnel-region = Of { $points } municipalities in the region { $within } lie within what chance alone can give, { $beyond } outside it but within what is usual, and { $unusual } outside both.
funnel-remark-size = The fewer the people, the more a figure moves by chance: the grey band is widest to the left.
funnel-remark-dispersion = Between the country's municipalities the variation is { $dispersion } times what chance alone would give; the dashed lines allow for that.
funnel-remark-chance = Between the country's municipalities the variation is no larger than chance alone would give.
funnel-remark-same = The band rests on the same uncertainty as the intervals of this report.
funnel-axis = People behind the figure
funnel-position-within = Within what chance gives
funnel-position-outside-chance = Beyond chance, but usual
funnel-position-outside-usual = Beyond what is usual
head-people = People behind the figure, about
head-position = Against chance
alt-funnel = { $heading } { $finding } Of { $points } municipalities in the region { $within } lie within what chance gives, { $beyond } beyond chance but within what is usual, { $unusual } beyond what is usual. { $line }: { $reference }.
alt-funnel-region = { $heading } { $finding } { $line }: { $reference }.
legend-funnel-reference = { $reference ->
    [published] The whole country
    [mixed] The country: median municipality or published figure
   *[median] Median municipality of the country
  }
legend-funnel-chance = What chance alone gives, 95 of 100 times
legend-funnel-usual = Chance and usual differences between municipalities, 95 of 100 times
legend-funnel-point = Municipality in the region: hollow circle within chance, blue dot beyond it, dark diamond beyond what is usual
legend-funnel-own = This municipality
