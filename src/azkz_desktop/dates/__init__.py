"""Dates as precisely as they are known: EDTF, day bounds, how two dates relate. No Qt."""
