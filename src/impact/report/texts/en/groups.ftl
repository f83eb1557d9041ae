## Groups of people
group-language-fi = First language Finnish
group-language-sv = First language Swedish
group-language-nb = First language Norwegian Bokmål
group-language-nn = First language Norwegian Nynorsk
group-language-se = First language Northern Sámi
group-language-other = Another first language
group-residence-urban = Living in a city
group-residence-town = Living in a town
group-residence-rural = Living in the countryside
group-distance = Distance { $which } km
group-distance-open = Distance { $which } km or more

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
equal-intro = Everybody should have equal starting points and equal access. The table says which differences this report can show, and which it cannot.
equal-remark = A question without figures is open, not answered with no. The municipality can add figures of its own by group.
equal-groups-caption = Groups, each against everybody else in the municipality
equal-groups-remark = A group is tested where the number of people is known both for it and for all. The tests are judged together, which asks more than each interval alone.
column-divided-by = Divided by
column-indicators-with-figures = Indicators with figures
column-clear-differences = Clear differences
column-others = Everybody else
column-difference = Difference
