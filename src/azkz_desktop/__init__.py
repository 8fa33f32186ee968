"""AzKz Explorer: the relations of Azerbaijan and Kazakhstan on a timeline and a map."""

__version__ = "0.1.0"
