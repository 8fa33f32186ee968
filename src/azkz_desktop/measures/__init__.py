"""Numbers that documents print: their periods, claims of one number joined, words. No Qt."""
