"""The training case in examples/: the facts it must agree on, and the promises of its README."""

from __future__ import annotations

import email
import email.policy
import hashlib
import html
import json
import re
from email.message import EmailMessage
from pathlib import Path

import docx
import pypdfium2
import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
CASE = sorted(path for path in (EXAMPLES / "case").iterdir() if path.is_file())
STATUTE = {lang: EXAMPLES / "law" / f"training_statute.{lang}.jsonl" for lang in ("kk", "ru")}
README = (EXAMPLES / "README.md").read_text(encoding="utf-8")
LETTERS = re.compile(r"[^\W\d_]+")
KAZAKH = set("әғқңөұүһі")
BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def flat(text: str) -> str:
    return " ".join(text.split())


def pdf_pages(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


def docx_text(path: Path) -> str:
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def eml_text(path: Path) -> str:
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    headers = [str(value) for value in message.values()]
    texts = [part.get_content() for part in message.walk() if part.get_content_maintype() == "text"]
    return "\n".join(headers + texts)


def text_of(path: Path) -> str:
    """All the text of one example, by plain means: none of Dalel's own readers is used here."""
    match path.suffix:
        case ".pdf":
            return "\n".join(pdf_pages(path))
        case ".docx":
            return docx_text(path)
        case ".eml":
            return eml_text(path)
        case ".html":
            return html.unescape(re.sub(r"<[^>]+>", " ", path.read_text(encoding="utf-8")))
        case ".jsonl":
            return "\n".join(row["title"] + "\n" + row["text"] for row in rows(path))
        case _:
            return path.read_text(encoding="cp1251" if path.name.startswith("05_") else "utf-8")


def rows(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


ALL = [*CASE, *STATUTE.values(), *sorted((EXAMPLES / "guidance").iterdir())]
WHOLE = "\n".join(text_of(path) for path in ALL)
QUESTIONS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in README.splitlines()
    if re.match(r"\| (kk|ru|en)\d ", line)
]


def iin_is_valid(number: str) -> bool:
    digits = [int(digit) for digit in number]
    for weights in (range(1, 12), (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)):
        check = sum(digit * weight for digit, weight in zip(digits, weights, strict=False)) % 11
        if check < 10:
            return check == digits[11] and len(set(digits)) > 1
    return False


def iban_is_valid(number: str) -> bool:
    return int("".join(str(int(sign, 36)) for sign in number[4:] + number[:4])) % 97 == 1


def luhn_is_valid(number: str) -> bool:
    doubled = [int(digit) * (1 + position % 2) for position, digit in enumerate(reversed(number))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def wallet_is_valid(address: str) -> bool:
    value = 0
    for sign in address:
        value = value * 58 + BASE58.index(sign)
    raw = value.to_bytes(25, "big")
    return raw[0] == 0x41 and hashlib.sha256(hashlib.sha256(raw[:21]).digest()).digest()[:4] == raw[21:]


def test_there_are_at_least_ten_documents_in_three_languages() -> None:
    languages = {lang for path in CASE for lang in re.findall(r"\b(kk|ru|en)\b", path.name)}
    assert len(CASE) >= 10
    assert languages == {"kk", "ru", "en"}


def test_every_format_that_dalel_reads_is_among_them() -> None:
    assert {path.suffix for path in ALL} >= {".pdf", ".docx", ".html", ".txt", ".md", ".eml", ".jsonl"}


def test_every_twelve_digit_number_named_iin_or_bin_is_valid() -> None:
    numbers = set(re.findall(r"\b\d{12}\b", WHOLE))
    assert len(numbers) >= 7
    assert [number for number in numbers if not iin_is_valid(number)] == []


def test_every_iban_is_valid() -> None:
    numbers = set(re.findall(r"\bKZ\w{18}\b", WHOLE))
    assert len(numbers) == 3
    assert [number for number in numbers if not iban_is_valid(number)] == []


def test_every_imei_is_valid() -> None:
    numbers = set(re.findall(r"IMEI\)? (\d{15})\b", WHOLE))
    assert len(numbers) == 4
    assert [number for number in numbers if not luhn_is_valid(number)] == []


def test_the_wallet_passes_its_checksum() -> None:
    wallets = set(re.findall(r"\bT[1-9A-HJ-NP-Za-km-z]{33}\b", WHOLE))
    assert len(wallets) == 1
    assert wallet_is_valid(wallets.pop())


def test_every_telephone_number_is_a_fictional_one() -> None:
    numbers = re.findall(r"\+7[\d ]{10,14}\d", flat(WHOLE))
    assert numbers
    assert [number for number in numbers if not re.match(r"\+7 700 000 \d\d \d\d$", number)] == []


def test_every_network_name_and_address_is_a_reserved_one() -> None:
    hosts = re.findall(r"[\w.+-]+@([\w.-]+)", WHOLE)
    addresses = re.findall(r"\b\d{1,3}(?:\.\d{1,3}){3}\b", WHOLE)
    assert hosts and addresses
    assert [host for host in hosts if not host.rstrip(".").endswith(".example")] == []
    assert [a for a in addresses if not a.startswith(("192.0.2.", "198.51.100.", "203.0.113."))] == []
    assert re.findall(r"https?://", WHOLE) == []


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.name)
def test_no_word_mixes_cyrillic_with_latin(path: Path) -> None:
    mixed = {
        word
        for word in LETTERS.findall(text_of(path))
        if re.search("[A-Za-z]", word) and re.search("[\u0400-\u04ff]", word)
    }
    assert mixed == set()


@pytest.mark.parametrize("path", [path for path in ALL if ".kk." in path.name], ids=lambda path: path.name)
def test_kazakh_documents_are_spelled_with_kazakh_letters(path: Path) -> None:
    assert set(text_of(path).lower()) >= KAZAKH - {"һ"}


def test_the_operator_reply_is_windows_1251_and_not_utf8() -> None:
    raw = (EXAMPLES / "case" / "05_otvet_operatora.ru.txt").read_bytes()
    assert "ОТВЕТ НА ЗАПРОС" in raw.decode("cp1251")
    with pytest.raises(UnicodeDecodeError):
        raw.decode("utf-8")


def test_the_pdf_gives_its_source_back_exactly() -> None:
    source = (EXAMPLES / "sources" / "04_otvet_banka.ru.txt").read_text("utf-8").split("--- page ---")
    pages = pdf_pages(EXAMPLES / "case" / "04_otvet_banka.ru.pdf")
    unmarked = [flat(re.sub(r"^(#+|=|>|\^) |\|", "", page, flags=re.MULTILINE)) for page in source]
    assert [flat(page) for page in pages] == [f"{text} – {n} –" for n, text in enumerate(unmarked, 1)]
    assert set("".join(pages).lower()) >= KAZAKH


@pytest.mark.parametrize("name", ["02_postanovlenie_o_prinyatii.ru", "09_dopros_svidetelya_kima.ru"])
def test_the_docx_holds_every_word_of_its_source(name: str) -> None:
    source = (EXAMPLES / "sources" / f"{name}.txt").read_text(encoding="utf-8")
    made = docx_text(EXAMPLES / "case" / f"{name}.docx")
    assert sorted(LETTERS.findall(made)) == sorted(LETTERS.findall(source))


def test_the_forensic_note_quotes_the_true_hash_of_the_chat() -> None:
    chat = EXAMPLES / "case" / "07_khat_almasu_chat.kk-ru.txt"
    digest = hashlib.sha256(chat.read_bytes()).hexdigest()
    note = text_of(EXAMPLES / "case" / "10_phone_examination.en.md")
    assert f"| Chat export, file {chat.name} | {digest} |" in note


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_statute_rows_have_the_documented_keys(lang: str) -> None:
    for row in rows(STATUTE[lang]):
        assert list(row) == ["id", "lang", "law", "doc", "article", "title", "text"]
        assert row["id"] == f"TRAINING-1:{lang}:{row['article']}"
        assert (row["lang"], row["doc"]) == (lang, "TRAINING-1")


def test_the_statute_says_that_it_is_fictional() -> None:
    assert {row["law"] for row in rows(STATUTE["ru"])} == {
        "Учебный закон о цифровых следах и электронных доказательствах (вымышленный)"
    }
    assert {row["law"] for row in rows(STATUTE["kk"])} == {
        "Цифрлық іздер және электрондық дәлелдемелер туралы оқу заңы (ойдан шығарылған)"
    }


def test_both_texts_of_the_statute_have_the_same_articles_and_numbering() -> None:
    def outline(lang: str) -> list[tuple[str, list[str]]]:
        marks = re.compile(r"^\d+[.)]", re.MULTILINE)
        return [(row["article"], marks.findall(row["text"])) for row in rows(STATUTE[lang])]

    assert outline("kk") == outline("ru")
    articles = [article for article, _ in outline("ru")]
    assert articles == [*map(str, range(1, 8)), "7-1", *map(str, range(8, 18))]


def test_the_readme_suggests_four_questions_in_each_language() -> None:
    numbers = [f"{lang}{n}" for lang in ("kk", "ru", "en") for n in (1, 2, 3, 4)]
    assert [question[0] for question in QUESTIONS] == numbers


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question[0])
def test_the_named_document_answers_the_question_in_these_words(question: list[str]) -> None:
    _, _, document, _, words = question
    assert words in flat(text_of(EXAMPLES / document.strip("`")))


