# Assessments in the list of reports, and the files beside them
index-assessments = Assessments before decisions
index-evaluations = Evaluations of what was done
file-guide = Which measure to read when
