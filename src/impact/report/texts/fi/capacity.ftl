### Toisen asteen paikkojen suunnitelmat: ensimmäinen sivu, luvut, kuviot ja paikan osuus.

## Sivu
title-capacity = toisen asteen paikkojen suunnitelma { $year }
report-capacity = Toisen asteen koulutus: riittävätkö paikat, ja ovatko ne oikeita?
question-answer = Mihin suunnitelma päätyy?
section-young = Missä nuoret ovat nyt ja myöhemmin
section-pressure = Toivotut paikat ja olemassa olevat paikat
section-travel = Kuka matkustaa kuinka kauas
section-weights = Nuorten valinnat ja työelämän tarve
section-one_more = Missä yksi ryhmä lisää auttaa eniten
section-money = Mitä se maksaa
section-robustness = Jos käykin toisin
section-inputs = Mistä suunnitelma on tehty
note-capacity-simulated = Simuloitu: hakijat, paikat, valitut ja matka-ajat on keksitty, jotta nähdään, miten raportti toimii. Mikään luku ei kerro mistään koulusta. Älä päätä mitään sen perusteella.
note-capacity-example = Esimerkki: tehty näyttämään, miten paikkojen suunnitelma toimii. Kukaan ei ole tilannut sitä.
running-capacity-simulated = Simuloituja lukuja – ei päätöksiin
capacity-simulated-text = Simuloitu: { $text }
capacity-simulated-mark = Simuloituja lukuja
headline-capacity-more = Suunnitelman mukaan { $count_n ->
    [one] { $count } nuori enemmän saa
   *[other] { $count } nuorta enemmän saa
 } paikan syksyllä { $year } kuin nykyisillä paikoilla.
headline-capacity-fewer = Suunnitelman mukaan { $count_n ->
    [one] { $count } nuori vähemmän saa
   *[other] { $count } nuorta vähemmän saa
 } paikan syksyllä { $year } kuin nykyisillä paikoilla.
headline-capacity-same = Syksyllä { $year } suunnitelma antaa paikan yhtä monelle nuorelle kuin nykyiset paikat.
headline-capacity-none = Taulukot eivät kerro, riittävätkö paikat.
capacity-owner = Tekijä: { $owner }.

## Ensimmäinen sivu
capacity-answer-young = Nuoria, jotka päättävät yhdeksännen luokan: { $then } odotetaan vuonna { $year }; { $now } vuonna { $counted_year }.
capacity-answer-young-still = Nuoria, jotka päättävät yhdeksännen luokan: { $then } odotetaan vuonna { $year }; { $now } vuonna { $counted_year }. Jos kukaan ei muuttaisi, heitä olisi { $still }. Luvut on laskettu ja ennustettu, ei simuloitu.
capacity-answer-unmet = Hakukelpoisia nuoria ilman paikkaa kohtuullisen matkan päässä suunniteltuna vuonna: { $free } nykyisillä paikoilla, { $planned } suunnitelmalla. Toivottuja paikkoja yhteensä: { $demand }.
capacity-answer-not-eligible = Ei hakukelpoisia siihen, mitä haluavat: { $count }. Lisäpaikat eivät auta heitä.
capacity-answer-places = Suunnitelmassa on { $planned } paikkaa, kokonaisia ryhmiä { $groups }; nyt paikkoja on { $now }.
capacity-answer-steps = Ohjelmia, jotka avataan kunnassa, jossa niitä ei ole: { $opened }; ohjelmia, jotka suljetaan kunnassa: { $closed }.
capacity-answer-cost = Kaikki paikat maksavat vuodessa suunnitelmalla { $planned }, nyt { $now }.
capacity-answer-increase = Lisää paikkoja, ratkaisipa nuorten valinta tai työelämän tarve: { $programmes }.
capacity-answer-increase-none = Mikään ohjelma ei tarvitse lisää paikkoja kaikilla painoilla.
capacity-answer-decrease = Vähemmän paikkoja, ratkaisipa kumpi tahansa: { $programmes }.
capacity-answer-decrease-none = Mikään ohjelma ei tarvitse vähemmän paikkoja kaikilla painoilla.
capacity-answer-depends = Painosta riippuu { $count } ohjelmaa, kun ohjelmia on { $of }.
capacity-answer-one-more = Yksi ryhmä lisää auttaa eniten tässä: { $programme }, { $place }. Nuoria, jotka silloin saavat paikan: { $pupils }.
capacity-answer-one-more-any = Yksi ryhmä lisää auttaa eniten tässä ohjelmassa: { $programme }. Nuoria, jotka silloin saavat paikan: { $pupils }, missä tahansa näistä kunnista: { $count }. Yksi niistä: { $place }.
capacity-answer-one-more-none = Mikään lisäryhmä ei antaisi kenellekään paikkaa.
capacity-and-more = { $names }; ja vielä { $count }
capacity-doubt-weight = Jonkun on päätettävä, paljonko työelämän tarve painaa nuorten omaan valintaan verrattuna. Tässä se painaa { $weight }. Mitä enemmän se painaa, sitä vähemmän suunnitelma seuraa nuorten toiveita.
capacity-doubt-counted-at-school = Nuoret lasketaan siellä, missä heidän peruskoulunsa on, ei siellä, missä he asuvat.
capacity-doubt-scenarios = Oppilaita voi olla enemmän tai vähemmän. Yhdessä skenaariossa kymmenestä ilman paikkaa jää suunnitelmalla { $high } tai enemmän, pahimmassa { $worst } (skenaarioita: { $count }).
capacity-unknown-simulated = Mitä oikeat hakijat haluavat ja mitä paikkoja todella on.
capacity-unknown-choice = Valitsisivatko nuoret toisin, jos lähellä olisi muita ohjelmia.
capacity-unknown-providers = Mitä muut kunnat ja yksityiset koulut avaavat tai sulkevat.
capacity-unknown-staff = Onko suunnitelluille ryhmille opettajia, tiloja ja työpaikkoja.

