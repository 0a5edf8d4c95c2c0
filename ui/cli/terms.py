"""`dalel index-terms`: shows, adds, removes, drafts and accepts everyday phrases of articles."""

import sys
from pathlib import Path

from casefile.language import Language
from casefile.lawref import LawRef
from casefile.lawref_print import print_ref
from ui.cli.session import opened
from ui.contract import term_json
from ui.speech import printable, printable_json, say
from vectorstore.subject_index.phrases import Article, Phrase, State


def show(place: str, data: Path | None, *, as_json: bool) -> int:
    with opened(data) as (desk, settings):
        article = desk.article(place)
        phrases = desk.terms.of(article)
        for phrase in phrases:
            print(printable_json(term_json(phrase)) if as_json else _line(phrase, settings.lang))
        if not phrases and not as_json:
            print(say("cli.terms_none", settings.lang, place=_place(article, settings.lang)), file=sys.stderr)
    return 0


def add(place: str, text: str, spoken: Language | None, data: Path | None, *, as_json: bool) -> int:
    """Exit status: 0 also where the phrase was there already."""
    with opened(data) as (desk, settings):
        article = desk.article(place)
        language = spoken or desk.language(text, settings.lang)
        added = desk.terms.add(article, language, text)
        if as_json:
            kept = [p for p in desk.terms.of(article) if p.text.lower() == " ".join(text.split()).lower()]
            print("\n".join(printable_json(term_json(phrase)) for phrase in kept))
        else:
            _say("term_added" if added else "term_known", article, text, settings.lang, language)
    return 0


def remove(place: str, text: str, data: Path | None, *, as_json: bool) -> int:
    """Exit status: 1 where there is no such phrase."""
    with opened(data) as (desk, settings):
        article = desk.article(place)
        removed = desk.terms.remove(article, text)
        if not as_json or not removed:
            _say(
                "term_removed" if removed else "term_absent", article, text, settings.lang, failed=not removed
            )
    return 0 if removed else 1


def accept(place: str, data: Path | None, *, as_json: bool) -> int:
    with opened(data) as (desk, settings):
        article = desk.article(place)
        count = desk.terms.accept(article)
        if as_json:
            print("\n".join(printable_json(term_json(phrase)) for phrase in desk.terms.of(article)))
        else:
            place = _place(article, settings.lang)
            print(say("cli.terms_accepted", settings.lang, place=place, count=count))
    return 0


def draft(place: str, collections: list[str], data: Path | None, *, as_json: bool) -> int:
    """Each draft is kept before it is told."""
    count = 0
    with opened(data) as (desk, settings):
        for phrase in desk.draft_terms(place, collections):
            count += 1
            if as_json:
                print(printable_json(term_json(phrase)), flush=True)
            else:
                _say("term_drafted", phrase.article, phrase.text, settings.lang, phrase.language)
        if not as_json:
            print(say("cli.terms_drafted", settings.lang, count=count))
    return 0


def _say(
    key: str,
    article: Article,
    text: str,
    language: Language,
    spoken: Language | None = None,
    *,
    failed: bool = False,
) -> None:
    blanks = {"language": say(f"language.{spoken}", language)} if spoken else {}
    said = say(
        f"cli.{key}", language, place=_place(article, language), text=printable(text, layout=""), **blanks
    )
    print(said, file=sys.stderr if failed else sys.stdout, flush=True)


def _place(article: Article, language: Language) -> str:
    return print_ref(LawRef(*article), language, short=True)


def _line(phrase: Phrase, language: Language) -> str:
    state = "" if phrase.state is State.REVIEWED else say(f"cli.term_{phrase.state}", language)
    return say(
        "cli.term", language, language=phrase.language, text=printable(phrase.text, layout=""), state=state
    )
