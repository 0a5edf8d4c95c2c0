"""Turns settings into objects: the only place that knows which adapter is used. Imports them late."""

import os
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.ports import ChatModel
from casefile.errors import DalelError
from ui.desk import Desk, Parts
from ui.settings import Settings
from vectorstore.indexes import IndexMakers
from vectorstore.lazily import Lazily
from vectorstore.model_folder import Backend, ModelFolder, Task
from vectorstore.ports import Embedder, Reranker
from vectorstore.rerank import Reranking

if TYPE_CHECKING:
    from vectorstore.analysis.analyser import Analyser
    from vectorstore.language import LetterAndProfileIdentifier
    from vectorstore.subject_index.index import SubjectIndex
    from vectorstore.subject_index.outside import Outside

Tell = Callable[[str, DalelError], None]  # what cannot be used (a key of [notice]), and why

QUIET = {"HF_HUB_DISABLE_TELEMETRY": "1", "DO_NOT_TRACK": "1"}  # read by libraries when they are imported
SITE_PHRASES = "index-terms"  # folder of a site's own subject index, in the data directory
REMARKS = ("embedder_unusable", "reranker_unusable")


def silent(what: str, error: DalelError) -> None:
    """Nobody is told."""


def open_desk(settings: Settings, tell: Tell = silent) -> Desk:
    """Raises `StoreUnusable` where the data cannot be used, `RequestRefused` where a setting is wrong.

    `tell` hears of models that cannot be used, at the moment when they are first needed.
    """
    from ui.versions import versions
    from vectorstore.analysis.analyser import Analyser
    from vectorstore.embedders.fallback import WithFallback
    from vectorstore.embedders.static import StaticEmbedder
    from vectorstore.evidence import FLOOR
    from vectorstore.language import LetterAndProfileIdentifier
    from vectorstore.lexicon import Lexicon
    from vectorstore.subject_index.site import SitePhrases

    os.environ |= QUIET | {"HF_HUB_OFFLINE": "0" if settings.hub else "1"}
    analyser = Analyser(Lexicon())
    built_in = StaticEmbedder.built_in()
    embeds, reranks = search_model(settings, tell), reranker(settings, tell)
    reranking = Reranking(reranks, settings.rerank_top) if reranks else None
    makers = index_makers(analyser)
    subjects = cache(partial(subject_index, settings, built_in, analyser))
    parts = Parts(
        embedder=WithFallback(embeds, built_in) if embeds else built_in,
        built_in=built_in,
        reranking=reranking,
        remarks=partial(remarks, embeds, reranks),
        tell=tell,
        makers=makers,
        identifier=LetterAndProfileIdentifier(analyser.spelled, analyser.languages),
        analyser=analyser,
        subjects=subjects,
        outside=cache(partial(outside, settings, built_in, analyser)),
        versions=lambda: versions(makers.version, built_in.name, subjects().name, reranking),
        terms=SitePhrases(settings.data / SITE_PHRASES),
        model=chat_model(settings),
        model_seconds=settings.llm_timeout,
        floor=FLOOR if settings.floor is None else settings.floor,
    )
    return Desk(settings.data, parts)


def subject_index(settings: Settings, embedder: Embedder, analyser: "Analyser") -> "SubjectIndex":
    """Of our phrases and the site's. Raises `SubjectIndexInvalid`.

    Made from our phrases it is the same for every data directory, and kept in the user's cache; the articles
    that a site has changed are made anew on each start.
    """
    from ui.versions import SHOWN
    from vectorstore.analysis.analyser import FORMAT
    from vectorstore.subject_index.compiled import changed, compiled, kept
    from vectorstore.subject_index.index import SubjectIndex
    from vectorstore.subject_index.phrases import BUILT_IN, built_in, changes, digest, merged
    from vectorstore.titles import Titles

    site = settings.data / SITE_PHRASES
    key = f"{FORMAT} {embedder.name} {digest([BUILT_IN])}"
    phrases = kept(
        settings.cache / "subject-index.npz",
        key,
        lambda: compiled(merged(built_in(), []), embedder, analyser),
    )
    if of_site := changes(site):
        phrases = changed(phrases, of_site, embedder, analyser)
    return SubjectIndex(phrases, Titles(embedder), digest([BUILT_IN, site])[:SHOWN])


