"""A real language model that knows nothing, behind a server that speaks the protocol: it writes noise."""

import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from assistant.models.openai_like import OpenAILikeModel
from assistant.models.steady import Steady
from casefile.language import SPOKEN, Language
from prompts.render import phrase
from tests.assistant.material import HITS, QUESTIONS, Notebook, answer
from tests.assistant.server import Handler
from tests.tiny import make_causal

pytestmark = pytest.mark.slow  # torch and transformers: a minute

SECONDS = 15.0
WORDS = 60

Writer = Callable[[str], Iterator[str]]


@pytest.fixture(scope="module")
def write(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Writer]:
    """The model's words after a prompt, drawn with a fixed seed."""
    import torch
    from transformers import LlamaForCausalLM, PreTrainedTokenizerFast

    folder = make_causal(tmp_path_factory.mktemp("models") / "noise")
    model = LlamaForCausalLM.from_pretrained(folder)
    tokenizer = PreTrainedTokenizerFast.from_pretrained(folder)
    OpenAILikeModel("http://127.0.0.1:9/v1").complete([], {})  # the library, before the clock runs

    def words(prompt: str) -> Iterator[str]:
        torch.manual_seed(7)
        read = tokenizer(prompt, return_tensors="pt").input_ids[:, -60:]
        for _ in range(WORDS):
            with torch.no_grad():
                chances = model(read[:, -60:]).logits[0, -1].softmax(-1)
            read = torch.cat([read, torch.multinomial(chances, 1)[None]], dim=1)
            yield tokenizer.decode(read[0, -1]) + " "

    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # for so small a model others only stand in the way
    yield words
    torch.set_num_threads(threads)


@pytest.mark.parametrize("framed", [False, True], ids=["noise alone", "noise in the form that is asked for"])
@pytest.mark.parametrize("language", SPOKEN)
def test_the_extractive_answer_stands_whatever_a_random_model_writes(
    serve: Any, write: Writer, language: Language, framed: bool
) -> None:
    written: list[str] = []

    def speaking(handler: Handler, asked: dict[str, Any]) -> None:
        prompt = asked["messages"][1]["content"]
        id_ = next(line for line in prompt.splitlines() if line.startswith("[P"))[1:4]
        handler.begin()
        handler.say('{"claims":[{"text":"' if framed else "")
        for word in write(prompt):
            written.append(word)
            handler.say(word.replace('"', "").replace("\\", ""))
        handler.say('","quotes":[{"id":"' + id_ + '","quote":"a b c d"}]}]}' if framed else "")
        handler.wfile.write(b"data: [DONE]\n\n")

    url, posts = serve(speaking)
    records, began = Notebook(), time.monotonic()
    model = Steady(OpenAILikeModel(url, model="noise", timeout=SECONDS), url)
    given = answer(QUESTIONS[language], list(HITS.values()), model=model, records=records, seconds=SECONDS)
    assert time.monotonic() - began < SECONDS + 2
    # Statements in the form are mended once, noise is not.
    assert len(posts) == (2 if framed else 1) and len(written) == WORDS * len(posts)
    assert len(set(written)) > 20
    assert given.language is language
    assert phrase("model_unproved" if framed else "model_nonsense", language) in given.notices
    assert given.claims and all(claim.citations for claim in given.claims)
    assert records.kept[0][1]["composer"] == "extractive"
