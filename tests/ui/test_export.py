"""A recorded answer as DOCX, PDF and JSON: complete, marked, harmless, the same every time."""

import hashlib
import io
import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
import pypdfium2
import pytest

from assistant.answered import Answered
from casefile.errors import OutputExists, OutputUnwritable, RecordUnknown
from casefile.language import SPOKEN, Language
from tests.ui.conftest import COLLECTIONS, Dalel
from tests.ui.test_contract import ROOT, holds
from ui.cli.export import run
from ui.cli.session import opened
from ui.contract import answer_json
from ui.desk import Desk
from ui.export.document import describe
from ui.export.format import Format
from ui.export.pdf import drawable
from ui.export.write import export
from ui.records import Kept
from ui.speech import say

QUESTIONS = {
    Language.KK: "Құрылғы иесіне қандай мерзімде қайтарылады?",
    Language.RU: "В какой срок устройство возвращают владельцу?",
    Language.EN: "What is the SHA-256 of the image of the suspect's telephone?",
}
UNKNOWN = {
    Language.KK: "Ауыл шаруашылығына субсидияны кім төлейді?",
    Language.RU: "Кто платит субсидии сельскому хозяйству?",
    Language.EN: "Who wrote the opera about the silkworm?",
}
AT = "2026-01-05T09:00:00+00:00"
LETTERS = "әғқңөұүһіӘҒҚҢӨҰҮҺІ №§₸«»–—→"
MARKUP = '<b>x</b> <a href="http://x.example">y</a> <img src="file:///etc/passwd"/> &amp; ]]> <br/>'
HOSTILE = {
    "markup": MARKUP,
    "emoji": "Төлем 😀 түсті",
    "arabic": "دفع المال",
    "control": "a\x00b\x1b[2Jc\x0bd\ufffee",
    "surrogate": "a\ud800b",
    "bidi": "paid \u202eton",
    "long": "ж" * 50_000,
    "lines": "а\r\nб\n\n" * 50,
    "empty": "",
}


