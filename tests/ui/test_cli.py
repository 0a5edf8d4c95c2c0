"""The command line: honest exit codes, one-line errors in the user's language, nothing lost."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from casefile.language import Language
from prompts.render import phrase
from tests.ui.conftest import Dalel

LANGUAGES = ("kk", "ru", "en")


def test_help_comes_at_once_and_in_three_languages(dalel: Dalel) -> None:
    started = time.monotonic()
    helps = {lang: dalel("--help", lang=lang).stdout for lang in LANGUAGES}
    assert time.monotonic() - started < 3 * 1.5  # the bar of 0.5 s is measured by make bench
    assert len(set(helps.values())) == 3
    assert all("ingest" in text and "serve" in text for text in helps.values())


def test_help_imports_nothing_heavy() -> None:
    program = (
        "import sys; import ui.cli.app;"
        "heavy = {'chromadb', 'gradio', 'llama_index', 'torch', 'numpy', 'tantivy', 'pydantic'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_bad_files_are_named_with_reason_and_next_step(dalel: Dalel, tmp_path: Path, lang: str) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "odd.bin").write_bytes(bytes(range(256)))
    done = dalel(
        "ingest", str(tmp_path), str(tmp_path / "none.txt"), "-c", "x", data=tmp_path / "d", lang=lang
    )
    assert done.returncode == 1
    assert done.stdout == ""
    for name in ("empty.txt", "odd.bin", "none.txt"):
        (line,) = [line for line in done.stderr.splitlines() if name in line]
        assert len(line) > len(name) + 20


REFUSED = {
    ("search", "text", "-c", "nothing"): LANGUAGES,
    ("ask", "Wie lange darf ein Verdächtiger in Deutschland festgehalten werden?", "-c", "law"): LANGUAGES,
    ("ask", "   ", "-c", "law"): ("kk",),
    ("search", "", "-c", "law"): ("ru",),
    ("show", "0000000000"): ("kk",),
    ("ingest", "x", "-c", "a/b"): ("ru",),
    ("ingest", "-c", "--no", "x"): LANGUAGES,
    ("ingest", "x", "-c", "law", "--kind", "case"): ("en",),
}


@pytest.mark.parametrize(
    ("arguments", "lang"), [(args, lang) for args, langs in REFUSED.items() for lang in langs]
)
def test_refused_requests_say_why_in_one_line(
    dalel: Dalel, training: Path, arguments: tuple[str, ...], lang: str
) -> None:
    done = dalel(*arguments, data=training, lang=lang)
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" not in done.stderr


def test_wrong_usage_has_its_own_status(dalel: Dalel, tmp_path: Path) -> None:
    assert dalel("ingest", data=tmp_path).returncode == 2
    assert dalel("search", "text", "-c", "x", "-k", "0", data=tmp_path).returncode == 2


def test_unknown_collection_is_answered_with_those_there_are(dalel: Dalel, training: Path) -> None:
    assert "guidance" in dalel("search", "text", "-c", "guidanse", data=training).stderr


def test_locked_directory_names_its_owner(dalel: Dalel, training: Path, tmp_path: Path) -> None:
    holder = "import sys,time;from pathlib import Path;from casefile.lock import DataLock;" + (
        "lock=DataLock(Path(sys.argv[1]));print('held',flush=True);time.sleep(60)"
    )
    data = tmp_path / "data"
    shutil.copytree(training, data)
    with subprocess.Popen(
        [sys.executable, "-c", holder, str(data)], stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        done = dalel("collections", data=data)
        other.kill()
    assert done.returncode == 1
    assert str(other.pid) in done.stderr


def test_directory_of_a_newer_version_is_left_alone(dalel: Dalel, training: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(training, data)
    with sqlite3.connect(data / "registry.sqlite") as registry:
        registry.execute("PRAGMA user_version=99")
    done = dalel("search", "телефон", "-c", "case", data=data)
    assert done.returncode == 1
    assert "99" in done.stderr


def test_indexes_that_were_deleted_come_back(dalel: Dalel, training: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(training, data)
    question = ("search", "RemoteHelp Desk", "-c", "case", "--json")
    before = dalel(*question, data=data).stdout
    for folder in (data / "collections").iterdir():
        shutil.rmtree(folder / "dense")
        shutil.rmtree(folder / "lexical")
    assert dalel("doctor", data=data).returncode == 1
    assert dalel("doctor", "--rebuild", data=data).returncode == 0
    assert dalel(*question, data=data).stdout == before


def test_damaged_index_is_made_again_without_being_asked(
    dalel: Dalel, training: Path, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    shutil.copytree(training, data)
    question = ("search", "RemoteHelp Desk", "-c", "case", "--json")
    before = dalel(*question, data=data).stdout
    for folder in (data / "collections").iterdir():
        (folder / "indexes-unfinished").touch()
        shutil.rmtree(folder / "dense")
    assert dalel(*question, data=data).stdout == before


def test_paths_come_from_standard_input(dalel: Dalel, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("The first report.")
    (tmp_path / "two words.txt").write_text("The second report.")
    listed = f"{tmp_path / 'one.txt'}\n{tmp_path / 'two words.txt'}\n"
    done = dalel("ingest", "-", "-c", "x", data=tmp_path / "d", stdin=listed)
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 2


def test_language_model_that_does_not_answer_costs_only_a_notice(dalel: Dalel, training: Path) -> None:
    question = ("ask", "В какой срок устройство возвращают владельцу?", "-c", "law")
    plain = dalel(*question, data=training)
    without = dalel(*question, data=training, DALEL_LLM_URL="http://127.0.0.1:9/v1")
    assert without.returncode == 0
    assert plain.stdout.splitlines()[0] in without.stdout
    assert phrase("model_failed", Language.RU) in without.stdout
    assert phrase("own_words", Language.RU) in plain.stdout


@pytest.mark.parametrize("lang", LANGUAGES)
def test_language_model_elsewhere_is_refused(dalel: Dalel, training: Path, lang: str) -> None:
    done = dalel("ask", "телефон", "-c", "law", data=training, lang=lang, DALEL_LLM_URL="http://192.0.2.1/v1")
    assert done.returncode == 1
    assert "192.0.2.1" in done.stderr


def test_wrong_setting_is_named(dalel: Dalel, training: Path) -> None:
    done = dalel("collections", data=training, DALEL_PORT="many")
    assert done.returncode == 1
    assert "DALEL_PORT" in done.stderr


def test_reader_of_a_pipe_may_leave(training: Path) -> None:
    command = f"{sys.executable} -m ui.cli.app search телефон -c case -k 50 --data {training} | head -1"
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, check=False, env=dict(os.environ)
    )
    assert "Traceback" not in done.stderr


ESCAPES = ("\x1b", "\x9b", "\u202e", "\x07")


@pytest.fixture(scope="module")
def hostile(dalel: Dalel, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory whose only file attacks the terminal with its name and its text."""
    folder = tmp_path_factory.mktemp("hostile")
    files = folder / "files"
    files.mkdir()
    text = "The payment\x1b[2J\x1b[31m of 850 000 tenge\x9b31m reached the \u202eaccount on 5 May."
    (files / "pay\x1b[2J\u202ement.txt").write_text(text)
    done = dalel("ingest", str(files), "-c", "case", data=folder / "data")
    assert done.returncode == 0 and not any(char in done.stdout for char in ESCAPES)
    return folder / "data"


