"""A chat model that bears a server which fails, hangs or is asked by many at once.

One retry where the server failed before its first piece; after several failures it is left alone for a
while; so many replies at a time, so many waiting. Knows nothing of HTTP.
"""

import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence

from assistant.cancel import Cancellable, Cancellation, Why, following
from assistant.models.breaker import Breaker
from assistant.models.turns import NoTurn, Turns
from assistant.ports import ChatModel, Message
from casefile.errors import ModelServerBusy, ModelServerFailed, ModelServerRefused

WAITING = 8  # replies that may wait for their turn
PAUSE = 0.5  # seconds before the retry

Ask = Callable[[], Iterator[str]]


class Steady:
    """Our `ChatModel` around another. Thread-safe where the other is.

    `place`: of the server, for its errors. `patience`: seconds that a reply may wait for its turn.
    """

    def __init__(
        self,
        model: ChatModel,
        place: str,
        *,
        at_once: int = 1,
        waiting: int = WAITING,
        patience: float = 30.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._model, self._place = model, place
        self._breaker = Breaker(clock)
        self._turns = Turns(at_once, waiting, patience)

    @property
    def name(self) -> str:
        return self._model.name

    def complete(self, messages: Sequence[Message], schema: Mapping[str, object]) -> Cancellable:
        """Raises `ModelServerFailed`; of it `ModelServerBusy` where too many ask at once."""
        first = self._model.complete(messages, schema)  # may load a library: nobody's turn
        cancellation = Cancellation()

        def again() -> Iterator[str]:
            return self._model.complete(messages, schema)

        return Cancellable(self._told([lambda: first, again], cancellation), cancellation)

    def _told(self, attempts: Sequence[Ask], cancellation: Cancellation) -> Generator[str, None, None]:
        if self._breaker.open:  # at once: not after waiting for a turn
            raise self._resting()
        try:
            with self._turns.taken(cancellation):
                yield from self._watched(attempts, cancellation)
        except NoTurn as error:
            raise ModelServerBusy(url=self._place, reason="busy") from error

    def _watched(self, attempts: Sequence[Ask], cancellation: Cancellation) -> Iterator[str]:
        if not self._breaker.admits():
            raise self._resting()
        answered = False
        try:
            for piece in _asked(attempts, cancellation):
                answered = True  # whoever leaves from now on leaves a server that answers
                yield piece
            answered = answered or not cancellation.why
        except ModelServerRefused:
            answered = True
            raise
        except ModelServerFailed:
            answered = answered and bool(cancellation.why)
            raise
        finally:
            if answered:
                self._breaker.succeeded()
            elif cancellation.why is Why.LEFT:
                self._breaker.abandoned()
            else:
                self._breaker.failed()

    def _resting(self) -> ModelServerFailed:
        return ModelServerFailed(url=self._place, reason="resting")


def _asked(attempts: Sequence[Ask], cancellation: Cancellation) -> Iterator[str]:
    for attempt in attempts:
        spoke = False
        try:
            for piece in following(attempt(), cancellation):
                spoke = True
                yield piece
        except ModelServerFailed as error:
            if spoke or attempt is attempts[-1] or not _passing(error) or cancellation.wait(PAUSE):
                raise
        else:
            return


def _passing(error: ModelServerFailed) -> bool:
    """Whether another attempt may do better, and there is time for it."""
    return not isinstance(error, ModelServerRefused) and error.facts["reason"] != "timeout"
