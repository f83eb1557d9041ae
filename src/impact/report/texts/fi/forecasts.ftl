# Indikaattorien ennusteet ja niiden mitatut virheet.

## Drawing
head-fan-what = Mikä
head-fan-counted = Laskettu
head-fan-central = Ennuste
head-fan-range = Vaihteluväli (80 %)
legend-fan-counted = Lasketut luvut
legend-fan-central = Ennuste
legend-fan-range = Väli, johon 8 tulosta 10:stä on tarkoitus mahtua
fan-alt = Luvut sellaisina kuin ne laskettiin, sitten ennuste ja sen vaihteluväli.

## Kunnan ennusteet
forecast-heading = Indikaattorit: mitä voi olla tulossa
forecast-historical = Luvut päättyvät vuoteen { $year } tai aiemmin, joten ennustetut vuodet ovat jo ohi. Ennusteet näyttävät, miten ennuste tehdään, eivät sitä, mitä on tulossa.
forecast-lead = Ennusteet jatkavat viime vuosien tasoa ja osaa suuntauksesta. Ne eivät tiedä, miksi luvut muuttuvat, eivätkä mihin uudet päätökset johtavat.
forecast-lead-range = Vaihteluväli perustuu siihen, kuinka väärässä tällaiset ennusteet ovat olleet kaikissa kunnissa, joilla on lukuja. Siihen on tarkoitus mahtua 8 tulosta 10:stä.
forecast-drawn = Tähänastiset luvut ja ennuste
forecast-axis = Jokaisessa ruudussa on oma yksikkö ja asteikko
forecast-finding = { $drawn_n ->
    [one] Piirretty on yksi indikaattori.
   *[other] Piirretty on { $drawn } indikaattoria.
 } { $clear_n ->
    [0] Yhdelläkään koko vaihteluväli ei ole uusimman luvun ylä- tai alapuolella.
    [one] Yhdellä niistä koko vaihteluväli on uusimman luvun ylä- tai alapuolella.
   *[other] Niistä { $clear } on sellaisia, joilla koko vaihteluväli on uusimman luvun ylä- tai alapuolella.
 }
forecast-naive = Uusin luku muuttumattomana
forecast-naive-better = { $beaten_n ->
    [one] Yhdessä piirretyistä indikaattoreista uusin luku muuttumattomana on osunut lähemmäs kuin ennuste yhden, kahden tai kolmen vuoden päähän. Sillä on oma viivansa.
   *[other] Piirretyistä indikaattoreista { $beaten } on sellaisia, joissa uusin luku muuttumattomana on osunut lähemmäs kuin ennuste yhden, kahden tai kolmen vuoden päähän. Niillä on oma viivansa.
 }
forecast-caption = Ennusteet enintään kolmen vuoden päähän
forecast-column-indicator = Indikaattori
forecast-column-newest-year = Uusin vuosi
forecast-column-newest = Uusin luku
forecast-column-year = Ennuste vuodelle
forecast-column-forecast = Ennuste
forecast-column-range = Vaihteluväli (80 %)
forecast-column-direction = Missä väli on
forecast-column-reason = Miksi
forecast-no-range = ei vaihteluväliä
forecast-direction-up = uusimman luvun yläpuolella
forecast-direction-down = uusimman luvun alapuolella
forecast-direction-unclear = uusimman luvun molemmin puolin
forecast-direction-unknown = ei tiedossa
forecast-extended = Jos näin pitkältä ajalta tunnetaan vain vähän tuloksia, väli on levennetty lyhyemmän ajan ennusteiden välistä.

## Kuinka väärässä ne ovat olleet
forecast-backtest-caption = Kuinka väärässä tällaiset ennusteet ovat olleet kaikissa kunnissa, joilla on lukuja
forecast-column-ahead = Eteenpäin
forecast-column-error = Ennusteen virhe keskimäärin
forecast-column-error-naive = Virhe keskimäärin, kun uusin luku pysyy muuttumattomana
forecast-column-held = Tuloksia välin sisällä
forecast-column-cases = Kokeiltuja tuloksia
forecast-years = { $years_n ->
    [one] { $years } vuosi
   *[other] { $years } vuotta
 }
forecast-backtest-remark = Jokainen ennuste tehtiin aiempaan vuoteen päättyvistä luvuista ja sitä verrattiin siihen, mitä tuli. Missä jälkimmäinen virhe on pienempi, ennuste on ollut uusinta lukua huonompi.
forecast-narrow = Missä alle 70 % tuloksista oli välin sisällä, väli on ollut liian kapea.
forecast-untested = Tällaisia ennusteita ei voi vielä kokeilla: tunnettuja vuosia on liian vähän.
forecast-without-caption = Indikaattorit, joille ei ole ennustetta
forecast-reason-too-few = lukuja on liian harvalta vuodelta
forecast-reason-break = sarja on katkennut, ja vuosia sen jälkeen on liian vähän
forecast-reason-old = uusin luku on liian vanha

## Kunnat yhdessä
forecast-region-caption = Ennusteet kolmen vuoden päähän kunnittain
forecast-region-remark = Mediaanit koskevat laskettuja kuntia. Järjestystä ei tarkoiteta.
forecast-column-newest-median = Uusin luku, mediaani
forecast-column-forecast-median = Ennuste, mediaani
forecast-column-places = Kuntia
forecast-column-up = Väli uusimman luvun yläpuolella
forecast-column-down = Väli uusimman luvun alapuolella
forecast-column-unclear = Väli uusimman luvun molemmin puolin
forecast-cell-year = { $number } ({ $year })
forecast-errors-remark = Virheet ovat aiempien, yhtä pitkälle tehtyjen ennusteiden keskimääräisiä virheitä kaikissa kunnissa, joilla on lukuja. Missä jälkimmäinen virhe on pienempi, ennuste on ollut uusinta lukua huonompi.
forecast-held-few = { $indicator }: vain { $held } aiemmista tuloksista oli tällaisen välin sisällä, joten väli on ollut liian kapea.
