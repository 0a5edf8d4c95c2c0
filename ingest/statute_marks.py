"""What a line of a statute begins with: an article, a chapter, a part, a point, an editorial note.

Kazakh, Russian and English. Also how far a note, a heading and a table of contents reach. Knows nothing
of the state an act is in.
"""

import re

_SP = r"[^\S\n]*+"
_SPACES = r"[^\S\n]++"
NUMBER = r"\d{1,4}(?:-\d{1,3}){0,2}"
_AFTER = rf"(?={_SP}(?:[.:–—-]|$))"
_ROMAN = r"[IVXLІХ]{1,7}"
_UNITS_RU = r"(?:РАЗДЕЛ|Раздел|ПОДРАЗДЕЛ|Подраздел|ГЛАВА|Глава|ПАРАГРАФ|Параграф|§)"
_UNITS_KK = r"(?:БӨЛІМ|бөлім|КІШІ БӨЛІМ|кіші бөлім|ТАРАУ|тарау|ПАРАГРАФ|параграф)"
_UNITS_EN = r"(?:CHAPTER|Chapter|SECTION|Section|PART|Part|TITLE|Title)"
# After a bracket at the beginning of a line: a link broke the line ("подпунктами 1),\n2) и\n3) пункта 1").
_NO_ITEM = (
    r"(?:и|или|либо|а\s+также|(?:под)?пункт(?:а|ов)|част(?:и|ей)|стат(?:ьи|ей)|абзац(?:а|ев)|настоящ(?:его|ей)"
    r"|және|немесе|мен|пен|бен|тармақша\w*|тармағ\w*|тармақ\w*|бөлі[гк]\w*|бап\w*|and|or|of)\b"
)
_CHAPTER_TAIL = rf"(?={_SP}(?:[.:–—-]|$|[A-ZА-ЯӘҒҚҢӨҰҮҺІ]))"

MARK = re.compile(
    rf"""^(?:{_SP}(?P<hashed>\#)?[#*]{{0,6}}{_SP})(?:
      (?:[СC]татья|[СC]ТАТЬЯ){_SPACES}(?P<ru>{NUMBER}){_AFTER}
    | (?P<kk>{NUMBER}){_SP}-{_SP}(?:бап|БАП){_AFTER}
    | (?:Article|ARTICLE){_SPACES}(?P<en>{NUMBER}(?:bis|ter)?){_AFTER}
    | (?P<chapter>
          {_UNITS_RU}{_SP}(?:{NUMBER}|{_ROMAN}){_CHAPTER_TAIL}
        | (?:{NUMBER}|{_ROMAN})(?:{_SP}-{_SP}|{_SP}){_UNITS_KK}\b{_CHAPTER_TAIL}
        | {_UNITS_EN}{_SPACES}(?:\d{{1,3}}|{_ROMAN}){_CHAPTER_TAIL}
        | (?:ОБЩАЯ|ОСОБЕННАЯ){_SPACES}ЧАСТЬ{_SP}$ | (?:ЖАЛПЫ|ЕРЕКШЕ){_SPACES}БӨЛІМ{_SP}$
      )
    | (?P<end>(?:Приложение|ПРИЛОЖЕНИЕ|Қосымша|ҚОСЫМША|Annex|ANNEX|Appendix|APPENDIX)\b.{{0,80}}$
        | (?:Президент|Қазақстан{_SPACES}Республикасының{_SPACES}Президенті){_SP}$
        | Президент{_SPACES}Республики{_SPACES}Казахстан\b.{{0,60}}$
        | Қазақстан{_SPACES}Республикасының{_SP}$ )
    | (?P<note>(?:[СC]носка|Ескерту)(?=[.,\s:]) | Примечани[ея]{_SPACES}(?:РЦПИ|ИЗПИ)\b | ЗҚАИ-ның\b
        | Вводится{_SPACES}в{_SPACES}действие\b | Күші{_SPACES}жойылды\b)
    | (?P<remark>(?:Примечани[ея]|Ескертпе(?:лер)?){_SP}[.:])
    | (?P<headed>(?(hashed)[^\s#*].*$|(?!)))
    | (?P<part>\d{{1,3}}(?:-\d{{1,2}})?)\.(?=[^\S\n]+\S|{_SP}$|[A-ZА-ЯӘҒҚҢӨҰҮҺІ])
    | (?P<point>\d{{1,3}}(?:-\d{{1,2}})?)\)(?={_SP}[^\s,;.)])(?!{_SP}{_NO_ITEM})
    | \(?(?P<letter>[a-zа-я])(?:\)|\.(?=\S))(?={_SP}[^\s,;)])
    )""",
    re.MULTILINE | re.VERBOSE,
)
_BARE_CHAPTER = re.compile(
    rf"^[\s#*]*(?:{_UNITS_RU}|{_UNITS_EN})?{_SP}(?:{NUMBER}|{_ROMAN}){_SP}-?{_SP}{_UNITS_KK}?[\s.:]*$"
)
_WORDS_BEGIN = re.compile(r"\S")
_NOTE_LINES = 40  # links broken over lines make notes long, but not longer
_NOTE_GOES_ON = re.compile(
    r"\s*(?:[a-zа-яәғқңөұүһі(),;.№–—/-]|[NVXIІ]+\b|\d+[^.)\d]|Закон|Заң|Кодекс|Конституц)"
)
_CONTENTS = 5  # so many article headings in a row, with nothing between, are a table of contents