@pytest.fixture(scope="module")
def data(training: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shutil.copytree(training, tmp_path_factory.mktemp("export") / "data")


@pytest.fixture(scope="module")
def kept(data: Path) -> dict[Language, Kept]:
    with opened(data) as (desk, _):
        return {language: ask(desk, text, list(COLLECTIONS)) for language, text in QUESTIONS.items()}


@pytest.fixture(scope="module")
def refused(data: Path) -> dict[Language, Kept]:
    with opened(data) as (desk, _):
        return {language: ask(desk, text, ["guidance"]) for language, text in UNKNOWN.items()}


def ask(desk: Desk, text: str, names: list[str]) -> Kept:
    (answer,) = [e.answer for e in desk.ask(text, names, Language.KK) if isinstance(e, Answered)]
    kept = desk.kept(answer.record[:8])
    assert kept.answer == json.loads(json.dumps(answer_json(answer)))
    return kept


def with_text(kept: Kept, text: str) -> Kept:
    """The record with this text wherever others wrote something."""
    answer, how = json.loads(json.dumps((kept.answer, kept.provenance)))
    answer["notices"] = [text[:500]]
    answer["claims"][0]["text"] = text
    for citation in answer["citations"]:
        citation |= {"quote": text, "title": text[:200], "path": text[:200]}
    for twin in (twin for hit in how["hits"] for twin in hit["twins"]):
        twin["text"] = text[:500]
    return replace(kept, answer=answer, provenance=how | {"question": text[:4_000]})


def pdf_pages(content: bytes) -> list[str]:
    pdf = pypdfium2.PdfDocument(content)
    return [page.get_textpage().get_text_range() for page in pdf]


def docx_text(content: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs)


def squeezed(text: str) -> str:
    """Without what a line break of the layout adds: spaces, and pdfium's mark of a broken word."""
    return re.sub(r"[\s\ufffe\u00ad]+", "", text)


def expected(kept: Kept, language: Language) -> Iterator[str]:
    """What every layout must hold."""
    document = describe(kept)
    yield document.question
    yield from (statement.text for statement in document.statements)
    yield from document.notices
    for source in document.sources:
        yield f"[{source.n}]"
        yield from (source.file, source.article)
        for text in (source.quote, *source.twins):
            yield from (text.text, text.document)
            yield say("export.place", language, page=text.page, start=text.start, end=text.end)
    yield from (document.record, "UTC", "Dalel")


@pytest.mark.parametrize("language", SPOKEN)
def test_a_pdf_holds_the_whole_answer_letter_by_letter(
    kept: dict[Language, Kept], language: Language
) -> None:
    text = squeezed("".join(body(page) for page in pdf_pages(export(kept[language], Format.PDF, AT))))
    for wanted in expected(kept[language], language):
        assert squeezed(wanted) in text


def body(page: str) -> str:
    """A page without its head and foot, which come first and end with its number."""
    lines = page.splitlines()
    number = next(n for n, line in enumerate(lines) if re.search(r"(?:^| )\d+/\d+$", line))
    return "\n".join(lines[number + 1 :])


@pytest.mark.parametrize("language", SPOKEN)
def test_a_docx_holds_the_whole_answer(kept: dict[Language, Kept], language: Language) -> None:
    text = docx_text(export(kept[language], Format.DOCX, AT))
    for wanted in expected(kept[language], language):
        assert wanted.replace("\r\n", "\n") in text


@pytest.mark.parametrize("language", SPOKEN)
def test_json_is_the_record_and_when_it_was_exported(kept: dict[Language, Kept], language: Language) -> None:
    told = json.loads(export(kept[language], Format.JSON, AT))
    assert told["answer"] == kept[language].answer and told["provenance"] == kept[language].provenance
    assert told["exported_at"] == AT and told["answered_at"] == kept[language].at
    assert told["marking"] == say("export.marking", language)


@pytest.mark.parametrize("language", SPOKEN)
def test_every_page_is_marked_numbered_and_dated(kept: dict[Language, Kept], language: Language) -> None:
    long = with_text(kept[language], "сөз " * 500)
    pages = pdf_pages(export(long, Format.PDF, AT))
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert say("export.marking", language) in page and f"{number}/{len(pages)}" in page
        assert long.answer["record"] in page and long.at[:10] in page and long.at[11:19] in page
    section = docx.Document(io.BytesIO(export(long, Format.DOCX, AT))).sections[0]
    foot = section.footer._element.xml
    assert section.header.paragraphs[0].text == say("export.marking", language)
    assert long.answer["record"] in foot and ">PAGE<" in foot and ">NUMPAGES<" in foot


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("wanted", [Format.DOCX, Format.PDF])
def test_a_refusal_says_so_and_why(refused: dict[Language, Kept], language: Language, wanted: Format) -> None:
    record = refused[language]
    assert record.answer["refused"]
    content = export(record, wanted, AT)
    text = squeezed(docx_text(content) if wanted is Format.DOCX else "".join(pdf_pages(content)))
    for sentence in (say("web.refused", language), *record.answer["notices"]):
        assert squeezed(sentence) in text


def test_both_texts_of_a_law_are_there(kept: dict[Language, Kept]) -> None:
    for language, other in ((Language.KK, Language.RU), (Language.RU, Language.KK)):
        source = describe(kept[language]).sources[0]
        assert (source.kind, source.quote.language) == ("law", language)
        assert [twin.language for twin in source.twins] == [other]
        assert source.twins[0].document != source.quote.document


@pytest.mark.parametrize("language", SPOKEN)
def test_law_guidance_and_case_stand_under_their_own_headings(
    kept: dict[Language, Kept], language: Language
) -> None:
    kinds = {source.kind for source in describe(kept[language]).sources}
    text = docx_text(export(kept[language], Format.DOCX, AT))
    for kind in COLLECTIONS.values():
        assert (say(f"export.sources.{kind}", language) in text) == (kind in kinds)
    assert kinds == ({"law", "guidance", "case"} if language is Language.EN else {"law"})


def test_a_case_never_speaks_as_law(kept: dict[Language, Kept]) -> None:
    record = json.loads(json.dumps([kept[Language.RU].answer, kept[Language.RU].provenance]))
    assert describe(kept[Language.RU]).sources[0].article
    for hit in record[1]["hits"]:
        del hit["kind"]  # as if the record did not tell
    source = describe(replace(kept[Language.RU], provenance=record[1])).sources[0]
    assert (source.kind, source.article) == ("case", "")


@pytest.mark.parametrize("wanted", [Format.DOCX, Format.PDF])
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_text(kept: dict[Language, Kept], name: str, wanted: Format) -> None:
    content = export(with_text(kept[Language.RU], HOSTILE[name]), wanted, AT)
    text = docx_text(content) if wanted is Format.DOCX else "".join(pdf_pages(content))
    if name == "markup":
        assert squeezed(text).count(squeezed(MARKUP)) >= 3
    codes = {"control": "⟨U+0000⟩", "surrogate": "⟨U+D800⟩", "bidi": "⟨U+202E⟩"}
    assert codes.get(name, "") in text
    if name == "long":
        assert squeezed(text).count("ж") >= 100_000


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_json(kept: dict[Language, Kept], name: str) -> None:
    record = with_text(kept[Language.EN], HOSTILE[name])
    assert json.loads(export(record, Format.JSON, AT).decode())["answer"] == record.answer


def test_what_the_font_lacks_is_seen_and_kazakh_is_not_lacking() -> None:
    assert drawable(LETTERS) == LETTERS
    assert drawable("😀ب") == "⟨U+1F600⟩⟨U+0628⟩"
    assert drawable("\u0438\u0306 ай\u00adып") == "й айып"


def test_nothing_in_the_files_is_active(kept: dict[Language, Kept]) -> None:
    record = with_text(kept[Language.KK], MARKUP)
    with zipfile.ZipFile(io.BytesIO(export(record, Format.DOCX, AT))) as made:
        for name in made.namelist():
            part = made.read(name)
            assert b'TargetMode="External"' not in part and b"<w:hyperlink" not in part
            assert b"x.example" not in part or name == "word/document.xml"
    pdf = export(record, Format.PDF, AT)
    for active in (b"/URI", b"/JavaScript", b"/JS", b"/Annots", b"/Launch", b"/EmbeddedFile", b"/OpenAction"):
        assert active not in pdf


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("wanted", Format)
def test_the_same_record_gives_the_same_bytes(
    kept: dict[Language, Kept], data: Path, language: Language, wanted: Format
) -> None:
    assert export(kept[language], wanted, AT) == export(replace(kept[language]), wanted, AT)


def test_a_docx_tells_no_time_but_that_of_the_answer(kept: dict[Language, Kept]) -> None:
    content = export(kept[Language.KK], Format.DOCX, AT)
    with zipfile.ZipFile(io.BytesIO(content)) as made:
        assert {entry.date_time[0] for entry in made.infolist()} == {1980}
    created = docx.Document(io.BytesIO(content)).core_properties.created
    assert created is not None and created.isoformat()[:19] == kept[Language.KK].at[:19]


@pytest.mark.parametrize("letters", ["", "abc", "zzzzzzzz", "0" * 32])
def test_a_record_that_is_not_there_is_refused(data: Path, letters: str) -> None:
    with opened(data) as (desk, _), pytest.raises(RecordUnknown):
        desk.kept(letters)


@pytest.mark.parametrize("wanted", Format)
def test_a_file_is_for_its_owner_and_never_over_another(
    data: Path, kept: dict[Language, Kept], tmp_path: Path, wanted: Format
) -> None:
    out, record = tmp_path / f"answer.{wanted}", kept[Language.RU].answer["record"]
    run(record[:10], wanted, out, data, as_json=True)
    before = out.read_bytes()
    assert out.stat().st_mode & 0o777 == 0o600
    if wanted is not Format.JSON:  # which tells when it was exported
        assert before == export(kept[Language.RU], wanted, AT)
    with pytest.raises(OutputExists):
        run(record, wanted, out, data, as_json=True)
    assert out.read_bytes() == before
    with pytest.raises(OutputUnwritable):
        run(record, wanted, tmp_path / "nowhere" / "a", data, as_json=True)


def test_the_command_line_names_the_file_after_the_record(
    dalel: Dalel,
    data: Path,
    kept: dict[Language, Kept],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    record = kept[Language.KK].answer["record"]
    monkeypatch.chdir(tmp_path)
    done = dalel("export", record, "--format", "pdf", "--json", data=data, PYTHONPATH=str(ROOT))
    told = json.loads(done.stdout)
    holds("exported", told)
    assert (told["record"], told["path"], told["format"]) == (record, f"dalel-{record[:12]}.pdf", "pdf")
    assert hashlib.sha256(Path(told["path"]).read_bytes()).hexdigest() == told["sha256"]
    again = dalel("export", record, "--format", "pdf", data=data, lang="ru", PYTHONPATH=str(ROOT))
    assert again.returncode == 1 and "не перезаписан" in again.stderr
