"""Turns settings into objects: the only place that knows which adapter is used. Imports them late."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.ports import ChatModel
from ui.desk import Desk, Parts
from ui.settings import Settings
from vectorstore.compartment import IndexMakers

if TYPE_CHECKING:
    from vectorstore.analysis.analyser import Analyser


def open_desk(settings: Settings) -> Desk:
    """Raises `StoreUnusable` where the data cannot be used, `RequestRefused` where a setting is wrong."""
    from assistant.ask import FLOOR
    from vectorstore.analysis.analyser import Analyser
    from vectorstore.embedders.static import StaticEmbedder
    from vectorstore.language import LetterAndProfileIdentifier
    from vectorstore.lexicon import Lexicon
    from vectorstore.subject_index.index import SubjectIndex
    from vectorstore.subject_index.phrases import built_in

    analyser = Analyser(Lexicon())
    embedder = StaticEmbedder.built_in()
    parts = Parts(
        embedder=embedder,
        makers=index_makers(analyser),
        identifier=LetterAndProfileIdentifier(analyser.spelled),
        analyser=analyser,
        subjects=cache(lambda: SubjectIndex(built_in(), embedder, analyser)),
        model=chat_model(settings),
        model_seconds=settings.llm_timeout,
        floor=FLOOR if settings.floor is None else settings.floor,
    )
    return Desk(settings.data, parts)


def index_makers(analyser: "Analyser") -> IndexMakers:
    """Chroma for meaning, tantivy for words."""
    from vectorstore.chroma import FORMAT as CHROMA
    from vectorstore.chroma import ChromaIndex
    from vectorstore.tantivy_index import FORMAT as TANTIVY
    from vectorstore.tantivy_index import TantivyIndex

    def lexical(folder: Path) -> TantivyIndex:
        return TantivyIndex(folder, analyser)

    return IndexMakers(ChromaIndex, lexical, version=f"{CHROMA} {TANTIVY}")


def chat_model(settings: Settings) -> ChatModel | None:
    """The local model that was configured, if any. Raises `ModelServerRemote`."""
    if not settings.llm_url:
        return None
    from assistant.models.openai_like import OpenAILikeModel

    return OpenAILikeModel(
        settings.llm_url,
        model=settings.llm_model,
        key=settings.llm_key,
        timeout=settings.llm_timeout,
        allow_remote=settings.llm_remote,
    )
