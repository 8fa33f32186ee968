"""The timeline: scale, lanes and layout make marks (no Qt); painter and widget draw them."""
