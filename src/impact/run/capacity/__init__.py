"""What the file of a plan of upper-secondary places may say, and what is wrong with it."""
