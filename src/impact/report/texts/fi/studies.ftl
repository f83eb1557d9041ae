# Assessments in the list of reports, and the files beside them
index-assessments = Vaikutusten ennakkoarvioinnit
index-evaluations = Toteutuneiden toimien vaikutusarvioinnit
index-capacities = Toisen asteen opiskelupaikat
file-guide = Mitä lukua luetaan milloinkin?
