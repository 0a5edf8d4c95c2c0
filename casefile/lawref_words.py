"""The words of law references in Kazakh, Russian and English, as expressions over folded text.

Knows nothing of what is done with them.
"""

import re
from enum import IntEnum


class Level(IntEnum):
    ARTICLE = 0
    PART = 1
    PARAGRAPH = 2  # English: a part or a point, as the act divides its articles
    POINT = 3
    ITEM = 4  # English "point": always a point
    SUBPOINT = 5
    INDENT = 6  # абзац: read, not kept


SCAN = re.compile(
    r"""
    (?P<comma>[,;])
  | (?<![a-zа-я])(?=[^\s"«»“”.:!?])(?:
    (?P<sum>\d+(?:[ \xa0]\d{3})+(?!\d)|\d+[.,/:]\d[\d.,/:]*|(?<=[\w№/])-?\d+|№\s*[\d/-]+)
  | (?P<number>(?<![\w/№])(?<!\d[.,])\d{1,4}(?:\s?[-–—]\s?\d{1,4}(?![\d.,]\d|\d))?(?!\d))
      (?P<end>-(?:ой|ей|го|му|ая|ую|ые|ых|ши|шы|ншi|th|й|я|ю|м|е)(?!\w))?(?P<bracket>\)?)
  | (?P<nested>\((?:\d{1,3}(?:-\d{1,2})?|[a-z]|[ivx]{2,5})\))
  | (?P<letter>(?<!\w)[a-zа-я]\)(?:\([ivx]{1,5}\))?
      |(?:(?<=point\s)|(?<=graph\s)|(?<=lause\s)|(?<=item\s)|(?<=letter\s))[a-z](?:\([ivx]{1,5}\))?(?!\w))
  | (?P<glue>-\s?|(?<=\d)\s?-\s|)(?:
      (?P<kk_article>бап(?:ка|та|тан|ты|тын|тар\w*|пен|тагы)?|баб(?:ы|ын|ынын|ында|ына|ынан|ымен|ындагы)|bap(?:qa|ta|tan|ty\w*|tar\w*)?|bab[yı]\w{0,8})(?!\w)
    | (?P<kk_short>(?<=\d-)б\.)
    | (?P<kk_short_point>(?<=\d-)т\.)
    | (?P<kk_part>болиг\w{0,12}|болик\w{0,12})
    | (?P<kk_subpoint>тармакша\w{0,14})
    | (?P<kk_point>тармаг\w{0,12}|тармак(?:тар\w{0,10}|ка|та|тан|тын|ты)?(?!\w))
    | (?P<ru_article>стать[а-я]{1,9}|статей|стст\.|ст\.\s?ст\.|ст\.|(?<!\w)ст(?=\s?\d))
    | (?P<ru_subpoint>подпункт[а-я]{0,6}|подп\.)
    | (?P<ru_points>п\.\s?п\.|пп\.|п/п|(?<!\w)пп(?=\s?\d))
    | (?P<ru_point>(?<![a-zа-я])пункт[а-я]{0,6}|(?<![a-zа-я])п\.|(?<![a-zа-я])п(?=\s?\d))
    | (?P<ru_part>част(?:ь[а-я]{0,8}|и|ей|ям|ями|ях)(?!\w)|(?<![a-zа-я])чч?\.|(?<![a-zа-я])ч(?=\s?\d))
    | (?P<indent>абзац[а-я]{0,3}|абз\.)
    )
  | (?<!\w)(?:
      (?P<en_article>articles?(?!\w)|arts?\.|arts?(?=\s\d))
    | (?P<en_part>parts?(?!\w)|pt\.)
    | (?P<en_subpoint>sub-?(?:paragraph|point|clause|item)s?(?!\w)|letters?(?!\w))
    | (?P<en_paragraph>(?:paragraph|section|para)s?(?!\w)\.?|§)
    | (?P<en_point>(?:point|clause|item)s?(?!\w))
    | (?P<ordinal>(?:перв|втор|четверт|пят|шест|седьм|восьм|девят|десят|одиннадцат|двенадцат|тринадцат
          |четырнадцат|пятнадцат|шестнадцат|семнадцат|восемнадцат|девятнадцат|двадцат)(?:ая|ой|ую|ый|ого|ому|ым|ом|ое|ые|ых|ыми)(?!\w)
        |трет(?:ья|ьей|ью|ий|ьего|ьему|ьим|ьем|ье|ьи|ьих|ьими)(?!\w)
        |(?:он\s+)?(?:биринши|екинши|ушинши|тортинши|бесинши|алтыншы|жетинши|сегизинши|тогызыншы)(?!\w)|оныншы(?!\w))
    | (?P<through>по|to|through|дейин)(?!\w)
    | (?P<joint>и|или|либо|а\s+также|жане|немесе|мен|пен|и/или|and|or)(?!\w)
    | (?P<of>of|the|in|under|к)(?!\w)
    )
  )
  | (?P<dash>[–—-])
  | (?P<open>\()
  | (?P<close>\))
    """,
    re.VERBOSE,
)
# What is counted or dated is no article: "ст. 188 и 5 млн тенге", "188 и 12 мая".
COUNTED = re.compile(
    r"\s*(?:%|₸|\$|€|(?:январ|феврал|март|апрел|ма[яй]\b|июн|июл|август|сентябр|октябр|ноябр|декабр|год|лет\b|г\.|г\b|тенге|тг\b"
    r"|млн|млрд|тыс|руб|доллар|человек|лиц\b|дней|дня|день\b|час(?:а|ов|ам)?\b|суток|сутки|месяц|минут|раз[ау]?\b|км|кг|шт|эпизод|потерпевш|свидетел"
    r"|жыл|ай\b|айл|кун|сагат|мын|адам|доллар|наурыз|сауир|мамыр|маусым|шилде|тамыз|кыркуйек|казан\b|караша|желтоксан|кантар|акпан"
    r"|days?\b|years?\b|months?\b|people|persons|january|february|march|april|may\b|june|july|august|september|october|november|december"
    r"|million|thousand|tenge))"
)
ORDINALS = (
    ("одиннадцат", 11), ("двенадцат", 12), ("тринадцат", 13), ("четырнадцат", 14), ("пятнадцат", 15),
    ("шестнадцат", 16), ("семнадцат", 17), ("восемнадцат", 18), ("девятнадцат", 19), ("двадцат", 20),
    ("перв", 1), ("втор", 2), ("трет", 3), ("четверт", 4), ("пят", 5), ("шест", 6), ("седьм", 7),
    ("восьм", 8), ("девят", 9), ("десят", 10),
    ("биринши", 1), ("екинши", 2), ("ушинши", 3), ("тортинши", 4), ("бесинши", 5), ("алтыншы", 6),
    ("жетинши", 7), ("сегизинши", 8), ("тогызыншы", 9), ("оныншы", 10),
)  # fmt: skip
UNITS = {
    "kk_article": Level.ARTICLE, "kk_short": Level.ARTICLE, "kk_short_point": Level.POINT,
    "kk_part": Level.PART, "kk_subpoint": Level.SUBPOINT, "kk_point": Level.POINT,
    "ru_article": Level.ARTICLE, "ru_subpoint": Level.SUBPOINT, "ru_points": Level.SUBPOINT,
    "ru_point": Level.POINT, "ru_part": Level.PART, "indent": Level.INDENT,
    "en_article": Level.ARTICLE, "en_part": Level.PART, "en_subpoint": Level.SUBPOINT,
    "en_paragraph": Level.PARAGRAPH, "en_point": Level.ITEM,
}  # fmt: skip