## Nuoret
capacity-young-lead = Nuorten määrät on laskettu ja ennustettu, ei simuloitu. Ennuste seuraa oppilaita, jotka ovat jo koulussa, luokka luokalta.
capacity-young-at-school = Heidät lasketaan siellä, missä peruskoulu on. Jos kunnan oppilaat käyvät koulua muualla, kunnasta lasketaan liian vähän.
capacity-young-at-home = Heidät lasketaan siellä, missä he asuvat.
capacity-young-together = Kaikki kunnat yhdessä
capacity-young-all = Nuoret, jotka päättävät yhdeksännen luokan
capacity-axis-young = Nuoria
capacity-young-finding = { $now } nuorta päätti yhdeksännen luokan vuonna { $counted_year }; vuonna { $year } heitä odotetaan { $then }.
capacity-young-scenarios = Summalla ei ole omaa vaihteluväliä, koska kuntien virheet kulkevat yhdessä. Muut viivat näyttävät, mitä muutto merkitsee.
capacity-scenario-no-migration = Kukaan ei muuta
capacity-scenario-last-three = Kuten kolmena viime vuonna
capacity-map-people = Missä he ovat
capacity-map-people-finding = Kuntia kartalla: { $places }. Mitä suurempi ympyrä, sitä enemmän nuoria.
capacity-map-people-largest = Kuntia kartalla: { $places }. Eniten nuoria odotetaan tänne: { $place }, { $pupils }.
capacity-map-people-table = Nuoret, jotka päättävät yhdeksännen luokan, { $counted_year } ja { $year }
capacity-mark-now = Päätti yhdeksännen luokan vuonna { $year }
capacity-mark-then = Odotetaan päättävän yhdeksännen luokan vuonna { $year }
capacity-map-change = Missä heitä on enemmän tai vähemmän
capacity-map-change-finding = Vuodesta { $counted_year } vuoteen { $year } nuoria on selvästi enemmän näin monessa kunnassa: { $rises }. Vähemmän: { $falls }. Vaihteluväliin mahtuu molempia: { $unclear }.
capacity-map-change-table = Yhdeksännen luokan päättävien määrän muutos, { $counted_year }–{ $year }
capacity-change-rises = Enemmän: koko vaihteluväli on yläpuolella
capacity-change-falls = Vähemmän: koko vaihteluväli on alapuolella
capacity-change-unclear = Ei selvä

