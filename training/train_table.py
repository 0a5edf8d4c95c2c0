"""Trains the built-in embedding table: a folded subword tokenizer and one vector per subword.

A text's vector is the mean of its subwords' vectors; texts that mean the same, in any two of the three
languages, are pulled together and all others of a batch pushed apart. A batch holds pairs of one sort only:
beside other phrases of the law a phrase learns what sets it apart, beside a line of software it learns
nothing, and its loose likeness blurs the translations. Knows nothing of search.

    python -m training.train_table --data ../shared/data --out vectorstore/static_table
"""

import argparse
import json
import os
import random
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors.numpy import save_file
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

from training.corpus import Pair, held_out, read_articles, read_own, read_pairs, read_phrases_of_articles
from vectorstore.subject_index.phrases import built_in

_KAZAKH_FOLD = {
    "ә": "а", "ғ": "г", "қ": "к", "ң": "н", "ө": "о", "ұ": "у", "ү": "у", "һ": "х", "і": "и",
}  # fmt: skip
_CYRILLIC = "[а-яёәғқңөұүһі]"
_UNKNOWN = "[UNK]"
_START = "▁"


SORTS = {  # of a pair's kind: what it is batched with
    "sent": "translation", "short": "translation", "own": "translation", "dict": "term", "term": "term",
    "title": "article", "run": "article", "phrase": "phrase",
}  # fmt: skip
LOOSE = frozenset({"article", "phrase"})


@dataclass(frozen=True, slots=True)
class Recipe:
    """Every number that decides what comes out."""

    vocabulary: int = 32_000
    dimension: int = 256
    epochs: int = 8
    batch: int = 1024
    rate: float = 0.02
    scale: float = 12.0  # of the cosines of translations
    loose_scale: float = 8.0  # of those of pairs that only speak of the same
    phrase_share: float = 0.3  # of the pairs of everyday phrases, drawn anew for every epoch
    dropped: float = 0.1  # share of subwords left out of a text at random
    term_repeats: int = 4
    spread: float = 0.01  # rows that training never touches must stay short
    seed: int = 7


def folding() -> normalizers.Normalizer:
    """Lower case without the letters people do not type; look-alikes only inside Cyrillic words."""
    steps: list[normalizers.Normalizer] = [normalizers.NFC(), normalizers.Lowercase()]
    steps.append(normalizers.Replace("\u00ad", ""))
    for latin, cyrillic in (("i", "и"), ("h", "х")):
        inside = Regex(f"(?<={_CYRILLIC}){latin}|{latin}(?={_CYRILLIC})")
        steps.append(normalizers.Replace(inside, cyrillic))
    steps += [normalizers.Replace(plain, folded) for plain, folded in {"ё": "е", **_KAZAKH_FOLD}.items()]
    return normalizers.Sequence(steps)


