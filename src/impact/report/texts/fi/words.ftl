### Otsikot, selitteet, arviot ja yksiköt. $number on kirjoitettu luku, $n on monikon valintaan.

## Sivu
title-municipality = { $place }: raportti { $year }
title-region = { $place }: alueraportti { $year }
report-municipality = Lapset ja nuoret: tilannekatsaus
report-region = Lapset ja nuoret: alueraportti
skip-to-content = Siirry sisältöön
languages = Kielet
language-sv = Svenska
language-fi = Suomi
language-nb = Norsk bokmål
language-en = English
all-reports = Kaikki raportit
contents = Raportin sisältö
sources = Lähteet
footer = Tehty impactilla, avoimella laskelmalla, jonka kuka tahansa voi toistaa. Erot testataan; mitä ei voi erottaa sattumasta, sanotaan.
file-summary = Ensimmäinen sivu (PDF)
file-dialogue = Keskustelulomake (PDF)
file-values = Kaikki luvut (CSV)
show-table = Taulukko
chart = Kuvio
written-by = Kirjoittaja:

## Neljä kysymystä
question-where-now = Missä olemme?
question-where-to = Mihin haluamme?
question-how = Miten pääsemme sinne?
question-on-track = Olemmeko oikealla tiellä?
question-changes = Edellisen raportin jälkeen

## Osat
section-area = Aihealueet
section-activities = Toimet kokonaan
section-effects = Vaikutukset
section-forecasts = Mihin olemme menossa?
section-local = Omin sanoin
section-annex = Liitteet
section-dialogue = Keskusteluun
heading-groups = Naiset ja miehet, tytöt ja pojat
heading-cards = Indikaattorit
heading-ledger = Kaikki muuttuneet luvut
heading-provenance = Näin raportti on tehty
heading-accessibility = Saavutettavuus
accessibility-statement = Sivu on tehty näppäimistölle, ruudunlukijalle ja suurennokselle. Joka kuviolla on havainto sanoina ja taulukko takanaan.
accessibility-limits = Tunnetut puutteet: leveät taulukot ja kuviot vieritetään sivusuunnassa pienellä näytöllä. Muunkielisiä tekstejä ei ole käännetty.

## Kehityksen alueet
area-learning = Oppiminen
area-attendance = Läsnäolo
area-development = Kehitys
area-well-being = Hyvinvointi
area-belonging = Osallisuus
area-competence = Osaaminen
area-living-conditions = Elinolot
area-context = Tausta

## Arviot
verdict-comparison-better = parempi
verdict-comparison-not-clearly-different = ei selvää eroa
verdict-comparison-worse = huonompi
verdict-comparison-higher = suurempi
verdict-comparison-lower = pienempi
verdict-comparison-not-comparable = ei verrata
verdict-trend-improving = paranee
verdict-trend-no-clear-change = ei selvää muutosta
verdict-trend-worsening = huononee
verdict-trend-increasing = kasvaa
verdict-trend-decreasing = pienenee
verdict-trend-not-calculable = ei voi laskea
verdict-goal-reached = saavutettu
verdict-goal-not-yet = ei vielä
verdict-goal-on-track = oikealla tiellä
verdict-goal-off-track = tuskin saavutetaan
verdict-goal-cannot-tell = ei voi sanoa
verdict-effect-supported = saa tukea
verdict-effect-weak = heikko tuki
verdict-effect-not-supported = ei saa tukea
verdict-effect-not-estimable = ei voi arvioida
verdict-prediction-as-expected = odotettu
verdict-prediction-better = odotettua parempi
verdict-prediction-worse = odotettua huonompi
verdict-prediction-cannot-tell = ei voi sanoa

## Tavoitteiden ja toimien asema
origin-adopted = hyväksytty
origin-proposed = ehdotuksemme, ei päätetty
origin-example = esimerkki
stage-planned = suunnitteilla
stage-running = käynnissä
stage-finished = päättynyt
stage-paused = tauolla
follow-up-none = Ei kirjattu.
takes-part-no = Kuntaa ei mainita mukana olevana.

