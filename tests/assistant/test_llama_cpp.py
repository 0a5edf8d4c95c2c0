"""The adapter of llama-cpp-python with a real GGUF file of random numbers, where the extra and `gguf` are."""

import json
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from assistant.models.llama_cpp import LlamaCppModel
from assistant.ports import Message
from casefile.errors import ModelContextExceeded, ModelServerFailed

pytest.importorskip("llama_cpp", reason="the extra llamacpp is not installed")
gguf = pytest.importorskip("gguf", reason="the package gguf, which writes the model, is not installed")

WIDTH, HEADS, LAYERS, INNER = 64, 4, 2, 128
LETTERS = ' {}[]":,.-0123456789abcdefghijklmnopqrstuvwxyzабвгдежзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі'
SCHEMA = {
    "type": "object",
    "properties": {"said": {"type": "string", "maxLength": 20}},
    "required": ["said"],
    "additionalProperties": False,
}
ASKED = [Message("user", "Көлік қайда? Где машина? Where is the car?")]


@pytest.fixture(scope="module")
def noise(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Llama of two layers that knows bytes and letters, and says them at random."""
    path = tmp_path_factory.mktemp("gguf") / "noise.gguf"
    writer: Any = gguf.GGUFWriter(str(path), "llama")
    tokens = ["<unk>", "<s>", "</s>", *(f"<0x{byte:02X}>" for byte in range(256))]
    kinds = [2, 3, 3] + [6] * 256 + [1] * len(LETTERS)
    tokens += [letter.replace(" ", "▁") for letter in LETTERS]
    writer.add_context_length(4096)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(INNER)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(WIDTH // HEADS)
    writer.add_vocab_size(len(tokens))
    writer.add_tokenizer_model("llama")
    writer.add_token_list(tokens)
    writer.add_token_scores([0.0] * len(tokens))
    writer.add_token_types(kinds)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    for name, values in _weights(len(tokens)):
        writer.add_tensor(name, values.astype(np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def _weights(tokens: int) -> Iterator[tuple[str, np.ndarray[Any, Any]]]:
    random = np.random.default_rng(20_261_128)
    yield "token_embd.weight", random.standard_normal((tokens, WIDTH))
    yield "output.weight", random.standard_normal((tokens, WIDTH))
    yield "output_norm.weight", np.ones(WIDTH)
    for layer in range(LAYERS):
        for name in ("attn_norm", "ffn_norm"):
            yield f"blk.{layer}.{name}.weight", np.ones(WIDTH)
        for name in ("attn_q", "attn_k", "attn_v", "attn_output"):
            yield f"blk.{layer}.{name}.weight", random.standard_normal((WIDTH, WIDTH))
        for name in ("ffn_gate", "ffn_up"):
            yield f"blk.{layer}.{name}.weight", random.standard_normal((INNER, WIDTH))
        yield f"blk.{layer}.ffn_down.weight", random.standard_normal((WIDTH, INNER))


def test_even_noise_keeps_to_the_schema(noise: Path) -> None:
    said = "".join(LlamaCppModel(noise, context=1024).complete(ASKED, SCHEMA))
    told = json.loads(said, strict=False)  # noise says control characters too
    assert set(told) == {"said"} and len(told["said"]) <= 20


def test_who_leaves_frees_the_model_for_the_next(noise: Path) -> None:
    model = LlamaCppModel(noise, context=1024)
    first = model.complete(ASKED, SCHEMA)
    next(first)
    assert isinstance(first, Generator)
    first.close()
    assert next(model.complete(ASKED, SCHEMA))


def test_too_small_a_context_is_told_apart(noise: Path) -> None:
    model = LlamaCppModel(noise, context=64)
    with pytest.raises(ModelContextExceeded):
        list(model.complete([Message("user", "слово " * 500)], SCHEMA))


def test_a_damaged_file_fails_as_a_server_would(tmp_path: Path) -> None:
    path = tmp_path / "damaged.gguf"
    path.write_bytes(b"GGUF" + bytes(100))
    with pytest.raises(ModelServerFailed):
        list(LlamaCppModel(path, context=64).complete(ASKED, SCHEMA))
