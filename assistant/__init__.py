"""A question becomes a verified, cited answer. Knows nothing of files and screens."""
