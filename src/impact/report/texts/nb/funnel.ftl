## Trakt: tall etter antall personer
funnel-heading = { $indicator }, { $year }: hvor mye kan tilfeldigheter forklare?
funnel-own-within = { $place }: { $value }, omtrent { $people } personer. Det ligger innenfor det tilfeldigheter alene gir.
funnel-own-outside-chance = { $place }: { $value }, omtrent { $people } personer. Tilfeldigheter alene gir sjelden dette, men kommuner av denne størrelsen er ofte like forskjellige.
funnel-own-outside-usual = { $place }: { $value }, omtrent { $people } personer. Det er lenger fra midten enn tilfeldigheter og de vanlige forskjellene mellom kommuner gir.
funnel-region = Av { $points } kommuner ligger { $within } innenfor det tilfeldigheter alene gir, { $beyond } utenfor, men innenfor det vanlige, og { $unusual } utenfor begge.
funnel-remark-size = Jo færre personer, desto mer svinger et tall tilfeldig: det grå båndet er bredt til venstre.
funnel-remark-dispersion = Mellom landets kommuner er variasjonen { $dispersion } ganger det tilfeldigheter alene ville gi; de stiplede linjene tar hensyn til det.
funnel-remark-chance = Mellom landets kommuner er variasjonen ikke større enn tilfeldigheter alene ville gi.
funnel-remark-same = Båndet hviler på samme usikkerhet som intervallene i rapporten.
funnel-axis = Personer bak tallet
funnel-position-within = Innenfor tilfeldigheter
funnel-position-outside-chance = Utenfor tilfeldigheter, vanlig mellom kommuner
funnel-position-outside-usual = Utenfor det vanlige
head-people = Personer bak tallet
head-position = Plassering
alt-funnel = { $heading } { $finding } Av { $points } kommuner ligger { $within } innenfor tilfeldigheter, { $beyond } utenfor dem, { $unusual } utenfor det vanlige.
legend-funnel-reference = { $reference ->
    [published] Hele landet
    [mixed] Landet: mediankommunen eller publisert tall
   *[median] Landets mediankommune
  }
legend-funnel-chance = Det tilfeldigheter alene gir, 95 av 100 ganger
legend-funnel-usual = Tilfeldigheter og vanlige forskjeller mellom kommuner, 95 av 100 ganger
legend-funnel-point = Kommune: hul innenfor tilfeldigheter, blå utenfor dem, mørk utenfor det vanlige
legend-funnel-own = Denne kommunen
