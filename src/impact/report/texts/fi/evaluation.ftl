### Jälkikäteisarvioinnit: ensimmäinen sivu, vertailu, lumevertailut, muut laskutavat, suunnitelma.

## Sivu
title-evaluation = vaikuttavuusarviointi { $year }
report-evaluation = Vaikuttiko se? Vaikuttavuusarviointi
question-conclusion = Mitä havaitsimme?
question-doubts = Mikä puhuu tulosta vastaan?
section-course = Miten kävi
section-comparison = Mihin verrataan
section-pretrends = Ennen alkua
section-placebos = Siellä, missä mitään ei tehty
section-specifications = Muut laskutavat
section-sensitivity = Jos kehitys silti erosi
section-power = Mitä olisi voinut näkyä
section-outcomes = Kaikki tulosmittarit
section-plan = Suunnitelma
section-checks = Kaikki tarkistukset
provenance-plan = Suunnitelman sormenjälki
note-evaluation-example = Esimerkki: tehty näyttämään, miten vaikuttavuusarviointi toimii. Se ei arvioi mitään, mitä jokin kunta on tehnyt.
note-evaluation-exploratory = Kartoittava: osa alun jälkeisistä luvuista oli jo julkisia, kun suunnitelma kirjattiin. Tuki voi siksi olla enintään heikko.
note-evaluation-unregistered = Suunnitelmaa ei ole kirjattu. Kukaan ei voi tarkistaa, että se tehtiin ennen kuin tulos tiedettiin.
running-evaluation-exploratory = Kartoittava vaikuttavuusarviointi
headline-evaluation-supported = Luvut tukevat sitä, että vaikutusta oli.
headline-evaluation-weak = Vaikutus saa heikkoa tukea.
headline-evaluation-not-supported-chance = Vaikutusta ei voi osoittaa. Se ei tarkoita, ettei sitä ollut.
headline-evaluation-not-supported-ruled-out = Vaikutusta ei voi osoittaa, eikä merkittävän suuruinen vaikutus sovi lukuihin.
headline-evaluation-not-supported-opposite = Luvut muuttuivat toiseen suuntaan kuin toivottiin.
headline-evaluation-not-supported-lowered = Vaikutus ei saa tukea: testit viittaavat siihen, mutta tarkistukset puhuvat sitä vastaan.
headline-evaluation-not-estimable = Näistä luvuista ei voi arvioida, oliko vaikutusta.
evaluation-done = Mitä tehtiin: { $done }
evaluation-from = { $title }, alku { $start }
evaluation-where = Missä ja mistä alkaen: { $places }.
evaluation-owner = { $title }. Arvioija: { $owner }.

## Vaikutukset sanoina
figure-relative-percent = { $number } %
effect-higher = { $title }: { $amount } suurempi kuin vertailun perusteella olisi odotettavissa ilman toimenpidettä.
effect-lower = { $title }: { $amount } pienempi kuin vertailun perusteella olisi odotettavissa ilman toimenpidettä.
effect-same = { $title }: ei eroa siihen, mitä vertailun perusteella olisi odotettavissa ilman toimenpidettä.
effect-none = { $title }: vaikutusta ei voi arvioida.
effect-interval = Väli ({ $confidence }): { $told }.
effect-interval-none = Väliä ei voi ilmoittaa.
effect-range-both = { $range }
effect-range-from = { $low } tai enemmän
effect-range-to = { $high } tai vähemmän
effect-with-range = { $value } ({ $told })
effect-p = p = { $p }
effect-levels = Keskiarvo ennen: { $level_before }. Keskiarvo jälkeen: { $observed }. Pelkkä ero ennen ja jälkeen ei ole vaikutus: myös ilman toimenpidettä jälkeen olisi ollut odotettavissa { $counterfactual }.
effect-compared = Mukana: { $treated }. Vertailussa: { $comparison }.
effect-count-municipalities = { $count_n ->
    [one] { $count } kunta
   *[other] { $count } kuntaa
 }
effect-count-groups = { $count_n ->
    [one] { $count } kuntaryhmä, joka lasketaan yhdeksi
   *[other] { $count } kuntaryhmää, joista jokainen lasketaan yhdeksi
 }
effect-count-regions-se = { $count_n ->
    [one] { $count } lääni
   *[other] { $count } lääniä
 }
effect-count-regions-fi = { $count_n ->
    [one] { $count } maakunta
   *[other] { $count } maakuntaa
 }
