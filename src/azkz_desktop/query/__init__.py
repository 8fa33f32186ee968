"""What is asked (filter) and what answers (selection, facets, search). No Qt."""