def outside(settings: Settings, embedder: Embedder, analyser: "Analyser") -> "Outside":
    """What the law that is searched may lack, the same for every data directory."""
    from vectorstore.analysis.analyser import FORMAT
    from vectorstore.subject_index.compiled import compiled, kept
    from vectorstore.subject_index.index import SubjectIndex
    from vectorstore.subject_index.outside import BUILT_IN, Outside
    from vectorstore.subject_index.phrases import digest, read
    from vectorstore.titles import Titles

    key = f"{FORMAT} {embedder.name} {digest([BUILT_IN])}"
    made = kept(settings.cache / "outside.npz", key, lambda: compiled(read(BUILT_IN), embedder, analyser))
    return Outside(SubjectIndex(made, Titles(embedder)))


def index_makers(analyser: "Analyser") -> IndexMakers:
    """Chroma for meaning, tantivy for words."""
    from vectorstore.chroma import FORMAT as CHROMA
    from vectorstore.chroma import ChromaIndex
    from vectorstore.tantivy_index import FORMAT as TANTIVY
    from vectorstore.tantivy_index import TantivyIndex

    def lexical(folder: Path) -> TantivyIndex:
        return TantivyIndex(folder, analyser)

    return IndexMakers(ChromaIndex, lexical, version=f"{CHROMA} {TANTIVY}")


def search_model(settings: Settings, tell: Tell) -> Lazily[Embedder] | None:
    if not settings.embedder:
        return None

    def load(folder: ModelFolder) -> Embedder:
        if folder.backend is not Backend.TORCH:
            from vectorstore.embedders.exported import ExportedEmbedder

            return ExportedEmbedder(folder)
        from vectorstore.embedders.sentence_transformers import SentenceTransformersEmbedder

        return SentenceTransformersEmbedder(folder, settings.device)

    folder = partial(_folder, settings, settings.embedder, Task.EMBED, settings.embedder_backend)
    return Lazily(folder, load, partial(tell, "embedder"))


def reranker(settings: Settings, tell: Tell) -> Lazily[Reranker] | None:
    if not settings.reranker:
        return None

    def load(folder: ModelFolder) -> Reranker:
        if folder.backend is not Backend.TORCH:
            from vectorstore.rerankers.exported import ExportedReranker

            return ExportedReranker(folder)
        from vectorstore.rerankers.cross_encoder import CrossEncoderReranker

        return CrossEncoderReranker(folder, settings.device)

    folder = partial(_folder, settings, settings.reranker, Task.RERANK, settings.reranker_backend)
    return Lazily(folder, load, partial(tell, "reranker"))


def remarks(embeds: Lazily[Embedder] | None, reranks: Lazily[Reranker] | None) -> list[str]:
    """What answers must say of models that cannot be used: phrases of `prompts/`."""
    unusable = (embeds and embeds.trouble()), (reranks and reranks.trouble())
    return [phrase for phrase, trouble in zip(REMARKS, unusable, strict=True) if trouble]


def _folder(settings: Settings, said: str, task: Task, backend: Backend) -> ModelFolder:
    """Found and looked through. Raises `ModelUnusable`."""
    from vectorstore.digests import Digests
    from vectorstore.model_folder import examined
    from vectorstore.model_hub import found

    folder, name = found(said, fetch=settings.hub)
    return examined(folder, task, backend, Digests(settings.data / "models.json"), name)


def chat_model(settings: Settings) -> ChatModel | None:
    """The local model that was configured, if any. Raises `ModelServerRemote`, `ModelUnusable`."""
    from assistant.models.steady import Steady

    patience = settings.llm_timeout / 2
    if settings.llm_url:
        from assistant.models.openai_like import OpenAILikeModel

        server = OpenAILikeModel(
            settings.llm_url,
            model=settings.llm_model,
            key=settings.llm_key,
            timeout=settings.llm_timeout,
            allow_remote=settings.llm_remote,
        )
        return Steady(server, settings.llm_url, at_once=settings.llm_at_once, patience=patience)
    if settings.llm_gguf:
        from assistant.models.llama_cpp import LlamaCppModel

        model = LlamaCppModel(settings.llm_gguf, context=settings.llm_context)
        return Steady(model, str(settings.llm_gguf), patience=patience)
    return None


def language_identifier() -> "LetterAndProfileIdentifier":
    """For who needs no desk."""
    from vectorstore.analysis.analyser import Analyser
    from vectorstore.language import LetterAndProfileIdentifier
    from vectorstore.lexicon import Lexicon

    analyser = Analyser(Lexicon())
    return LetterAndProfileIdentifier(analyser.spelled, analyser.languages)