effect-count-regions-no = { $count_n ->
    [one] { $count } lääni
   *[other] { $count } lääniä
 }
effect-test-placebo = Jos mukana olleet olisi arvottu, vähintään yhtä suuri ero olisi syntynyt näin usein: { $share } ({ $placebos }).
effect-placebos-all = { $count_n ->
    [one] ainoa mahdollinen arvonta
   *[other] kaikki { $count } mahdollista arvontaa
 }
effect-placebos-all-many = kaikki mahdolliset arvonnat, yli { $limit }
effect-placebos-drawn = { $count_n ->
    [one] { $count } tehty arvonta
   *[other] { $count } tehtyä arvontaa
 }
effect-placebos-drawn-many = tehdyt arvonnat, yli { $limit }
effect-test-t = Tarkka t-testi: p = { $p }.
effect-test-t-none = Tarkkaa t-testiä ei voi tehdä näillä luvuilla.

## Miksi arvio on mikä on
effect-reason-found = Pelkkä sattuma tuottaa harvoin näin suuren eron, eikä mikään tarkistus laske arviota.
effect-reason-one-test = Testit eivät kumpikin löydä selvää eroa. Siksi tuki on heikko.
effect-reason-only-test = Vain toisen testin voi tehdä, eikä se löydä selvää eroa. Siksi tuki on heikko.
effect-reason-before = Pelkkien testien mukaan: { $before }.
effect-reason-checks = Hylätyt tarkistukset laskevat arviota.
effect-reason-exploratory = Arviointi on kartoittava, mikä laskee arviota.
effect-reason-chance = Pelkkä sattuma voi hyvin tuottaa näin suuren eron. Se ei osoita, ettei vaikutusta ollut.
effect-reason-ruled-out-higher = Pelkkä sattuma voi hyvin tuottaa näin suuren eron. Lukuihin ei sovi lisäys, jonka suuruus on { $smallest } tai enemmän.
effect-reason-ruled-out-lower = Pelkkä sattuma voi hyvin tuottaa näin suuren eron. Lukuihin ei sovi vähennys, jonka suuruus on { $smallest } tai enemmän.
effect-reason-ruled-out-either = Pelkkä sattuma voi hyvin tuottaa näin suuren eron. Lukuihin ei sovi kumpaankaan suuntaan muutos, jonka suuruus on { $smallest } tai enemmän.
effect-reason-opposite = Testit viittaavat eroon, mutta toiseen suuntaan kuin toivottiin.
effect-reason-no-untreated = Jäljellä ei ole ketään ilman toimenpidettä, johon verrata.
effect-reason-no-pre-period = Alkua edeltävältä ajalta ei ole lukuja.
effect-reason-no-post-period = Alun jälkeiseltä ajalta ei ole vielä lukuja.
effect-reason-start-outside = Alku on niiden vuosien ulkopuolella, joilta on lukuja.
effect-reason-outcome-missing = Mukana olleilta puuttuu lukuja.
effect-reason-break-inside = Mitattava asia muuttui vertailtavien vuosien aikana. Siksi luvut ennen ja jälkeen eivät tarkoita samaa.
effect-reason-too-few-units = Vertailtavia on liian vähän.
effect-reason-collinear-calendar = Kaikki aloittivat yhtä aikaa, joten vaikutusta ei voi erottaa kaikesta muusta, mitä silloin tapahtui.

