"""Turns settings into objects: the only place that knows which adapter is used. Imports them late."""

from ui.desk import Desk, Parts
from ui.settings import Settings


def open_desk(settings: Settings) -> Desk:
    """Raises `StoreUnusable` where the data cannot be used, `RequestRefused` where a setting is wrong."""
    from assistant.ask import FLOOR

    from vectorstore.analysis import Analyser
    from vectorstore.embedders.static import StaticEmbedder
    from vectorstore.evidence import Evidence
    from vectorstore.language import LetterAndProfileIdentifier

    parts = Parts(
        embedder=StaticEmbedder.built_in(),
        makers=index_makers(),
        identifier=LetterAndProfileIdentifier(),
        evidence=Evidence(Analyser().stems),
        model=_chat_model(settings),
        floor=FLOOR if settings.floor is None else settings.floor,
    )
    return Desk(settings.data, parts)
