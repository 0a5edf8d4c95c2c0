"""`dalel`: the program, for shells and scripts."""
