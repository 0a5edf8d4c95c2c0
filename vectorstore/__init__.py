"""Passages become findable. Knows nothing of files, questions to a model, or screens."""

import os

# One question is one thread's work, 0.5 ms of it arithmetic; BLAS threads that wait for each other on a busy
# machine made that 5 ms. Read when numpy is first imported; whoever sets it keeps their setting.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
