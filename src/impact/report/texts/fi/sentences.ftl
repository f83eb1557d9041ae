### Lauseet, jotka muistikirjat panevat lohkoihin. Paikannimet ovat aina perusmuodossa.
### Luku $x on valmiiksi kirjoitettu; $x_n on pelkkä luku yksikön ja monikon valintaan.

## Päälause
headline-both = { $place }: selvästi parempi kuin { $reference_name }: { $better } testattavista { $tested } indikaattorista, selvästi huonompi: { $worse }.
headline-better = { $place }: selvästi parempi kuin { $reference_name }: { $better } testattavista { $tested } indikaattorista, ei selvästi huonompi missään.
headline-worse = { $place }: selvästi huonompi kuin { $reference_name }: { $worse } testattavista { $tested } indikaattorista, ei selvästi parempi missään.
headline-trends = { $place }: yksikään indikaattori ei eroa selvästi (vertailu: { $reference_name }), mutta { $trends_n ->
    [one] yksi muuttuu selvästi ajassa
   *[other] { $trends } muuttuu selvästi ajassa
 }.
headline-none = { $place }: mikään ei eroa selvästi (vertailu: { $reference_name }), eikä mikään muutu selvästi ajassa.
headline-untestable = { $place }: lukuja on, mutta yhtäkään ei voi testata muita kuntia vastaan tai ajassa.
headline-no-figures = { $place }: kunnasta ei ole lukuja.
headline-region = { $place }: mediaanikunnassa selvästi paranevia indikaattoreita { $improving }, huononevia { $worsening }, testattuja { $tested }.
headline-region-untestable = { $place }: yhdenkään indikaattorin sarja ei ole tarpeeksi pitkä testattavaksi ajassa.

## Lukujen tila
note-historical = Historiallisia lukuja: uusimmat ovat vuodelta { $year }. Ne eivät kerro nykyhetkestä.
note-thin = Vähän lukuja: { $place }, { $indicators_n ->
    [one] yksi indikaattori
   *[other] { $indicators } indikaattoria
 }.
note-simulated = Simuloituja lukuja: tehty harjoitusta varten, ei havaittu.
note-snapshot = Luvut on luettu { $date }. Lähteen myöhemmät korjaukset eivät ole mukana.
note-snapshots = Luvut on luettu { $first } – { $last }. Lähteiden myöhemmät korjaukset eivät ole mukana.

## Mihin lukuja verrataan
reference-median-se = Ruotsin mediaanikunta
reference-median-fi = Suomen mediaanikunta
reference-median-no = Norjan mediaanikunta
reference-published-se = koko Ruotsi
reference-published-fi = koko Suomi
reference-published-no = koko Norja

## Havainnot. Yksi lause, yksi testi.
finding-better = { $indicator }: { $value } vuonna { $year }, parempi kuin { $reference_name } ({ $reference }).
finding-worse = { $indicator }: { $value } vuonna { $year }, huonompi kuin { $reference_name } ({ $reference }).
finding-higher = { $indicator }: { $value } vuonna { $year }, suurempi kuin { $reference_name } ({ $reference }).
finding-lower = { $indicator }: { $value } vuonna { $year }, pienempi kuin { $reference_name } ({ $reference }).
finding-improving = { $indicator }: paranee, noin { $slope } vuodessa, { $first }–{ $last }.
finding-worsening = { $indicator }: huononee, noin { $slope } vuodessa, { $first }–{ $last }.
finding-increasing = { $indicator }: kasvaa, noin { $slope } vuodessa, { $first }–{ $last }.
finding-decreasing = { $indicator }: pienenee, noin { $slope } vuodessa, { $first }–{ $last }.
finding-improving-relative = { $indicator }: paranee enemmän kuin { $reference_name }, ero noin { $slope } vuodessa, { $first }–{ $last }.
finding-worsening-relative = { $indicator }: jää jälkeen, vertailu { $reference_name }, ero noin { $slope } vuodessa, { $first }–{ $last }.
finding-increasing-relative = { $indicator }: kasvaa enemmän kuin { $reference_name }, ero noin { $slope } vuodessa, { $first }–{ $last }.
finding-decreasing-relative = { $indicator }: kasvaa vähemmän kuin { $reference_name }, ero noin { $slope } vuodessa, { $first }–{ $last }.
findings-none = Mikään tässä ei eroa selvästi (vertailu: { $reference_name }) tai muutu selvästi ajassa. Sekin on havainto.
findings-none-testable = Yhtäkään lukua ei voi testata, joten sivu ei väitä mitään paremmasta tai huonommasta.
findings-no-figures = Käytetyissä taulukoissa ei ole lukuja kunnasta.
findings-more = { $count_n ->
    [one] Yksi havainto lisää
   *[other] { $count } havaintoa lisää
 } läpäisi saman testin; katso aihealueet alla.
