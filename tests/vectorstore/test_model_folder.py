"""What may be loaded as a model: whatever could run anything is refused, wherever in the folder it lies."""

import json
import os
import pickle
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casefile.errors import ModelUnusable
from vectorstore.digests import Digests
from vectorstore.model_config import MODULE
from vectorstore.model_folder import CODE, PICKLES, Backend, ModelFolder, Task, examined

TRANSFORMER = "sentence_transformers.base.modules.transformer.Transformer"
SAFETENSORS = (2).to_bytes(8, "little") + b"{}"
SAFE: dict[str, bytes] = {
    "modules.json": json.dumps([{"idx": 0, "name": "0", "path": "", "type": TRANSFORMER}]).encode(),
    "config.json": json.dumps({"architectures": ["BertForSequenceClassification"], "pad": None}).encode(),
    "config_sentence_transformers.json": b'{"prompts": {"query": "?"}}',
    "tokenizer.json": b'{"model": {"auto_map": "a word of the vocabulary"}}',
    "model.safetensors": SAFETENSORS,
    "README.md": b"# Model",
}


def put(folder: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


@contextmanager
def folder_with(**files: bytes) -> Iterator[Path]:
    """A safe model folder with these files besides or instead; hypothesis wants a new one each time."""
    with tempfile.TemporaryDirectory() as place:
        put(Path(place), SAFE | files)
        yield Path(place)


def look(folder: Path, task: Task = Task.EMBED, backend: Backend = Backend.TORCH) -> ModelFolder:
    return examined(folder, task, backend, Digests())


def refused(folder: Path, task: Task = Task.EMBED, backend: Backend = Backend.TORCH) -> str:
    with pytest.raises(ModelUnusable) as caught:
        look(folder, task, backend)
    return caught.value.facts["reason"]


def test_plain_folder_is_accepted() -> None:
    with folder_with() as folder:
        assert look(folder).identity.startswith(f"{folder.name}-")


@pytest.mark.parametrize("name", ["tiny_embedder", "minilm"])
def test_models_as_they_are_handed_out_are_accepted(name: str, request: pytest.FixtureRequest) -> None:
    folder = request.getfixturevalue(name)
    assert look(folder).path == folder


def test_rerankers_as_they_are_handed_out_are_accepted(tiny_reranker: Path) -> None:
    assert look(tiny_reranker, Task.RERANK).path == tiny_reranker


PLACES = st.lists(st.sampled_from(["1_Pooling", "onnx", ".cache", "a b", "ә"]), max_size=3).map("/".join)
NAMES = st.text("abcdefgh_әж.- ", min_size=1, max_size=12).filter(lambda name: name.strip(". "))
EXAMPLES = settings(max_examples=60)


def cased(suffix: str) -> st.SearchStrategy[str]:
    return st.sampled_from([suffix, suffix.upper(), suffix.title()])


@EXAMPLES
@given(PLACES, NAMES, st.sampled_from(sorted(CODE)).flatmap(cased))
def test_folder_that_holds_code_is_refused(place: str, name: str, suffix: str) -> None:
    with folder_with() as folder:
        put(folder / place, {name + suffix: b"harmless"})
        assert refused(folder) == "model_code"


@EXAMPLES
@given(PLACES, NAMES, st.sampled_from(sorted(PICKLES)).flatmap(cased))
def test_folder_that_holds_a_file_that_may_be_a_pickle_is_refused(place: str, name: str, suffix: str) -> None:
    with folder_with() as folder:
        put(folder / place, {name + suffix: b"harmless"})
        assert refused(folder) == "model_pickle"


@EXAMPLES
@given(
    PLACES,
    NAMES,
    st.sampled_from(["", ".txt", ".md", ".model", ".safetensors", ".jinja"]),
    st.recursive(st.none() | st.integers() | st.text(), st.lists),
    st.integers(2, pickle.HIGHEST_PROTOCOL),
)
def test_pickle_under_a_harmless_name_is_refused(
    place: str, name: str, suffix: str, told: object, protocol: int
) -> None:
    with folder_with() as folder:
        put(folder / place, {f"x{name}{suffix}": pickle.dumps(told, protocol)})
        assert refused(folder) == "model_pickle"


def buried(value: object) -> st.SearchStrategy[object]:
    """The value at any depth of JSON."""
    return st.recursive(
        st.just(value),
        lambda inner: st.one_of(
            st.tuples(st.text(max_size=5), inner).map(lambda pair: {pair[0]: pair[1]}),
            st.tuples(st.integers(), inner).map(list),
        ),
        max_leaves=4,
    )


FOREIGN: list[dict[str, object]] = [
    {"auto_map": {"AutoModel": "modeling.Evil"}},
    {"auto_map": "org/other--modeling.Evil"},
    {"trust_remote_code": True},
    {"custom_pipelines": {"x": {"impl": "pipeline.Evil"}}},
    {"attn_implementation": "somebody/kernel"},
    {"_attn_implementation": {"text": "somebody/kernel"}},
    {"activation_function": "torch.hub.load"},
    {"activation_fn": "os.system"},
    {"sbert_ce_default_activation_function": "torch.nn.modules.activation.os.abort"},
]


@EXAMPLES
@given(
    st.sampled_from(["config.json", "tokenizer_config.json", "2_Dense/config.json", "any.json"]),
    st.sampled_from(FOREIGN).flatmap(buried),
)
def test_configuration_that_calls_for_code_is_refused(file: str, told: object) -> None:
    with folder_with(**{file: json.dumps(told).encode()}) as folder:
        assert refused(folder) == "model_foreign"


@pytest.mark.parametrize("activation", ["gelu_new", "torch.nn.modules.activation.Sigmoid", None])
def test_usual_activations_are_accepted(activation: str | None) -> None:
    with folder_with(
        **{"2_Dense/config.json": json.dumps({"activation_function": activation}).encode()}
    ) as f:
        assert look(f).path == f


def modules(*types: str, path: str = "") -> bytes:
    return json.dumps([{"idx": 0, "name": "0", "path": path, "type": type_} for type_ in types]).encode()


@EXAMPLES
@given(
    st.from_regex(r"[a-z_.]{0,30}(os|pickle|modeling|Transformer|Router|torch)", fullmatch=True).filter(
        lambda said: not MODULE.fullmatch(said)
    )
)
@pytest.mark.parametrize("prefix", ["", "sentence_transformers.models."])
def test_module_of_any_other_kind_is_refused(prefix: str, said: str) -> None:
    if MODULE.fullmatch(prefix + said):
        return
    with folder_with(**{"modules.json": modules(TRANSFORMER, prefix + said)}) as folder:
        assert refused(folder) == "model_foreign"


@pytest.mark.parametrize("path", ["../other", "/tmp/other", "a/../../b", "C:\\x", "\\\\host\\x"])
def test_module_outside_the_folder_is_refused(path: str) -> None:
    with folder_with(**{"modules.json": modules(TRANSFORMER, path=path)}) as folder:
        assert refused(folder) == "model_foreign"


@pytest.mark.parametrize("told", [b"[]", b"{}", b'"x"', b'[{"type": 3, "path": ""}]', b"[1]"])
def test_list_of_modules_that_is_none_is_refused(told: bytes) -> None:
    with folder_with(**{"modules.json": told}) as folder:
        assert refused(folder) == "model_foreign"


@pytest.mark.parametrize(
    "told", [b"", b"{", b"\xff\xfe{}", b"[" * 100_000, b'{"a":"' + b"x" * 4_000_000 + b'"}']
)
def test_configuration_that_cannot_be_read_is_refused(told: bytes) -> None:
    with folder_with(**{"config.json": told}) as folder:
        assert refused(folder) == "model_json"


@pytest.mark.parametrize("shard", ["../other.safetensors", "gone.safetensors", "README.md", 3])
def test_weights_outside_the_folder_are_refused(shard: object) -> None:
    index = json.dumps({"weight_map": {"a": "model.safetensors", "b": shard}}).encode()
    with folder_with(**{"model.safetensors.index.json": index}) as folder:
        assert refused(folder) == "model_shards"


def test_adapter_is_refused_since_it_names_another_model() -> None:
    with folder_with(**{"adapter_config.json": b'{"base_model_name_or_path": "org/base"}'}) as folder:
        assert refused(folder) == "model_adapter"


def link_to_folder(folder: Path) -> None:
    (folder / "linked").symlink_to("/usr/lib", target_is_directory=True)


def link_to_nowhere(folder: Path) -> None:
    (folder / "config.txt").symlink_to(folder / "gone")


def pipe(folder: Path) -> None:
    os.mkfifo(folder / "vocab.txt")


@pytest.mark.parametrize("make", [link_to_folder, link_to_nowhere, pipe])
def test_what_is_no_file_is_refused(make: Callable[[Path], None]) -> None:
    with folder_with() as folder:
        make(folder)
        assert refused(folder) == "model_link"


def test_links_to_files_are_followed_as_in_the_hugging_face_cache(tmp_path: Path) -> None:
    put(tmp_path / "blobs", {str(number): content for number, content in enumerate(SAFE.values())})
    (tmp_path / "snapshot").mkdir()
    for number, name in enumerate(SAFE):
        (tmp_path / "snapshot" / name).symlink_to(tmp_path / "blobs" / str(number))
    look(tmp_path / "snapshot")
    (tmp_path / "snapshot" / "notes.txt").symlink_to(tmp_path / "blobs" / "9")
    (tmp_path / "blobs" / "9").write_bytes(pickle.dumps([1]))
    assert refused(tmp_path / "snapshot") == "model_pickle"


@pytest.mark.parametrize("backend", Backend)
def test_folder_without_weights_of_the_back_end_is_refused(backend: Backend) -> None:
    with folder_with() as folder:
        (folder / "model.safetensors").unlink()
        assert refused(folder, backend=backend) == "model_no_weights"


def test_openvino_keeps_its_numbers_in_a_bin_beside_its_xml() -> None:
    with folder_with(**{"openvino/openvino_model.bin": b"\x80\x02"}) as folder:
        assert refused(folder, backend=Backend.OPENVINO) == "model_pickle"
        put(folder, {"openvino/openvino_model.xml": b"<net/>"})
        assert "-openvino-" in look(folder, backend=Backend.OPENVINO).identity
        put(folder, {"openvino/pytorch_model.bin": b"\x80\x02"})
        assert refused(folder, backend=Backend.OPENVINO) == "model_pickle"


def test_reranker_is_no_embedder_and_the_other_way_round(tiny_embedder: Path, tiny_reranker: Path) -> None:
    assert refused(tiny_reranker, Task.EMBED) == "model_not_embedder"
    assert refused(tiny_embedder, Task.RERANK) == "model_not_reranker"


@pytest.mark.parametrize("place", ["gone", "empty", "file"])
def test_folder_that_is_none_is_refused(tmp_path: Path, place: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("x")
    assert refused(tmp_path / place) in ("model_missing", "No such file or directory", "Not a directory")


@given(st.sampled_from(["config.json", "tokenizer.json", "modules.json", "model.safetensors", "README.md"]))
def test_identity_is_that_of_numbers_and_configuration(file: str) -> None:
    with folder_with() as folder:
        before = look(folder).digest
        (folder / file).write_bytes(SAFE[file] + b" ")
        assert (look(folder).digest == before) == (file == "README.md")


def test_identity_does_not_depend_on_weights_of_another_back_end() -> None:
    with folder_with() as folder:
        before = look(folder).digest
        put(folder, {"onnx/model.onnx": b"\x08\x07"})
        assert look(folder).digest == before
        assert look(folder, backend=Backend.ONNX).identity != look(folder).identity


def test_digests_are_remembered_until_the_file_changes(tmp_path: Path) -> None:
    file, remembered = tmp_path / "model.safetensors", tmp_path / "models.json"
    file.write_bytes(b"one")
    first = Digests(remembered).of(file)
    assert first in remembered.read_text()
    remembered.write_text(remembered.read_text().replace(first, "0" * 64))
    assert Digests(remembered).of(file) == "0" * 64  # not read again
    file.write_bytes(b"two")
    assert Digests(remembered).of(file) not in (first, "0" * 64)


@pytest.mark.parametrize("told", ["", "{", "[]", '{"x": 1}', '{"x": [1]}'])
def test_damaged_memory_of_digests_is_no_obstacle(tmp_path: Path, told: str) -> None:
    (tmp_path / "models.json").write_text(told)
    (tmp_path / "a").write_bytes(b"")
    assert Digests(tmp_path / "models.json").of(tmp_path / "a").startswith("e3b0c442")
