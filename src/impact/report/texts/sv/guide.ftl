### Vägledningssidan: vilket mått man läser när.

guide-title = Vilket mått läser man när?
guide-kicker = Vägledning till konsekvensbedömningar
guide-lead = En bedömning före ett beslut innehåller flera slags tal. Varje tal svarar på en fråga och lämnar andra öppna. Börja med din fråga och läs det tal som svarar på den.
guide-contents = Börja med din fråga
guide-answers = Vad det svarar på
guide-when = När man läser det
guide-not = Vad det inte säger

## Kapitel
guide-chapter-risk = Hur mycket förändras?
guide-chapter-life = Vad blir det i liv och välbefinnande?
guide-chapter-money = Är det värt vad det kostar?
guide-chapter-certainty = Hur säkert är det?
guide-chapter-judgement = Vad betyder bedömningarna?

## Hur mycket förändras?
guide-risk-ratio-name = Riskkvot
guide-risk-ratio-question = Hur mycket vanligare eller ovanligare är det?
guide-risk-ratio-answers = Hur många gånger så vanligt något är i en grupp som i en annan. 1 är ingen skillnad, 0,82 är 18 procent ovanligare och 1,5 är hälften vanligare.
guide-risk-ratio-when = När du jämför grupper, eller för över en studies effekt till den egna kommunen.
guide-risk-ratio-not = Hur många människor det gäller. En fördubblad risk för något ovanligt är fortfarande ovanlig. Fråga också efter antalet fall.

guide-odds-ratio-name = Oddskvot
guide-odds-ratio-question = Studien anger odds. Vad betyder det?
guide-odds-ratio-answers = Samma fråga som riskkvoten, på det sätt många studier räknar. Odds är de som har något mot dem som inte har det: 20 av 100 är odds 20 mot 80.
guide-odds-ratio-when = När studien inte anger något annat. Rapporterna här gör om den till en ändrad andel, utifrån kommunens egen nivå.
guide-odds-ratio-not = Den är ingen riskkvot. När något är vanligt ser oddskvoten större ut än den skillnad människor möter. Oddskvoten 0,5 kan vara en tredjedel färre, inte hälften.

guide-standardised-difference-name = Standardiserad skillnad
guide-standardised-difference-question = Studien anger en effekt utan enhet. Vad är det?
guide-standardised-difference-answers = Hur långt från varandra två grupper ligger, räknat i den vanliga spridningen mellan människor. 0,2 kallas ofta litet, men litet för många kan vara mycket.
guide-standardised-difference-when = När studier har mätt samma sak med olika prov eller enkäter.
guide-standardised-difference-not = Hur många elever som flyttas över en gräns. Det beror på var kommunen börjar och räknas för sig.

guide-attributable-fraction-name = Tillskrivbar andel
guide-attributable-fraction-question = Hur mycket av problemet kommer av detta?
guide-attributable-fraction-answers = Den andel av alla fall som inte skulle finnas om ingen utsattes för orsaken. Om 40 procent är utsatta och det fördubblar deras risk är den 29 procent.
guide-attributable-fraction-when = När du vill veta hur stor del av ett problem en orsak står för.
guide-attributable-fraction-not = Vad en åtgärd kan nå: knappast någon åtgärd tar bort en orsak helt. Det krävs en orsak, inte bara att två saker förekommer tillsammans. Andelar för flera orsaker kan bli mer än helheten.

guide-potential-impact-fraction-name = Påverkbar andel (PIF)
guide-potential-impact-fraction-question = Hur mycket av problemet skulle alternativet ta bort?
guide-potential-impact-fraction-answers = Den andel av fallen som försvinner när exponeringen för orsaken ändras så mycket som alternativet antas ändra den, och inte mer.
guide-potential-impact-fraction-when = När du väljer mellan alternativ. Det är talet att läsa inför ett beslut.
guide-potential-impact-fraction-not = Att exponeringen verkligen ändras. Talet vilar på de andelar före och efter som står i bilagan.

guide-cases-name = Undvikna eller tillkommande fall
guide-cases-question = Hur många människor gäller det?
guide-cases-answers = Hur många färre eller fler människor per år som skulle ha problemet, jämfört med nollalternativet.
guide-cases-when = Alltid, bredvid varje kvot och andel. Det är detta ett beslut ändrar.
guide-cases-not = Vilka de är: ingen kan peka ut dem. En summa för en hel region kan också dölja att en kommun förlorar.

