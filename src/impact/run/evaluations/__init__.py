"""What an evaluation file may say, and what is wrong with it."""
