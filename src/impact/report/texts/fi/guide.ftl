### Opastussivu: mitä lukua luetaan milloinkin.

guide-title = Mitä lukua luetaan milloinkin?
guide-kicker = Opas vaikutusten ennakkoarviointiin
guide-lead = Päätöstä edeltävässä arvioinnissa on monenlaisia lukuja. Jokainen vastaa yhteen kysymykseen ja jättää toiset avoimiksi. Aloita omasta kysymyksestäsi ja lue luku, joka vastaa siihen.
guide-contents = Aloita omasta kysymyksestäsi
guide-answers = Mihin se vastaa
guide-when = Milloin se luetaan
guide-not = Mitä se ei kerro

## Luvut
guide-chapter-risk = Kuinka paljon mikin muuttuu?
guide-chapter-life = Mitä se on elinvuosina ja hyvinvointina?
guide-chapter-money = Onko se hintansa arvoinen?
guide-chapter-certainty = Kuinka varmaa se on?
guide-chapter-judgement = Mitä arviot tarkoittavat?

## Kuinka paljon mikin muuttuu?
guide-risk-ratio-name = Riskisuhde
guide-risk-ratio-question = Kuinka paljon yleisempää tai harvinaisempaa se on?
guide-risk-ratio-answers = Kuinka moninkertaisesti jotakin esiintyy yhdessä ryhmässä toiseen verrattuna. 1 tarkoittaa, ettei eroa ole, 0,82 on 18 prosenttia harvinaisempaa ja 1,5 puolitoistakertaista.
guide-risk-ratio-when = Kun vertaat ryhmiä tai siirrät tutkimuksen vaikutuksen omaan kuntaasi.
guide-risk-ratio-not = Kuinka montaa ihmistä se koskee. Harvinaisen asian kaksinkertainen riski on yhä harvinainen. Kysy myös tapausten määrää.

guide-odds-ratio-name = Ristitulosuhde
guide-odds-ratio-question = Tutkimus ilmoittaa ristitulosuhteen. Mitä se tarkoittaa?
guide-odds-ratio-answers = Samaan kysymykseen kuin riskisuhde, monien tutkimusten laskutavalla. Siinä verrataan niitä, joilla jotakin on, niihin, joilla ei ole: 20 sadasta on 20 suhteessa 80:een.
guide-odds-ratio-when = Kun tutkimus ei ilmoita muuta. Näissä raporteissa se muutetaan osuuden muutokseksi kunnan omasta tasosta lähtien.
guide-odds-ratio-not = Se ei ole riskisuhde. Kun asia on yleinen, ristitulosuhde näyttää suuremmalta kuin ero, jonka ihmiset kohtaavat. Ristitulosuhde 0,5 voi tarkoittaa kolmanneksen vähennystä, ei puolikasta.

guide-standardised-difference-name = Standardoitu ero
guide-standardised-difference-question = Tutkimus ilmoittaa vaikutuksen ilman yksikköä. Mikä se on?
guide-standardised-difference-answers = Kuinka kaukana kaksi ryhmää on toisistaan, mitattuna ihmisten tavallisella hajonnalla. Arvoa 0,2 sanotaan usein pieneksi, mutta pieni muutos monelle voi olla paljon.
guide-standardised-difference-when = Kun tutkimukset ovat mitanneet samaa asiaa eri kokeilla tai kyselyillä.
guide-standardised-difference-not = Kuinka moni oppilas siirtyy rajan yli. Se riippuu kunnan lähtötasosta ja lasketaan erikseen.

guide-attributable-fraction-name = Syyosuus
guide-attributable-fraction-question = Kuinka suuri osa ongelmasta johtuu tästä?
guide-attributable-fraction-answers = Se osuus kaikista tapauksista, jota ei olisi, jos kukaan ei altistuisi syylle. Jos 40 prosenttia altistuu ja altistuminen kaksinkertaistaa riskin, osuus on 29 prosenttia.
guide-attributable-fraction-when = Kun haluat tietää, kuinka suuren osan ongelmasta jokin syy selittää.
guide-attributable-fraction-not = Mihin toimenpide yltää: tuskin mikään toimenpide poistaa syytä kokonaan. Tarvitaan syy, ei vain kaksi asiaa, jotka esiintyvät yhdessä. Usean syyn osuudet voivat olla yhteensä enemmän kuin kokonaisuus.

