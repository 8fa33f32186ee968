"""The whole view as one value, its history, and the store that holds it. No Qt."""
