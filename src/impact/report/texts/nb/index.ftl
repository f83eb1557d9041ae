## En sammensatt indeks: én linje, kapitlet, og penger som følger poengene
section-index = Indeksen
index-indicator = { $indicator }
index-line = Indeks { $name }: { $score } av 100 ({ $range }); av { $scored } kommuner er { $above_n ->
    [0] knapt noen
   *[other] omtrent { $above }
 } klart sterkere og { $below_n ->
    [0] knapt noen
   *[other] omtrent { $below }
 } klart svakere.
index-line-parts = Indeks { $name }: delene henger ikke godt nok sammen til ett tall; de vises hver for seg lenger bak.
index-line-missing = Indeks { $name }: for få av tallene finnes til å gi et resultat.
index-heading = { $name }, { $year }
index-named = { $name }, { $year }. { $text }
index-what = { $text }
index-score = { $place }: { $score } av 100. Tar man hensyn til usikre tall, andre vekter og andre måter å regne på, ligger tallet i intervallet { $range }.
index-apart = Av { $scored } kommuner er { $above_n ->
    [0] knapt noen
   *[other] omtrent { $above }
 } klart sterkere og { $below_n ->
    [0] knapt noen
   *[other] omtrent { $below }
 } klart svakere. Resten kan ikke skilles fra denne kommunen, og derfor gis ingen plassering.
