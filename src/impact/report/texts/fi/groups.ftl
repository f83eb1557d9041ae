## Ihmisryhmät
group-language-fi = Äidinkieli suomi
group-language-sv = Äidinkieli ruotsi
group-language-nb = Äidinkieli norja (bokmål)
group-language-nn = Äidinkieli norja (nynorsk)
group-language-se = Äidinkieli pohjoissaame
group-language-other = Muu äidinkieli
group-residence-urban = Asuu kaupungissa
group-residence-town = Asuu taajamassa
group-residence-rural = Asuu maaseudulla
group-distance = Matka { $which } km
group-distance-open = Matka { $which } km tai enemmän

## Yhdenvertaiset lähtökohdat
question-equal-sex = Naiset ja miehet, tytöt ja pojat
question-equal-age = Ikäryhmät
question-equal-language = Äidinkieli
question-equal-residence = Kaupunki, taajama ja maaseutu
question-equal-distance = Matka kouluun tai kirjastoon
question-equal-background = Tausta: syntynyt ulkomailla, vanhempien koulutus
question-equal-disability = Vammaisuus
equal-none = Mikään raportin luku ei vastaa tähän.
equal-caption = Mihin yhdenvertaisia lähtökohtia koskeviin kysymyksiin luvut vastaavat
equal-intro = Kaikilla on oltava yhdenvertaiset lähtökohdat ja yhtäläinen pääsy palveluihin. Taulukko kertoo, mitkä erot raportti voi näyttää ja mitkä ei.
equal-remark = Kysymys, josta ei ole lukuja, on avoin; siihen ei ole vastattu kieltävästi. Kunta voi lisätä omia lukujaan ryhmittäin.
equal-groups-caption = Ryhmät, kukin verrattuna kaikkiin muihin kunnassa
equal-groups-remark = Ryhmä testataan, kun henkilöiden määrä tunnetaan sekä siitä että kaikista. Testit arvioidaan yhdessä, mikä vaatii enemmän kuin kukin väli erikseen.
column-divided-by = Jaottelu
column-indicators-with-figures = Indikaattorit, joista on lukuja
column-clear-differences = Selvät erot
column-others = Kaikki muut
column-difference = Ero
