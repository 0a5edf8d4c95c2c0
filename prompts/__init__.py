"""The words said to the model and the fixed phrases of answers, one text file per language."""