## Epäilykset ja se, mitä emme tiedä
doubts-none-failed = Mikään tehtävissä ollut tarkistus ei johtanut hylkäykseen.
doubts-not-possible = Näitä tarkistuksia ei voitu tehdä: { $checks }.
doubts-no-checks = Tarkistuksia ei ole tehty, koska ei ole vaikutusta, jota tarkistaa.
effect-doubt-plan-before-outcomes = Suunnitelma kirjattiin, kun tuloksia saattoi jo nähdä.
effect-doubt-missing = Joitakin mukana olleita ei voitu laskea mukaan, ja ne on jätetty pois.
effect-doubt-pre-years = Vertailuun on alle kolme vuotta ennen alkua.
effect-doubt-placebo-resolution = Vertailtavia on niin vähän, että selvinkin tulos voi olla sattumaa.
effect-doubt-both-tests = Testit eivät ole yhtä mieltä.
effect-doubt-pretrend-joint = Mukana olleet ja vertailu kehittyivät eri tavoin jo ennen alkua.
effect-doubt-pretrend-equivalence = Vuodet ennen alkua eivät sulje pois eroa, joka on merkittävän vaikutuksen suuruinen.
effect-doubt-pretrend-violation = Tasainen muutos ennen alkua on voinut jäädä näkemättä.
effect-doubt-anticipation = Mukana olleet muuttuivat vertailuun nähden jo viimeisinä vuosina ennen alkua.
effect-doubt-placebo-years = Myös aiempi alku, jolloin mitään ei alkanut, saisi vaikutuksen.
effect-doubt-leave-one-out = Tulos riippuu yhdestä yksiköstä: ilman sitä vaikutuksesta jää alle puolet, tai se kääntyy.
effect-doubt-donut = Ilman naapureita vertailussa vaikutuksesta jää alle puolet, tai se kääntyy.
effect-doubt-estimators-agree = Yli neljännes muista laskutavoista osoittaa toiseen suuntaan.
effect-doubt-breakdown = Eron selittämiseen riittää, että mukana olleet ja vertailu loittonevat toisistaan yhtä paljon kuin enimmillään ennen alkua.
effect-doubt-synthetic-fit = Mikään vertailun painotus ei seuraa mukana olleita hyvin ennen alkua.
effect-doubt-several-outcomes = Kun kaikki tulosmittarit luetaan yhdessä, tämä ei enää erotu.
unknown-detectable = Jos vaikutus on pienempi kuin { $size }, se olisi jäänyt huomaamatta useammin kuin kerran viidestä.
unknown-detectable-none = Ei voi laskea, kuinka pieni vaikutus olisi voinut näkyä.
unknown-smaller-matters = Pienin vaikutus, jolla on merkitystä, on tätä pienempi: { $smallest }. Se voi olla olemassa näkymättä.
unknown-resolution = Vertailtavia on niin vähän, että selvinkin mahdollinen tulos voi olla sattumaa. Sen osuus on { $smallest }.
unknown-mechanism = Luvut eivät kerro, miksi jokin toimi tai ei toiminut, eikä sitä, kenellä.
unknown-change-mind = Mikä saisi meidät muuttamaan mielemme: { $words }
chapter-primary = Tämä luku koskee vain tärkeintä tulosmittaria: { $title }. Kaikki tulosmittarit ovat yhdessä myöhempänä.

## Miten kävi, keitä verrataan
course-lead = Miten mukana olleille kävi, ja mitä vertailun perusteella olisi ollut odotettavissa ilman toimenpidettä.
course-none = Mitään ei ole piirretty, koska vaikutusta ei voitu arvioida.
course-finding = Alun jälkeen keskimäärin { $observed }; ilman toimenpidettä odotettavissa { $counterfactual }.
course-finding-none = Luvut vuosilta { $first }–{ $last } ilman arviota siitä, miten muuten olisi käynyt.
course-log = Muutoksia verrataan prosentteina. Keskiarvot ovat siksi geometrisia: puoliväli lasketaan prosentteina, ei lukumääränä.
course-lag = { $years_n ->
    [one] Vaikutus voi näkyä tässä aikaisintaan, kun alusta on { $years } vuosi. Siitä alkaa ”jälkeen”.
   *[other] Vaikutus voi näkyä tässä aikaisintaan, kun alusta on { $years } vuotta. Siitä alkaa ”jälkeen”.
 }
comparison-who = Mukana: { $treated }. Vertailussa: { $comparison }.
comparison-left-out = { $count_n ->
    [one] { $count } on jätetty pois; syy on alla.
   *[other] { $count } on jätetty pois; syyt ovat alla.
 }
