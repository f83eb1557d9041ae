"""What an assessment file may say, and what is wrong with it."""
