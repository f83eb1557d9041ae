## Funnel: figures by number of people
funnel-heading = { $indicator }, { $year }: how much can chance explain?
funnel-own-within = { $place }: { $value }, about { $people } people. This lies within what chance alone gives.
funnel-own-outside-chance = { $place }: { $value }, about { $people } people. Chance alone would rarely give this, but municipalities of this size often differ as much.
funnel-own-outside-usual = { $place }: { $value }, about { $people } people. This is farther from the middle than chance and the usual differences between municipalities give.
funnel-region = Of { $points } municipalities { $within } lie within what chance alone gives, { $beyond } outside it but within what is usual, and { $unusual } outside both.
funnel-remark-size = The fewer the people, the more a figure moves by chance: the grey band is wide to the left.
funnel-remark-dispersion = Between the country's municipalities the variation is { $dispersion } times what chance alone would give; the dashed lines allow for that.
funnel-remark-chance = Between the country's municipalities the variation is no larger than chance alone would give.
funnel-remark-same = The band rests on the same uncertainty as the intervals of this report.
funnel-axis = People behind the figure
funnel-position-within = Within chance
funnel-position-outside-chance = Beyond chance, usual between municipalities
funnel-position-outside-usual = Beyond what is usual
head-people = People behind the figure
head-position = Position
alt-funnel = { $heading } { $finding } Of { $points } municipalities { $within } lie within chance, { $beyond } beyond it, { $unusual } beyond what is usual.
legend-funnel-reference = { $reference ->
    [published] The whole country
    [mixed] The country: median municipality or published figure
   *[median] Median municipality of the country
  }
legend-funnel-chance = What chance alone gives, 95 of 100 times
legend-funnel-usual = Chance and usual differences between municipalities, 95 of 100 times
legend-funnel-point = Municipality: hollow within chance, blue beyond it, dark beyond what is usual
legend-funnel-own = This municipality
