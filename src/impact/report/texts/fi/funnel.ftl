## Suppilo: luvut henkilömäärän mukaan
funnel-heading = { $indicator }, { $year }: kuinka paljon sattuma voi selittää?
funnel-own-within = { $place }: { $value }, noin { $people } henkilöä. Tämä mahtuu siihen, mitä pelkkä sattuma tuottaa.
funnel-own-outside-chance = { $place }: { $value }, noin { $people } henkilöä. Pelkkä sattuma tuottaa tällaista harvoin, mutta samankokoiset kunnat eroavat usein yhtä paljon.
funnel-own-outside-usual = { $place }: { $value }, noin { $people } henkilöä. Tämä on kauempana keskeltä kuin sattuma ja kuntien tavalliset erot tuottavat.
funnel-region = Kuntia { $points }: sattuman rajoissa { $within }, sen ulkopuolella mutta tavallista { $beyond }, molempien ulkopuolella { $unusual }.
funnel-remark-size = Mitä vähemmän henkilöitä, sitä enemmän luku vaihtelee sattumalta: harmaa vyö on leveä vasemmalla.
funnel-remark-dispersion = Maan kuntien välinen vaihtelu on { $dispersion } kertaa se, mitä pelkkä sattuma tuottaisi; katkoviivat ottavat tämän huomioon.
funnel-remark-chance = Maan kuntien välinen vaihtelu ei ole suurempaa kuin pelkkä sattuma tuottaisi.
funnel-remark-same = Vyö perustuu samaan epävarmuuteen kuin raportin luottamusvälit.
funnel-axis = Henkilöitä luvun takana
funnel-position-within = Sattuman rajoissa
funnel-position-outside-chance = Sattuman ulkopuolella, kuntien kesken tavallista
funnel-position-outside-usual = Tavallisen ulkopuolella
head-people = Henkilöitä luvun takana
head-position = Sijainti
alt-funnel = { $heading } { $finding } Kuntia { $points }: sattuman rajoissa { $within }, sen ulkopuolella { $beyond }, tavallisen ulkopuolella { $unusual }.
legend-funnel-reference = { $reference ->
    [published] Koko maa
    [mixed] Maa: mediaanikunta tai julkaistu luku
   *[median] Maan mediaanikunta
  }
legend-funnel-chance = Mitä pelkkä sattuma tuottaa 95 kertaa sadasta
legend-funnel-usual = Sattuma ja kuntien tavalliset erot, 95 kertaa sadasta
legend-funnel-point = Kunta: ontto sattuman rajoissa, sininen sen ulkopuolella, tumma tavallisen ulkopuolella
legend-funnel-own = Tämä kunta
