## Groups of people
group-language-fi = Finnish
group-language-sv = Swedish
group-language-nb = Norwegian Bokmål
group-language-nn = Norwegian Nynorsk
group-language-se = Northern Sámi
group-language-other = Other language
group-residence-urban = Living in a city
group-residence-town = Living in a town or village
group-residence-rural = Living in the countryside
group-distance = { $which } km
group-distance-open = { $which } km or more

## Equal starting points
question-equal-sex = Women and men, girls and boys
question-equal-age = Age groups
question-equal-language = First language
question-equal-residence = City, town and countryside
question-equal-distance = Distance to school or library
question-equal-background = Background: born abroad, parents' education
question-equal-disability = Disability
equal-none = No figure in this report answers this.
equal-caption = Which questions of equal starting points the figures answer
equal-intro = Everybody shall have equal starting points and equal access. The table says which differences this report can see, and which it cannot.
equal-remark = A question without figures is open, not answered with no. The municipality can add figures of its own by group.
equal-groups-caption = Groups, each against everybody else in the municipality
equal-groups-remark = A group is tested where the number of people is known for it and for all; these tests are one family.
column-divided-by = Divided by
column-indicators-with-figures = Indicators with figures
column-clear-differences = Clear differences
column-others = Everybody else
column-difference = Difference