findings-unclear = { $unclear_n ->
    [one] Yhtä indikaattoria
   *[other] { $unclear } indikaattoria
 } testatuista { $tested } ei voi erottaa sattumasta. Vertailu: { $reference_name }.
findings-untested = { $count_n ->
    [one] Yksi indikaattori näytetään, mutta sitä ei verrata: sen
   *[other] { $count } indikaattoria näytetään, mutta niitä ei verrata: niiden
 } epävarmuutta ei tunneta.
findings-rule = Sivun { $tests } testiä arvioidaan yhdessä, jotta sattuma yksin tuottaisi harvoin havainnon.

## Tavoitteet
goals-none = Kunnalle ei ole kirjattu tavoitteita.
goals-proposed = Tavoitetasoja, joissa lukee ”ehdotuksemme, ei päätetty”, kunta tai maakunta ei ole hyväksynyt.
goal-reason-no-indicator = Mikään indikaattori ei mittaa tavoitetta. Sitä seurataan muuten tai ei lainkaan.
goal-reason-own = { $reason }
goal-reason-no-figure = Tavoitteen indikaattorista ei ole lukua.
goal-reason-no-baseline = Lähtötasoa ei voi laskea: luvut puuttuvat, { $first }–{ $last }.
goal-reason-before-period = Uusin luku on vuodelta { $year }, ennen tavoitekauden alkua.
goal-reason-uncertain = Ero tavoitteeseen mahtuu sattuman rajoihin.
goal-reason-no-uncertainty = Luvun epävarmuutta ei tunneta, joten tavoitteen saavuttamista ei voi testata.
goal-reason-tested = Luku on tavoitetta parempi enemmän kuin sattuma yleensä tuottaa.
goal-reason-tested-short = Luku ei yllä tavoitteeseen, ja ero on suurempi kuin sattuma yleensä tuottaa.

## Toimet
activities-none = Kunnalle ei ole kirjattu toimia.
activities-none-region = Alueelle ei ole kirjattu toimia.
activities-count = Käynnissä { $running }, suunnitteilla { $planned }; koko luettelo on edempänä.
activities-no-follow-up = { $count_n ->
    [one] Yhdelle toimelle
   *[other] { $count } toimelle
 } ei ole kirjattu seurantaa.
activities-none-takes-part = Kirjatut toimet eivät mainitse kuntaa mukana olevana.

## Olemmeko oikealla tiellä?
track-goals = Tavoitteita { $total }: saavutettu { $reached }, oikealla tiellä { $on_track }, tuskin saavutetaan { $off_track }, ei vielä { $not_yet }, ei voi sanoa { $cannot_tell }.
track-trends = Selvästi paranevia indikaattoreita { $improving }, huononevia { $worsening }, ei selvää muutosta { $unclear }.
track-trends-neutral = Neutraaleista indikaattoreista selvästi kasvavia { $rising } ja pieneneviä { $falling }.
track-no-trends = Mikään sarja ei ole tarpeeksi pitkä suunnan näyttämiseen.
track-against = Vahvin syy varovaisuuteen: { $finding }
track-no-effects = Ei ole arvioitu, johtuuko jokin tästä toimista.

## Muutokset edellisen raportin jälkeen
changes-first = Tämä on ensimmäinen raportti, joten vertailukohtaa ei ole.
changes-none = Mikään luku ei ole muuttunut edellisen raportin ({ $year }) jälkeen.
changes-count = Edellisen raportin ({ $year }) jälkeen: uusia lukuja { $new }, muutettuja { $revised }, poistettuja { $withdrawn }.
changes-redefined = { $count_n ->
    [one] Yhden indikaattorin asteikko
   *[other] { $count } indikaattorin asteikko
 } on muuttunut lähteessä; vanhempia arvoja ei sekoiteta mukaan.