comparison-together = Yhdessä toimineet lasketaan yhdeksi, vaikka kuntia olisi monta. Niillä oli sama alku, ja muukin, mitä tapahtui, on niille yhteistä.
comparison-strata = Suuria verrataan suuriin ja pieniä pieniin. Kokoluokkia on { $count }. Luokan sisällä kaikilla on sama paino.
comparison-left-out-heading = Vertailusta pois jätetyt
comparison-weights-heading = Synteettinen vertailu: keistä se koostuu
comparison-weights-remark = Yhdistelmä, joka seuraa mukana olleita parhaiten ennen alkua. Se koettelee tulosta; johtopäätös ei perustu siihen.
effect-left-out-start-outside = alku on niiden vuosien ulkopuolella, joilta on lukuja
effect-left-out-no-pre-period = ei lukuja ennen alkua
effect-left-out-no-post-period = ei lukuja alun jälkeen
effect-left-out-outcome-missing = lukuja puuttuu
effect-left-out-size-missing = asukasluku puuttuu
effect-left-out-border-change = rajat muuttuivat
effect-left-out-declared = jätetty pois suunnitelmassa
effect-left-out-merged = oma kuntaliitos
effect-left-out-missing = lukuja puuttuu
effect-left-out-neighbour = mukana olleiden naapuri
effect-left-out-not-positive = luku on nolla, eikä sitä voi verrata prosentteina
effect-left-out-one-municipality = vain yksi kunta, joten ei hajontaa
effect-left-out-other-size = erikokoinen kuin kaikki mukana olleet
effect-left-out-simulated = simuloidut luvut
effect-left-out-suppressed = suojatut luvut

## Ennen alkua ja siellä, missä mitään ei tehty
pretrends-lead = Jos vertailu on hyvä, mukana olleet ja vertailu kehittyvät samalla tavoin ennen alkua. Se ei todista, että ne olisivat jatkaneet niin.
pretrends-heading = Ero sen mukaan, montako vuotta alusta on
pretrends-finding = { $apart_n ->
    [0] Ennen alkua piirrettyjä vuosia: { $years }. Nolla ei jää välin ulkopuolelle minään niistä.
    [one] Ennen alkua piirrettyjä vuosia: { $years }. Nolla jää välin ulkopuolelle { $apart } vuotena.
   *[other] Ennen alkua piirrettyjä vuosia: { $years }. Nolla jää välin ulkopuolelle { $apart } vuotena.
 }
pretrends-finding-none = Ennen alkua on vain yksi vuosi, joten aiemmasta kehityksestä ei voi sanoa mitään.
pretrends-anticipation = { $apart_n ->
    [0] Juuri ennen alkua pois jätettyjä vuosia: { $years }. Nolla ei jää välin ulkopuolelle minään niistä.
    [one] Juuri ennen alkua pois jätettyjä vuosia: { $years }. Nolla jää välin ulkopuolelle { $apart } vuotena.
   *[other] Juuri ennen alkua pois jätettyjä vuosia: { $years }. Nolla jää välin ulkopuolelle { $apart } vuotena.
 }
pretrends-violation = Tasainen muutos ennen alkua havaitaan neljä kertaa viidestä, kun se on vähintään { $slope } vuodessa. Pienempi on voinut jäädä näkemättä. Jos { $slope } vuodessa jatkuisi, vaikutus muuttuisi näin paljon: { $bias }.
effect-early-both = { $title }, viimeiset { $years } vuotta ennen alkua verrattuna niitä edeltäviin { $years } vuoteen: ero kaikkiin, jotka eivät olleet mukana, { $all } ({ $all_range }); ero samankokoisiin { $like } ({ $like_range }).
effect-early-alone = { $title }, viimeiset { $years } vuotta ennen alkua verrattuna niitä edeltäviin { $years } vuoteen: ero vertailuun { $change } ({ $range }).
effect-early-clear-none = Pelkkä sattuma voi hyvin tuottaa tämän.
effect-early-clear-both = Pelkkä sattuma tuottaa tämän harvoin.
effect-early-clear-all = Pelkkä sattuma tuottaa ensimmäisen harvoin, mutta toisen hyvinkin.
effect-early-clear-like-size = Pelkkä sattuma voi hyvin tuottaa ensimmäisen, mutta toisen harvoin.
pretrends-naive = Pelkkä vertailu ennen ja jälkeen sekoittaisi tällaisen muutoksen vaikutukseen.
table-in-unit = { $title }. { $unit }
check-told = { $check }: { $result }
pretrends-checks = Tarkistukset: { $checks }.
placebos-lead = Sama laskelma siellä, missä mitään ei tehty. Sen ei pitäisi löytää mitään; se, mitä löytyy, osoittaa, kuinka paljon sattuma tuottaa.
placebos-heading = Jokainen, joka ei ollut mukana, laskettuna kuin olisi ollut
placebos-finding = { $further_n ->
    [0] Vertailtavia on { $count }; niistä mikään ei ole yhtä kaukana nollasta kuin mukana ollut.
    [one] Vertailtavia on { $count }; niistä { $further } on vähintään yhtä kaukana nollasta kuin mukana ollut.
   *[other] Vertailtavia on { $count }; niistä { $further } on vähintään yhtä kaukana nollasta kuin mukana ollut.
 }
