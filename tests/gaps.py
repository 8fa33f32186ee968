"""How what the documents leave open comes from the tests to the process that prints it."""

GAPS = "gaps"
"""Under this a test's report has the lines."""
