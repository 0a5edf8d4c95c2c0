"""Models that turn text into vectors, one a file."""
