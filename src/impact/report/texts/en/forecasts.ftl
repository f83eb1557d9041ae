# Forecasts of indicators, with their measured errors.

## Drawing
head-fan-what = What
head-fan-counted = Counted
head-fan-central = Forecast
head-fan-range = Range (80%)
legend-fan-counted = As counted
legend-fan-central = Forecast
legend-fan-range = Range meant to hold 8 outcomes in 10
fan-alt = Figures as they were counted, then the forecast with its range.

## Forecasts of a municipality
forecast-heading = Indicators: what may come
forecast-historical = These figures end in { $year } or earlier, so the years forecast here are over. They show how forecasts are made, not what is to come.
forecast-lead = The forecasts carry the level of the last years on, with a part of the trend. They do not know why figures change, nor what new decisions will do.
forecast-lead-range = The range comes from how wrong such forecasts have been in all municipalities with figures. It is meant to hold 8 outcomes in 10.
forecast-drawn = Figures so far, and forecast
forecast-axis = Each panel has its own unit and scale
forecast-finding = { $drawn_n ->
    [one] One indicator is drawn.
   *[other] { $drawn } indicators are drawn.
 } { $clear_n ->
    [0] For none of them does the whole range lie above or below the newest figure.
    [one] For one of them, the whole range lies above or below the newest figure.
   *[other] For { $clear } of them, the whole range lies above or below the newest figure.
 }
forecast-naive = Newest figure, carried on unchanged
forecast-naive-better = { $beaten_n ->
    [one] For one of the indicators drawn, the newest figure carried on unchanged has come closer than the forecast, one, two or three years ahead. It has a line of its own.
   *[other] For { $beaten } of the indicators drawn, the newest figure carried on unchanged has come closer than the forecast, one, two or three years ahead. They have a line of their own.
 }
forecast-caption = Forecasts, at most three years ahead
forecast-column-indicator = Indicator
forecast-column-newest-year = Newest year
forecast-column-newest = Newest figure
forecast-column-year = Forecast for
forecast-column-forecast = Forecast
forecast-column-range = Range (80%)
forecast-column-direction = Where the range lies
forecast-column-reason = Why
forecast-no-range = no range
forecast-direction-up = above the newest figure
forecast-direction-down = below the newest figure
forecast-direction-unclear = around the newest figure
forecast-direction-unknown = not known
forecast-extended = Where few outcomes are known so far ahead, the range is widened from that of shorter forecasts.

## How wrong they have been
forecast-backtest-caption = How wrong such forecasts have been, in all municipalities with figures
forecast-column-ahead = Ahead
forecast-column-error = Mean error of the forecast
forecast-column-error-naive = Mean error of the newest figure, carried on unchanged
forecast-column-held = Outcomes inside the range
forecast-column-cases = Outcomes tested
forecast-years = { $years_n ->
    [one] { $years } year
   *[other] { $years } years
 }
forecast-backtest-remark = Each forecast was made from the years up to a past year, and held against what came. Where the second error is the smaller one, the forecast has been worth less than the newest figure.
forecast-narrow = Where fewer than 70% of the outcomes were inside, the range has been too narrow.
forecast-untested = Such forecasts cannot be tested yet: too few years are known.
forecast-without-caption = Indicators without a forecast
forecast-reason-too-few = too few years of figures
forecast-reason-break = the series has been broken, with too few years since
forecast-reason-old = the newest figure is too old

## Municipalities together
forecast-region-caption = Forecasts three years ahead, municipality by municipality
forecast-region-remark = Medians are over the municipalities counted. No ranking is meant.
forecast-column-newest-median = Newest figure, median
forecast-column-forecast-median = Forecast, median
forecast-column-places = Municipalities
forecast-column-up = Range above the newest figure
forecast-column-down = Range below the newest figure
forecast-column-unclear = Range around the newest figure
forecast-cell-year = { $number } ({ $year })
forecast-errors-remark = Errors are those of earlier forecasts as far ahead, on average, in all municipalities with figures. Where the second error is the smaller one, the forecast has been worth less than the newest figure.
forecast-held-few = { $indicator }: only { $held } of earlier outcomes lay inside such a range, so it has been too narrow.