def test_every_file_is_listed_in_the_readme_and_every_listed_file_exists() -> None:
    listed = set(re.findall(r"`((?:case|law|guidance)/[^`]+)`", README))
    assert listed == {path.relative_to(EXAMPLES).as_posix() for path in ALL}


def test_only_the_complaint_puts_the_call_after_the_transfers() -> None:
    complaint, bank, operator = (text_of(CASE[n]) for n in (0, 3, 4))
    assert "сағат 14:20 шамасында" in complaint
    assert "Начало 13:05:41" in operator
    assert "17.03.2026 13:38:09 1 450 000" in flat(bank)
    others = "\n".join(text_of(path) for path in CASE[1:])
    assert "14:20" not in others


def test_the_sums_agree() -> None:
    def column(page: str, rows_of_table: str) -> int:
        amount = rf"^[{rows_of_table}] .*?\d\d:\d\d:\d\d (?:\D+ )?(\d[\d ]* 000)\b"
        found = re.findall(amount, page, re.MULTILINE)
        assert len(found) == len(rows_of_table)
        return sum(int(tenge.replace(" ", "")) for tenge in found)

    first, second = pdf_pages(CASE[3])
    sent, received, spent = column(first, "123"), column(second, "123"), column(second, "456")
    assert sent == received == spent == 3_870_000
    assert "Остаток на начало 17 марта 2026 года составлял 4 112 600 тенге" in flat(first)
    assert f"Остаток на счете после операций: {4_112_600 - sent:,} тенге".replace(",", " ") in flat(first)
