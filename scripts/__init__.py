"""What makes the committed data: run once, by hand, from the project folder."""
