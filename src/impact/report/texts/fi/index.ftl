## Yhdistelmäindeksi: yksi rivi, luku ja pisteitä seuraava raha
section-index = Indeksi
index-indicator = { $indicator }
index-line = Indeksi { $name }: { $score }, enintään 100 ({ $range }); kuntia { $scored }, niistä selvästi vahvempia { $above_n ->
    [0] tuskin yhtään
   *[other] noin { $above }
 } ja selvästi heikompia { $below_n ->
    [0] tuskin yhtään
   *[other] noin { $below }
 }.
index-line-parts = Indeksi { $name }: osat eivät sovi yhteen tarpeeksi hyvin yhdeksi luvuksi; ne esitetään erikseen tuonnempana.
index-line-missing = Indeksi { $name }: luvuista puuttuu liikaa, joten tulosta ei ole.
index-heading = { $name }, { $year }
index-named = { $name }, { $year }. { $text }
index-what = { $text }
index-score = { $place }: { $score }, enintään 100. Kun otetaan huomioon lukujen epävarmuus, muut painot ja muut laskutavat, tulos on välillä { $range }.
index-apart = Kuntia, joilla on tulos: { $scored }. Selvästi vahvempia { $above_n ->
    [0] tuskin yhtään
   *[other] noin { $above }
 }, selvästi heikompia { $below_n ->
    [0] tuskin yhtään
   *[other] noin { $below }
 }. Muita ei voi erottaa tästä kunnasta, joten sijalukua ei anneta.