## Vad blir det i liv och välbefinnande?
guide-deaths-name = Dödsfall och levnadsår
guide-deaths-question = Ändrar det hur länge människor lever?
guide-deaths-answers = Hur många dödsfall som skjuts upp och hur många levnadsår det ger. Alla dör en gång, så åren säger mer än dödsfallen.
guide-deaths-when = När en åtgärd verkar på hälsan under många år. Se efter hur långt fram beräkningen går.
guide-deaths-not = Hur åren levs. För barn ligger det mesta långt fram och vilar på dagens tal.

guide-daly-name = DALY: förlorade friska levnadsår
guide-daly-question = Hur tung är bördan av ohälsa?
guide-daly-answers = År som går förlorade genom tidig död och år med ohälsa, vägda efter hur svår den är. Färre är bättre.
guide-daly-when = När sjukdomar som dödar jämförs med sjukdomar som besvärar.
guide-daly-not = Hur människor själva ser på sina liv. Vikterna är genomsnitt av svar i paneler och enkäter.

guide-qaly-name = QALY: levnadsår med full hälsa
guide-qaly-question = Hur mycket friskt liv vinner man?
guide-qaly-answers = Vunna år, vart och ett vägt efter sin kvalitet från 0 till 1. Fler är bättre. Två år med halv hälsa blir ett.
guide-qaly-when = När hälsoåtgärder jämförs med vad de kostar.
guide-qaly-not = Något utanför hälsan: lärande, vänner, trygghet. Det är inte spegelbilden av en DALY, så de två läggs aldrig ihop.

guide-wellby-name = WELLBY: en poäng livstillfredsställelse under ett år
guide-wellby-question = Hur mycket nöjdare blir människor med sina liv?
guide-wellby-answers = En poäng mer på en skala från 0 till 10, för en person under ett år. En halv poäng för 100 personer under två år blir 100.
guide-wellby-when = När ett alternativ rör mer än hälsa, som de flesta insatser i skola och fritid.
guide-wellby-not = Vad det är värt i pengar. Något officiellt nordiskt pris har inte hittats, så rapporten visar ett bara när analytikern anger det. Skalan är för vuxna och äldre elever.

## Är det värt vad det kostar?
guide-present-value-name = Nuvärde
guide-present-value-question = Hur jämför man kostnader nu med nytta senare?
guide-present-value-answers = Vad en rad årliga belopp är värd i dag, när senare år räknas mindre.
guide-present-value-when = När kostnaderna kommer tidigt och nyttan sent, som i det mesta som görs för barn.
guide-present-value-not = Att framtiden betyder lite: kalkylräntan är ett val. En högre ränta gör sen nytta mindre, så se efter vilken ränta som använts.

guide-net-benefit-name = Nettonytta
guide-net-benefit-question = Vinner man mer än man betalar?
guide-net-benefit-answers = Nytta minus kostnad, i dagens pengar, jämfört med nollalternativet. Över noll vinner man mer än man betalar.
guide-net-benefit-when = När du väljer mellan alternativ som utesluter varandra.
guide-net-benefit-not = Vem som vinner och vem som betalar, och det som saknar pris. Läs tabellen över grupper bredvid.

guide-benefit-cost-ratio-name = Nyttokostnadskvot
guide-benefit-cost-ratio-question = Vad ger varje krona eller euro tillbaka?
guide-benefit-cost-ratio-answers = Nytta delad med kostnad. 1,4 betyder 1,40 tillbaka för varje satsad 1.
guide-benefit-cost-ratio-when = När pengarna är knappa och många förslag ska rangordnas.
guide-benefit-cost-ratio-not = Hur stor vinsten är: ett litet förslag kan ha en hög kvot. Kvoten ändras också av om en besparing räknas som nytta eller som lägre kostnad.

guide-cost-per-unit-name = Kostnad per enhet
guide-cost-per-unit-question = Vad kostar en elev, ett fall eller en poäng?
guide-cost-per-unit-answers = Den ökade kostnaden delad med den ökade effekten: vad ett undviket fall eller en WELLBY kostar, jämfört med nollalternativet.
guide-cost-per-unit-when = När effekten inte har något pris, eller inte bör ha det.
guide-cost-per-unit-not = Om det är värt det: det avgör du. När ett alternativ är både dyrare och sämre säger rapporten det i ord och ger inget tal.

