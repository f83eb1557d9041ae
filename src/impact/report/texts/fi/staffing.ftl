# Tarvittava henkilöstö: kuinka monta, kuinka moni jää, mikä kattaa vajeen.
staffing-heading = Henkilöstö: kuinka monta tarvitaan
staffing-none = Lasten määrästä ei ole tässä ennustetta, joten henkilöstön tarvetta ei lasketa.
staffing-lead = Tarvittavat työpaikat saadaan jakamalla ennusteen lapsimäärä sillä, montako lasta on kokoaikaista työpaikkaa kohden. Täytetyt työpaikat ovat ne, jotka jäävät, kun ketään ei palkata. Erotus on täytettävät työpaikat.
staffing-lead-range = Vaihteluväleihin mahtuu 8 satunnaista kulkua 10:stä. Ne koskevat lasten määrää ja sitä, kuka sattuu lähtemään, eivät sitä, ovatko suhdeluvut oikein.
staffing-lead-assumed = Oletettu: henkilöstön määrästä ei käytetä tässä avoimia lukuja. Alla olevat suhdeluvut ja osuudet ovat oletuksia, kunnes kunnan omat luvut annetaan.
staffing-drawn = Tarvittavat työpaikat ja täytettyinä pysyvät työpaikat
staffing-axis = Kokoaikaisia työpaikkoja
staffing-axis-assumed = Kokoaikaisia työpaikkoja, oletetuilla suhdeluvuilla
staffing-finding = Ennuste koskee tarvittavia työpaikkoja. Toinen viiva näyttää työpaikat, jotka pysyvät täytettyinä, kun ketään ei palkata.
staffing-line-filled = Täytetyt työpaikat, kun ketään ei palkata
staffing-past = Menneet vuodet ovat työpaikkoja, joita silloiset lapset tarvitsisivat samalla suhdeluvulla. Ne eivät ole henkilöstön laskentaa.
staffing-caption = Tarvittavat ja täytetyt työpaikat
staffing-column-role = Tehtävä
staffing-column-year = Vuosi
staffing-column-need = Tarvittavat työpaikat
staffing-column-need-range = Vaihteluväli (80 %), tarve
staffing-column-filled = Täytetyt, kun ketään ei palkata
staffing-column-gap = Täytettävät työpaikat
staffing-column-gap-range = Vaihteluväli (80 %), täytettävät
staffing-column-status = Perusta
staffing-status-assumed = oletettu
staffing-status-counted = laskettu
staffing-gap-remark = Negatiivinen luku tarkoittaa, että työpaikkoja on täytetty enemmän kuin tarvitaan.
staffing-closing-caption = Mikä kattaa vajeen
staffing-column-hires = Palkattavia vuodessa
staffing-column-hires-range = Vaihteluväli (80 %), palkattavat
staffing-column-ratio = Lapsia työpaikkaa kohden nyt
staffing-column-balance = Lapsia työpaikkaa kohden, kun ketään ei palkata
staffing-column-qualified = Kelpoisia nyt
staffing-column-then = Kelpoisia viimeisenä vuonna, jos kaikki palkatut ovat
staffing-column-stock = Henkilöstö nyt
staffing-stock-assumed = oletettu: yhtä paljon kuin nykyinen tarve
staffing-stock-counted = laskettu kunnan omassa tiedostossa
staffing-closing-remark = Palkattavia vuodessa: joka vuosi yhtä monta, jotta vuoden { $year } tarve täyttyy.
staffing-qualified-year = Kelpoisten osuus nyt on julkaistu luku vuodelta { $year } tai aiemmalta, ellei kunnan oma tiedosto anna sitä.
staffing-basis-assumed = { $role } (oletettu): { $ratio } lasta työpaikkaa kohden; vuodessa { $retiring } henkilöstöstä jää eläkkeelle ja { $leaving } muista lähtee. Lähde: { $source }.
staffing-basis-counted = { $role } (laskettu): { $ratio } lasta työpaikkaa kohden; vuodessa { $retiring } henkilöstöstä jää eläkkeelle ja { $leaving } muista lähtee. Lähde: { $source }.
staffing-scaled = { $role }: lasten määrää ei ole laskettu vaan arvioitu: ikäluokka kertaa { $scale }.
staffing-places-caption = Palkattavia vuodessa kunnittain
staffing-places-remark = { $places_n ->
    [one] Yhdellä kunnalla on ennuste.
   *[other] Ennuste on { $places } kunnalla. Ne ovat aakkosjärjestyksessä.
 }
staffing-line-past = Työpaikat, jotka silloiset lapset tarvitsisivat
