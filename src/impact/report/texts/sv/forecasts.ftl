# Prognoser för indikatorer, med uppmätta fel.

## Drawing
head-fan-what = Vad
head-fan-counted = Räknat
head-fan-central = Prognos
head-fan-range = Spann (80 %)
legend-fan-counted = Som räknat
legend-fan-central = Prognos
legend-fan-range = Spann som ska rymma 8 utfall av 10
fan-alt = Siffrorna som de räknades, sedan prognosen med sitt spann.

## En kommuns prognoser
forecast-heading = Indikatorer: vad som kan komma
forecast-historical = Siffrorna slutar { $year } eller tidigare, så åren som prognosen gäller är redan över. Den visar hur prognoser görs, inte vad som väntar.
forecast-lead = Prognoserna för de senaste årens nivå vidare, med en del av trenden. De vet inte varför siffror ändras, och inte vad nya beslut leder till.
forecast-lead-range = Spannet bygger på hur fel sådana prognoser har slagit i alla kommuner med siffror. Det ska rymma 8 utfall av 10.
forecast-drawn = Siffrorna hittills, och prognos
forecast-axis = Varje ruta har sin egen enhet och skala
forecast-finding = { $drawn_n ->
    [one] En indikator är ritad.
   *[other] { $drawn } indikatorer är ritade.
 } { $clear_n ->
    [0] För ingen av dem ligger hela spannet över eller under den senaste siffran.
    [one] För en av dem ligger hela spannet över eller under den senaste siffran.
   *[other] För { $clear } av dem ligger hela spannet över eller under den senaste siffran.
 }
forecast-naive = Senaste siffran, oförändrad
forecast-naive-better = { $beaten_n ->
    [one] För en av de ritade indikatorerna har den senaste siffran, oförändrad, kommit närmare än prognosen på ett, två eller tre års sikt. Den har en egen linje.
   *[other] För { $beaten } av de ritade indikatorerna har den senaste siffran, oförändrad, kommit närmare än prognosen på ett, två eller tre års sikt. De har en egen linje.
 }
forecast-caption = Prognoser, högst tre år framåt
forecast-column-indicator = Indikator
forecast-column-newest-year = Senaste år
forecast-column-newest = Senaste siffran
forecast-column-year = Prognos för
forecast-column-forecast = Prognos
forecast-column-range = Spann (80 %)
forecast-column-direction = Var spannet ligger
forecast-column-reason = Varför
forecast-no-range = inget spann
forecast-direction-up = över den senaste siffran
forecast-direction-down = under den senaste siffran
forecast-direction-unclear = kring den senaste siffran
forecast-direction-unknown = inte känt
forecast-extended = Där få utfall är kända så långt fram är spannet breddat från prognoser på kortare sikt.

## Hur fel de har slagit
forecast-backtest-caption = Hur fel sådana prognoser har slagit, i alla kommuner med siffror
forecast-column-ahead = Framåt
forecast-column-error = Prognosens fel i genomsnitt
forecast-column-error-naive = Fel i genomsnitt för den senaste siffran, oförändrad
forecast-column-held = Utfall inom spannet
forecast-column-cases = Prövade utfall
forecast-years = { $years_n ->
    [one] { $years } år
   *[other] { $years } år
 }
forecast-backtest-remark = Varje prognos gjordes av åren fram till ett tidigare år och jämfördes med vad som kom. Där det andra felet är det mindre har prognosen varit mindre värd än den senaste siffran.
forecast-narrow = Där färre än 70 % av utfallen låg inom spannet har det varit för smalt.
forecast-untested = Sådana prognoser kan inte prövas än: för få år är kända.
forecast-without-caption = Indikatorer utan prognos
forecast-reason-too-few = för få år med siffror
forecast-reason-break = serien har brutits och har för få år därefter
forecast-reason-old = den senaste siffran är för gammal

## Kommunerna tillsammans
forecast-region-caption = Prognoser tre år framåt, kommun för kommun
forecast-region-remark = Medianerna gäller de kommuner som räknas. Ingen rangordning avses.
forecast-column-newest-median = Senaste siffran, median
forecast-column-forecast-median = Prognos, median
forecast-column-places = Kommuner
forecast-column-up = Spannet över senaste siffran
forecast-column-down = Spannet under senaste siffran
forecast-column-unclear = Spannet kring senaste siffran
forecast-cell-year = { $number } ({ $year })
forecast-errors-remark = Felen är de som tidigare prognoser lika långt fram har haft i genomsnitt, i alla kommuner med siffror. Där det andra felet är det mindre har prognosen varit mindre värd än den senaste siffran.
forecast-held-few = { $indicator }: bara { $held } av tidigare utfall låg inom ett sådant spann, så det har varit för smalt.
