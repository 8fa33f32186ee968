"""Filters, chips, detail, table, search: what stands around the two views."""