## Luvut yksiköineen
figure-percent = { $number } %
figure-points-of-percent = { $n ->
    [one] { $number } prosenttiyksikkö
   *[other] { $number } prosenttiyksikköä
 }
figure-per-1000 = { $number } / 1 000
figure-per-100000 = { $number } / 100 000
figure-count = { $number }
figure-number = { $number }
figure-ratio = { $number }
figure-index = { $number }
figure-points = { $n ->
    [one] { $number } piste
   *[other] { $number } pistettä
 }
figure-years = { $n ->
    [one] { $number } vuosi
   *[other] { $number } vuotta
 }
figure-euro = { $n ->
    [one] { $number } euro
   *[other] { $number } euroa
 }
figure-days = { $n ->
    [one] { $number } päivä
   *[other] { $number } päivää
 }
absent-missing = puuttuu
absent-suppressed = suojattu
absent-not-applicable = ei sovellu

## Yksiköt ja suunta indikaattorikorteissa
unit-percent = Prosentti
unit-per-1000 = 1 000 asukasta tai oppilasta kohti, määritelmän mukaan
unit-per-100000 = 100 000 asukasta kohti
unit-count = Lukumäärä
unit-number = Luku
unit-points = Pisteet
unit-years = Vuodet
unit-euro = Euro
unit-ratio = Suhdeluku
unit-index = Indeksi
unit-days = Päivät
polarity-higher = Suurempi on parempi
polarity-lower = Pienempi on parempi
polarity-neutral = Suuri tai pieni ei ole parempi
uncertainty-binomial = Laskettu luvun takana olevien henkilöiden määrästä.
uncertainty-published = Lähteen julkaisema.
uncertainty-between-year = Arvioitu siitä, kuinka paljon luku vaihtelee vuodesta toiseen.
uncertainty-none = Ei tunneta.
uncertainty-approximate = Likimääräinen:
card-description = Mikä se on
card-numerator = Laskettu
card-denominator = Kaikkiaan
card-unit = Yksikkö
card-direction = Suunta
card-years = Käytetyt vuodet
card-break = Huomautus vuosista
card-uncertainty = Epävarmuus
card-small-numbers = Pienet luvut
card-source = Lähde
card-read = Luettu
card-identifier = Tunnus

## Toimet kokonaan
activity-goal = Tavoite
activity-owner = Vastuutaho
activity-partners = Yhdessä
activity-period = Kausi
activity-stage = Vaihe
activity-done = Tähän mennessä tehty
activity-mechanism = Miksi sen pitäisi toimia
activity-evidence = Tietopohja
activity-follow-up = Seuranta
activity-standing = Asema
activity-source = Lähde
activity-takes-part = Mukana

## Taulukot
table-goals = Tavoitteet: nyt, tavoitetaso ja arvio
table-changes = Edellisen raportin jälkeen muuttuneet luvut
table-barometer = { $area }: arvot ja vertailu
table-trends = { $area }: muutos ajassa
table-gaps = { $area }: naiset ja miehet
table-spread = { $area }: ylä- ja alakvartiilin etäisyys
head-goal = Tavoite
head-now = Nyt
head-target = Tavoitetaso
head-verdict = Arvio
head-indicator = Indikaattori
head-value = Arvo
head-interval = 95 prosentin väli
head-country = { $reference ->
    [published] Koko maa, julkaistu
    [mixed] Koko maa
   *[median] Maan mediaanikunta
 }
