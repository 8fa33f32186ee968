"""The map: projection, states and layout make marks (no Qt), painter and widget draw them."""