## Toivotut paikat ja paikat
capacity-pressure-lead = Toivottu paikka on hakukelpoisen nuoren odotettu valinta. Palkit ovat nykyisiä paikkoja, pisteet suunniteltuna vuonna toivottuja, mukana 80 prosentin vaihteluväli.
capacity-pressure-heading = Ohjelma ohjelmalta
capacity-pressure-finding = Vuonna { $year } paikkoja toivotaan nykyistä enemmän näin monessa ohjelmassa: { $short }, kun ohjelmia on { $of }. Se pitää myös vaihteluvälin alapäässä. Paikkoja on toivottua enemmän, myös yläpäässä: { $spare }.
capacity-pressure-table = Toivotut paikat { $year } ja paikat, ohjelmittain
capacity-axis-places = Paikkoja
capacity-pressure-remark = Ensisijaiset hakutoiveet ja tyhjät paikat ovat taulukoiden uusimmalta vuodelta. Ilman paikkaa tarkoittaa suunniteltua vuotta nykyisillä paikoilla. Tarve on työmarkkinoiden, kuten se on ohjelmalle ilmoitettu.
capacity-drawing-wanted = Toivotaan
capacity-drawing-places = Paikkoja nyt
capacity-tone-bad = Toivotaan: selvästi nykyisiä paikkoja enemmän
capacity-tone-plain = Toivotaan: selvästi nykyisiä paikkoja vähemmän
capacity-tone-unknown = Toivotaan: ei selvästi enemmän tai vähemmän
capacity-mark-places = Paikkoja nyt
capacity-mark-planned = Paikkoja suunnitelmassa
capacity-need-decrease = vähemmän
capacity-need-unchanged = ennallaan
capacity-need-increase = enemmän
capacity-schools-heading = Paikat koulun kunnan mukaan
capacity-schools-remark = Suunnitelma laskee kokonaisia ryhmiä, jottei mikään ryhmä aloita liian pienenä.
capacity-step-opens = avataan
capacity-step-closes = suljetaan
capacity-step-same = ennallaan
capacity-step-more = lisää ryhmiä
capacity-step-fewer = vähemmän ryhmiä

## Koulumatkat
capacity-travel-lead = Minuutit ovat yhteen suuntaan, kotikunnan keskeltä koulun kunnan keskelle. Ketään ei lähetetä kauemmas kuin oletusten luettelon raja. Laskelma pitää kaikki matkat yhteensä niin lyhyinä kuin voi. Itse valitsevat matkustavat usein kauemmas, joten lyhyemmät matkat eivät tässä ole suunnitelman hyöty.
capacity-travel-none = Koulumatkoja ei ole näytettäväksi.
capacity-travel-heading = Kuinka kauas kouluun, kotikunnan mukaan
capacity-travel-finding = Suunnitelmalla koulumatka kestää keskimäärin { $planned } yhteen suuntaan.
capacity-travel-finding-both = Suunnitelmalla koulumatka kestää keskimäärin { $planned } yhteen suuntaan. Nykyisellä valinnalla se kestää { $now }.
capacity-travel-table = Koulumatka kotikunnan mukaan, suunnitelmalla
capacity-way-near = Enintään 30 minuuttia
capacity-way-middle = 30–45 minuuttia
capacity-way-far = 45–60 minuuttia
capacity-way-very-far = Yli 60 minuuttia
capacity-way-nobody = Ei oppilaita
capacity-flows-heading = Mistä mihin
capacity-flows-finding = Suurin ryhmä, joka ylittää kuntarajan: { $home } → { $place }. Oppilaita: { $pupils }.
capacity-flows-table = Oppilaat, jotka käyvät koulua toisessa kunnassa, suunnitelmalla
capacity-flows-remark = Matkat, joilla oppilaita on alle { $few }, on jätetty pois.
capacity-mark-way = Oppilaita matkalla, levein koulun päässä
capacity-mark-end = Näytetyn matkan päämäärä
capacity-unmet-heading = Ilman paikkaa, ja miksi
capacity-unmet-remark = Lisäpaikat auttavat vain, kun paikat puuttuvat, niitä ei tarjota tai ne ovat liian kaukana.
capacity-reason-no-capacity = paikkoja puuttuu
capacity-reason-out-of-reach = liian kaukana
capacity-reason-not-offered = ei tarjota missään
capacity-reason-not-eligible = ei hakukelpoinen
capacity-plan-now = Kuten nyt valitaan
capacity-plan-free = Nykyisillä paikoilla
capacity-plan-planned = Suunnitelmalla

