## Groups of people
group-language-fi = Suomi
group-language-sv = Ruotsi
group-language-nb = Norja (bokmål)
group-language-nn = Norja (nynorsk)
group-language-se = Pohjoissaame
group-language-other = Muu kieli
group-residence-urban = Asuu kaupungissa
group-residence-town = Asuu taajamassa
group-residence-rural = Asuu maaseudulla
group-distance = { $which } km
group-distance-open = { $which } km tai enemmän

## Equal starting points
question-equal-sex = Naiset ja miehet, tytöt ja pojat
question-equal-age = Ikäryhmät
question-equal-language = Ensikieli
question-equal-residence = Kaupunki, taajama ja maaseutu
question-equal-distance = Matka kouluun tai kirjastoon
question-equal-background = Tausta: ulkomailla syntyneet, vanhempien koulutus
question-equal-disability = Vammaisuus
equal-none = Mikään raportin luku ei vastaa tähän.
equal-caption = Mihin yhdenvertaisten lähtökohtien kysymyksiin luvut vastaavat
equal-intro = Kaikilla tulee olla yhdenvertaiset lähtökohdat ja yhtäläinen pääsy palveluihin. Taulukko kertoo, mitkä erot raportti näkee ja mitä se ei näe.
equal-remark = Kysymys, josta ei ole lukuja, on avoin; siihen ei ole vastattu kieltävästi. Kunta voi lisätä omia lukujaan ryhmittäin.
equal-groups-caption = Ryhmät, kukin verrattuna kaikkiin muihin kunnassa
equal-groups-remark = Ryhmä testataan, kun henkilöiden määrä tunnetaan sekä siitä että kaikista; testit muodostavat yhden perheen.
column-divided-by = Jaottelu
column-indicators-with-figures = Tunnusluvut, joista on tietoja
column-clear-differences = Selvät erot
column-others = Kaikki muut
column-difference = Ero
