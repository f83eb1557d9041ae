### Veiledningssiden: hvilket mål man leser når.

guide-title = Hvilket mål leser man når?
guide-kicker = Veiledning til konsekvensvurderinger
guide-lead = En vurdering før et vedtak har flere slags tall. Hvert tall svarer på ett spørsmål og lar andre stå åpne. Begynn med spørsmålet ditt, og les tallet som svarer på det.
guide-contents = Begynn med spørsmålet ditt
guide-answers = Hva det svarer på
guide-when = Når man leser det
guide-not = Hva det ikke sier

## Kapitler
guide-chapter-risk = Hvor mye endrer seg?
guide-chapter-life = Hva blir det i liv og trivsel?
guide-chapter-money = Er det verdt det det koster?
guide-chapter-certainty = Hvor sikkert er det?
guide-chapter-judgement = Hva betyr vurderingene?

## Hvor mye endrer det?
guide-risk-ratio-name = Risikoratio
guide-risk-ratio-question = Hvor mye vanligere eller sjeldnere er det?
guide-risk-ratio-answers = Hvor mange ganger så vanlig noe er i en gruppe som i en annen. 1 er ingen forskjell, 0,82 er 18 prosent sjeldnere og 1,5 er halvannen gang så vanlig.
guide-risk-ratio-when = Når du sammenligner grupper, eller overfører effekten i en studie til egen kommune.
guide-risk-ratio-not = Hvor mange mennesker det gjelder. En doblet risiko for noe sjeldent er fortsatt sjelden. Spør også etter antall tilfeller.

guide-odds-ratio-name = Oddsratio
guide-odds-ratio-question = Studien oppgir odds. Hva betyr det?
guide-odds-ratio-answers = Det samme spørsmålet som risikoratioen, slik mange studier regner. Odds er de som har noe mot dem som ikke har det: 20 av 100 er odds 20 mot 80.
guide-odds-ratio-when = Når studien ikke oppgir noe annet. Rapportene her gjør den om til en endret andel, ut fra kommunens eget nivå.
guide-odds-ratio-not = Den er ingen risikoratio. Når noe er vanlig, ser oddsratioen større ut enn forskjellen folk møter. En oddsratio på 0,5 kan være en tredel færre, ikke halvparten.

guide-standardised-difference-name = Standardisert forskjell
guide-standardised-difference-question = Studien oppgir en effekt uten enhet. Hva er det?
guide-standardised-difference-answers = Hvor langt fra hverandre to grupper er, regnet i den vanlige spredningen mellom folk. 0,2 kalles ofte lite, men lite for mange kan være mye.
guide-standardised-difference-when = Når studier har målt det samme med ulike prøver eller skjemaer.
guide-standardised-difference-not = Hvor mange elever som flyttes over en grense. Det avhenger av hvor kommunen starter, og regnes for seg.

guide-attributable-fraction-name = Tilskrivbar andel
guide-attributable-fraction-question = Hvor mye av problemet kommer av dette?
guide-attributable-fraction-answers = Andelen av alle tilfeller som ikke ville finnes hvis ingen var utsatt for årsaken. Er 40 prosent utsatt og det dobler risikoen deres, er den 29 prosent.
guide-attributable-fraction-when = Når du vil vite hvor stor del av et problem en årsak står for.
guide-attributable-fraction-not = Hva et tiltak kan nå: knapt noe tiltak fjerner en årsak helt. Det må være en årsak, ikke bare to ting som finnes sammen. Andeler for flere årsaker kan bli mer enn helheten.

guide-potential-impact-fraction-name = Påvirkbar andel (PIF)
guide-potential-impact-fraction-question = Hvor mye av problemet ville alternativet fjerne?
guide-potential-impact-fraction-answers = Andelen av tilfellene som blir borte når eksponeringen for årsaken endres så mye som alternativet antas å endre den, og ikke mer.
guide-potential-impact-fraction-when = Når du velger mellom alternativer. Det er tallet å lese før et vedtak.
guide-potential-impact-fraction-not = At eksponeringen virkelig endres. Tallet hviler på andelene før og etter som står i vedlegget.

guide-cases-name = Unngåtte eller nye tilfeller
guide-cases-question = Hvor mange mennesker gjelder det?
guide-cases-answers = Hvor mange færre eller flere mennesker i året som ville ha problemet, sammenlignet med nullalternativet.
guide-cases-when = Alltid, ved siden av hver ratio og andel. Det er dette et vedtak endrer.
guide-cases-not = Hvem de er: ingen kan peke dem ut. En sum for en hel region kan også skjule at én kommune taper.

