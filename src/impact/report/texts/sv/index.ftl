## Ett sammansatt index: en rad, kapitlet, och pengar som följer poängen
section-index = Indexet
index-indicator = { $indicator }
index-line = Index { $name }: { $score } av 100 ({ $range }); av { $scored } kommuner är { $above_n ->
    [0] knappt någon
   *[other] omkring { $above }
 } tydligt starkare och { $below_n ->
    [0] knappt någon
   *[other] omkring { $below }
 } tydligt svagare.
index-line-parts = Index { $name }: delarna hänger inte ihop tillräckligt för ett enda tal; de visas var för sig längre fram.
index-line-missing = Index { $name }: för få av uppgifterna finns för ett tal.
index-heading = { $name }, { $year }
index-named = { $name }, { $year }. { $text }
index-what = { $text }
index-score = { $place }: { $score } av 100. Med hänsyn till osäkra uppgifter, andra vikter och andra sätt att räkna ligger talet i intervallet { $range }.
index-apart = Av { $scored } kommuner är { $above_n ->
    [0] knappt någon
   *[other] omkring { $above }
 } tydligt starkare och { $below_n ->
    [0] knappt någon
   *[other] omkring { $below }
 } tydligt svagare. De övriga går inte att skilja från den här kommunen, och därför anges ingen placering.