## Painot
capacity-weights-lead = Painolla 0 prosenttia ratkaisee vain nuorten valinta, painolla 100 prosenttia vain työelämän tarve. Tarve muuttaa silloin paikkoja enintään { $step }.
capacity-weights-none = Painoja ei ole kokeiltu.
capacity-weights-heading = Mitkä ohjelmat osoittavat samaan suuntaan kaikilla painoilla
capacity-weights-finding = Kaikilla painoilla: lisää paikkoja { $increase } ohjelmassa, vähemmän { $decrease } ohjelmassa, ennallaan { $unchanged } ohjelmassa. Painosta riippuu { $depends } ohjelmassa.
capacity-weights-table = Paikkojen muutos työelämän tarpeen painon mukaan
capacity-axis-change = Paikkojen muutos
capacity-weights-remark = Kun viiva ei ylitä nollaa, painolla ei ole merkitystä sille, tuleeko paikkoja lisää vai vähemmän.
capacity-drawing-fewer = ← Vähemmän paikkoja
capacity-drawing-more = Lisää paikkoja →
capacity-mark-choice = Vain valinta ratkaisee
capacity-mark-need = Vain tarve ratkaisee
capacity-mark-stable = Sama kaikilla painoilla
capacity-sign-increase = lisää kaikilla painoilla
capacity-sign-unchanged = ennallaan kaikilla painoilla
capacity-sign-decrease = vähemmän kaikilla painoilla
capacity-sign-depends = riippuu painosta

## Yksi ryhmä lisää
capacity-one-more-lead = Ryhmiä, jotka antaisivat paikan ainakin yhdelle nuorelle lisää, yksi kerrallaan kokeiltuna: { $count }. Ensimmäiset ovat taulukossa.
capacity-one-more-none = Mikään lisäryhmä ei antaisi kenellekään paikkaa.
capacity-one-more-heading = Yksi ryhmä lisää, yksi kerrallaan
capacity-one-more-remark = Minuutit ovat yhteen suuntaan; miinus tarkoittaa lisää minuutteja, koska paikan saavatkin matkustavat. Arvo antaa hinnan puuttuvalle paikalle ja minuuteille, kuten oletusten luettelo kertoo. Se ei ole rahaa, jonka kunta saa. Arvo ja minuutit koskevat lyhimpiä matkoja, jaettiinpa puuttuvat paikat miten tahansa.

## Raha
capacity-money-lead = Kaikki paikat maksavat vuodessa nyt { $now } ja suunnitelmalla { $planned }, taulukon hinnoilla.
capacity-money-none = Paikkojen hintaa ei voi laskea: hintoja puuttuu.
capacity-money-weights = Kustannus työelämän tarpeen painon mukaan
capacity-money-programmes = Kustannus ohjelmittain
capacity-money-remark = Hinta kertaa paikat. Kunta ei säästä tai maksa sitä heti: tilat ja henkilöstö muuttuvat hitaasti.

