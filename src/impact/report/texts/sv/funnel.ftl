## Trattdiagram: uppgifter efter antal personer
funnel-heading = { $indicator }, { $year }: hur mycket kan slumpen förklara?
funnel-own-within = { $place }: { $value }, ungefär { $people } personer. Det ryms inom vad slumpen ensam kan ge.
funnel-own-outside-chance = { $place }: { $value }, ungefär { $people } personer. Slumpen ensam ger sällan detta, men det är inte ovanligt bland kommuner av den här storleken.
funnel-own-outside-usual = { $place }: { $value }, ungefär { $people } personer. Det är längre från landets uppgift än vad slumpen och de vanliga skillnaderna mellan kommuner förklarar.
funnel-region = Av { $points } kommuner i regionen ligger { $within } inom vad slumpen ensam kan ge, { $beyond } utanför men inom det vanliga, och { $unusual } utanför båda.
funnel-remark-size = Ju färre personer, desto mer påverkas en uppgift av slumpen: det grå bandet är bredast till vänster.
funnel-remark-dispersion = Mellan landets kommuner är variationen { $dispersion } gånger så stor som slumpen ensam skulle ge; de streckade linjerna tar hänsyn till det.
funnel-remark-chance = Mellan landets kommuner är variationen inte större än slumpen ensam skulle ge.
funnel-remark-same = Bandet bygger på samma osäkerhet som intervallen i rapporten.
funnel-axis = Personer bakom uppgiften
funnel-position-within = Inom vad slumpen ger
funnel-position-outside-chance = Utanför slumpen, men vanligt
funnel-position-outside-usual = Utanför det vanliga
head-people = Personer bakom uppgiften, ungefär
head-position = Mot slumpen
alt-funnel = { $heading } { $finding } Av { $points } kommuner i regionen ligger { $within } inom vad slumpen ger, { $beyond } utanför slumpen men inom det vanliga, { $unusual } utanför det vanliga. { $line }: { $reference }.
alt-funnel-region = { $heading } { $finding } { $line }: { $reference }.
legend-funnel-reference = { $reference ->
    [published] Hela landet
    [mixed] Landet: mediankommun eller publicerad siffra
   *[median] Landets mediankommun
  }
legend-funnel-chance = Vad slumpen ensam ger, 95 gånger av 100
legend-funnel-usual = Slump och vanliga skillnader mellan kommuner, 95 gånger av 100
legend-funnel-point = Kommun i regionen: ofylld cirkel inom slumpen, blå punkt utanför den, mörk romb utanför det vanliga
legend-funnel-own = Den här kommunen
