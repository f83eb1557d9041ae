# Personal som behövs: hur många, hur många blir kvar, vad som täcker bristen.
staffing-heading = Personal: hur många som behövs
staffing-none = Det finns ingen prognos över barnen här, så behovet av personal beräknas inte.
staffing-lead = Tjänster som behövs är antalet barn i prognosen delat med barn per heltidstjänst. Besatta tjänster är de som blir kvar om ingen anställs. Skillnaden är tjänster att fylla.
staffing-lead-range = Spannen rymmer 8 av 10 slumpade förlopp. De gäller antalet barn och vilka som råkar sluta, men inte om tätheten är rätt.
staffing-lead-assumed = Antaget: inga öppna siffror om antalet anställda används här. Täthet och andelar nedan är antaganden tills kommunens egna sätts in.
staffing-drawn = Tjänster som behövs, och tjänster som förblir besatta
staffing-axis = Heltidstjänster
staffing-axis-assumed = Heltidstjänster, med antagen täthet
staffing-finding = Prognosen gäller tjänster som behövs. Den andra linjen visar tjänster som förblir besatta om ingen anställs.
staffing-line-filled = Besatta tjänster om ingen anställs
staffing-past = Tidigare år är de tjänster som dåtidens barn skulle behöva med samma täthet. De är ingen räkning av anställda.
staffing-caption = Tjänster som behövs och är besatta
staffing-column-role = Yrkesroll
staffing-column-year = År
staffing-column-need = Tjänster som behövs
staffing-column-need-range = Spann (80 %), behov
staffing-column-filled = Besatta om ingen anställs
staffing-column-gap = Tjänster att fylla
staffing-column-gap-range = Spann (80 %), att fylla
staffing-column-status = Underlag
staffing-status-assumed = antaget
staffing-status-counted = räknat
staffing-gap-remark = Ett minustal betyder att fler tjänster är besatta än som behövs.
staffing-closing-caption = Vad som täcker bristen
staffing-column-hires = Nyanställda per år
staffing-column-hires-range = Spann (80 %), nyanställda
staffing-column-ratio = Barn per tjänst i dag
staffing-column-balance = Barn per tjänst om ingen anställs
staffing-column-qualified = Behöriga i dag
staffing-column-then = Behöriga sista året, om alla som anställs är det
staffing-column-stock = Personal i dag
staffing-stock-assumed = antagen: lika många som dagens behov
staffing-stock-counted = räknad i kommunens egen fil
staffing-closing-remark = Nyanställda per år: lika många varje år, så att behovet { $year } täcks.
staffing-qualified-year = Andelen behöriga i dag är den publicerade siffran för { $year } eller tidigare, om inte kommunens egen fil anger den.
staffing-basis-assumed = { $role } (antaget): { $ratio } barn per tjänst; på ett år går { $retiring } av personalen i pension och { $leaving } av de övriga slutar. Källa: { $source }.
staffing-basis-counted = { $role } (räknat): { $ratio } barn per tjänst; på ett år går { $retiring } av personalen i pension och { $leaving } av de övriga slutar. Källa: { $source }.
staffing-scaled = { $role }: antalet barn är inte räknat utan uppskattat, som årskullen gånger { $scale }.
staffing-places-caption = Nyanställda per år, kommun för kommun
staffing-places-remark = { $places_n ->
    [one] En kommun har en prognos.
   *[other] { $places } kommuner har en prognos. De står i bokstavsordning.
 }
staffing-line-past = Tjänster som dåtidens barn skulle behöva
