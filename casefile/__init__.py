"""The nouns every part of Dalel shares, and the ledger. Standard library only."""