def as_heading(line: str) -> str:
    """A line that its format calls a heading, with the mark of one unless its own words say what it is."""
    found = MARK.match(line)
    named = found and (article_of(found) or found["chapter"] or found["end"] or found["note"])
    return line if named or line.startswith("#") else f"## {line}"


def article_of(found: re.Match[str]) -> str:
    return found["ru"] or found["kk"] or found["en"] or ""


def heading_at(text: str, at: int, end: int) -> tuple[str, int]:
    """The heading line in words, and where the body begins ("Article 10. 1. If the …" has no title)."""
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    numbered = re.compile(r"[.:\s]*(?=\d{1,3}\.\s+\S)").match(text, end, stop)
    if numbered:
        return _words(text[at:end]), numbered.end()
    return _words(text[at:stop]), stop


def _words(line: str) -> str:
    return " ".join(line.strip(" \t\r#*").split())


def chapter_end(text: str, at: int) -> int:
    """A chapter's line, with the next one if that is where its title stands."""
    stop = text.find("\n", at)
    if stop < 0:
        return len(text)
    following = text.find("\n", stop + 1)
    following = len(text) if following < 0 else following
    title = text[stop + 1 : following].strip()
    bare = _BARE_CHAPTER.match(text[at:stop]) or text[at:stop].rstrip().endswith((" ИХ", ","))
    if bare and title and len(title) < 200 and not MARK.match(text, stop + 1):
        return following
    return stop


def note_end(text: str, at: int) -> int:
    """A note ends with its line, unless a link broke the line or the body stands on the next one."""
    end, depth = at, 0
    for count in range(_NOTE_LINES):
        stop = text.find("\n", end)
        stop = len(text) if stop < 0 else stop
        line = text[end:stop]
        depth += line.count("(") - line.count(")")
        if stop == len(text):
            return stop
        if count == 0 and line.rstrip().endswith("!"):  # "Примечание РЦПИ!": the body is the next line
            end = stop + 1
            continue
        finished = depth <= 0 and line.rstrip().endswith((".", "!", ";"))
        following = _next_line(text, stop)
        if (depth <= 0 and not _NOTE_GOES_ON.match(text, following)) or (
            finished and MARK.match(text, following)
        ):
            return stop
        end = stop + 1
    return end - 1


def _next_line(text: str, stop: int) -> int:
    """The start of the next line that is not blank."""
    words = _WORDS_BEGIN.search(text, stop)
    return text.rfind("\n", 0, words.start()) + 1 if words else len(text)


def contents_of(text: str) -> tuple[int, int] | None:
    """The span of a table of contents: many article headings in a row, nothing between them."""
    start = last = articles = 0  # of the run so far
    best: tuple[int, int] | None = None
    for found in MARK.finditer(text):
        if not (article_of(found) or found["chapter"] or found["headed"]):
            continue
        line_end = text.find("\n", last)
        if not articles or line_end < 0 or text[line_end : found.start()].strip():
            start, articles = found.start(), 0
        last = found.end()
        articles += bool(article_of(found))
        if articles >= _CONTENTS and (best is None or start == best[0]):
            end = text.find("\n", last)
            best = (start, len(text) if end < 0 else end)
    return best
