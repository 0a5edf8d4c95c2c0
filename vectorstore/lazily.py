"""A model that was asked for: looked at when somebody wants to know of it, loaded when it is needed.

What goes wrong is told once and remembered: all of a process works with the model, or without it.
"""

from collections.abc import Callable
from threading import RLock
from typing import Generic, TypeVar

from casefile.errors import ModelUnusable
from vectorstore.model_folder import ModelFolder

Model = TypeVar("Model")


class Lazily(Generic[Model]):
    def __init__(
        self,
        examine: Callable[[], ModelFolder],
        load: Callable[[ModelFolder], Model],
        tell: Callable[[ModelUnusable], None],
    ) -> None:
        """`examine` takes milliseconds, `load` seconds; both raise `ModelUnusable`."""
        self._examine, self._load, self._tell = examine, load, tell
        self._folder: ModelFolder | None = None
        self._model: Model | None = None
        self._trouble: ModelUnusable | None = None
        self._looking, self._loading = RLock(), RLock()  # who only looks does not wait for seconds

    def trouble(self) -> ModelUnusable | None:
        """Why the model cannot be used, as far as can be seen without loading it."""
        with self._looking:
            if self._folder is None and self._trouble is None:
                try:
                    self._folder = self._examine()
                except ModelUnusable as error:
                    self.give_up(error)
            return self._trouble

    def get(self) -> Model | None:
        """The model, None where it cannot be used."""
        with self._loading:
            if self._model is None and self.trouble() is None and self._folder is not None:
                try:
                    self._model = self._load(self._folder)
                except ModelUnusable as error:
                    self.give_up(error)
            return None if self._trouble else self._model

    def give_up(self, error: ModelUnusable) -> None:
        """From now on there is no model."""
        with self._looking:
            if self._trouble is None:
                self._trouble = error
                self._tell(error)
