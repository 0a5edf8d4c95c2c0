"""Words and turns by which a statement tells who speaks, of what occasion, and what says nothing in it."""

import re

REPORTS = re.compile(
    r"""^\s*(?:
      (?:по\s+словам|со\s+слов|согласно|по\s+показаниям|как\s+(?:показал|пояснил|сообщил)\w*)[^,]*,\s*
    | [^,]*\b(?:показал|сказал|пояснил|сообщил|утверждает|заявил|рассказал|видел|заметил|слышал
      |помню)\w*,\s*(?:что|как)\s+
    | according\s+to[^,]*,\s* | i\s+(?:saw|noticed|heard|remember)\s+(?:that\s+)?
    | [^,]*\b(?:said|states?|stated|testified|says|claims|reported)\s+that\s+
    | [^,]*\b(?:айтуынша|сөзінше|айтуы\s+бойынша|жауабына\s+сәйкес),?\s*
    )""",
    re.IGNORECASE | re.VERBOSE,
)
REPORTED = re.compile(
    r"\s+(?:деп\s+\w+|(?<=[ғқ]анын\s)көрдім|(?<=[гк]енін\s)көрдім|(?:екенін\s+)?(?:көрдім|естідім|байқадым))\W*$",
    re.IGNORECASE,
)
ASKS = re.compile(r"\?\W*$|^\W*(?:вопрос|сұрақ|question)\s*:", re.IGNORECASE)
SELF = re.compile(
    r"\b(?:я|мне|меня|мной|мо[йяиеё]|мо(?:его|ей|ему|ю|их|им|ими)|мы|нам|нас|наш\w*"
    r"|менің|маған|мені|менен|менде|менімен|біз\w*|бізге|\w+(?:[дт][ыі]м|[ғқ]анмын|[гк]енмін)|емеспін|жоқпын"
    r"|I|me|my|mine|we|us|our)\b|^\W*мен\b",
    re.IGNORECASE,
)
# "Пришёл домой в 22 часа": a past tense that opens a Russian sentence hides its I.
HIDDEN_SELF = re.compile(r"^\W*[а-яё]+(?:л|ла|ли|лся|лась|лись)\b", re.IGNORECASE)
ROLE = re.compile(
    r"\b(?:потерпевш|заявител|подозреваем|обвиняем|свидетел|гражданин|гражданк|мужчин|женщин|жәбірленуш"
    r"|арыздануш|күдікт|айыпталуш|куә|азамат|victim|complainant|suspect|accused|witness|applicant"
    r"|автор|отправител|жіберуші|author|sender|writer)\w*",
    re.IGNORECASE,
)
# Words by which a statement speaks of another occasion, or of another thing of the kind.
OTHER = re.compile(
    r"\b(?:снова|опять|повторн\w*|затем|потом|позже|втор(?:ой|ая|ое|ую|ым|ого)|друг(?:ой|ая|ое|ую|им|ого|ие)"
    r"|следующ\w*|обратно|ещё|еще|также|ранее|раньше|off|down|up|перв(?:ый|ая|ое|ую|ым|ого)|каждый|ежедневно|обычно"
    r"|қайтадан|қайта|екінші|басқа|кейін\w*|тағы|бұрын|бірінші|әрбір|әдетте|келесі"
    r"|again|second|another|other|later|then|next|earlier|before|afterwards|first|also|each|every|usually)\b",
    re.IGNORECASE,
)
CODE = re.compile(r"\b\w*\d\w*\b")
CYRILLIC = re.compile(r"[\u0400-\u052f]")
LIGHT = frozenset(
    """
    около примерно приблизительно порядка почти час часа часов часу минут минуты год года лет день дня сутки
    вечера утра ночи дня шамамен сағат сағатта минут минутта минуттан жыл жылғы күні күн жылы түс about around
    approximately roughly hour hours minute minutes year years day days clock pm am did does do have has had
    двое двоих трое троих четверо четверых пятеро шестеро семеро город городе города қала қаласы қаласында
    city время уақыт уақытта time total сумма сумме всего барлығы жалпы млн млрд тыс мың миллион million
    thousand тысяч тысячи тысяча
    """.split()
)
# What may happen, or be so, more than once: another value may be another occasion.
REPEATS = re.compile(
    r"""\b(?:
      пере(?:вод|вел|вёл|вест|числ|дал|дач)|поступ|зачисл|списан|снял|снят|получ|отдал|вруч|взял|заня|долг|одолж
    | звон|набрал|встре|приход|приезж|заход|допро|опро[сш]|остат|баланс|платил|платеж|купил|приобр|изъя
    | аудар|шот(?:ына|ынан|қа|тан)|алынды|алды|берді|қарыз|қоңырау|кездес|жауап\s+ал|қалдық|сатып\s+ал
    | transfer|credited|debited|receiv|withdr|deposit|gave|given|hand|borrow|lent|lend|owe|debt|call|phon
    | met\b|камер|зафикс|отгру|отправ|накладн|заявк|температ|тіркеді|жөнелт|camera|record|ship|waybill
    | question|interview|balance|reach|bought|purchas|seiz
    )\w*""",
    re.IGNORECASE | re.VERBOSE,
)
INTENDS = re.compile(
    r"\b(?:обеща|собира|планир|хотел|хотят|намер|пыта|попыт|предлага|предлож|уәде|жоспар|ниет|мақсат|тырыс|ұсын"
    r"|promis|intend|plan|want|tried|try|attempt|offer|agree)\w*",
    re.IGNORECASE,
)
STATEMENT = re.compile(
    r"допрос|показани|объяснен|очн\w+\s+ставк|жауап|түсінік|куә|interview|statement|testimony|question",
    re.IGNORECASE,
)
