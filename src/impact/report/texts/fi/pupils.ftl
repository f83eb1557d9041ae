# Tulevien vuosien oppilaat ja aiempien ennusteiden virheet.

pupil-heading = Oppilaat tulevina vuosina
pupil-children = Lapset ja nuoret tulevina vuosina
pupil-none = Oppilaista ei ole ennustetta: lukuja ei ole luokka-asteittain eikä ikävuosittain.
pupil-fans = Oppilaat luokka-asteittain, lasketut ja ennuste
pupil-fans-children = Lapset iän mukaan, lasketut ja ennuste
pupil-axis = oppilaiden lukumäärä
pupil-axis-children = lasten lukumäärä

## Ryhmät
pupil-group-grades-0-3 = Esiluokka ja luokat 1–3
pupil-group-grades-4-6 = Luokat 4–6
pupil-group-grades-7-9 = Luokat 7–9
pupil-group-grades-0-9 = Esiluokka ja luokat 1–9
pupil-group-grade-9 = 9. luokka
pupil-group-ages-1-5 = 1–5-vuotiaat
pupil-group-grades-1-4 = 6–9-vuotiaat (luokat 1–4)
pupil-group-grades-5-7 = 10–12-vuotiaat (luokat 5–7)
pupil-group-grades-8-10 = 13–15-vuotiaat (luokat 8–10)
pupil-group-grades-1-10 = 6–15-vuotiaat (luokat 1–10)
pupil-group-grade-10 = 15-vuotiaat (10. luokka)
pupil-group-ages-16-18 = 16–18-vuotiaat

## Mitä on odotettavissa
pupil-outlook-more = { $group }: määrän odotetaan kasvavan. { $now } vuonna { $year }; ennuste vuodelle { $target }: { $then } (vaihteluväli { $range }).
pupil-outlook-fewer = { $group }: määrän odotetaan pienenevän. { $now } vuonna { $year }; ennuste vuodelle { $target }: { $then } (vaihteluväli { $range }).
pupil-outlook-unclear = { $group }: on epäselvää, kasvaako vai pieneneekö määrä. { $now } vuonna { $year }; ennuste vuodelle { $target }: { $then } (vaihteluväli { $range }).
pupil-record = { $group }: aiemmat ennusteet tälle paikkakunnalle, { $years_n ->
    [one] vuoden
   *[other] { $years } vuoden
 } päähän, poikkesivat toteumasta keskimäärin { $own }. Silloinen luku sellaisenaan olisi poikennut { $same } (kokeiltuja ennusteita: { $forecasts }).

## Kuvan viivat
pupil-line-no-migration = Jos kukaan ei muuta
pupil-line-last-three = Jos muutetaan kuten kolmena viime vuonna

## Hyvä tietää
pupil-counted-school = Laskettu koulun sijainnin mukaan, ei oppilaan kodin mukaan, syksyyn { $year } asti. Kunnalliset ja yksityiset koulut.
pupil-counted-home = Laskettu lasten asuinkunnan mukaan 1. tammikuuta, vuoteen { $year } asti.
pupil-method = Jokainen ikäluokka siirtyy vuodessa vuoden ylemmäs. Tulijoiden ja lähtijöiden määrä on kaikkien vuosien mediaani; jos ikäluokassa on { $constant }, se otetaan huomioon puoliksi, pienemmissä vähemmän.
pupil-beginners = Ne, jotka eivät ole vielä aloittaneet koulua, on oletettu: yhtä monta kuin täällä aloitti kolmena viime vuonna, maan uusimpaan määrään sovitettuna.
pupil-beginners-children = Vielä syntymättömät lapset on oletettu: yhtä monta kuin täällä syntyi kolmena viime vuonna, maan uusimpaan määrään sovitettuna.
pupil-coverage = Vaihteluvälin on tarkoitus sisältää 80 % toteumista. { $group }, kaikki kunnat: aiemmat vaihteluvälit sisälsivät { $short } vuoden päähän ja { $long } pisimmissä tässä esitetyissä ennusteissa (vuosia eteenpäin: { $years }).
pupil-coverage-region = Vaihteluvälin on tarkoitus sisältää 80 % toteumista. { $group }, maakuntien summat: aiemmat vaihteluvälit sisälsivät { $short } vuoden päähän ja { $long } pisimmissä tässä esitetyissä ennusteissa (vuosia eteenpäin: { $years }).
pupil-cut = Vuosia, joihin asti aiemmat vaihteluvälit sisälsivät alle { $fewest } toteumista, ei esitetä.
pupil-extended = Pisimmät vaihteluvälit on levennetty lyhyempien ennusteiden väleistä: niin pitkiä ennusteita on vielä liian vähän verrattavaksi toteumaan.
pupil-worst = Vaihteluvälit eivät pidä joka vuosi: kunnille vuonna { $year } tehdyt sisälsivät vain { $held } toteumista vuoden päähän. Syynä voi olla, että moni muuttaa yhtä aikaa.

## Taulukot
pupil-scenarios-caption = Uusin laskettu määrä ja ennuste, enintään viiden vuoden päähän
pupil-scenarios-remark = Vaihteluväli kuuluu ennusteeseen; kaksi viimeistä saraketta näyttävät, mitä toisenlainen muuttoliike merkitsisi.
pupil-record-caption = { $group }: aiempien ennusteiden virheet tällä paikkakunnalla, rinnalla muuttumattoman luvun virheet
pupil-places-caption = { $group }: laskettu { $now } ja ennuste vuodelle { $then }, kunnittain
pupil-counties-caption = { $group }: laskettu { $now } ja ennuste vuodelle { $then }, maakunnittain
column-pupil-central = Ennuste
column-pupil-range = Vaihteluväli (80 %)
column-pupil-no-migration = Jos kukaan ei muuta
column-pupil-last-three = Muutto kuten kolmena viime vuonna
column-pupil-horizon = Vuosia eteenpäin
column-pupil-own-error = Ennusteen virhe
column-pupil-same-error = Muuttumattoman luvun virhe
column-pupil-forecasts = Kokeiltuja ennusteita
column-pupil-now = Laskettu
column-pupil-error-three = Aiempi virhe kolmen vuoden päähän
column-pupil-group = Ryhmä
column-pupil-counted = Laskettu { $year }
column-pupil-then = Ennustevuosi