index-ends = Svagaste delen: { $low } ({ $low_score }). Starkaste delen: { $high } ({ $high_score }).
index-older = { $share } av vikten vilar på uppgifter som är äldre än de nyaste som andra har.
index-available = Det finns uppgifter för { $share } av vikten; resten är utelämnad.
index-no-score = { $place }: för få av uppgifterna finns för ett tal.
index-remark-interval = Nio av tio provräkningar ligger i intervallet. Två kommuner går att skilja åt när den ena är före i minst 95 av 100.
index-standing = Indexets ställning: { $origin }. { $source }
index-unconfirmed = Inte bekräftat: { $what }.
index-gap-heading = Jämfört med liknande kommuner
index-no-peers = Det finns inga jämförbara kommuner med ett index att jämföra med.
index-gap-above = { $place }: { $gap } mot medelvärdet av { $peers } jämförbara kommuner ({ $range }). Indexet är tydligt högre.
index-gap-below = { $place }: { $gap } mot medelvärdet av { $peers } jämförbara kommuner ({ $range }). Indexet är tydligt lägre.
index-gap-unclear = { $place }: { $gap } mot medelvärdet av { $peers } jämförbara kommuner ({ $range }). Det är ingen tydlig skillnad.
index-gap-axis = Poäng som varje del bidrar med till skillnaden
index-gap-remark = Delarna är tillsammans skillnaden. En enskild del har inget intervall här: vad som är tydligt står under styrkor och svagheter.
index-whole = Tillsammans
head-index-part = Del
head-index-score = Poäng, av 100
head-index-adds = Bidrag till skillnaden
head-index-interval = Intervall
legend-index-adds = Vad en del bidrar med
legend-index-whole = Alla delar tillsammans, med intervall
index-items-caption = { $name }: indikatorerna bakom poängen
index-items-remark = Poäng: 0 till 100, mer är alltid bättre, också där en låg uppgift är bra.
index-items-base = Poängens gränser är hämtade från kommunerna { $year } och ligger fast, så poängen rör sig bara när uppgifterna gör det.
index-column-indicator = Indikator
index-column-value = Uppgift
index-column-year = År
index-column-points = Poäng
index-column-others = Jämförbara kommuner, poäng
index-column-adds = Bidrag till skillnaden
index-column-part = Indikator
index-column-change = Ändring i poäng
index-column-data = Uppgifter som rört sig
index-column-missing = Uppgifter som kommit eller fallit bort
index-column-rebasing = Gränser som flyttats
index-column-specification = Indexet har ändrats
index-column-sum = Tillsammans
index-column-place = Kommun
index-column-score = Poäng
index-column-interval = Intervall
index-column-trend = Sedan året före
index-column-of = { $name }
index-column-now = Poäng nu
index-column-step = Ett steg, poäng
index-column-more = Bidrag till indexet, poäng
index-column-money = Ger per år
index-column-each = Per invånare
index-change-heading = Sedan året före
index-change-unknown = Det ena av de två åren saknar index, så någon förändring kan inte anges.
index-change-none = Ingen uppgift i indexet har rört poängen.
index-change-up = { $place }: { $change } ({ $range }). Det är mer än uppgifternas osäkerhet förklarar: en tydlig uppgång.
index-change-down = { $place }: { $change } ({ $range }). Det är mer än uppgifternas osäkerhet förklarar: en tydlig nedgång.
index-change-unclear = { $place }: { $change } ({ $range }). Uppgifternas osäkerhet räcker för att förklara det: ingen tydlig förändring.
index-change-caption = Vad som rört poängen
index-change-remark = Varje indikator jämförs med sin egen uppgift ett år tidigare; utan nyare uppgift ligger den still. Raderna är tillsammans förändringen, och det som inte rört något är utelämnat.
index-strengths-heading = Styrkor och svagheter som är stora och tydliga
index-strength = { $indicator }: { $score }, jämförbara kommuner { $others }. En styrka.
index-weakness = { $indicator }: { $score }, jämförbara kommuner { $others }. En svaghet.
index-strengths-none = Ingen indikator ligger både långt från jämförbara kommuner och tydligt så.
index-strengths-remark = Stor: minst hälften av det vanliga avståndet mellan kommuner. Tydlig: mer än osäkerheten förklarar, med hänsyn till hur många indikatorer som granskas.
index-trust-heading = Hur långt poängen går att lita på
index-coherent = Indikatorerna hänger ihop tillräckligt för ett enda tal: Cronbachs alfa är { $alpha }, och minst { $least } krävs.
index-ways = Räknat på de andra sätt som vore lika försvarliga ligger indexet mellan { $low } och { $high }.
index-ways-same = Räknat på de andra sätt som vore lika försvarliga blir indexet detsamma: { $score }.
index-driver = Det som gör indexet mest osäkert: { $factor }.
index-factor-sampling = uppgifterna själva, som varierar av slumpen
index-factor-normalisation = hur uppgifterna görs till poäng
index-factor-weights = vikterna
index-factor-aggregation = hur poängen läggs ihop
index-caution-loose = { $part }: indikatorerna i den delen hänger knappt ihop; läs dem var för sig.
index-caution-redundant = Säger nästan samma sak och räknas därför dubbelt: { $first } och { $second }.
index-caution-below = { $indicator }: lutar åt ett annat håll än resten av sin del.
index-no-number = Något enda tal anges inte, för det skulle dölja mer än det visar. Indikatorerna står nedan, var för sig.
index-reason-low-alpha = Indikatorerna hänger ihop för löst: Cronbachs alfa är { $alpha }, och minst { $least } krävs.
index-reason-against-node = { $indicator }: går tydligt åt ett annat håll än resten av sin del.
index-reason-parts-against = En del går tydligt åt ett annat håll än de andra tillsammans.
index-reason-population = Indexet skulle nästan bara säga hur stor en kommun är.
index-reason-few-places = För få kommuner har uppgifterna för att pröva om delarna hänger ihop.
index-reason-no-alpha = Om indikatorerna hänger ihop gick inte att beräkna.
index-region-order = Kommunerna står i bokstavsordning. Se på intervallen: där de överlappar varandra mycket vet ingen vilken av två kommuner som ligger före.
index-region-caption = { $name }, { $year }: poäng efter kommun
index-funding-heading = { $name }: ett steg till
index-funding-example = Kommuner och poäng är påhittade, för att visa hur det går till.
index-funding-unconfirmed = Obekräftat: det som följer gäller med vikterna och formeln i den här filen, och en del av dem är antaganden.
index-funding-no-score = { $place }: för få svar för ett index.
index-funding-score = { $place }: { $score } av 100.
index-funding-class = Klass: { $name }.
index-funding-money = Med de angivna vikterna skulle det bli omkring { $money } { $year }, eller { $each } per invånare.
index-funding-caption = { $place }: vad ett steg till i varje indikator skulle ge
index-funding-remark = Summan är lika stor: det en kommun vinner förlorar alla andra tillsammans. Tar alla steget vinner knappt någon.