guide-potential-impact-fraction-name = Vaikutettavissa oleva osuus (PIF)
guide-potential-impact-fraction-question = Kuinka suuren osan ongelmasta vaihtoehto poistaisi?
guide-potential-impact-fraction-answers = Se osuus tapauksista, joka häviää, kun altistuminen muuttuu niin paljon kuin vaihtoehdon oletetaan sitä muuttavan, eikä enempää.
guide-potential-impact-fraction-when = Kun valitset vaihtoehdoista. Tämä luku luetaan päätöstä varten.
guide-potential-impact-fraction-not = Että altistuminen todella muuttuu. Luku perustuu liitteessä oleviin osuuksiin ennen ja jälkeen.

guide-cases-name = Vältetyt tai lisääntyvät tapaukset
guide-cases-question = Kuinka montaa ihmistä se koskee?
guide-cases-answers = Kuinka monta ihmistä vähemmän tai enemmän ongelma koskisi vuosittain nollavaihtoehtoon verrattuna.
guide-cases-when = Aina, jokaisen suhteen ja osuuden rinnalla. Juuri tätä päätös muuttaa.
guide-cases-not = Keitä he ovat: heitä ei voi osoittaa yksitellen. Alueen summa voi myös peittää sen, että yksi kunta häviää.

## Mitä se on elämänä ja hyvinvointina?
guide-deaths-name = Kuolemat ja elinvuodet
guide-deaths-question = Muuttaako se sitä, kuinka kauan ihmiset elävät?
guide-deaths-answers = Kuinka moni kuolema lykkääntyy ja montako elinvuotta siitä saadaan. Jokainen kuolee kerran, joten vuodet kertovat enemmän kuin kuolemat.
guide-deaths-when = Kun toimenpide vaikuttaa terveyteen monen vuoden ajan. Katso, kuinka pitkälle laskelma ulottuu.
guide-deaths-not = Millaista elämä vuosien aikana on. Lapsilla suurin osa elinvuosista on kaukana edessä ja perustuu tämän päivän lukuihin.

guide-daly-name = DALY: menetetyt terveet elinvuodet
guide-daly-question = Kuinka raskas sairauksien taakka on?
guide-daly-answers = Ennenaikaisen kuoleman viemät vuodet ja sairaana eletyt vuodet, painotettuina sairauden vaikeudella. Vähemmän on parempi.
guide-daly-when = Kun kuolemaan johtavia sairauksia verrataan elämää haittaaviin.
guide-daly-not = Miten ihmiset itse näkevät elämänsä. Painot ovat keskiarvoja paneelien ja kyselyjen vastauksista.

guide-qaly-name = QALY: laatupainotetut elinvuodet
guide-qaly-question = Kuinka paljon tervettä elämää saadaan?
guide-qaly-answers = Saadut vuodet, kukin painotettuna laadullaan nollasta yhteen. Enemmän on parempi. Kaksi vuotta, joiden laatu on puolikas, on yksi.
guide-qaly-when = Kun terveyteen kohdistuvia toimenpiteitä verrataan niiden kustannuksiin.
guide-qaly-not = Mitään terveyden ulkopuolelta: oppimista, ystäviä, turvallisuutta. Se ei ole DALYn peilikuva, joten näitä kahta ei lasketa yhteen.

guide-wellby-name = WELLBY: yksi piste elämäntyytyväisyyttä vuoden ajan
guide-wellby-question = Kuinka paljon tyytyväisempiä ihmiset ovat elämäänsä?
guide-wellby-answers = Yksi piste lisää asteikolla 0–10, yhdelle henkilölle yhden vuoden aikana. Puoli pistettä sadalle henkilölle kahden vuoden ajan on 100.
guide-wellby-when = Kun vaihtoehto koskee muutakin kuin terveyttä, kuten useimmat koulun ja vapaa-ajan toimenpiteet.
guide-wellby-not = Mitä se on rahassa. Virallista pohjoismaista hintaa ei löytynyt, joten raportti näyttää hinnan vain, kun analyytikko ilmoittaa sen. Asteikko on aikuisille ja vanhemmille oppilaille.

