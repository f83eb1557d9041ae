## Tratt: uppgifter efter antal personer
funnel-heading = { $indicator }, { $year }: hur mycket kan slumpen förklara?
funnel-own-within = { $place }: { $value }, ungefär { $people } personer. Det ligger inom vad slumpen ensam ger.
funnel-own-outside-chance = { $place }: { $value }, ungefär { $people } personer. Slumpen ensam ger sällan detta, men kommuner av den storleken skiljer sig ofta lika mycket.
funnel-own-outside-usual = { $place }: { $value }, ungefär { $people } personer. Det är längre från mitten än slumpen och de vanliga skillnaderna mellan kommuner ger.
funnel-region = Av { $points } kommuner ligger { $within } inom vad slumpen ensam ger, { $beyond } utanför men inom det vanliga, och { $unusual } utanför båda.
funnel-remark-size = Ju färre personer, desto mer rör sig en uppgift av en slump: det grå bandet är brett till vänster.
funnel-remark-dispersion = Mellan landets kommuner är variationen { $dispersion } gånger vad slumpen ensam skulle ge; de streckade linjerna tar hänsyn till det.
funnel-remark-chance = Mellan landets kommuner är variationen inte större än vad slumpen ensam skulle ge.
funnel-remark-same = Bandet vilar på samma osäkerhet som intervallen i rapporten.
funnel-axis = Personer bakom uppgiften
funnel-position-within = Inom slumpen
funnel-position-outside-chance = Utanför slumpen, vanligt mellan kommuner
funnel-position-outside-usual = Utanför det vanliga
head-people = Personer bakom uppgiften
head-position = Läge
alt-funnel = { $heading } { $finding } Av { $points } kommuner ligger { $within } inom slumpen, { $beyond } utanför den, { $unusual } utanför det vanliga.
legend-funnel-reference = { $reference ->
    [published] Hela landet
    [mixed] Landet: mediankommunen eller publicerad uppgift
   *[median] Landets mediankommun
  }
legend-funnel-chance = Vad slumpen ensam ger, 95 gånger av 100
legend-funnel-usual = Slump och vanliga skillnader mellan kommuner, 95 gånger av 100
legend-funnel-point = Kommun: ofylld inom slumpen, blå utanför den, mörk utanför det vanliga
legend-funnel-own = Den här kommunen
