"""The map: projection, states at a moment and layout make marks (no Qt); painter and widget draw them."""
