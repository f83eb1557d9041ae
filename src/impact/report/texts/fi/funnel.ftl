## Suppilokuvio: luvut henkilömäärän mukaan
funnel-heading = { $indicator }, { $year }: kuinka paljon sattuma voi selittää?
funnel-own-within = { $place }: { $value }, noin { $people } henkilöä. Tämä mahtuu siihen, mitä pelkkä sattuma voi tuottaa.
funnel-own-outside-chance = { $place }: { $value }, noin { $people } henkilöä. Pelkkä sattuma tuottaa tällaista harvoin, mutta samankokoisissa kunnissa se ei ole harvinaista.
funnel-own-outside-usual = { $place }: { $value }, noin { $people } henkilöä. Tämä on kauempana maan luvusta kuin sattuma ja kuntien tavalliset erot selittävät.
funnel-region = Alueen kuntia { $points }: sattuman rajoissa { $within }, niiden ulkopuolella mutta tavallisissa rajoissa { $beyond }, molempien ulkopuolella { $unusual }.
funnel-remark-size = Mitä vähemmän henkilöitä, sitä enemmän luku vaihtelee sattumalta: harmaa alue on levein vasemmalla.
funnel-remark-dispersion = Maan kuntien välinen vaihtelu on { $dispersion }-kertainen siihen nähden, mitä pelkkä sattuma tuottaisi; katkoviivat ottavat tämän huomioon.
funnel-remark-chance = Maan kuntien välinen vaihtelu ei ole suurempaa kuin pelkkä sattuma tuottaisi.
funnel-remark-same = Harmaa alue perustuu samaan epävarmuuteen kuin raportin 95 prosentin välit.
funnel-axis = Henkilöitä luvun takana
funnel-position-within = Sattuman rajoissa
funnel-position-outside-chance = Yli sattuman rajojen, mutta tavallista
funnel-position-outside-usual = Yli tavallisten rajojen
head-people = Henkilöitä luvun takana, noin
head-position = Sattumaan verrattuna
alt-funnel = { $heading } { $finding } Alueen kuntia { $points }: sattuman rajoissa { $within }, niiden ulkopuolella mutta tavallisissa rajoissa { $beyond }, tavallisten rajojen ulkopuolella { $unusual }. { $line }: { $reference }.
alt-funnel-region = { $heading } { $finding } { $line }: { $reference }.
legend-funnel-reference = { $reference ->
    [published] Koko maa
    [mixed] Maa: mediaanikunta tai julkaistu luku
   *[median] Maan mediaanikunta
  }
legend-funnel-chance = Mitä pelkkä sattuma tuottaa 95 kertaa sadasta
legend-funnel-usual = Sattuma ja kuntien tavalliset erot, 95 kertaa sadasta
legend-funnel-point = Alueen kunta: avoin ympyrä sattuman rajoissa, sininen piste niiden ulkopuolella, tumma vinoneliö tavallisten rajojen ulkopuolella
legend-funnel-own = Tämä kunta
