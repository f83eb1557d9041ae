# Assessments in the list of reports, and the files beside them
index-studies = Vaikutusten ennakkoarvioinnit
file-guide = Mitä lukua luetaan milloinkin?
