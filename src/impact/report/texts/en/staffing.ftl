# Staff that is needed: how many, how many stay, what closes the gap.
staffing-heading = Staff: how many are needed
staffing-none = There is no forecast of the children here, so the need of staff is not calculated.
staffing-lead = Posts needed are the number of children in the forecast, divided by children per full-time post. Posts filled are those that remain when nobody is hired. The difference is posts to fill.
staffing-lead-range = The ranges hold 8 of 10 random courses. They are about the number of children and about who happens to leave, and not about whether the ratios are right.
staffing-lead-assumed = Assumed: no open figures on the number of staff are used here. Ratios and shares below are assumptions until the municipality's own are put in.
staffing-drawn = Posts needed, and posts that remain filled
staffing-axis = Full-time posts
staffing-axis-assumed = Full-time posts, at assumed ratios
staffing-finding = The forecast is of posts needed; the other line shows posts that remain filled when nobody is hired.
staffing-line-filled = Posts filled when nobody is hired
staffing-past = Past years are the posts that children then would need at the same ratio. They are no count of staff.
staffing-caption = Posts needed and filled
staffing-column-role = Role
staffing-column-year = Year
staffing-column-need = Posts needed
staffing-column-need-range = Range (80%), needed
staffing-column-filled = Filled when nobody is hired
staffing-column-gap = Posts to fill
staffing-column-gap-range = Range (80%), to fill
staffing-column-status = Basis
staffing-status-assumed = assumed
staffing-status-counted = counted
staffing-gap-remark = A negative number means more posts filled than needed.
staffing-closing-caption = What closes the gap
staffing-column-hires = Hires a year
staffing-column-hires-range = Range (80%), hires
staffing-column-ratio = Children per post today
staffing-column-balance = Children per post if nobody is hired
staffing-column-qualified = Qualified today
staffing-column-then = Qualified in the last year, if all who are hired are
staffing-column-stock = Staff today
staffing-stock-assumed = assumed: as many as today's need
staffing-stock-counted = counted in the municipality's own file
staffing-closing-remark = Hires a year: the same number every year, so that the need of { $year } is met.
staffing-qualified-year = The qualified share today is the published figure of { $year } or before, unless the municipality's own file gives it.
staffing-basis-assumed = { $role } (assumed): { $ratio } children per post; in a year { $retiring } of the staff retires and { $leaving } of the rest leaves. Source: { $source }.
staffing-basis-counted = { $role } (counted): { $ratio } children per post; in a year { $retiring } of the staff retires and { $leaving } of the rest leaves. Source: { $source }.
staffing-scaled = { $role }: the number of children is not counted but estimated, as one year of children times { $scale }.
staffing-places-caption = Hires a year, by municipality
staffing-places-remark = { $places_n ->
    [one] One municipality has a forecast.
   *[other] { $places } municipalities have a forecast. They stand in alphabetical order.
 }
staffing-line-past = Posts that the children of then would need
