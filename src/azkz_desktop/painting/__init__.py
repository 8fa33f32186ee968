"""Shapes that every painter shares: symbols of kinds, fonts. Qt, and nothing of the data."""
