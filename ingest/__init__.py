"""A file becomes pages, pages become passages. Knows nothing of questions and answers."""