## Jos käykin toisin
capacity-robustness-lead = Suunnitelma pysyy, mutta oppilaiden määrä muuttuu. Kuntien määrät nousevat ja laskevat yhdessä, kuten tähänkin asti.
capacity-robustness-none = Skenaarioita ei ole laskettu.
capacity-robustness-heading = Oppilasmäärän skenaarioissa
capacity-robustness-remark = Kahdeksan skenaariota kymmenestä on vaihteluvälissä. Pahin tarkoittaa skenaariota, joka on rivin kannalta pahin.
capacity-as-planned = Kuten suunniteltu
capacity-sensitivity-heading = Jos jokin oletus olisi toinen
capacity-variant-no-migration = Kukaan ei muuta
capacity-variant-last-three = Muutto kuten kolmena viime vuonna
capacity-variant-counted-at-school = Nuoret lasketaan koulun mukaan
capacity-variant-travel-limit-45 = Kouluun enintään 45 minuuttia
capacity-variant-travel-limit-90 = Kouluun jopa 90 minuuttia
capacity-variant-shrinkage-0 = Vain kunkin kunnan omat valinnat yhtenä vuonna
capacity-variant-shrinkage-500 = Valinnat lähempänä yhteistä mallia
capacity-variant-everyone-eligible = Kaikki ovat hakukelpoisia
capacity-measure-unmet = Ilman paikkaa
capacity-measure-empty = Tyhjiä paikkoja
capacity-measure-minutes = Minuutteja yhteen suuntaan
capacity-measure-places = Paikkoja
capacity-measure-cost = Kustannus vuodessa
capacity-measure-within-45 = Enintään 45 minuutissa
capacity-measure-within-60 = Enintään 60 minuutissa
capacity-measure-objective = Kaikki punnitut kustannukset

## Mistä suunnitelma on tehty
capacity-inputs-simulated = Osa taulukoista on simuloitu, kuten luettelo näyttää. Ne on tehty oikeista oppilasmääristä kiinteällä siemenluvulla. Omat taulukot korvaavat ne ilman muutoksia ohjelmaan.
capacity-inputs-real = Mitään taulukkoa ei ole simuloitu.
capacity-inputs-heading = Taulukot
capacity-table-applicants = Hakijat
capacity-table-places = Paikat ja valitut
capacity-table-flows = Mistä mihin
capacity-table-need = Työmarkkinoiden tarve
capacity-table-travel = Matka-ajat
capacity-table-price = Hinnat
capacity-table-cohorts = Oppilaat luokittain
capacity-table-eligibility = Hakukelpoisuus
capacity-table-home-municipality = Oppilaiden kotikunta
capacity-assumptions = Oletukset
capacity-assumptions-remark = Oletuksia voi muuttaa suunnitelman tiedostossa.
capacity-assumed-planned-year = Suunniteltu syksy
capacity-assumed-counted-year = Uusin laskettu vuosi
capacity-assumed-need-weight = Työelämän tarpeen paino
capacity-assumed-need-step = Näin paljon tarve yksin voi muuttaa paikkoja
capacity-assumed-travel-limit = Pisin koulumatka yhteen suuntaan
capacity-assumed-smallest-group = Pienin aloittava ryhmä, osuus täydestä
capacity-assumed-shrinkage = Ensisijaisia hakutoiveita, jotka painavat yhtä paljon kuin yhteinen malli
capacity-assumed-sharing = Jos paikkoja puuttuu
capacity-sharing-even = Jokaiselta kunnalta puuttuu sama osuus ohjelman toivotuista paikoista, niin pitkälti kuin matkat sallivat
capacity-sharing-near = Pisimmän matkan päässä asuvat jäävät ilman ensin
capacity-assumed-unmet-cost = Puuttuva paikka lasketaan hintaan
capacity-assumed-minute-cost = Minuutti päivittäistä matkaa lasketaan vuodessa hintaan
capacity-assumed-equity-cost = Minuutti pisintä keskimääräistä matkaa lasketaan hintaan
capacity-assumed-scenarios = Skenaarioita
capacity-assumed-preparatory = Hakukelpoisia jatko-opintoihin valmistaviin ohjelmiin, niistä jotka ovat hakukelpoisia ammatillisiin
capacity-assumed-preparatory-source = Mistä se on

