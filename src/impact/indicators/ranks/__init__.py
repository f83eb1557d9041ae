"""What can be said of order when figures are uncertain."""