QUESTION = "When did the payment of 850 000 tenge reach the account?"


@pytest.mark.parametrize("json_wanted", [(), pytest.param(("--json",), marks=pytest.mark.slow)])
@pytest.mark.parametrize("command", ["search", "ask", "show"])
def test_evidence_commands_no_terminal(
    dalel: Dalel, hostile: Path, command: str, json_wanted: tuple[str, ...]
) -> None:
    (found,) = dalel("search", QUESTION, "-c", "case", "--json", data=hostile).stdout.splitlines()
    asked = [json.loads(found)["document"]] if command == "show" else [QUESTION, "-c", "case"]
    done = dalel(command, *asked, *json_wanted, data=hostile)
    assert done.returncode == 0
    assert not any(char in done.stdout for char in ESCAPES)
    assert ("\\u001b" if json_wanted else "⟨U+001B⟩[2J") in done.stdout


@pytest.mark.parametrize("command", ["search", "ask"])
def test_a_question_that_is_no_text_is_answered(dalel: Dalel, training: Path, command: str) -> None:
    done = dalel(command, os.fsdecode(b"telephone \xff"), "-c", "case", data=training)
    assert done.returncode == 0, done.stderr
    half = '{"id": "\\ud800", "text": "telephone \\ud800"}'
    done = dalel(command, "--batch", "-", "-c", "case", data=training, stdin=half)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["id"] == "\ud800"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("command", ["search", "ask"])
def test_a_folder_is_no_batch(dalel: Dalel, training: Path, tmp_path: Path, command: str, lang: str) -> None:
    done = dalel(command, "--batch", str(tmp_path), "-c", "law", data=training, lang=lang)
    assert done.returncode == 1 and done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert str(tmp_path) in line and "directory" not in line


BAD_LINES = {
    b'{"id": 1, "text": "\xff"}': ("UTF-8 мәтіні емес", "не текст в UTF-8", "not UTF-8 text"),
    b"[" * 100_000: ("JSON емес", "не JSON", "not JSON"),
    b'{"text": "x"}': ("«id» не «text» жоқ", "нет «id» или «text»", "is missing"),
    b'{"id": 1, "text": null}': ("«id» не «text» жоқ", "нет «id» или «text»", "is missing"),
    b"7": ("«id» не «text» жоқ", "нет «id» или «text»", "is missing"),
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_bad_lines_of_a_batch_are_explained_and_the_others_answered(
    dalel: Dalel, training: Path, tmp_path: Path, lang: str
) -> None:
    good = json.dumps({"id": "good", "text": "телефон"}).encode()
    batch = tmp_path / "batch.jsonl"
    batch.write_bytes(b"\xef\xbb\xbf" + b"\n".join([good, b"", *BAD_LINES]))
    done = dalel("search", "--batch", str(batch), "-c", "law", data=training, lang=lang)
    answered, *bad = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1 and done.stderr == ""
    assert answered["id"] == "good" and answered["hits"]
    reasons = [reasons[LANGUAGES.index(lang)] for reasons in BAD_LINES.values()]
    for row, (reason, line) in enumerate(zip(reasons, bad, strict=True), start=3):
        assert reason in line["message"] and str(row) in line["message"]
