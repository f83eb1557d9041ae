# Assessments in the list of reports, and the files beside them
index-studies = Konsekvensbedömningar före beslut
file-guide = Vilket mått läser man när?
