# Ansatte som trengs: hvor mange, hvor mange blir, hva som dekker mangelen.
staffing-heading = Ansatte: hvor mange som trengs
staffing-none = Det finnes ingen prognose for barna her, så behovet for ansatte blir ikke beregnet.
staffing-lead = Årsverk som trengs, er antall barn i prognosen delt på barn per årsverk. Besatte årsverk er de som blir igjen når ingen ansettes. Forskjellen er årsverk å fylle.
staffing-lead-range = Spennene rommer 8 av 10 tilfeldige forløp. De gjelder antall barn og hvem som tilfeldigvis slutter, men ikke om tettheten er riktig.
staffing-lead-assumed = Antatt: ingen åpne tall om antall ansatte er brukt her. Tetthet og andeler nedenfor er antakelser inntil kommunens egne settes inn.
staffing-drawn = Årsverk som trengs, og årsverk som forblir besatt
staffing-axis = Årsverk
staffing-axis-assumed = Årsverk, med antatt tetthet
staffing-finding = Prognosen gjelder årsverk som trengs. Den andre linjen viser årsverk som forblir besatt når ingen ansettes.
staffing-line-filled = Besatte årsverk når ingen ansettes
staffing-past = Tidligere år er årsverkene som barna den gang ville trenge med samme tetthet. De er ingen telling av ansatte.
staffing-caption = Årsverk som trengs og er besatt
staffing-column-role = Rolle
staffing-column-year = År
staffing-column-need = Årsverk som trengs
staffing-column-need-range = Spenn (80 %), behov
staffing-column-filled = Besatt når ingen ansettes
staffing-column-gap = Årsverk å fylle
staffing-column-gap-range = Spenn (80 %), å fylle
staffing-column-status = Grunnlag
staffing-status-assumed = antatt
staffing-status-counted = talt
staffing-gap-remark = Et negativt tall betyr at flere årsverk er besatt enn det trengs.
staffing-closing-caption = Hva som dekker mangelen
staffing-column-hires = Ansettelser per år
staffing-column-hires-range = Spenn (80 %), ansettelser
staffing-column-ratio = Barn per årsverk i dag
staffing-column-balance = Barn per årsverk når ingen ansettes
staffing-column-qualified = Kvalifiserte i dag
staffing-column-then = Kvalifiserte siste år, hvis alle som ansettes er det
staffing-column-stock = Ansatte i dag
staffing-stock-assumed = antatt: like mange som dagens behov
staffing-stock-counted = talt i kommunens egen fil
staffing-closing-remark = Ansettelser per år: like mange hvert år, slik at behovet i { $year } dekkes.
staffing-qualified-year = Andelen kvalifiserte i dag er det publiserte tallet for { $year } eller før, hvis ikke kommunens egen fil oppgir den.
staffing-basis-assumed = { $role } (antatt): { $ratio } barn per årsverk; på et år går { $retiring } av de ansatte av med pensjon, og { $leaving } av de andre slutter. Kilde: { $source }.
staffing-basis-counted = { $role } (talt): { $ratio } barn per årsverk; på et år går { $retiring } av de ansatte av med pensjon, og { $leaving } av de andre slutter. Kilde: { $source }.
staffing-scaled = { $role }: antall barn er ikke talt, men anslått som årskullet ganger { $scale }.
staffing-places-caption = Ansettelser per år, kommune for kommune
staffing-places-remark = { $places_n ->
    [one] Én kommune har en prognose.
   *[other] { $places } kommuner har en prognose. De står i alfabetisk rekkefølge.
 }
staffing-line-past = Årsverk som barna den gang ville trenge
