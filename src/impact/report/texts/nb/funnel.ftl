## Traktdiagram: tall etter antall personer
funnel-heading = { $indicator }, { $year }: hvor mye kan tilfeldigheter forklare?
funnel-own-within = { $place }: { $value }, omtrent { $people } personer. Det er innenfor det tilfeldigheter alene kan gi.
funnel-own-outside-chance = { $place }: { $value }, omtrent { $people } personer. Tilfeldigheter alene gir sjelden dette, men det er ikke uvanlig blant kommuner av denne størrelsen.
funnel-own-outside-usual = { $place }: { $value }, omtrent { $people } personer. Det er lenger fra landets tall enn tilfeldigheter og de vanlige forskjellene mellom kommuner forklarer.
funnel-region = Av { $points } kommuner i regionen ligger { $within } innenfor det tilfeldigheter alene kan gi, { $beyond } utenfor, men innenfor det vanlige, og { $unusual } utenfor begge deler.
funnel-remark-size = Jo færre personer, desto mer svinger et tall tilfeldig: det grå båndet er bredest til venstre.
funnel-remark-dispersion = Mellom landets kommuner er variasjonen { $dispersion } ganger så stor som tilfeldigheter alene ville gi; de stiplede linjene tar hensyn til det.
funnel-remark-chance = Mellom landets kommuner er variasjonen ikke større enn tilfeldigheter alene ville gi.
funnel-remark-same = Båndet bygger på samme usikkerhet som intervallene i rapporten.
funnel-axis = Personer bak tallet
funnel-position-within = Innenfor det tilfeldigheter gir
funnel-position-outside-chance = Utenfor tilfeldigheter, men vanlig
funnel-position-outside-usual = Utenfor det vanlige
head-people = Personer bak tallet, omtrent
head-position = Mot tilfeldigheter
alt-funnel = { $heading } { $finding } Av { $points } kommuner i regionen ligger { $within } innenfor det tilfeldigheter gir, { $beyond } utenfor, men innenfor det vanlige, { $unusual } utenfor det vanlige. { $line }: { $reference }.
alt-funnel-region = { $heading } { $finding } { $line }: { $reference }.
legend-funnel-reference = { $reference ->
    [published] Hele landet
    [mixed] Landet: mediankommune eller publisert tall
   *[median] Landets mediankommune
  }
legend-funnel-chance = Det tilfeldigheter alene gir, 95 av 100 ganger
legend-funnel-usual = Tilfeldigheter og vanlige forskjeller mellom kommuner, 95 av 100 ganger
legend-funnel-point = Kommune i regionen: åpen sirkel innenfor tilfeldigheter, blå prikk utenfor, mørk rombe utenfor det vanlige
legend-funnel-own = Denne kommunen