def train_tokenizer(texts: Sequence[str], recipe: Recipe) -> Tokenizer:
    """A unigram tokenizer whose words never see their neighbours (the numpy loader relies on it)."""
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = folding()
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.WhitespaceSplit(),
            pre_tokenizers.Punctuation("removed"),
            pre_tokenizers.Metaspace(_START, prepend_scheme="always"),
        ]
    )
    trainer = trainers.UnigramTrainer(
        vocab_size=recipe.vocabulary,
        special_tokens=[_UNKNOWN],
        unk_token=_UNKNOWN,
        max_piece_length=16,
        shrinking_factor=0.75,
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    tokenizer.model = _in_fixed_order(tokenizer)
    return tokenizer


def train_rows(tokenizer: Tokenizer, pairs: Sequence[Pair], recipe: Recipe) -> np.ndarray:
    """One float32 row per subword; zero for the unknown one and the bare start of a word."""
    torch.manual_seed(recipe.seed)
    torch.set_num_threads(2)
    draw = random.Random(recipe.seed)
    left = _encode(tokenizer, [pair.left for pair in pairs])
    right = _encode(tokenizer, [pair.right for pair in pairs])
    articles: dict[str, int] = {}
    about = np.array([articles.setdefault(pair.about or str(n), n) for n, pair in enumerate(pairs)])
    bag = torch.nn.EmbeddingBag(
        tokenizer.get_vocab_size(), recipe.dimension, mode="sum", include_last_offset=True
    )
    torch.nn.init.normal_(bag.weight, std=recipe.spread)
    adam = torch.optim.Adam(bag.parameters(), lr=recipe.rate, betas=(0.9, 0.999))
    steps = recipe.epochs * len(_epoch(pairs, recipe, random.Random(recipe.seed)))
    schedule = torch.optim.lr_scheduler.LambdaLR(adam, lambda step: max(0.01, 1 - step / steps))
    step, spent = 0, time.monotonic()
    for _ in range(recipe.epochs):
        for sort, batch in _epoch(pairs, recipe, draw):
            first = _bag(bag, [left[i] for i in batch], recipe.dropped)
            second = _bag(bag, [right[i] for i in batch], recipe.dropped)
            scale = recipe.loose_scale if sort in LOOSE else recipe.scale
            loss = _contrast(first, second, scale, torch.from_numpy(about[batch]))
            adam.zero_grad()
            loss.backward()
            adam.step()
            schedule.step()
            step += 1
            if step % 100 == 0:
                took = f"{time.monotonic() - spent:.0f} s"
                print(f"step {step} of {steps}: loss {loss.item():.3f}, {took}", flush=True)
    rows: np.ndarray = bag.weight.detach().numpy().copy()
    for silent in (_UNKNOWN, _START):
        rows[tokenizer.token_to_id(silent)] = 0.0
    return rows


def _epoch(pairs: Sequence[Pair], recipe: Recipe, draw: random.Random) -> list[tuple[str, list[int]]]:
    """Batches of one sort each, in random order; what does not fill a batch waits for the next epoch."""
    sorts: defaultdict[str, list[int]] = defaultdict(list)
    for n, pair in enumerate(pairs):
        sorts[SORTS[pair.kind]] += [n] * (recipe.term_repeats if pair.kind == "term" else 1)
    batches = []
    for sort, numbers in sorts.items():
        draw.shuffle(numbers)
        taken = numbers[: int(len(numbers) * recipe.phrase_share)] if sort == "phrase" else numbers
        batches += [(sort, batch) for batch in _batches(taken, recipe.batch)]
    draw.shuffle(batches)
    return batches


def save(folder: Path, tokenizer: Tokenizer, rows: np.ndarray) -> None:
    """Writes what `vectorstore.embedders.static` reads: a byte a number, and a scale for each row."""
    folder.mkdir(parents=True, exist_ok=True)
    scale = (np.abs(rows).max(axis=1) / 127).astype(np.float32)
    whole = np.rint(rows / np.where(scale > 0, scale, 1)[:, np.newaxis]).astype(np.int8)
    save_file({"embedding.weight": whole, "embedding.scale": scale}, folder / "model.safetensors")
    (folder / "model.safetensors").chmod(0o644)
    (folder / "tokenizer.json").write_text(tokenizer.to_str(pretty=False) + "\n", encoding="utf-8")


def _in_fixed_order(tokenizer: Tokenizer) -> models.Unigram:
    """The same subwords in every run: the trainer's order, and its last digits, follow a random hash."""
    learned = json.loads(tokenizer.to_str())["model"]["vocab"]
    rounded = {piece: round(score, 3) for piece, score in learned if piece != _UNKNOWN}
    ordered = sorted(rounded.items(), key=lambda entry: (-entry[1], entry[0]))
    return models.Unigram([(_UNKNOWN, 0.0), *ordered], unk_id=0, byte_fallback=False)


def _batches(order: list[int], size: int) -> Iterator[list[int]]:
    for start in range(0, len(order) - size + 1, size):
        yield order[start : start + size]


def _encode(tokenizer: Tokenizer, texts: Sequence[str]) -> list[np.ndarray]:
    return [
        np.array(found.ids, dtype=np.int64)
        for found in tokenizer.encode_batch(texts, add_special_tokens=False)
    ]


def _bag(bag: torch.nn.EmbeddingBag, ids: Sequence[np.ndarray], dropped: float) -> torch.Tensor:
    flat = torch.from_numpy(np.concatenate(ids))
    offsets = torch.from_numpy(np.cumsum([0] + [len(one) for one in ids]))
    kept = (torch.rand(len(flat)) >= dropped).float() if dropped else None
    return torch.nn.functional.normalize(bag(flat, offsets, per_sample_weights=kept), dim=-1)


def _contrast(first: torch.Tensor, second: torch.Tensor, scale: float, about: torch.Tensor) -> torch.Tensor:
    """Each text has to find its own partner in the batch; others about the same article are left out."""
    same = about[:, None] == about[None, :]
    same.fill_diagonal_(fill_value=False)
    scores = (first @ second.T * scale).masked_fill(same, -1e9)
    own = torch.arange(len(first))
    both = [torch.nn.functional.cross_entropy(one, own) for one in (scores, scores.T)]
    return (both[0] + both[1]) / 2


def main() -> None:
    """Reads the pairs, trains, writes the folder and prints what the held-out pairs say."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    for name, value in ((field, getattr(Recipe(), field)) for field in Recipe.__dataclass_fields__):
        options.add_argument(f"--{name}", type=type(value), default=value)
    chosen = vars(options.parse_args())
    data, out = (chosen.pop(name) for name in ("data", "out"))
    recipe = Recipe(**chosen)
    os.environ["TOKENIZERS_PARALLELISM"] = "true"
    training, _ = held_out(read_pairs(data))
    training += list(read_articles(data))
    training += [*read_own(), *read_phrases_of_articles(data, built_in())]
    texts = [side for pair in training for side in (pair.left, pair.right)]
    started = time.monotonic()
    tokenizer = train_tokenizer(texts, recipe)
    print(f"tokenizer: {tokenizer.get_vocab_size()} subwords, {time.monotonic() - started:.0f} s", flush=True)
    save(out, tokenizer, train_rows(tokenizer, training, recipe))


if __name__ == "__main__":
    main()
