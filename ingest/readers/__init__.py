"""One file, one format: bytes become pages."""