## Aihealueet
area-heading-better = { $area }: selvästi parempi kuin { $reference_name }, { $better }/{ $tested }
area-heading-worse = { $area }: selvästi huonompi kuin { $reference_name }, { $worse }/{ $tested }
area-heading-both = { $area }: parempi { $better }, huonompi { $worse }, testattu { $tested }
area-heading-none = { $area }: ei selvää eroa, vertailu { $reference_name }
area-heading-untested = { $area }: näytetään, ei verrata
area-trends-heading = { $area }: näin on kehittynyt
gap-remark = Ryhmien väliset erot testataan yhdessä.
gaps-none = Mitään lukua tässä ei ole jaettu sukupuolen mukaan.
row-note-old = Uusin luku on vuodelta { $year }.
row-note-break = Sarja katkeaa vuonna { $year }.
row-note-suppressed = Suojattu lähteessä: liian vähän henkilöitä.
row-note-missing = Puuttuu lähteestä.
row-note-no-uncertainty = Epävarmuutta ei tunneta.
row-note-short = Yhtenäisiä vuosia alle { $years }.
row-note-window = Kukin arvo kattaa useita vuosia, joten vuosimuutosta ei voi testata.

## Vielä tyhjät kohdat
effects-none = Vaikutukset: kunnalle ei ole kirjattu arviointeja.
assessments-none = Arvioinnit ennen päätöksiä: ei kirjattuja.
forecasts-none = Millään indikaattorilla ei ole tarpeeksi lukuja ennusteeseen.
local-none = Kunta ei ole lisännyt omaa tekstiä.

## Liitteet
omission-no-figures = Ei arvoa tälle paikalle.
omission-too-old = Uusin arvo on vuodelta { $year }, vanhempi kuin raportti sallii.
omission-suppressed = Kaikki viime vuosien arvot on suojattu lähteessä.
omission-no-register = Mikään avoin rekisteri ei mittaa tätä.
table-full = Kaikki raportin arvot
table-diagnostics = Mihin kukin arvio perustuu
table-omissions = Mitä raportista puuttuu ja miksi
table-peers = Vertailukelpoiset kunnat

## Keskustelulomake
dialogue-question-surprise = Mikä luvuissa yllättää, ja mitä tiedämme, mitä ne eivät näytä?
dialogue-question-children = Mitä lapset, oppilaat ja vanhemmat sanovat samoista asioista?
dialogue-question-next = Mitä teemme, kuka tekee ja mistä näemme, toimiko se?
dialogue-unknown-causes = Luvut eivät kerro, miksi jokin on niin kuin on.
dialogue-unknown-small = Pienen kunnan luvut vaihtelevat sattumalta vuodesta toiseen.
dialogue-unknown-goals = { $count_n ->
    [one] Yhtä tavoitetta ei voi arvioida luvuilla.
   *[other] { $count } tavoitetta ei voi arvioida luvuilla.
 }

## Alue
region-spread-heading = { $area }: kuinka kaukana kunnat ovat toisistaan?
region-equality-heading = Yhdenvertainen laatu
region-spread-narrowing = { $indicator }: kunnat lähenevät toisiaan.
region-spread-widening = { $indicator }: kunnat etääntyvät toisistaan.
region-spread-none = Kuntien etäisyydessä ei ole selvää muutosta.
region-spread-chance = Taulukko kertoo, kuinka paljon kuntien välisestä vaihtelusta sattuma selittää. Lähellä 100 prosenttia luvut eivät erota kuntia toisistaan; kun kuntia on vähän, osuuskin on epävarma.
region-multiples-heading = { $indicator }, kunta kunnalta
region-map-heading = { $indicator }, { $year }: vertailu { $reference_name }
region-improvers-heading = Kuka paranee?
region-improvers-caption = Selvät muutokset ajassa kunnittain ja indikaattoreittain
region-improvers-none = Missään kunnassa ei ole selvää muutosta ajassa.
region-goals-caption = Alueen tavoitteet
region-pupils-caption = Oppilaat luokka-asteittain, syksy { $year }, laskettu koulun sijainnin mukaan
region-pupils-heading = Oppilaat luokka-asteittain
region-latest-caption = Uusin arvo kunnittain: { $indicator }
region-remark-order = Kunnat ovat aakkosjärjestyksessä. Tämä ei ole paremmuusjärjestys.

