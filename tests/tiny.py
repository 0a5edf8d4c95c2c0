"""Models of a few thousand random numbers, made on the spot: files in the real formats, no sense in them."""

from pathlib import Path

TEXTS = """Ұрлық, яғни бөтен мүлікті жасырын жымқыру. Тергеуші телефонды алды. Салық төленеді.
Кража, то есть тайное хищение чужого имущества. Следователь изъял телефон. Налог уплачен.
Theft, that is the secret stealing of another's property. The investigator seized a telephone.
A tax is paid."""


def make_embedder(
    folder: Path, *, seed: int = 1, hidden: int = 32, longest: int = 64, prompts: dict[str, str] | None = None
) -> Path:
    """A BERT of one layer with mean pooling, as sentence-transformers saves it."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.base.modules import Transformer
    from sentence_transformers.sentence_transformer.modules import Pooling
    from transformers import BertConfig, BertModel

    plain = _plain(folder.parent / f"{folder.name}-plain", BertModel, BertConfig, seed, hidden, longest)
    transformer = Transformer(str(plain))
    model = SentenceTransformer(modules=[transformer, Pooling(hidden)], prompts=prompts, device="cpu")
    model.save_pretrained(str(folder), create_model_card=False)
    return folder


def make_roberta(folder: Path, *, longest: int = 34) -> Path:
    """Like XLM-R, whose first two positions stand for padding: `longest` positions take two tokens fewer."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.base.modules import Transformer
    from sentence_transformers.sentence_transformer.modules import Pooling
    from transformers import XLMRobertaConfig, XLMRobertaModel

    plain = _plain(folder.parent / f"{folder.name}-plain", XLMRobertaModel, XLMRobertaConfig, 1, 32, longest)
    model = SentenceTransformer(modules=[Transformer(str(plain)), Pooling(32)], device="cpu")
    model.save_pretrained(str(folder), create_model_card=False)
    return folder


def make_reranker(folder: Path, *, seed: int = 1, labels: int = 1) -> Path:
    """A BERT of one layer that scores a pair, as transformers saves it: most rerankers are handed out so."""
    from transformers import BertConfig, BertForSequenceClassification

    return _plain(folder, BertForSequenceClassification, BertConfig, seed, 32, 64, num_labels=labels)


def make_causal(folder: Path, *, seed: int = 1, longest: int = 128) -> Path:
    """A Llama of one layer that writes: any word after any other."""
    from transformers import LlamaConfig, LlamaForCausalLM

    return _plain(folder, LlamaForCausalLM, LlamaConfig, seed, 32, longest)


def _plain(  # type: ignore[no-untyped-def]  # classes of an untyped library
    folder: Path, model_class, config_class, seed: int, hidden: int, longest: int, **config
) -> Path:
    import torch
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors, trainers
    from transformers import PreTrainedTokenizerFast

    special = ["<pad>", "<unk>", "<s>", "</s>", "<mask>"]
    tokenizer = Tokenizer(models.WordPiece(unk_token="<unk>"))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.train_from_iterator(
        TEXTS.split(), trainers.WordPieceTrainer(vocab_size=400, special_tokens=special)
    )
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", pair="<s> $A </s> $B </s>", special_tokens=[("<s>", 2), ("</s>", 3)]
    )
    names = {"pad_token": "<pad>", "unk_token": "<unk>", "cls_token": "<s>", "sep_token": "</s>"}
    wrapped = PreTrainedTokenizerFast(tokenizer_object=tokenizer, mask_token="<mask>", **names)
    torch.manual_seed(seed)
    shape = {"hidden_size": hidden, "intermediate_size": 2 * hidden, "num_hidden_layers": 1}
    made = config_class(
        vocab_size=tokenizer.get_vocab_size(),
        max_position_embeddings=longest,
        num_attention_heads=2,
        pad_token_id=0,
        initializer_range=1.0,
        **shape,
        **config,
    )
    model_class(made).save_pretrained(str(folder))
    wrapped.save_pretrained(str(folder))
    return folder


def export_onnx(folder: Path, file: str = "onnx/model.onnx") -> Path:
    """Writes the transformer of a model folder as ONNX beside its weights, as model hubs hand it out."""
    import warnings

    import torch
    from transformers import AutoConfig, AutoModel, AutoModelForSequenceClassification

    ranks = str(AutoConfig.from_pretrained(folder).architectures[0]).endswith("SequenceClassification")
    model = (AutoModelForSequenceClassification if ranks else AutoModel).from_pretrained(
        folder, attn_implementation="eager"
    )
    names = ["input_ids", "attention_mask", "token_type_ids"]

    class Network(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, ids, mask, kinds):  # type: ignore[no-untyped-def]  # tensors
            found = self.model(input_ids=ids, attention_mask=mask, token_type_ids=kinds)
            return found.logits if ranks else found.last_hidden_state

    ones = torch.ones(2, 3, dtype=torch.long)
    target = folder / file
    target.parent.mkdir(exist_ok=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Network().eval(),
            (ones, ones, ones * 0),
            str(target),
            dynamo=False,
            input_names=names,
            output_names=["logits" if ranks else "last_hidden_state"],
            dynamic_axes={name: {0: "texts", 1: "tokens"} for name in names},
        )
    return target


def export_openvino(onnx: Path) -> Path:
    """The same network as OpenVINO keeps it."""
    import openvino

    folder = onnx.parents[1] / "openvino"
    folder.mkdir(exist_ok=True)
    openvino.save_model(openvino.Core().read_model(str(onnx)), str(folder / "openvino_model.xml"), False)
    return folder
