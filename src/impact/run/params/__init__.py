"""What a params file may say, and what is wrong with it."""
