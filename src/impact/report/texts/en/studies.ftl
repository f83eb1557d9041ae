# Assessments in the list of reports, and the files beside them
index-studies = Assessments before decisions
file-guide = Which measure to read when
