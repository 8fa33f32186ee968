"""The one file: schema, compile, check, open read-only, read. No Qt."""
