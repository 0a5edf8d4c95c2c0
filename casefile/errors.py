"""Everything that can go wrong, as a tree.

    DalelError
    ├── FileRefused            one file cannot be read; the run goes on
    │   ├── FileMissing, FileUnreadable, FileEmpty, FileTooLarge, FileEncrypted,
    │   └── FileBroken, FileTypeUnknown, ReaderStopped, RowInvalid
    ├── StoreUnusable          the run stops
    │   └── DataLocked, DataNewer, DataDamaged, DataUnwritable, IndexUnusable, ModelUnusable,
    │       SubjectIndexInvalid
    └── RequestRefused         the user asks for something else
        └── BadCollectionName, NoCollections, CollectionUnknown, CollectionKindDiffers,
            DocumentUnknown, PageUnknown, RecordUnknown, RecordOutdated, OutputExists, OutputUnwritable,
            QuestionEmpty, QuestionTooLong, LanguageUnsupported, BatchLineInvalid, PlaceUnclear,
            PhraseInvalid, NoModel, SettingInvalid,
            ModelServerFailed (ModelServerBusy, ModelServerRefused (ModelContextExceeded)),
            ModelServerRemote

An error carries a code and facts, no sentence: `ui/strings/{kk,ru,en}.toml` says it in the user's
language, with the reason and the next step.
"""

from typing import ClassVar


class DalelError(Exception):
    """Root of our errors. `code` names the sentence, `facts` fill its blanks."""

    code: ClassVar[str] = "error"

    def __init__(self, **facts: object) -> None:
        self.facts = {key: str(value) for key, value in facts.items()}
        super().__init__(", ".join([self.code, *(f"{key}={value}" for key, value in self.facts.items())]))

    def __init_subclass__(cls) -> None:
        words = "".join("_" + char.lower() if char.isupper() else char for char in cls.__name__)
        cls.code = words.lstrip("_")


class FileRefused(DalelError):
    """One file cannot be read. Facts: path."""


class FileMissing(FileRefused): ...


class FileUnreadable(FileRefused):
    """Facts: path, reason (of the operating system)."""


class FileEmpty(FileRefused): ...


class FileTooLarge(FileRefused):
    """Facts: path, limit (in megabytes)."""


class FileEncrypted(FileRefused): ...


class FileBroken(FileRefused):
    """Facts: path, reason."""


class FileTypeUnknown(FileRefused):
    """Facts: path, known (the types that are read)."""


class ReaderStopped(FileRefused):
    """The reading process was stopped. Facts: path, limit (which one it met)."""


class RowInvalid(FileRefused):
    """Facts: path, row, reason."""


class StoreUnusable(DalelError):
    """Going on would lose or corrupt something."""


class DataLocked(StoreUnusable):
    """Facts: path, owner (process id and command)."""


class DataNewer(StoreUnusable):
    """Facts: path, found, known (format versions)."""


class DataDamaged(StoreUnusable):
    """Facts: path, reason."""


class DataUnwritable(StoreUnusable):
    """Facts: path, reason (of the operating system)."""


class IndexUnusable(StoreUnusable):
    """Facts: path, reason."""


class ModelUnusable(StoreUnusable):
    """Facts: path, reason."""


class SubjectIndexInvalid(StoreUnusable):
    """A line of the subject index cannot be read. Facts: path, row, reason."""


class RequestRefused(DalelError):
    """The request itself is at fault."""


class BadCollectionName(RequestRefused):
    """Facts: name."""


class NoCollections(RequestRefused): ...


class CollectionUnknown(RequestRefused):
    """Facts: name, known (the names there are)."""


class CollectionKindDiffers(RequestRefused):
    """Facts: name, kind (it has), asked."""


class DocumentUnknown(RequestRefused):
    """Facts: document."""


class PageUnknown(RequestRefused):
    """Facts: document, page, pages (how many there are)."""


class RecordUnknown(RequestRefused):
    """Facts: record."""


class RecordOutdated(RequestRefused):
    """It does not hold what a replay needs. Facts: record, found, known (formats)."""


class OutputExists(RequestRefused):
    """A file that would be written is there already. Facts: path."""


class OutputUnwritable(RequestRefused):
    """Facts: path, reason (of the operating system)."""


class QuestionEmpty(RequestRefused): ...


class QuestionTooLong(RequestRefused):
    """Facts: limit (in characters)."""


class LanguageUnsupported(RequestRefused): ...


class BatchLineInvalid(RequestRefused):
    """Facts: path, row, reason."""


class PlaceUnclear(RequestRefused):
    """One article of one act was wanted. Facts: place."""


class PhraseInvalid(RequestRefused):
    """Facts: text, words (the most there may be)."""


class NoModel(RequestRefused):
    """A local language model is needed and none is configured."""


class SettingInvalid(RequestRefused):
    """Facts: name, reason."""


class ModelServerFailed(RequestRefused):
    """Facts: url, reason."""


class ModelServerBusy(ModelServerFailed):
    """As many wait for it as may."""


class ModelServerRefused(ModelServerFailed):
    """It answers, but does not take the request. Facts: url, reason."""


class ModelContextExceeded(ModelServerRefused):
    """The request is longer than the context that the model was started with."""


class ModelServerRemote(RequestRefused):
    """Facts: url."""
