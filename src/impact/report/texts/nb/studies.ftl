# Assessments in the list of reports, and the files beside them
index-assessments = Konsekvensvurderinger før vedtak
index-evaluations = Evalueringer av det som er gjort
index-capacities = Utredninger om plasser i videregående skole
file-guide = Hvilket mål leser man når?
