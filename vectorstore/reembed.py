"""Makes the vectors of the model that is wanted while another serves, then lets it serve.

Step by step: whoever iterates may stop between two steps, and may be killed in any of them. Vectors go to
the ledger a few at a time and are never made twice; the new dense index is filled beside the old one from
the ledger, and takes its place in one instant.
"""

from collections.abc import Generator, Iterator
from dataclasses import dataclass

import numpy as np

from casefile.ledger import Ledger
from vectorstore.compartment import Compartment
from vectorstore.indexes import BATCH, embed
from vectorstore.ports import DenseIndex, Vectors

STEP = 64  # passages embedded at a time: on a slow machine the work of half a minute is lost by a kill
LATE = 500  # ids in one statement


@dataclass(frozen=True, slots=True)
class Progress:
    made: int  # passages that have a vector of the wanted model
    passages: int


def reembed(compartment: Compartment, step: int = STEP) -> Generator[Progress]:
    """Until the wanted model serves. Files may be taken in and questions asked meanwhile."""
    derived, ledger = compartment.derived, compartment.ledger
    while derived.outdated:
        yield from _embedded(compartment, step)
        with derived.beside() as (name, dense):
            filled = set[str]()
            for ids, vectors in _made(ledger, derived.wanted.name):
                dense.upsert(ids, vectors)
                filled.update(ids)
                yield Progress(*ledger.vectors.progress(derived.wanted.name))
            with derived.writing:  # nobody takes in files: what came since is caught up
                if len(late := ledger.vectors.missing(derived.wanted.name, "", step + 1)) > step:
                    continue
                if late:
                    embed(ledger, derived.wanted, late)
                _catch_up(ledger, derived.wanted.name, dense, filled)
                derived.adopt(name, dense)
    derived.forget_outdated()


def _embedded(compartment: Compartment, step: int) -> Iterator[Progress]:
    ledger, wanted = compartment.ledger, compartment.derived.wanted
    made, passages = ledger.vectors.progress(wanted.name)
    after = ""
    while some := ledger.vectors.missing(wanted.name, after, step):
        embed(ledger, wanted, some)
        made, after = made + len(some), some[-1].id
        yield Progress(made, max(made, passages))


def _made(ledger: Ledger, model: str) -> Iterator[tuple[list[str], Vectors]]:
    for batch in ledger.vectors.visible(model, BATCH):
        if has := [(passage.id, vector) for passage, vector in batch if vector is not None]:
            yield _rows(has)


def _catch_up(ledger: Ledger, model: str, dense: DenseIndex, filled: set[str]) -> None:
    visible = ledger.passages.ids()
    dense.delete(filled - visible)
    new = sorted(visible - filled)
    for start in range(0, len(new), LATE):
        dense.upsert(*_rows(list(ledger.vectors.get(model, new[start : start + LATE]).items())))


def _rows(has: list[tuple[str, bytes]]) -> tuple[list[str], Vectors]:
    vectors = np.stack([np.frombuffer(vector, dtype="<f4") for _, vector in has]).astype(np.float32)
    return [id_ for id_, _ in has], vectors
