"""The map: projection, states and layout make marks (no Qt), painter and widget draw them."""

LEAST = (320, 180)
"""Pixels: as few as a map can be shown in; the window keeps them free before there is one."""
