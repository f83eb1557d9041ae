# Assessments in the list of reports, and the files beside them
index-studies = Konsekvensvurderinger før vedtak
file-guide = Hvilket mål leser man når?