## Hva blir det i liv og trivsel?
guide-deaths-name = Dødsfall og leveår
guide-deaths-question = Endrer det hvor lenge folk lever?
guide-deaths-answers = Hvor mange dødsfall som utsettes, og hvor mange leveår det gir. Alle dør én gang, så årene sier mer enn dødsfallene.
guide-deaths-when = Når et tiltak virker på helsen i mange år. Se etter hvor langt fram beregningen går.
guide-deaths-not = Hvordan årene leves. For barn ligger det meste langt fram og hviler på dagens tall.

guide-daly-name = DALY: tapte friske leveår
guide-daly-question = Hvor tung er byrden av dårlig helse?
guide-daly-answers = År tapt ved tidlig død og år med dårlig helse, veid etter hvor alvorlig den er. Færre er bedre.
guide-daly-when = Når sykdommer som tar liv, sammenlignes med sykdommer som plager.
guide-daly-not = Hvordan folk selv ser på livet sitt. Vektene er gjennomsnitt av svar i paneler og spørreundersøkelser.

guide-qaly-name = QALY: leveår med full helse
guide-qaly-question = Hvor mye friskt liv vinner man?
guide-qaly-answers = Vunne år, hvert veid etter kvaliteten fra 0 til 1. Flere er bedre. To år med halv helse blir ett.
guide-qaly-when = Når helsetiltak sammenlignes med det de koster.
guide-qaly-not = Noe utenfor helse: læring, venner, trygghet. Det er ikke speilbildet av en DALY, så de to legges aldri sammen.

guide-wellby-name = WELLBY: ett poeng tilfredshet med livet i ett år
guide-wellby-question = Hvor mye mer fornøyd blir folk med livet?
guide-wellby-answers = Ett poeng mer på en skala fra 0 til 10, for én person i ett år. Et halvt poeng for 100 personer i to år blir 100.
guide-wellby-when = Når et alternativ gjelder mer enn helse, som de fleste tiltak i skole og fritid.
guide-wellby-not = Hva det er verdt i penger. Noen offisiell nordisk pris er ikke funnet, så rapporten viser en bare når analytikeren oppgir den. Skalaen er for voksne og eldre elever.

## Er det verdt det det koster?
guide-present-value-name = Nåverdi
guide-present-value-question = Hvordan måles kostnader nå mot nytte senere?
guide-present-value-answers = Hva en rekke årlige beløp er verdt i dag, når senere år teller mindre.
guide-present-value-when = Når kostnadene kommer tidlig og nytten sent, som i det meste som gjøres for barn.
guide-present-value-not = At framtiden betyr lite: kalkulasjonsrenten er et valg. En høyere rente gjør sen nytte mindre, så se etter hvilken rente som er brukt.

guide-net-benefit-name = Netto nytte
guide-net-benefit-question = Vinner man mer enn man betaler?
guide-net-benefit-answers = Nytte minus kostnad, i dagens penger, sammenlignet med nullalternativet. Over null vinner man mer enn man betaler.
guide-net-benefit-when = Når du velger mellom alternativer som utelukker hverandre.
guide-net-benefit-not = Hvem som vinner og hvem som betaler, og det som ikke har noen pris. Les tabellen over grupper ved siden av.

guide-benefit-cost-ratio-name = Nytte-kostnadsbrøk
guide-benefit-cost-ratio-question = Hva gir hver krone eller euro tilbake?
guide-benefit-cost-ratio-answers = Nytte delt på kostnad. 1,4 betyr 1,40 tilbake for hver 1 som brukes.
guide-benefit-cost-ratio-when = Når det er lite penger og mange forslag skal rangeres.
guide-benefit-cost-ratio-not = Hvor stor gevinsten er: et lite forslag kan ha en høy brøk. Brøken endres også av om en besparelse regnes som nytte eller som lavere kostnad.

guide-cost-per-unit-name = Kostnad per enhet
guide-cost-per-unit-question = Hva koster én elev, ett tilfelle eller ett poeng?
guide-cost-per-unit-answers = Den økte kostnaden delt på den økte effekten: hva ett unngått tilfelle eller én WELLBY koster, sammenlignet med nullalternativet.
guide-cost-per-unit-when = Når effekten ikke har noen pris, eller ikke bør ha det.
guide-cost-per-unit-not = Om det er verdt det: det avgjør du. Når et alternativ er både dyrere og dårligere, sier rapporten det i ord og gir ikke noe tall.