placebos-finding-many = { $count_n ->
    [one] Ero sille { $count }, joka ei ollut mukana, laskettuna kuin se olisi ollut.
   *[other] Erot niille { $count }, jotka eivät olleet mukana, laskettuna kuin ne olisivat olleet.
 }
placebos-smallest = Pienin p-arvo, joka oli saavutettavissa: { $smallest }.
effect-placebo-year = Alut, joita ei ollut
effect-placebo-earlier = { $years_n ->
    [one] { $years } vuosi aiemmin
   *[other] { $years } vuotta aiemmin
 }
effect-placebo-year-lead = Vaikutus, jonka aiempi alku saisi, laskettuna vain todellista alkua edeltävistä vuosista.
effect-placebo-without = Yksi pois
effect-placebo-without-lead = Vaikutus, kun yksi yksikkö kerrallaan jätetään pois.
effect-placebo-without-most = Vaikutus, kun yksi kerrallaan jätetään pois: ne { $shown }, jotka muuttavat sitä eniten (kaikkiaan { $count }).
effect-placebo-donut = Naapurit pois
effect-placebo-donut-lead = Vaikutus ilman niitä, jotka rajoittuvat mukana olleisiin ja joihin se on voinut ulottua.
effect-placebo-donut-row = ilman naapureita

## Muut laskutavat
specifications-lead = Sama kysymys muilla tavoilla laskettuna. Merkitty rivi valittiin suunnitelmassa, ja se ratkaisee; muut näyttävät, riippuuko tulos valinnasta.
specifications-heading = Vaikutus laskutavan mukaan
specifications-table = Vaikutus jokaisella laskutavalla
specifications-finding = { $count_n ->
    [0] Muuta laskutapaa, johon verrata, ei ole.
    [one] Muita laskutapoja on { $count }; niistä { $same } osoittaa samaan suuntaan kuin ratkaiseva.
   *[other] Muita laskutapoja on { $count }; niistä { $same } osoittaa samaan suuntaan kuin ratkaiseva.
 }
specifications-finding-none = { $count_n ->
    [one] { $count } laskutapa antaa luvun, mutta ei se, jonka suunnitelma valitsi.
   *[other] { $count } laskutapaa antaa luvun, mutta ei se, jonka suunnitelma valitsi.
 }
specifications-remark = Kun mukana on vain harvoja, ryvästyksen ja vaikutusfunktion välit ovat liian kapeita. Ne näytetään, koska muut käyttävät niitä.
effect-not-possible = ei voi laskea
effect-by-demeaned = keskiarvo jälkeen ja keskiarvo ennen
effect-by-detrended = verrattuna omaan aiempaan suuntaan
effect-by-long-difference = verrattuna viimeiseen vuoteen ennen
effect-by-group-time = alkuvuoden ja vuoden mukaan (Callaway ja Sant’Anna)
effect-by-not-yet-treated = sama, myös verrattuna myöhemmin aloittaneisiin
effect-by-two-way = kaksisuuntaiset kiinteät vaikutukset
effect-by-sun-abraham = alkuvuoden mukaan, painotettu (Sun ja Abraham)
effect-by-imputation = täydennetty vuosista ilman toimenpidettä (imputointi)
effect-by-synthetic-control = synteettinen verrokki
effect-by-synthetic-demeaned = synteettinen verrokki ilman tasoa
effect-by-augmented = synteettinen verrokki, korjattu
effect-by-synthetic-differences = synteettinen erotusten erotus
effect-by-conformal = mukana ollut omia vuosiaan vasten (konforminen)
effect-by-weighted = painotettu samanlaiseksi ennen alkua
effect-by-donut = ilman naapureita
effect-by-unstratified = ilman kokoluokkia
effect-from-placebo = lasketut lumevertailut
effect-from-exact-t = tarkka t-testi
effect-from-influence = vaikutusfunktio
effect-from-cluster = ryvästetty keskivirhe
effect-from-weighted = painotetun vertailun hajonta
effect-from-conformal = omien vuosien järjestys
effect-from-none = ei väliä
bacon-heading = Mitä kaksisuuntaiset kiinteät vaikutukset vertaavat
bacon-remark = Vertailu niihin, joilla toimenpide jo on, voi johtaa harhaan, kun vaikutus kasvaa ajan mukana. Siksi tämä laskutapa ei ratkaise.
effect-pair-treated-never = mukana olleet ja ne, jotka eivät koskaan olleet
effect-pair-earlier-later = aiemmin ja myöhemmin aloittaneet
effect-pair-later-earlier = myöhemmin aloittaneet ja ne, jotka jo olivat mukana
effect-pair-later-always = myöhemmin aloittaneet ja ne, jotka aina olivat mukana

