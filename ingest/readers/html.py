"""Saved web pages: blocks become lines, table rows become lines, the page is one page.

Nothing is fetched and no script runs. Scripts, styles and navigation are dropped; hidden text stays, at
the end and marked, since what a page hides is evidence too (`ingest.readers.html_look`). White space is
squeezed, no-break spaces among it: see `ingest.lines`. A page saved from adilet.zan.kz gives the act's
title, its adoption line and its text without the site around them.
"""

import html as entities
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from casefile.document import Page, Reading, with_hidden
from casefile.errors import FileEmpty
from ingest.actcode import act_code, act_language
from ingest.detect import HTML
from ingest.encoding import decode
from ingest.lines import Frame, squeeze, tidy
from ingest.readers.html_look import Looks
from ingest.statute_marks import as_heading

if TYPE_CHECKING:
    from lxml.etree import _Element

_DROPPED = {"head", "script", "style", "template", "nav"}
_BLOCKS = re.compile(
    "address|article|aside|blockquote|body|br|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure"
    "|footer|form|h[1-6]|header|hr|html|iframe|legend|li|main|nav|ol|option|p|pre|section|select|summary"
    "|table|tbody|td|textarea|tfoot|th|thead|tr|ul"
).fullmatch
_CELLS = {"td", "th"}
_HEADINGS = re.compile("h[1-6]").fullmatch
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
_SITE = re.compile(r"\s*-\s*(\"Әділет\" АҚЖ|ИПС \"Әділет\"|\"Adilet\" LIS)\s*$")
_COMMENT = re.compile(r"<!--.*?(-->|\Z)", re.DOTALL)
_MARKUP = re.compile(r"<[^<>]*>")
_SCRIPT = re.compile(r"<(script|style|template|nav)\b.*?(</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)


@dataclass(slots=True)
class WebPage:
    """What one page says, what it hides, and where it was saved from, if it tells."""

    title: str
    lines: list[str]
    address: str = ""
    hidden: list[str] = field(default_factory=list)

    @property
    def text(self) -> tuple[str, int | None]:
        """Of the one page, and where in it begins what is hidden."""
        return with_hidden("\n".join(self.lines), "\n".join(self.hidden))


def read(path: Path, name: str) -> tuple[Reading, Iterator[Page]]:
    """Raises `FileEmpty` if the page says nothing."""
    page = render(path.read_bytes(), headings=True)
    if not (page.lines or page.hidden):
        raise FileEmpty(path=name)
    act = act_code(page.address) or act_code(name)
    language = act_language(page.address) if page.address else act_language(name)
    title = page.title or next(iter(page.lines), Path(name).stem).lstrip("# ")[:200]
    context = title if act else ""
    text, hidden_from = page.text
    only = Page(1, text, how="text", context=context, language=language, hidden_from=hidden_from)
    return Reading(HTML, title=title, act=act), iter([only])


def render(data: bytes, hint: str = "", *, headings: bool = False) -> WebPage:
    """The text of a page; `hint` is the encoding told from outside.

    `headings` puts "## " before the headings of a page that is not adilet's, so that the text below one
    is not taken for the article above it.
    """
    declared = _CHARSET.search(data[:4096])
    text, _ = decode(data, hint or (declared[1].decode("ascii", "replace") if declared else ""))
    root, complete = _parse(text)
    if root is None or not complete:
        return WebPage(title="", lines=_without_tags(text))
    title = " ".join(tidy([root.findtext(".//title") or ""]))
    looks = Looks(root)
    adilet = _adilet(root, looks)
    if adilet:
        return adilet
    lines, hidden = _lines(root, looks, headings=headings)
    return WebPage(_SITE.sub("", title), lines, _saved_from(root, text), hidden)


def _parse(text: str) -> tuple["_Element | None", bool]:
    """The tree, and whether it holds the whole page: libxml2 stops, silently, at 256 nested elements."""
    from lxml import etree

    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:  # nothing but comments, say
        return None, False
    stopped = any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log)
    return root, not stopped


def _without_tags(text: str) -> list[str]:
    """All the words of a page too deep to be parsed; every tag ends a line."""
    bare = _SCRIPT.sub("\n", _COMMENT.sub("\n", text))
    return tidy(entities.unescape(_MARKUP.sub("\n", bare)).split("\n"))


def _adilet(root: "_Element", looks: Looks) -> WebPage | None:
    """The act on a page of adilet.zan.kz, recognised by its container, or None."""
    text = root.find(".//div[@id='container']//div[@class='gs_12']/article")
    if text is None:
        return None
    selected = root.find(".//li[@class='selected']/a[@href]")
    address = selected.get("href", "") if selected is not None else ""
    slogan = root.find(".//div[@class='container_alpha slogan']")
    head = [line for tag in ("h1", "p") for line in _lines_of(slogan, tag, looks)]
    lines, hidden = _lines(text, looks)
    return WebPage(head[0] if head else "", head + lines, address, hidden)


def _lines_of(parent: "_Element | None", tag: str, looks: Looks) -> list[str]:
    found = parent.findall(tag) if parent is not None else []
    return [line for element in found for line in _lines(element, looks)[0]]


def _saved_from(root: "_Element", text: str) -> str:
    """The address the page gives for itself: what browsers write on saving, or its canonical link."""
    saved = re.search(r"<!-- saved from url=\(\d+\)(\S+)", text[:4096])
    if saved:
        return saved[1]
    for path, key in ((".//link[@rel='canonical']", "href"), (".//meta[@property='og:url']", "content")):
        found = root.find(path)
        if found is not None and found.get(key):
            return str(found.get(key))
    return ""


def _lines(root: "_Element", looks: Looks, *, headings: bool = False) -> tuple[list[str], list[str]]:
    """The text below an element that is seen, and what is hidden: a stack of open cells and rows."""
    from lxml import etree

    frames, hidden = [Frame()], Frame()
    look = [looks.first]  # of the open elements
    verbatim = begun = 0  # `begun`: how many lines stood above the open heading
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = str(element.tag)
        if event == "start":
            look.append(looks.of(element, look[-1]))
            if tag in _DROPPED:
                walk.skip_subtree()
                continue
            verbatim += tag in ("pre", "textarea")
            if _BLOCKS(tag):
                frames[-1].end_line()
                hidden.end_line()
            begun = len(frames[-1].done) if _HEADINGS(tag) else begun
            if tag in _CELLS or tag == "tr":
                frames.append(Frame(element))
            (hidden if look[-1].hidden else frames[-1]).add(_text(element.text, verbatim))
            continue
        look.pop()
        if frames[-1].owner is element:
            lines = frames.pop().lines()
            (frames[-1].cells.append if tag in _CELLS else frames[-1].done.extend)(lines)
        elif _BLOCKS(tag):
            frames[-1].end_line()
        if _BLOCKS(tag):
            hidden.end_line()
        if headings and _HEADINGS(tag) and len(frames) == 1 and len(frames[0].done) > begun:
            frames[0].done[begun] = as_heading(frames[0].done[begun])
        verbatim -= tag in ("pre", "textarea")
        if element is not root:
            (hidden if look[-1].hidden else frames[-1]).add(_text(element.tail, verbatim))
    lines = frames[0].lines()
    seen = set(lines)  # what a page shows in one layout it hides in another
    return lines, [line for line in hidden.lines() if line not in seen]


def _text(text: str | None, verbatim: int) -> str:
    """White space means something only inside `pre`."""
    return (text or "") if verbatim else squeeze(text or "")