index-ends = Svakeste del: { $low } ({ $low_score }). Sterkeste del: { $high } ({ $high_score }).
index-older = { $share } av vekten hviler på tall som er eldre enn de nyeste andre har.
index-available = Det finnes tall for { $share } av vekten; resten er utelatt.
index-no-score = { $place }: for få av tallene finnes til å gi et resultat.
index-remark-interval = Ni av ti prøveregninger ligger i intervallet. To kommuner kan skilles når den ene ligger foran i minst 95 av 100.
index-standing = Indeksens status: { $origin }. { $source }
index-unconfirmed = Ikke bekreftet: { $what }.
index-gap-heading = Sammenlignet med lignende kommuner
index-no-peers = Det finnes ingen sammenlignbare kommuner med en indeks å sammenligne med.
index-gap-above = { $place }: { $gap } mot gjennomsnittet av { $peers } sammenlignbare kommuner ({ $range }). Indeksen er klart høyere.
index-gap-below = { $place }: { $gap } mot gjennomsnittet av { $peers } sammenlignbare kommuner ({ $range }). Indeksen er klart lavere.
index-gap-unclear = { $place }: { $gap } mot gjennomsnittet av { $peers } sammenlignbare kommuner ({ $range }). Det er ingen klar forskjell.
index-gap-axis = Poeng hver del bidrar med til forskjellen
index-gap-remark = Delene utgjør til sammen forskjellen. En enkelt del har ikke noe intervall her: det som er klart, står under styrker og svakheter.
index-whole = Til sammen
head-index-part = Del
head-index-score = Poeng, av 100
head-index-adds = Bidrag til forskjellen
head-index-interval = Intervall
legend-index-adds = Det en del bidrar med
legend-index-whole = Alle deler til sammen, med intervall
index-items-caption = { $name }: indikatorene bak poengene
index-items-remark = Poeng: 0 til 100, mer er alltid bedre, også der et lavt tall er bra.
index-items-base = Grensene for poengene er hentet fra kommunene i { $year } og ligger fast, så poengene endrer seg bare når tallene gjør det.
index-column-indicator = Indikator
index-column-value = Tall
index-column-year = År
index-column-points = Poeng
index-column-others = Sammenlignbare kommuner, poeng
index-column-adds = Bidrag til forskjellen
index-column-part = Indikator
index-column-change = Endring i poeng
index-column-data = Tall som har endret seg
index-column-missing = Tall som er kommet til eller falt bort
index-column-rebasing = Grenser som er flyttet
index-column-specification = Indeksen er endret
index-column-sum = Til sammen
index-column-place = Kommune
index-column-score = Poeng
index-column-interval = Intervall
index-column-trend = Siden året før
index-column-of = { $name }
index-column-now = Poeng nå
index-column-step = Ett steg, poeng
index-column-more = Bidrag til indeksen, poeng
index-column-money = Gir per år
index-column-each = Per innbygger
index-change-heading = Siden året før
index-change-unknown = Det ene av de to årene mangler indeks, så ingen endring kan oppgis.
index-change-none = Ingen tall i indeksen har endret poengene.
index-change-up = { $place }: { $change } ({ $range }). Det er mer enn tallenes usikkerhet forklarer: en klar oppgang.
index-change-down = { $place }: { $change } ({ $range }). Det er mer enn tallenes usikkerhet forklarer: en klar nedgang.
index-change-unclear = { $place }: { $change } ({ $range }). Tallenes usikkerhet er nok til å forklare det: ingen klar endring.
index-change-caption = Hva som har endret poengene
index-change-remark = Hver indikator sammenlignes med sitt eget tall ett år tidligere; uten nyere tall står den stille. Radene utgjør til sammen endringen, og det som ikke har endret noe, er utelatt.
index-strengths-heading = Styrker og svakheter som er store og klare
index-strength = { $indicator }: { $score }, sammenlignbare kommuner { $others }. En styrke.
index-weakness = { $indicator }: { $score }, sammenlignbare kommuner { $others }. En svakhet.
index-strengths-none = Ingen indikator ligger både langt fra sammenlignbare kommuner og klart slik.
index-strengths-remark = Stor: minst halvparten av den vanlige avstanden mellom kommuner. Klar: mer enn usikkerheten forklarer, når det tas hensyn til hvor mange indikatorer som ses på.
index-trust-heading = Hvor langt poengene er til å stole på
index-coherent = Indikatorene henger godt nok sammen til ett tall: Cronbachs alfa er { $alpha }, og minst { $least } kreves.
index-ways = Regnet på de andre måtene som er like forsvarlige, ligger indeksen mellom { $low } og { $high }.
index-ways-same = Regnet på de andre måtene som er like forsvarlige, blir indeksen den samme: { $score }.
index-driver = Det som gjør indeksen mest usikker: { $factor }.
index-factor-sampling = tallene selv, som varierer tilfeldig
index-factor-normalisation = hvordan tallene gjøres til poeng
index-factor-weights = vektene
index-factor-aggregation = hvordan poengene legges sammen
index-caution-loose = { $part }: indikatorene i denne delen henger knapt sammen; les dem hver for seg.
index-caution-redundant = Sier nesten det samme og teller derfor dobbelt: { $first } og { $second }.
index-caution-below = { $indicator }: heller en annen vei enn resten av sin del.
index-no-number = Det gis ikke ett tall, for det ville skjule mer enn det viser. Indikatorene står nedenfor, hver for seg.
index-reason-low-alpha = Indikatorene henger for løst sammen: Cronbachs alfa er { $alpha }, og minst { $least } kreves.
index-reason-against-node = { $indicator }: går klart en annen vei enn resten av sin del.
index-reason-parts-against = En del går klart en annen vei enn de andre samlet.
index-reason-population = Indeksen ville nesten bare fortelle hvor stor en kommune er.
index-reason-few-places = For få kommuner har tallene til å prøve om delene henger sammen.
index-reason-no-alpha = Om indikatorene henger sammen, lot seg ikke beregne.
index-region-order = Kommunene står i alfabetisk rekkefølge. Se på intervallene: der de overlapper mye, vet ingen hvilken av to kommuner som ligger foran.
index-region-caption = { $name }, { $year }: poeng etter kommune
index-funding-heading = { $name }: ett steg til
index-funding-example = Kommuner og poeng er oppdiktet, for å vise hvordan det virker.
index-funding-unconfirmed = Ubekreftet: det som følger, gjelder med vektene og formelen i denne filen, og noen av dem er antakelser.
index-funding-no-score = { $place }: for få svar til en indeks.
index-funding-score = { $place }: { $score } av 100.
index-funding-class = Klasse: { $name }.
index-funding-money = Med de oppgitte vektene ville det bli omtrent { $money } i { $year }, eller { $each } per innbygger.
index-funding-caption = { $place }: hva ett steg til i hver indikator ville gi
index-funding-remark = Summen er like stor: det én kommune vinner, taper alle andre til sammen. Tar alle steget, vinner knapt noen.