guide-switching-value-name = Brytpris
guide-switching-value-question = Vad måste det vara värt för att svaret ska vända?
guide-switching-value-answers = Det pris på en enhet där nytta och kostnad är lika stora. Tycker du att enheten är värd mer lönar sig alternativet.
guide-switching-value-when = När ingen vet priset. Du behöver bara säga om det är högre eller lägre.
guide-switching-value-not = Vilket pris som är rätt. Det tar också effekten för given, så läs intervallet.

guide-probability-name = Sannolikhet
guide-probability-question = Hur troligt är det att alternativet lönar sig?
guide-probability-answers = I hur stor andel av beräkningarna, med all osäkerhet inräknad, nyttan var större än kostnaden. Kurvan visar det för varje pris.
guide-probability-when = När intervallet rymmer både vinst och förlust.
guide-probability-not = Hur mycket som står på spel: en sannolik liten vinst kan stå mot en osannolik stor förlust. Det som inte räknats med finns inte i sannolikheten.

## Hur säkert är det?
guide-interval-name = Intervall
guide-interval-question = Hur stort kan det egentligen vara?
guide-interval-answers = Det spann som rymmer 95 procent av beräkningarna, när varje tal i dem varierar så mycket som källorna medger.
guide-interval-when = Alltid, före talet i mitten. Om spannet rymmer noll är riktningen inte säker.
guide-interval-not = Det studierna inte såg, eller om de gäller här. Kommunernas intervall kan inte läggas ihop. Summan har sitt eget, och det är smalare än de hoplagda när kommunerna varierar var för sig.

guide-drivers-name = Vad som driver osäkerheten
guide-drivers-question = Vad gör svaret osäkert?
guide-drivers-answers = Hur stor del av osäkerheten som kommer från varje tal i beräkningen.
guide-drivers-when = När du vill veta vad som bör tas reda på före beslutet, eller följas efteråt.
guide-drivers-not = Att ett tal med liten andel är rätt. Det kan vara fel för alla på samma sätt.

guide-value-of-information-name = Värdet av att veta mer
guide-value-of-information-question = Bör vi vänta och ta reda på mer?
guide-value-of-information-answers = Hur mycket det högst vore värt att känna till de osäkra talen före beslutet. En utredning som kostar mer lönar sig inte.
guide-value-of-information-when = När beslutet kunde gå åt båda hållen.
guide-value-of-information-not = Att en utredning skulle hitta svaret. Det är en övre gräns, och den kräver ett pris på effekten.

guide-scenario-name = Scenario
guide-scenario-question = Varför är ett tal märkt som scenario?
guide-scenario-answers = Vad som skulle följa om ett antagande vore sant. Talet saknar intervall, prövad effekt eller båda.
guide-scenario-when = För att se vad ett antagande skulle betyda, inte för att räkna med det.
guide-scenario-not = Att det kommer att hända. Att två saker förekommer tillsammans säger inte att den ena skulle ändras om den andra gjorde det.

## Vad betyder bedömningarna?
guide-significance-name = Betydelse
guide-significance-question = Vilka konsekvenser väger tyngst?
guide-significance-answers = Hur tungt en konsekvens väger: hur stor förändringen är och hur känsliga de är som berörs. Det är en bedömning med skäl, ingen mätning.
guide-significance-when = När du läser tabellen över alternativ och grupper. Se först på det som blir sämre för utsatta grupper.
guide-significance-not = Hur troligt det är; det står för sig. Ord är inte tal, så en summa av dem kan dölja en allvarlig skada bakom flera små vinster.

guide-verdicts-name = Bedömning av en förutsägelse
guide-verdicts-question = Hade bedömningen rätt?
guide-verdicts-answers = Hur nästa års utfall står sig mot det som förutsågs: som väntat, bättre, sämre eller går inte att bedöma.
guide-verdicts-when = I den årliga rapporten, under frågan om vi är på rätt väg.
guide-verdicts-not = Att åtgärden var orsaken: annat ändras också. Passar utfallet både med och utan åtgärden blir svaret att det inte går att bedöma.
