"""Reads the statements out of a model's reply while it is still coming, and out of damaged replies.

Every complete object with a text and quotes counts, wherever it stands: after prose, in a code fence,
before a broken tail. Knows nothing of passages; what it reads is a proposal, not a fact.
"""

import json
from collections.abc import Iterator

from assistant.verdict import Proposed, Quoted

LONGEST_OBJECT = 8_000  # characters of one statement
DEEPEST = 6  # objects inside objects
MOST_CLAIMS, MOST_QUOTES = 40, 12

_THINKING, _THOUGHT = "<think>", "</think>"


class ReplyReader:
    """Takes a reply piece by piece; gives each statement as soon as its object is closed."""

    def __init__(self) -> None:
        self.empty = False  # the reply said, in our form, that there is no answer
        self.given = 0  # statements so far
        self._text = ""
        self._at = 0
        self._open: list[int] = []  # where the objects begin that are open
        self._quoted = self._escaped = False
        self._thinking: bool | None = None

    def feed(self, piece: str) -> Iterator[Proposed]:
        """The statements that this piece completes."""
        self._text += piece
        if self._still_thinking():
            return
        while self._at < len(self._text) and self.given < MOST_CLAIMS:
            char, at = self._text[self._at], self._at
            self._at += 1
            if self._quoted:
                self._inside_string(char)
            elif char == '"' and self._open:
                self._quoted = True
            elif char == "{":
                self._open.append(at)
            elif char == "}" and self._open:
                start = self._open.pop()
                if len(self._open) < DEEPEST and at - start < LONGEST_OBJECT:
                    yield from self._statement(self._text[start : at + 1])

    def _still_thinking(self) -> bool:
        # Thoughts of a reasoning model are drafts: nothing in them is said.
        if self._thinking is None:
            head = self._text.lstrip()
            if len(head) < len(_THINKING) and _THINKING.startswith(head):
                return True
            self._thinking = head.startswith(_THINKING)
        if self._thinking:
            end = self._text.find(_THOUGHT)
            if end < 0:
                return True
            self._thinking, self._at = False, end + len(_THOUGHT)
        return False

    def _inside_string(self, char: str) -> None:
        if self._escaped:
            self._escaped = False
        elif char == "\\":
            self._escaped = True
        elif char == '"':
            self._quoted = False

    def _statement(self, written: str) -> Iterator[Proposed]:
        try:
            read = json.loads(written, strict=False)
        except (ValueError, RecursionError):
            return
        if isinstance(read, dict) and read.get("claims") == []:
            self.empty = True
        proposed = _proposed(read)
        if proposed is not None:
            self.given += 1
            yield proposed


def _proposed(read: object) -> Proposed | None:
    if not isinstance(read, dict) or not isinstance(text := read.get("text"), str) or not text.strip():
        return None
    quotes = read.get("quotes")
    if not isinstance(quotes, list):
        return None
    return Proposed(_whole(text), tuple(quoted for one in quotes[:MOST_QUOTES] if (quoted := _quoted(one))))


def _quoted(read: object) -> Quoted | None:
    if not isinstance(read, dict):
        return None
    passage, quote = read.get("id"), read.get("quote")
    return Quoted(passage, _whole(quote)) if isinstance(passage, str) and isinstance(quote, str) else None


def _whole(text: str) -> str:
    # JSON can write half of a surrogate pair, which no file and no database takes.
    return text.encode("utf-8", "replace").decode("utf-8")
