"""Everyday phrases of the law: by them an article is found that shares no word with the question."""