guide-switching-value-name = Vippepris
guide-switching-value-question = Hva må det være verdt for at svaret skal snu?
guide-switching-value-answers = Prisen på en enhet der nytte og kostnad er like store. Mener du at enheten er verdt mer, lønner alternativet seg.
guide-switching-value-when = Når ingen vet prisen. Du trenger bare si om den er høyere eller lavere.
guide-switching-value-not = Hvilken pris som er riktig. Den tar også effekten for gitt, så les intervallet.

guide-probability-name = Sannsynlighet
guide-probability-question = Hvor trolig er det at alternativet lønner seg?
guide-probability-answers = I hvor stor andel av beregningene, med all usikkerhet tatt med, nytten var større enn kostnaden. Kurven viser det for hver pris.
guide-probability-when = Når intervallet rommer både gevinst og tap.
guide-probability-not = Hvor mye som står på spill: en sannsynlig, liten gevinst kan stå mot et lite sannsynlig, stort tap. Det som ikke er regnet med, er ikke i sannsynligheten.

## Hvor sikkert er det?
guide-interval-name = Intervall
guide-interval-question = Hvor stort kan det egentlig være?
guide-interval-answers = Spennet som rommer 95 prosent av beregningene, når hvert tall i dem varierer så mye som kildene tillater.
guide-interval-when = Alltid, før tallet i midten. Rommer spennet null, er retningen ikke sikker.
guide-interval-not = Det studiene ikke så, eller om de gjelder her. Kommunenes intervaller kan ikke legges sammen. Summen har sitt eget, og det er smalere enn de sammenlagte når kommunene varierer hver for seg.

guide-drivers-name = Hva som driver usikkerheten
guide-drivers-question = Hva gjør svaret usikkert?
guide-drivers-answers = Hvor stor del av usikkerheten som kommer fra hvert tall i beregningen.
guide-drivers-when = Når du vil vite hva som bør undersøkes før vedtaket, eller følges etterpå.
guide-drivers-not = At et tall med liten andel er riktig. Det kan være feil for alle på samme måte.

guide-value-of-information-name = Verdien av å vite mer
guide-value-of-information-question = Bør vi vente og finne ut mer?
guide-value-of-information-answers = Hvor mye det på det meste ville være verdt å kjenne de usikre tallene før vedtaket. En utredning som koster mer, lønner seg ikke.
guide-value-of-information-when = Når vedtaket kunne gått begge veier.
guide-value-of-information-not = At en utredning ville finne svaret. Det er en øvre grense, og den krever en pris på effekten.

guide-scenario-name = Scenario
guide-scenario-question = Hvorfor er et tall merket som scenario?
guide-scenario-answers = Hva som ville følge hvis en antakelse var sann. Tallet mangler intervall, utprøvd effekt eller begge deler.
guide-scenario-when = For å se hva en antakelse ville bety, ikke for å regne med det.
guide-scenario-not = At det kommer til å skje. At to ting finnes sammen, sier ikke at det ene ville endres hvis det andre gjorde det.

## Hva betyr vurderingene?
guide-significance-name = Betydning
guide-significance-question = Hvilke virkninger veier tyngst?
guide-significance-answers = Hvor tungt en virkning veier: hvor stor endringen er, og hvor sårbare de som berøres, er. Det er en vurdering med grunner, ingen måling.
guide-significance-when = Når du leser tabellen over alternativer og grupper. Se først på det som blir dårligere for sårbare grupper.
guide-significance-not = Hvor trolig det er; det står for seg. Ord er ikke tall, så en sum av dem kan skjule en alvorlig skade bak flere små gevinster.

guide-verdicts-name = Vurdering av en forutsigelse
guide-verdicts-question = Hadde vurderingen rett?
guide-verdicts-answers = Hvordan neste års tall står seg mot det som ble forutsagt: som ventet, bedre, dårligere eller kan ikke vurderes.
guide-verdicts-when = I den årlige rapporten, under spørsmålet om vi er på rett vei.
guide-verdicts-not = At tiltaket var årsaken: annet endres også. Passer tallet både med og uten tiltaket, blir svaret at det ikke kan vurderes.