## Sarakeotsikot
column-indicator = Indikaattori
column-place = Kunta
column-year = Vuosi
column-value = Arvo
column-lower = Alaraja
column-upper = Yläraja
column-group = Ryhmä
column-status = Tila
column-source = Lähde
column-vintage = Luettu
column-verdict = Arvio
column-trend = Kehitys
column-trend-relative = Koko maahan verrattuna
column-test = Testi
column-basis = Epävarmuuden peruste
column-p-value = p-arvo
column-years-used = Käytetyt vuodet
column-slope = Muutos vuodessa
column-reason = Syy
column-country = Maan mediaanikunta
column-region = Alueen mediaanikunta
column-peers = Vertailukelpoisten kuntien mediaani
column-distance = Etäisyys
column-goal = Tavoite
column-grade = { $grade }. luokka
column-preschool-class = Esiluokka
column-total = Yhteensä
column-population = Väkiluku
column-p-value-adjusted = p-arvo, kaikki testit yhdessä
column-reached = Saavutettu
column-not-yet = Ei vielä
column-cannot-tell = Ei voi sanoa
column-origin = Asema
column-words = { $words }
table-context = Taustalukuja; ne eivät ole hyviä eivätkä huonoja
region-goal-places-caption = Tavoitteet kunnittain
region-pupils-none = Ei lukuja oppilaista luokka-asteittain.
test-comparison = Uusin arvo maan lukua vastaan
test-trend = Muutos ajassa
test-trend-relative = Muutos ajassa maan lukua vastaan
test-gap = Naisten ja miesten tai tyttöjen ja poikien ero
basis-binomial = Henkilöiden määrä
basis-published = Tuottajan julkaisemat rajat
basis-between-year = Vaihtelu vuodesta toiseen
basis-none = Tuntematon
group-total = Kaikki
group-female = Naiset, tytöt
group-male = Miehet, pojat
status-ok = Julkaistu
status-provisional = Ennakkotieto
status-missing = Puuttuu
status-suppressed = Suojattu
status-not-applicable = Ei sovellu
status-simulated = Simuloitu
region-goals-none = Alueelle ei ole kirjattu tavoitteita.
region-findings-none = Mikään indikaattori ei muutu selvästi mediaanikunnassa.
finding-median-improving = { $indicator }: mediaanikunta paranee, noin { $slope } vuodessa, { $first }–{ $last }.
finding-median-worsening = { $indicator }: mediaanikunta huononee, noin { $slope } vuodessa, { $first }–{ $last }.
finding-median-increasing = { $indicator }: kasvaa mediaanikunnassa, noin { $slope } vuodessa, { $first }–{ $last }.
finding-median-decreasing = { $indicator }: pienenee mediaanikunnassa, noin { $slope } vuodessa, { $first }–{ $last }.
peers-none = Vertailukelpoisia kuntia ei ole valittu.
peers-official = Lukujen tuottajan valitsemat, teema { $theme }.
peers-distance = Lähimpiä kuntia { $count } suunnitelman nimeämissä indikaattoreissa; mitä pienempi etäisyys, sitä samanlaisempi.
groups-heading = Yhdenvertaiset lähtökohdat
headline-region-none = { $place }: mediaanikunnassa ei selviä muutoksia, testattuja indikaattoreita { $tested }.
column-together = Kaikki yhdessä
goal-origins = { $goal } · mittari ja tavoitetaso: { $measure }
region-goals-remark = Kaikki yhdessä: kuntien keskimääräinen etäisyys omiin tavoitetasoihinsa. Sen jälkeiset sarakkeet laskevat kuntia.
track-goals-together = Mitattavia tavoitteita, kaikki kunnat yhdessä: { $total }. Saavutettuja { $reached }, ei vielä { $not_yet }, ei voi arvioida { $cannot_tell }.
reference-mixed-se = Ruotsin luvut
reference-mixed-fi = Suomen luvut
reference-mixed-no = Norjan luvut
region-neighbours-caption = Naapurikunnat, uusimmat arvot
