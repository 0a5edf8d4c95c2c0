"""Measurements of the whole program, on the shared data; each prints rows and writes one JSON file."""
