"""The parts of the screen that are ours alone: header, upload form, the names it suggests."""

from collections.abc import Sequence
from html import escape

from casefile.collection import CollectionKind
from casefile.language import SPOKEN, Language
from ui.speech import say
from ui.web.text import shown


def header(language: Language) -> str:
    """Name of the program and the languages it can be read in."""
    links = "".join(_language_link(other, language) for other in SPOKEN)
    return (
        f'<a class="skip" href="#question">{_said("web.skip", language)}</a>'
        f'<div class="brand"><h1>Dalel</h1><p>{_said("web.tagline", language)}</p></div>'
        f'<nav aria-label="{_said("web.languages", language)}">{links}</nav>'
    )


def collections_heading(language: Language) -> str:
    return f"<h2>{_said('web.collections', language)}</h2>"


def upload_form(language: Language) -> str:
    """Files into a collection; `page.js` sends them one by one and lists what became of each."""
    kinds = "".join(
        f'<option value="{kind}">{_said(f"kind.{kind}", language)}</option>' for kind in CollectionKind
    )
    words = {
        "no-files": say("web.upload_no_files", language),
        "no-name": say("web.upload_no_name", language),
        "waiting": say("web.upload_waiting", language),
        "reading": say("web.upload_reading", language),
        "broken": say("web.unexpected", language),
        "progress": say("web.upload_progress", language, done="%1", total="%2"),
        "done": say("web.upload_done", language, indexed="%1", unchanged="%2", failed="%3"),
    }
    data = "".join(f' data-{key}="{escape(word)}"' for key, word in words.items())
    return (
        f'<form id="upload" data-language="{language}"{data}><h2>{_said("web.upload", language)}</h2>'
        f'<label class="drop"><span>{_said("web.upload_drop", language)}</span>'
        f'<input type="file" multiple id="upload-files" aria-label="{_said("web.upload_files", language)}">'
        f'</label><ul aria-live="polite"></ul>'
        f'<div class="fields"><label>{_said("web.upload_into", language)}'
        f'<input id="upload-name" list="shelf-names" maxlength="100" autocomplete="off"'
        f' placeholder="{_said("web.upload_into_hint", language)}"></label>'
        f'<label id="upload-kind-label">{_said("web.upload_kind", language)}'
        f'<select id="upload-kind">{kinds}</select></label>'
        f'<button type="submit">{_said("web.upload_go", language)}</button></div>'
        f'<p id="upload-status" role="status"></p></form>'
    )


def shelf_names(names: Sequence[str], language: Language) -> str:
    options = "".join(f'<option value="{escape(name)}"></option>' for name in names)
    return f'<datalist id="shelf-names" data-language="{language}">{options}</datalist>'


def _language_link(other: Language, language: Language) -> str:
    current = ' aria-current="true"' if other is language else ""
    name = shown(say("language.name", other), language)
    return f'<a href="/{other}/" lang="{other}" hreflang="{other}"{current}>{name}</a>'


def _said(key: str, language: Language) -> str:
    return escape(say(key, language))