## Herkkyys
sensitivity-lead = Mikään luku ei voi todistaa, että mukana olleet ja vertailu olisivat kehittyneet samoin. Tässä ne saavat loitota toisistaan yhä enemmän. Kaikkea verrataan viimeiseen vuoteen, joka lasketaan ajaksi ennen alkua.
effect-drift-relative-heading = Jos ne loittonevat kuten ennen alkua
effect-drift-relative-bounds = Loittoneminen alun jälkeen, kuinka moninkertainen suurimpaan aiempaan muutokseen nähden
effect-drift-relative-finding = { $held_n ->
    [0] Loittonemista kokeiltiin { $count } eri määrää; minkään kohdalla nolla ei jää välin ulkopuolelle.
    [one] Loittonemista kokeiltiin { $count } eri määrää; nolla jää välin ulkopuolelle { $held } kohdalla.
   *[other] Loittonemista kokeiltiin { $count } eri määrää; nolla jää välin ulkopuolelle { $held } kohdalla.
 }
effect-drift-smoothness-heading = Jos suunta taipuu
effect-drift-smoothness-bounds = Kuinka paljon ero suunnassa saa taipua vuodesta toiseen
effect-drift-smoothness-finding = { $held_n ->
    [0] Taipumista kokeiltiin { $count } eri määrää; minkään kohdalla nolla ei jää välin ulkopuolelle.
    [one] Taipumista kokeiltiin { $count } eri määrää; nolla jää välin ulkopuolelle { $held } kohdalla.
   *[other] Taipumista kokeiltiin { $count } eri määrää; nolla jää välin ulkopuolelle { $held } kohdalla.
 }
breakdown = Tulos pysyy, kunhan loittoneminen alun jälkeen on alle { $bound } kertaa suurin muutos ennen alkua.
breakdown-nought = Nolla on välillä jo ilman loittonemista, joten selvää vaikutusta, joka voisi kumoutua, ei ole.
breakdown-none = Ei voi laskea, kuinka paljon loittonemista tulos kestää.

## Erottelukyky
power-lead = Tietyn suuruinen vaikutus lisätään jokaiseen mahdolliseen arvontaan siitä, ketkä ovat mukana. Käyrä näyttää, kuinka usein testi löytää sen.
power-size = Kun vaikutusta ei ole, testi löytää sen silti näin usein: { $share }. Osuuden pitäisi olla noin 5 %.
power-size-unknown = Ei voi sanoa, kuinka usein testi löytää vaikutuksen, jota ei ole.
power-heading = Kuinka usein vaikutus löytyisi
power-finding = Kun vaikutus on { $size }, se löytyy näin usein: { $share }.
power-finding-none = Mikään kuvan vaikutus ei löydy neljästi viidestä.

## Kaikki tulosmittarit
outcomes-lead = Ensimmäisen sivun arvio perustuu tärkeimpään tulosmittariin, jonka suunnitelma nimeää. Muut luetaan sen rinnalla.
outcomes-several = Mitä useampaa tulosmittaria katsoo, sitä helpommin jokin erottuu sattumalta. Korjattu p-arvo ottaa sen huomioon.
outcomes-heading = Vaikutukset rinnakkain
outcomes-finding = Kukin vaikutus suhteessa pienimpään, jolla on merkitystä; parempi on oikealla.
outcomes-axis = Kuinka moninkertainen pienimpään merkitykselliseen nähden
outcomes-axis-remark = 1 on vaikutus, jolla juuri ja juuri on merkitystä. Luvut omassa yksikössään ovat taulukossa. Kun korkea tai matala ei ole parempi, suurempi on oikealla.
outcomes-table = Vaikutukset ja testit tulosmittareittain
outcomes-table-remark = Korjattu p-arvo: kaikki tulosmittarit luettuina yhdessä, samat arvonnat.
levels-table = Tasot ennen ja jälkeen
levels-remark = Jää huomaamatta alle: pienempi vaikutus olisi jäänyt huomaamatta useammin kuin kerran viidestä.
effect-years = { $before } ennen, { $after } jälkeen
effect-of-value = kunnan luku
effect-of-mean = kuntien keskiarvo
effect-of-spread = kuntien välinen hajonta (keskihajonta)
effect-of-sum = kuntien summa
effect-way-higher = suurempi
effect-way-lower = pienempi
effect-way-either = kumpaan tahansa

