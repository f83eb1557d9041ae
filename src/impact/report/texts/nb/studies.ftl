# Assessments in the list of reports, and the files beside them
index-assessments = Konsekvensvurderinger før vedtak
index-evaluations = Evalueringer av det som er gjort
file-guide = Hvilket mål leser man når?
