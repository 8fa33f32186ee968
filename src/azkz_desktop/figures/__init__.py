"""Series of numbers as charts."""