## Onko se hintansa arvoinen?
guide-present-value-name = Nykyarvo
guide-present-value-question = Miten tämän hetken kustannuksia verrataan myöhempiin hyötyihin?
guide-present-value-answers = Minkä arvoinen vuosittaisten summien sarja on tänään, kun myöhemmät vuodet painavat vähemmän.
guide-present-value-when = Kun kustannukset tulevat varhain ja hyödyt myöhään, kuten useimmissa lasten hyväksi tehtävissä toimenpiteissä.
guide-present-value-not = Että tulevaisuudella olisi vähän merkitystä: laskentakorko on valinta. Suurempi korko pienentää myöhäisiä hyötyjä, joten katso, mitä korkoa on käytetty.

guide-net-benefit-name = Nettohyöty
guide-net-benefit-question = Saadaanko enemmän kuin maksetaan?
guide-net-benefit-answers = Hyödyt miinus kustannukset tämän päivän rahassa, nollavaihtoehtoon verrattuna. Nollan yläpuolella saadaan enemmän kuin maksetaan.
guide-net-benefit-when = Kun valitset toisensa poissulkevista vaihtoehdoista.
guide-net-benefit-not = Kuka hyötyy ja kuka maksaa, eikä sitä, millä ei ole hintaa. Lue ryhmien taulukko sen rinnalla.

guide-benefit-cost-ratio-name = Hyöty-kustannussuhde
guide-benefit-cost-ratio-question = Mitä jokainen euro tai kruunu tuottaa takaisin?
guide-benefit-cost-ratio-answers = Hyödyt jaettuna kustannuksilla. 1,4 tarkoittaa, että jokaista käytettyä euroa kohti saadaan 1,40 euroa.
guide-benefit-cost-ratio-when = Kun rahaa on vähän ja monta ehdotusta pannaan järjestykseen.
guide-benefit-cost-ratio-not = Kuinka suuri hyöty on: pienellä ehdotuksella voi olla suuri suhde. Suhde muuttuu myös sen mukaan, lasketaanko säästö hyödyksi vai pienemmäksi kustannukseksi.

guide-cost-per-unit-name = Yksikkökustannus
guide-cost-per-unit-question = Mitä yksi oppilas, tapaus tai piste maksaa?
guide-cost-per-unit-answers = Lisäkustannus jaettuna lisävaikutuksella: mitä yksi vältetty tapaus tai yksi WELLBY maksaa nollavaihtoehtoon verrattuna.
guide-cost-per-unit-when = Kun vaikutuksella ei ole hintaa tai kun sitä ei pidä hinnoitella.
guide-cost-per-unit-not = Onko se sen arvoista: sen ratkaiset sinä. Kun vaihtoehto on sekä kalliimpi että huonompi, raportti kertoo sen sanoin eikä anna lukua.

guide-switching-value-name = Kynnyshinta
guide-switching-value-question = Minkä arvoinen sen on oltava, jotta vastaus kääntyy?
guide-switching-value-answers = Yksikön hinta, jolla hyödyt ja kustannukset ovat yhtä suuret. Jos yksikkö on mielestäsi arvokkaampi, vaihtoehto kannattaa.
guide-switching-value-when = Kun kukaan ei tiedä hintaa. Sinun tarvitsee vain sanoa, onko se suurempi vai pienempi.
guide-switching-value-not = Mikä hinta on oikea. Lisäksi se ottaa vaikutuksen annettuna, joten lue myös väli.

