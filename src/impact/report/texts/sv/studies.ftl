# Assessments in the list of reports, and the files beside them
index-assessments = Konsekvensbedömningar före beslut
index-evaluations = Utvärderingar av det som gjorts
index-capacities = Utredningar om gymnasieplatser
file-guide = Vilket mått läser man när?
