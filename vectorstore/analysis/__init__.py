"""Words as the indexes see them. Knows nothing of the indexes."""

from vectorstore.analysis.analyser import Analyser as Analyser
from vectorstore.analysis.analyser import Term as Term