guide-probability-name = Todennäköisyys
guide-probability-question = Kuinka todennäköisesti vaihtoehto kannattaa?
guide-probability-answers = Kuinka suuressa osassa laskelmia hyödyt olivat kustannuksia suuremmat, kun kaikki epävarmuus on mukana. Käyrä näyttää sen jokaiselle hinnalle.
guide-probability-when = Kun väliin mahtuu sekä hyöty että tappio.
guide-probability-not = Kuinka paljon on pelissä: todennäköinen pieni hyöty voi olla vastakkain epätodennäköisen suuren tappion kanssa. Mitä laskelmaan ei ole otettu, sitä ei ole todennäköisyydessäkään.

## Kuinka varmaa se on?
guide-interval-name = Väli
guide-interval-question = Kuinka suuri se voi todellisuudessa olla?
guide-interval-answers = Alue, johon mahtuu 95 prosenttia laskelmista, kun jokainen luku vaihtelee niin paljon kuin lähteet sallivat.
guide-interval-when = Aina, ennen keskimmäistä lukua. Jos väliin mahtuu nolla, suunta ei ole varma.
guide-interval-not = Mitä tutkimukset eivät nähneet tai pätevätkö ne täällä. Kuntien välejä ei voi laskea yhteen. Summalla on omansa, ja se on yhteenlaskettuja kapeampi, kun kunnat vaihtelevat toisistaan riippumatta.

guide-drivers-name = Epävarmuuden lähteet
guide-drivers-question = Mikä tekee vastauksesta epävarman?
guide-drivers-answers = Kuinka suuri osa epävarmuudesta tulee kustakin laskelman luvusta.
guide-drivers-when = Kun haluat tietää, mitä kannattaa selvittää ennen päätöstä tai seurata sen jälkeen.
guide-drivers-not = Että luku, jonka osuus on pieni, olisi oikein. Se voi olla kaikilla samalla tavalla väärin.

guide-value-of-information-name = Lisätiedon arvo
guide-value-of-information-question = Pitäisikö odottaa ja selvittää lisää?
guide-value-of-information-answers = Kuinka paljon enintään kannattaisi maksaa siitä, että epävarmat luvut tunnettaisiin ennen päätöstä. Tätä kalliimpi selvitys ei kannata.
guide-value-of-information-when = Kun päätös voisi kallistua kumpaankin suuntaan.
guide-value-of-information-not = Että selvitys löytäisi vastauksen. Se on yläraja, ja se vaatii vaikutukselle hinnan.

guide-scenario-name = Skenaario
guide-scenario-question = Miksi luku on merkitty skenaarioksi?
guide-scenario-answers = Mitä seuraisi, jos oletus pitäisi paikkansa. Luvulta puuttuu väli, koeteltu vaikutus tai molemmat.
guide-scenario-when = Kun katsotaan, mitä oletus tarkoittaisi, ei kun odotetaan sen toteutuvan.
guide-scenario-not = Että niin käy. Se, että kaksi asiaa esiintyy yhdessä, ei kerro, että toinen muuttuisi, jos toinen muuttuu.

## Mitä arviot tarkoittavat?
guide-significance-name = Merkittävyys
guide-significance-question = Mitkä vaikutukset painavat eniten?
guide-significance-answers = Kuinka paljon vaikutus painaa: kuinka suuri muutos on ja kuinka herkkiä ovat ne, joihin se kohdistuu. Se on perusteltu arvio, ei mittaus.
guide-significance-when = Kun luet vaihtoehtojen ja ryhmien taulukkoa. Katso ensin, mikä huononee haavoittuvassa asemassa olevilla.
guide-significance-not = Kuinka todennäköinen se on; se kerrotaan erikseen. Sanat eivät ole lukuja, joten niiden summa voi peittää vakavan haitan usean pienen hyödyn taakse.

guide-verdicts-name = Arvio ennusteesta
guide-verdicts-question = Oliko arviointi oikeassa?
guide-verdicts-answers = Miten seuraavan vuoden luku vastaa ennustetta: odotettu, parempi, huonompi tai ei voi sanoa.
guide-verdicts-when = Vuosiraportissa kohdassa, jossa kysytään, olemmeko oikealla tiellä.
guide-verdicts-not = Että toimenpide oli syy: muukin muuttuu. Jos luku sopii sekä toimenpiteen kanssa että ilman sitä, arvio on, ettei voi sanoa.