index-ends = Heikoin osa: { $low } ({ $low_score }). Vahvin osa: { $high } ({ $high_score }).
index-older = Painosta { $share } perustuu lukuihin, jotka ovat vanhempia kuin muiden uusimmat.
index-available = Lukuja on painosta { $share }; loput on jätetty pois.
index-no-score = { $place }: luvuista puuttuu liikaa, joten tulosta ei ole.
index-remark-interval = Yhdeksän kymmenestä koelaskelmasta osuu välille. Kaksi kuntaa erotetaan, kun toinen on edellä vähintään 95:ssä sadasta.
index-standing = Indeksin asema: { $origin }. { $source }
index-unconfirmed = Vahvistamatta: { $what }.
index-gap-heading = Vertailukuntiin verrattuna
index-no-peers = Vertailukuntia, joilla olisi tulos, ei ole.
index-gap-above = { $place }: { $gap } verrattuna vertailukuntien keskiarvoon ({ $range }; vertailukuntia { $peers }). Indeksi on selvästi korkeampi.
index-gap-below = { $place }: { $gap } verrattuna vertailukuntien keskiarvoon ({ $range }; vertailukuntia { $peers }). Indeksi on selvästi matalampi.
index-gap-unclear = { $place }: { $gap } verrattuna vertailukuntien keskiarvoon ({ $range }; vertailukuntia { $peers }). Ero ei ole selvä.
index-gap-axis = Pisteet, jotka kukin osa lisää eroon
index-gap-remark = Osien summa on koko ero. Yksittäiselle osalle ei tässä ole laskettu vaihteluväliä: selvät erot ovat vahvuuksissa ja heikkouksissa.
index-whole = Yhteensä
head-index-part = Osa
head-index-score = Pisteet, enintään 100
head-index-adds = Lisää eroon
head-index-interval = Väli
legend-index-adds = Osan lisäys
legend-index-whole = Kaikki osat yhteensä ja väli
index-items-caption = { $name }: pisteiden takana olevat indikaattorit
index-items-remark = Pisteet: 0–100, enemmän on aina parempi, myös silloin kun pieni luku on hyvä.
index-items-base = Pisteiden rajat ovat kuntien luvuista vuodelta { $year } ja pysyvät, joten pisteet muuttuvat vain lukujen muuttuessa.
index-column-indicator = Indikaattori
index-column-value = Luku
index-column-year = Vuosi
index-column-points = Pisteet
index-column-others = Vertailukunnat, pisteet
index-column-adds = Lisää eroon
index-column-part = Indikaattori
index-column-change = Pisteiden muutos
index-column-data = Muuttuneet luvut
index-column-missing = Tulleet tai poistuneet luvut
index-column-rebasing = Siirretyt rajat
index-column-specification = Indeksiä on muutettu
index-column-sum = Yhteensä
index-column-place = Kunta
index-column-score = Pisteet
index-column-interval = Väli
index-column-trend = Edellisvuodesta
index-column-of = { $name }
index-column-now = Pisteet nyt
index-column-step = Yksi askel, pistettä
index-column-more = Lisää indeksiin, pistettä
index-column-money = Tuo vuodessa
index-column-each = Asukasta kohti
index-change-heading = Edellisvuodesta
index-change-unknown = Toiselta vuodelta ei ole tulosta, joten muutosta ei voi kertoa.
index-change-none = Mikään indeksin luku ei ole muuttanut pisteitä.
index-change-up = { $place }: { $change } ({ $range }). Se on enemmän kuin lukujen epävarmuus selittää: selvä nousu.
index-change-down = { $place }: { $change } ({ $range }). Se on enemmän kuin lukujen epävarmuus selittää: selvä lasku.
index-change-unclear = { $place }: { $change } ({ $range }). Lukujen epävarmuus riittää selittämään sen: ei selvää muutosta.
index-change-caption = Mikä muutti pisteitä
index-change-remark = Kutakin indikaattoria verrataan sen omaan lukuun vuotta aiemmin; ilman uudempaa lukua se pysyy. Rivien summa on koko muutos, ja muuttumattomat on jätetty pois.
index-strengths-heading = Suuret ja selvät vahvuudet ja heikkoudet
index-strength = { $indicator }: { $score }, vertailukunnat { $others }. Vahvuus.
index-weakness = { $indicator }: { $score }, vertailukunnat { $others }. Heikkous.
index-strengths-none = Mikään indikaattori ei poikkea vertailukunnista sekä paljon että selvästi.
index-strengths-remark = Suuri: vähintään puolet kuntien tavallisesta erosta. Selvä: enemmän kuin epävarmuus selittää, kun tarkasteltavien indikaattorien määrä otetaan huomioon.
index-trust-heading = Kuinka paljon pisteisiin voi luottaa
index-coherent = Indikaattorit sopivat yhteen tarpeeksi hyvin yhdeksi luvuksi: Cronbachin alfa on { $alpha }, ja vähintään { $least } vaaditaan.
index-ways = Muilla yhtä perustelluilla laskutavoilla indeksin alaraja on { $low } ja yläraja { $high }.
index-ways-same = Muilla yhtä perustelluilla laskutavoilla indeksi on sama: { $score }.
index-driver = Indeksin epävarmuus johtuu eniten tästä: { $factor }.
index-factor-sampling = luvut itse, jotka vaihtelevat sattumalta
index-factor-normalisation = miten luvut muutetaan pisteiksi
index-factor-weights = painot
index-factor-aggregation = miten pisteet yhdistetään
index-caution-loose = { $part }: tämän osan indikaattorit sopivat huonosti yhteen; lue ne erikseen.
index-caution-redundant = Kertovat lähes samaa ja painavat siksi kahdesti: { $first } ja { $second }.
index-caution-below = { $indicator }: kallistuu eri suuntaan kuin osan muut indikaattorit.
index-no-number = Yhtä lukua ei anneta, koska se peittäisi enemmän kuin näyttäisi. Indikaattorit ovat alla erikseen.
index-reason-low-alpha = Indikaattorit sopivat liian huonosti yhteen: Cronbachin alfa on { $alpha }, ja vähintään { $least } vaaditaan.
index-reason-against-node = { $indicator }: kulkee selvästi eri suuntaan kuin osan muut indikaattorit.
index-reason-parts-against = Yksi osa kulkee selvästi eri suuntaan kuin muut yhdessä.
index-reason-population = Luku kertoisi lähes pelkästään kunnan koon.
index-reason-few-places = Liian harvalla kunnalla on luvut, joten osien yhteensopivuutta ei voi tarkistaa.
index-reason-no-alpha = Indikaattorien yhteensopivuutta ei voitu laskea.
index-region-order = Kunnat ovat aakkosjärjestyksessä. Katso välejä: kun ne menevät paljon päällekkäin, kukaan ei tiedä, kumpi kahdesta kunnasta on edellä.
index-region-caption = { $name }, { $year }: pisteet kunnittain
index-funding-heading = { $name }: yksi askel lisää
index-funding-example = Kunnat ja pisteet on keksitty esimerkiksi.
index-funding-unconfirmed = Vahvistamatta: seuraava pätee tämän tiedoston painoilla ja kaavalla, joista osa on oletuksia.
index-funding-no-score = { $place }: vastauksia on liian vähän indeksiin.
index-funding-score = { $place }: { $score }, enintään 100.
index-funding-class = Luokka: { $name }.
index-funding-money = Annetuilla painoilla se olisi noin { $money } vuonna { $year } eli { $each } asukasta kohti.
index-funding-caption = { $place }: mitä yksi askel lisää kussakin indikaattorissa toisi
index-funding-remark = Summa ei kasva: minkä yksi kunta voittaa, muut yhdessä häviävät. Jos kaikki ottavat askeleen, tuskin kukaan voittaa.