## Taulukoiden otsikot
column-effect-unit = Kunta tai alue
column-effect-why = Miksi
column-effect-weight = Paino
column-effect-year = Kokeiltu alku
column-effect-without = Ilman
column-effect-donut = Vertailu
column-effect-way = Laskutapa
column-effect-size = Vaikutus (95 prosentin väli)
column-effect-only = Vaikutus
column-effect-p = p-arvo
column-effect-p-t = p-arvo, tarkka t
column-effect-p-several = p-arvo, korjattu
column-effect-from = Välin perusta
column-effect-treated = Mukana
column-effect-compared = Vertailussa
column-effect-pair = Vertailu
column-effect-outcome = Tulosmittari
column-effect-what = Mitataan
column-effect-verdict = Arvio
column-effect-smallest = Pienin merkityksellinen vaikutus
column-effect-before = Ennen
column-effect-after = Jälkeen
column-effect-expected = Odotettavissa jälkeen
column-effect-years = Vuodet
column-effect-unseen = Jää huomaamatta alle
column-effect-who = Mukana
column-effect-from-year = Alkaen
column-effect-places = Paikat
column-effect-exposure = Keitä toimenpide oli koskenut ja kauanko
column-effect-indicator = Indikaattori
column-effect-expected-way = Toivottu suunta
column-effect-cohort = Alku
column-effect-measured = Mitattu
column-effect-lived = Alusta kulunut
column-effect-check = Tarkistus
column-effect-asked = Mitä kysytään
column-effect-result = Tulos
column-effect-found = Havaittu
column-effect-limit = Raja
column-effect-lowered = Laskee

## Suunnitelma
plan-registered = Kirjattu
plan-registered-day = { $date }, sormenjälki { $digest }
plan-registered-changed = { $date }, sormenjälki { $digest }; muutettu { $changed }
plan-registered-never = ei kirjattu; sormenjälki { $digest }
plan-written = Laadittu
plan-known = Mitä silloin tiedettiin
plan-intervention = Toimenpide
plan-source = Lähde
plan-unit = Lasketaan yhdeksi
effect-unit-municipality = jokainen kunta
effect-unit-region = kokonainen maakunta tai lääni, tai yhdessä toimineet
plan-estimator = Laskutapa
plan-comparison = Vertailussa
effect-all-municipalities = kaikki maan muut kunnat
effect-all-regions = kaikki maan muut alueet
plan-excluded = Jätetty pois
plan-excluded-why = { $places }: { $reason }
plan-mergers = Oma kuntaliitos
plan-mergers-years = Vertailussa eivät ole kunnat, jotka yhdistyivät vuosina { $first }–{ $last }. { $reason }
plan-neighbours = Naapurit
plan-neighbours-tried = ovat vertailussa; niiden pois jättämistä kokeillaan
plan-neighbours-out = eivät ole vertailussa. { $reason }
plan-anticipation = Vuodet juuri ennen alkua
plan-anticipation-none = lasketaan aikaan ennen alkua
plan-anticipation-years = { $years_n ->
    [one] { $years } vuosi on jätetty pois. { $reason }
   *[other] { $years } vuotta on jätetty pois. { $reason }
 }
plan-treated = Missä, mistä alkaen ja keitä se oli koskenut
plan-outcomes = Tulosmittarit, jotka suunnitelma nimeää
plan-outcomes-remark = Tärkein tulosmittari on: { $title }.
exposure-heading = Lukuja sisältävät vuodet alusta
exposure-years = { $years_n ->
    [0] ensimmäinen vuosi
    [one] { $years } vuosi
   *[other] { $years } vuotta
 }

