"""A recorded answer as a file to be kept, printed or handed over: DOCX, PDF, JSON."""
