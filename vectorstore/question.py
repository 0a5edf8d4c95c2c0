"""One question as vectors: each collection is asked with the model its index was made with."""

from vectorstore.ports import Embedder, Vector


class QuestionVectors:
    """For the length of one search: a model is asked once, however many collections it serves."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._vectors: dict[str, Vector] = {}

    def by(self, embedder: Embedder) -> Vector:
        name = embedder.name
        if name not in self._vectors:
            self._vectors[name] = embedder.embed_query(self._text)
        return self._vectors[name]