head-region = Alueen mediaanikunta
head-peers = Vertailukuntien mediaani
head-comparison = Maahan verrattuna
head-trend = Ajassa
head-trend-relative = Maahan verrattuna ajassa
head-period = Vuodet
head-slope = Muutos vuodessa
head-year = Vuosi
head-female = Naiset, tytöt
head-male = Miehet, pojat
head-difference = Ero
head-country-gap = Ero koko maassa
head-place = Kunta
head-county = Maakunta
head-group = Ryhmä
head-change = Mitä tapahtui
head-before = Ennen
head-after = Nyt
head-spread-first = Ensimmäiset vuodet
head-spread-last = Viimeiset vuodet
head-spread-trend = Etäisyys ajassa
head-spread-chance = Sattuman osuus vaihtelusta
change-revised = muutettu
change-new = uusi
change-withdrawn = poistettu
change-redefined = uusi asteikko
group-age = Ikä { $which }
group-grade = { $which }. luokka

## Kuviot
axis-better = Parempi →
axis-worse = ← Huonompi
legend-own = Kunta ja 95 prosentin väli
legend-country = { $reference ->
    [published] Koko maa
    [mixed] Maa: mediaanikunta tai julkaistu luku
   *[median] Maan mediaanikunta
 }
legend-band = Keskimmäinen puolikas kunnista, joilla on luku
legend-region = Alueen mediaanikunta
legend-peers = Vertailukelpoisten kuntien mediaani
legend-direction = Parempi on oikealla, myös kun pieni luku on hyvä
legend-series = { $reference ->
    [counties] Maakunta
   *[median] Kunta
 }
legend-interval = 95 prosentin väli
legend-country-series = { $reference ->
    [published] Koko maa
    [mixed] Maa: mediaanikunta tai julkaistu luku
    [counties] Maan mediaanimaakunta
   *[median] Maan mediaanikunta
 }
legend-region-series = Alueen mediaanikunta
legend-break = Katkos sarjassa
legend-region-band = Keskimmäinen puolikas alueen kunnista
legend-region-median = Alueen mediaanikunta
legend-country-band = Maan niiden kuntien kvartiilit, joilla on luku
alt-barometer = { $heading }. Indikaattoreita { $rows }: parempia { $better }, huonompia { $worse }, ei selvää eroa { $unclear }.
alt-trends = { $name }: sarjoja { $panels }, selvästi paranevia { $improving }, huononevia { $worsening }, ei selvää muutosta { $unclear }.
alt-map = { $heading }: kuntia { $rows }, parempia { $better }, huonompia { $worse }.
alt-spread = Kuntien etäisyys, indikaattoreita { $panels }: selvästi pienenee { $narrowing }, kasvaa { $widening }.

## Alkuperä
provenance-digest = Lukujen sormenjälki
provenance-rows = Käytettyjä lukurivejä
provenance-sources = Lähteet ja niiden lukupäivät
provenance-params = Parametrit
provenance-version = Impactin versio
provenance-command = Komento
provenance-python = Python
provenance-platform = Alusta
provenance-template = Pohja
provenance-batch = Ajo
provenance-licence = Lisenssi

## Keskustelulomake
dialogue-title = Keskusteluun
dialogue-purpose = Päättäjien, johtajien, henkilöstön, oppilaiden ja vanhempien kokoukseen. Luvut avaavat keskustelun; ne eivät päätä sitä.
dialogue-seen = Mitä näemme
dialogue-unknown = Mitä luvut eivät kerro
dialogue-questions = Kolme kysymystä
dialogue-future = Kuvamme tulevaisuudesta
dialogue-who = Kuka tekee mitä
dialogue-new-actions = Mistä sovimme
dialogue-what = Mitä
dialogue-by-whom = Kuka
dialogue-when = Milloin valmis
dialogue-seen-by = Mistä näemme, että se toimii
dialogue-voice-children = Mitä lapset ja nuoret sanovat
dialogue-voice-parents = Mitä vanhemmat sanovat
dialogue-voice-associations = Mitä yhdistykset sanovat

## Kaikkien raporttien etusivu
index-title = Raportit { $year }
index-lead = Jokaisesta kunnasta raportti kunnan kielillä. Valitse kartalta tai luettelosta.
index-search = Hae kuntaa
index-list = Kunnat
index-region = Alue kokonaisuutena
index-failed = Raportit, joita ei voitu tehdä
goal-measure = mittari ja tavoitetaso: { $origin }
