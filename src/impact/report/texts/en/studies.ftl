# Assessments in the list of reports, and the files beside them
index-assessments = Assessments before decisions
index-evaluations = Evaluations of what was done
index-capacities = Studies of upper-secondary places
file-guide = Which measure to read when
