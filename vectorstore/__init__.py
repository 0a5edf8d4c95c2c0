"""Passages become findable. Knows nothing of files, questions to a model, or screens."""