## Tarkistukset
checks-lead = Hylätty tarkistus voi laskea arviota, ei koskaan nostaa sitä. ”Huomattu” on hyvä tietää, mutta se ei laske arviota.
checks-none = Tarkistuksia ei ole tehty, koska vaikutusta ei voitu arvioida.
checks-of = { $title }: tarkistukset
effect-lowered-yes = kyllä
effect-result-passed = hyväksytty
effect-result-failed = hylätty
effect-result-not-possible = ei mahdollinen
effect-result-noted = huomattu
effect-check-plan-before-outcomes = suunnitelma ennen tuloksia
effect-check-missing = kaikki mukana olleet laskettu
effect-check-pre-years = vuodet ennen
effect-check-placebo-resolution = vertailtavia riittävästi
effect-check-both-tests = molemmat testit
effect-check-pretrend-joint = kehitys ennen, kaikki vuodet yhdessä
effect-check-pretrend-equivalence = kehitys ennen, riittävän pieni
effect-check-pretrend-violation = muutos, joka on voinut jäädä näkemättä
effect-check-anticipation = muutos juuri ennen alkua
effect-check-placebo-years = alut, joita ei ollut
effect-check-leave-one-out = yksi pois
effect-check-donut = naapurit pois
effect-check-estimators-agree = muut laskutavat
effect-check-breakdown = kuinka paljon loittonemista tulos kestää
effect-check-synthetic-fit = synteettisen vertailun sopivuus
effect-check-several-outcomes = useita tulosmittareita
effect-asks-plan-before-outcomes = Kirjattiinko suunnitelma ennen kuin tuloksia saattoi nähdä?
effect-asks-missing = Voitiinko kaikki mukana olleet laskea? Havaittu: montako on jätetty pois.
effect-asks-pre-years = Onko ennen alkua vähintään kolme vuotta?
effect-asks-placebo-resolution = Onko vertailtavia niin paljon, että selvä tulos on mahdollinen?
effect-asks-both-tests = Sanovatko lasketut lumevertailut ja tarkka t-testi samaa?
effect-asks-pretrend-joint = Kehittyivätkö mukana olleet ja vertailu samoin ennen alkua?
effect-asks-pretrend-equivalence = Onko ennen alkua suljettu pois ero, joka on merkittävän vaikutuksen suuruinen?
effect-asks-pretrend-violation = Kuinka suuri tasainen muutos vuodessa ennen alkua olisi näkynyt? Vieressä: mitä se lisäisi vaikutukseen.
effect-asks-anticipation = Muuttuivatko mukana olleet jo viimeisinä vuosina ennen alkua?
effect-asks-placebo-years = Saako myös aiempi alku, jolloin mitään ei alkanut, vaikutuksen?
effect-asks-leave-one-out = Jääkö vaikutuksesta vähintään puolet, kun kuka tahansa jätetään pois? Havaittu: jäljelle jäävä osuus.
effect-asks-donut = Jääkö vaikutuksesta vähintään puolet ilman naapureita? Havaittu: jäljelle jäävä osuus.
effect-asks-estimators-agree = Osoittaako vähintään kolme neljästä muusta laskutavasta samaan suuntaan?
effect-asks-breakdown = Kestääkö tulos yhtä suuren loittonemisen kuin suurin muutos ennen alkua? Havaittu: kuinka moninkertaisen.
effect-asks-synthetic-fit = Seuraako synteettinen vertailu mukana olleita ennen alkua? Havaittu: poikkeama osuutena vertailtavien hajonnasta.
effect-asks-several-outcomes = Pysyykö tulos, kun kaikki tulosmittarit luetaan yhdessä?

## Kuntien ja alueiden raporteissa
effects-heading = Mitä vaikuttavuusarvioinnit ovat havainneet
effects-none-region = Vaikutukset: alueelle ei ole kirjattu arviointeja.
effects-remark = Arvio koskee kaikkia mukana olleita yhdessä, ei yksittäistä kuntaa.
effects-verdict = { $title } – vaikutus: { $verdict }.
effects-outcome = { $evaluation }: { $title }
effects-exploratory = Kartoittava: tuloksia saattoi nähdä, kun suunnitelma kirjattiin.
effects-example = Esimerkki, ei todellinen arviointi.
track-effect = Arvioitu: { $title } – vaikutus: { $verdict } ({ $found }).
track-effect-exploratory = Arvioitu, kartoittava: { $title } – vaikutus: { $verdict } ({ $found }).
track-effect-found = { $outcome }: { $size }, väli ({ $confidence }) { $told }
track-effect-bare = { $outcome }: { $size }
track-effects-several = Arviointeja: { $total }, joista vaikutus saa tukea tai heikkoa tukea: { $found }.
