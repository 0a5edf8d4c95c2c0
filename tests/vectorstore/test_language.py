"""Language identification, measured on texts of other authors than the Kazakh profile's."""

import json
import random
import subprocess
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from casefile.language import Language
from vectorstore.analysis import Analyser
from vectorstore.language import LetterAndProfileIdentifier
from vectorstore.lexicon import Lexicon

KK, RU, EN, UND = Language.KK, Language.RU, Language.EN, Language.UND
TYPED = str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮҺІ", "агкноуухиАГКНОУУХИ")


@pytest.fixture(scope="module")
def identifier() -> LetterAndProfileIdentifier:
    """As the product makes it."""
    analyser = Analyser(Lexicon())
    return LetterAndProfileIdentifier(analyser.spelled, analyser.languages)


def share(identifier: LetterAndProfileIdentifier, texts: Iterable[str], language: Language) -> float:
    found = [identifier.identify(text) for text in texts]
    assert len(found) > 100
    return found.count(language) / len(found)


def rows(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def kazakh_passages(shared: Path) -> list[str]:
    laws = [row["text"] for path in sorted((shared / "laws/kk").glob("*.jsonl")) for row in rows(path)]
    wiki = list(dict.fromkeys(row["context"] for row in rows(shared / "eval/kazqad_rc_dev.jsonl")))
    return [text for text in laws + wiki if len(text) > 60]


def kazakh_questions(shared: Path) -> list[str]:
    return list(dict.fromkeys(row["question"] for row in rows(shared / "eval/kazqad_rc_dev.jsonl")))


def xquad(shared: Path, language: str) -> tuple[list[str], list[str]]:
    articles = json.loads((shared / f"eval/xquad.{language}.json").read_text(encoding="utf-8"))["data"]
    paragraphs = [paragraph for article in articles for paragraph in article["paragraphs"]]
    questions = [question["question"] for paragraph in paragraphs for question in paragraph["qas"]]
    return [paragraph["context"] for paragraph in paragraphs], questions


def snippets(texts: list[str], words: int = 5) -> list[str]:
    draw = random.Random(1)
    found = []
    for text in texts * 2:
        parts = text.split()
        start = draw.randrange(max(1, len(parts) - words))
        found.append(" ".join(parts[start : start + words]))
    return [snippet for snippet in found if sum(map(str.isalpha, snippet)) > 10]


def test_kazakh_passages_are_kazakh(identifier: LetterAndProfileIdentifier, shared: Path) -> None:
    assert share(identifier, kazakh_passages(shared), KK) >= 0.99


def test_kazakh_questions_are_kazakh(identifier: LetterAndProfileIdentifier, shared: Path) -> None:
    assert share(identifier, kazakh_questions(shared), KK) >= 0.98


def test_kazakh_without_its_letters_is_kazakh(identifier: LetterAndProfileIdentifier, shared: Path) -> None:
    passages = [text.translate(TYPED) for text in kazakh_passages(shared)]
    questions = [text.translate(TYPED) for text in kazakh_questions(shared)]
    assert share(identifier, passages, KK) >= 0.98
    assert share(identifier, questions, KK) >= 0.97


@pytest.mark.parametrize("language", [RU, EN])
def test_paragraphs_and_questions(
    identifier: LetterAndProfileIdentifier, shared: Path, language: Language
) -> None:
    paragraphs, questions = xquad(shared, language)
    assert share(identifier, paragraphs, language) >= 0.99
    assert share(identifier, questions, language) >= 0.99


def test_russian_laws_are_russian(identifier: LetterAndProfileIdentifier, shared: Path) -> None:
    articles = rows(shared / "laws/ru/criminal_procedure_code.jsonl")
    assert share(identifier, [row["text"] for row in articles if len(row["text"]) > 60], RU) >= 0.99
    assert share(identifier, [row["title"] for row in articles], RU) >= 0.98


# Five words cut from anywhere, many of them lists of names; nothing was learned from these authors.
def encyclopedia(shared: Path, language: Language) -> list[str]:
    if language is not KK:
        return xquad(shared, language)[0]
    return list(dict.fromkeys(row["context"] for row in rows(shared / "eval/kazqad_rc_dev.jsonl")))


@pytest.mark.parametrize("language", [KK, RU, EN])
def test_five_words_are_enough(
    identifier: LetterAndProfileIdentifier, shared: Path, language: Language
) -> None:
    assert share(identifier, snippets(encyclopedia(shared, language) * 2), language) >= 0.98


def test_five_words_typed_without_kazakh_letters(
    identifier: LetterAndProfileIdentifier, shared: Path
) -> None:
    typed = [snippet.translate(TYPED) for snippet in snippets(encyclopedia(shared, KK) * 2)]
    assert share(identifier, typed, KK) >= 0.98


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("188-бап", KK),
        ("188 бап 2 болик", KK),
        ("31-б.", KK),
        ("ҚР ҚК 188-бабының 2-тармағы", KK),
        ("ұрлық", KK),
        ("АЛАЯҚТЫҚ", KK),
        ("урлык ушин кандай жаза", KK),
        ("алаяктык деген не?", KK),
        ("бiлгiм келмейдi", KK),  # Latin i, as on the state's own site
        ("ст. 188 деген не", KK),
        ("ЖСН 061211600012", KK),
        ("алаяктык", KK),
        ("кража", RU),
        ("ст. 188", RU),
        ("статья 188", RU),
        ("п.п. 1), 2)", RU),
        ("ч. 2 ст. 188 УК РК", RU),
        ("что такое 188-бап?", RU),
        ("ИИН 061211600012", RU),
        ("Қасымов кто такой", RU),
        ("Где находится Әсел Қасымова?", RU),
        ("УГОЛОВНЫЙ КОДЕКС РЕСПУБЛИКИ КАЗАХСТАН", RU),
        ("art. 5", EN),
        ("Article 6(1)(b)", EN),
        ("penalty for theft", EN),
        ("188", UND),
        ("", UND),
        ("???", UND),
        ("+7 701 123 45 67", UND),
    ],
)
def test_short_texts(identifier: LetterAndProfileIdentifier, text: str, language: Language) -> None:
    assert identifier.identify(text) is language


