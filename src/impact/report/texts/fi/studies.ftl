# Assessments in the list of reports, and the files beside them
index-assessments = Vaikutusten ennakkoarvioinnit
index-evaluations = Toteutuneiden toimien vaikutusarvioinnit
file-guide = Mitä lukua luetaan milloinkin?