## Paikan osuus
capacity-line-simulated = { $title } (simuloitu esimerkki)
capacity-line = { $title }: { $then } nuoren odotetaan päättävän täällä yhdeksännen luokan vuonna { $year }. Ilman paikkaa: { $free } nykyisillä paikoilla, { $planned } suunnitelmalla.
capacity-line-all = { $title }: { $then } nuoren odotetaan päättävän täällä yhdeksännen luokan vuonna { $year }. Suunnitelmalla kaikki hakukelpoiset saavat paikan kohtuullisen matkan päästä.
capacity-part-heading = Suunnitelma: { $title }
capacity-part-remark = Nuorten määrät on laskettu ja ennustettu.
capacity-fact-now = Yhdeksännen luokan päättäneitä, { $year }
capacity-fact-then = Odotetaan päättävän yhdeksännen luokan, { $year }
capacity-value-range = { $value } (80 prosentin vaihteluväli { $range })
capacity-plans-heading = Mitä se merkitsee täällä asuville
capacity-plans-remark = Ilman paikkaa laskee hakukelpoiset. Minuutit ovat kaikkien matkustavien keskiarvo.
capacity-ways-remark = Luettelossa ovat kunnat, joihin menee { $few } oppilasta tai enemmän, nyt tai suunnitelmalla.
capacity-doubt-uneven = Suunnitelma ei kohtele kaikkia samoin. Suurin osuus jää ilman täällä: { $place }, ilman paikkaa { $without }, nuoria { $then }.
capacity-doubt-uneven-shared = Kussakin ohjelmassa puuttuvat paikat jaetaan niin tasan kuin koulumatkat sallivat. Silti suurin osuus jää ilman täällä: { $place }, ilman paikkaa { $without }, nuoria { $then }.
capacity-ways-heading = Missä täkäläiset nuoret käyvät toisen asteen koulua
capacity-few = alle { $few }
capacity-no-school = Taulukoissa ei ole kunnassa toisen asteen paikkoja.
capacity-own-schools = Toisen asteen paikat kunnassa
capacity-homes-heading = Kunnat, suunnitelmalla

## Sarakkeiden otsikot
capacity-column-place = Kunta
capacity-column-home = Kotikunta
capacity-column-school-place = Koulun kunta
capacity-column-programme = Ohjelma
capacity-column-counted = Laskettu
capacity-column-expected = Odotettu
capacity-column-interval = 80 prosentin vaihteluväli
capacity-column-change = Muutos
capacity-column-class = Mitä se merkitsee
capacity-column-wanted = Toivotaan
capacity-column-places = Paikkoja nyt
capacity-column-planned = Paikkoja suunnitelmassa
capacity-column-groups = Ryhmiä nyt
capacity-column-planned-groups = Ryhmiä suunnitelmassa
capacity-column-step = Mikä muuttuu
capacity-column-pressure = Ensisijaisia toiveita paikkaa kohti
capacity-column-empty = Tyhjiä paikkoja
capacity-column-without = Ilman paikkaa
capacity-column-need = Työmarkkinoiden tarve
capacity-column-weight = Paino { $weight }
capacity-column-sign = Kaikilla painoilla
capacity-column-pupils = Oppilaita
capacity-column-minutes = Minuutteja yhteen suuntaan
capacity-column-minutes-now = Minuutteja yhteen suuntaan nyt
capacity-column-within-45 = Enintään 45 minuutissa
capacity-column-within-60 = Enintään 60 minuutissa
capacity-column-reason = Syy
capacity-column-placed = Nuoria, jotka saavat paikan
capacity-column-saved = Säästetyt minuutit päivässä, kaikki oppilaat
capacity-column-cost-year = Kustannus vuodessa
capacity-column-worth = Arvo
capacity-column-worth-range = 80 prosentin vaihteluväli
capacity-column-need-weight = Tarpeen paino
capacity-column-amount = Kustannus vuodessa
capacity-column-price = Paikan hinta
capacity-column-amount-now = Kustannus nyt
capacity-column-amount-planned = Kustannus suunnitelmalla
capacity-column-measure = Mikä
capacity-column-plan = Paikat
capacity-column-median = Keskimmäinen skenaario
capacity-column-ten-ninety = 80 prosentin vaihteluväli
capacity-column-worst = Pahin
capacity-column-scenarios = Skenaarioita
capacity-column-assumption = Toinen oletus
capacity-column-table = Taulukko
capacity-column-rows = Rivejä
capacity-column-simulated-rows = Niistä simuloituja
capacity-column-source = Lähde
capacity-column-then = Odotettuja nuoria
capacity-column-without-free = Ilman paikkaa nykyisillä paikoilla
capacity-column-without-planned = Ilman paikkaa suunnitelmalla