@pytest.mark.parametrize(
    "text",
    [
        "Яке покарання передбачено за крадіжку?",
        "Хто вбив людину і де це сталося?",
        "Скільки років дають за розбій?",
        "Яке пакаранне за крадзеж?",
        "Какво е наказанието за кражба?",
        "Која је казна за крађу?",
        "Ўғирлик учун қандай жазо белгиланган?",
        "Терговчи суд қарорисиз тинтув ўтказиши мумкинми?",
        "Уурулук үчүн кандай жаза каралган?",
        "Урлау өчен нинди җәза каралган?",
        "Welche Strafe steht auf Diebstahl?",
        "Wer hat den Mann getötet und wo ist er?",
        "Hırsızlığın cezası nedir?",
        "Polis şüpheliyi ne kadar süre tutabilir?",
        "Quelle est la peine pour vol?",
        "¿Quién mató al hombre?",
        "O'g'irlik uchun qanday jazo belgilangan?",
        "盗窃罪的处罚是什么？",
        "谁杀了那个人？",
        "절도죄의 처벌은 무엇입니까?",
        "ما هي عقوبة السرقة؟",
        "Ποια είναι η ποινή για κλοπή;",
    ],
)
def test_a_fourth_language_is_undetermined(identifier: LetterAndProfileIdentifier, text: str) -> None:
    assert identifier.identify(text) is UND


def test_threads_agree(shared: Path) -> None:
    texts = [text.translate(TYPED) for text in snippets(kazakh_passages(shared)[:150], 3)]
    alone = [LetterAndProfileIdentifier().identify(text) for text in texts[:50]]
    fresh = LetterAndProfileIdentifier()
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(fresh.identify, texts[:50] * 8))
    assert together == alone * 8


def test_importing_it_does_not_import_langdetect() -> None:
    code = "import sys, vectorstore.language; sys.exit('langdetect' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
