"""What form the answer to a question has: a punishment, a term, a sum, somebody, a permission, a list.

Knows the form of questions and of sentences, in Kazakh, Russian and English at once: a question of one
language is answered by sentences of another. What they are about is the business of `assistant/relevance.py`.
"""

import re
from collections.abc import Mapping, Set
from enum import StrEnum

from vectorstore.analysis.folding import CYRILLIC, LATIN_TWINS, fold


class Wanted(StrEnum):
    PUNISHMENT = "punishment"  # how many years, what fine, what threatens
    TERM = "term"  # when, within what time, how long
    SUM = "sum"  # how much money
    WHO = "who"
    MAY = "may"  # may, must, is it allowed
    LIST = "list"  # which ones


def wanted(question: str) -> frozenset[Wanted]:
    """The forms the question asks for; none where its words do not tell.

    >>> sorted(wanted("Сколько лет дают за кражу?")), sorted(wanted("Кім қанша күн ішінде шешеді?"))
    ([<Wanted.PUNISHMENT: 'punishment'>], [<Wanted.TERM: 'term'>, <Wanted.WHO: 'who'>])
    """
    plain = _plain(question)
    found = frozenset(form for form, asks in _ASKS.items() if asks.search(plain))
    # The term and the sum of a punishment, and who bears it, stand in the sanction.
    return found & {Wanted.PUNISHMENT} or found - {Wanted.MAY} or found


def has_form(sentence: str, forms: Set[Wanted]) -> bool:
    """Whether a sentence, of whatever language, has one of the forms.

    >>> has_form("наказывается штрафом в размере до двухсот тенге", {Wanted.PUNISHMENT})
    True
    """
    plain = _plain(sentence)
    return any(_HAS[form].search(plain) for form in forms)


def _plain(text: str) -> str:
    text = text.translate(LATIN_TWINS) if CYRILLIC.search(text) else text
    return fold(" ".join(text.casefold().split()))


def _patterns(told: Mapping[Wanted, str]) -> dict[Wanted, re.Pattern[str]]:
    return {form: re.compile(_pattern(phrases)) for form, phrases in told.items()}


def _pattern(phrases: str) -> str:
    """`_` joins words, `~` is up to three words between them, `*` is any ending, `^` the beginning."""
    any_of = "|".join(fold(phrase) for phrase in phrases.split())
    any_of = any_of.replace("*", r"\w*").replace("_", " ").replace("~", r" (?:[\w-]+ ){0,3}")
    return rf"(?<!\w)(?:{any_of})(?!\w)"


def _begins(stems: str) -> str:
    return "|".join(map(fold, stems.split()))


_ASKS = _patterns(
    {
        Wanted.PUNISHMENT: """
            сколько_лет_дают сколько_лет_дадут сколько_лет_светит сколько_лет_за сколько_лет~лишени*
            сколько_лет~тюрьм* сколько_дают сколько_дадут сколько_светит что~грозит что~грозят чем~грозит
            что~светит что_будет_за что~будет_за что_ему_будет что_ей_будет что_им_будет что_мне_будет
            наказан* наказыва* накажут санкци* посадят посадить сесть_за какой~штраф каков~штраф
            сколько~штраф* скока~штраф* размер_штраф* штраф_за оштраф* штрафанут срок_за срок_дают
            какую_ответственность какая_ответственность ответственность_за привлечь_к~ответственност*
            қанша_жыл~береді қанша_жыл~беріледі қанша_жыл_алады қанша_жыл~отыр* қанша_жыл~сотта*
            қанша_жыл~айыр* қанша_жыл~түрме* қандай~жаза* жаза_бар жаза_қандай жазасы_қандай жазалана*
            не_жаза* жаза~көзде* қанша~айыппұл* айыппұл~қанша айыппұл_төле* айыппұл_бар айыппұл~қандай
            қандай~айыппұл* не_болады не_қауіп* қауіп_төн* не_күтіп сотта* соттай_ма түрмеге
            жауапқа_тарт* қандай_жауапкершілік* жауапкершілігі_қандай
            punish* penal* sentence what~fine how_much~fine fined a_fine fine_for jail prison
            how_many_years~get how_many_years~face how_many_years_for how_many_years~prison
            what~face what~faces what~charge liable liability_for""",
        Wanted.TERM: """
            срок сроки срока когда как_долго в_течение_как* сколько~дней сколько~суток сколько~часов
            сколько~месяцев сколько~лет сколько_времени сколько_по_времени через_сколько за_сколько
            қашан мерзім мерзімі мерзімде мерзімге қандай_мерзім* қанша~күн* қанша~тәулік* қанша~сағат*
            қанша~ай* қанша~жыл* қанша_уақыт* неше~күн* неше~тәулік* неше~сутка* неше~сағат* неше~ай неше~жыл*
            ^when and_when how_long how_soon how_quickly how_many~days how_many~hours how_many~months
            how_many~years deadline time_limit within_what what~term what~period""",
        Wanted.SUM: """
            сколько~денег сколько~тенге сколько~платить сколько~заплат* сколько~платят сколько_стоит
            какая~сумма какую~сумму с_какой_суммы какой_размер в_каком_размере каков~размер сколько~процентов
            сколько~мрп қанша_ақша* қанша~теңге* қанша~төле* қандай_мөлшерде мөлшері_қандай мөлшері_қанша
            қанша_пайыз* қанша~аек how_much what~amount what_sum what~percentage what_rate""",
        Wanted.WHO: """
            кто кому кого кем какой_орган какие_органы каким_органом какой_суд какому_суду
            подследственност* подсудност* кім кімге кімді кімнің кімнен кімдер қай_орган* қандай_орган*
            қай_сот* қандай_сот* тергеуінде ^who ^whom ^whose and_who and_whose who_may who_must who_pays
            which_court which_authority which_body what_authority""",
        Wanted.MAY: """
            вправе можно можно_ли могут может могу нельзя допустимо допускается обязан обязана обязаны
            должен должна должны имеет_ли имеет_право имею_право имеют_право законно_ли разрешено запрещено
            бола_ма болады_ма ала_ма алады_ма алам_ба аламын_ба құқылы құқығы_бар хақысы_бар хақым_бар
            міндетті міндетті_ме тиіс_пе мүмкін_бе рұқсат_па керек_пе тыйым_салын*
            may can must could should allowed permitted obliged required entitled forbidden prohibited""",
        Wanted.LIST: """
            какие какими каковы перечисл* в_каких_случаях при_каких_условиях виды что_относится_к что_входит_в
            что_должно_быть_в қандай~түрлері түрлері қандай~жағдай* қандай~құқықтар* қандай~міндеттер*
            қандай~шаралар* қандай~негіздер* қандай~деректер* атап_бер* тізімі нелер_жатады не_жатады
            which_ones which~cases list what_are what_kinds what_types what_grounds what~rights what~duties
            in_what_cases what~measures under_what~conditions""",
    }
)

_COUNTS = """
    один одн дв тр четыр пят шест сем восьм девят десят сорок бір екі үш төрт бес алты жеті сегіз тоғыз он
    жиырма отыз қырық елу алпыс one two three four five six seven eight nine ten eleven twelve thirt fourt
    fift sixt sevent ninet twent fort"""
_TIMES = """
    лет год месяц недел дн день сут час минут жыл ай апта күн тәулік сағат year month week day hour minute"""
_COUNTED_TIME = rf"\b(?:\d[\d ]*|(?:{_begins(_COUNTS)})\w*) (?:[\w-]+ )?(?:{_begins(_TIMES)})"
_HAS = _patterns(
    {
        Wanted.PUNISHMENT: """наказыва* влечет влекут лишением_свободы жазалан* жазаланады әкеп_соғады әкеледі
            бас_бостандығынан_айыр* айыппұл_салу* punish* punishable entail entails imprisonment""",
        Wanted.TERM: """незамедлительно немедленно безотлагательно дереу кідірістетпей immediately
            without_delay without_undue_delay forthwith не_менее~срока кемінде~бірін кемінде~екісін
            кемінде~жартысын at_least~term at_least~sentence""",
        Wanted.SUM: """месячн*_расчетн*_показател* тенге процент* в_размере в_полуторном_размере
            заработн*_плат* айлық_есептік_көрсеткіш* теңге пайыз* мөлшерінде per_cent percent amount_of
            tenge""",
        Wanted.WHO: """судья судьей судьи суд судом прокурор прокурором следователь следователем следователями
            дознаватель дознавателем президент* министр* комитет* комисси* нотариус* уполномоченн*_орган*
            орган*_досудебн* должностн*_лиц* сот соты соттың прокурор* тергеуші* судья* анықтаушы*
            уәкілетті_орган* лауазымды_адам* court judge prosecutor investigator* authority authorities
            minister ministry committee officer""",
        Wanted.MAY: """вправе может могут допускается допускаются обязан* должен должна должно должны
            имеет_право имеют_право запрещается запрещено запрещаются разрешается подлежит подлежат
            құқылы құқығы_бар міндетті тиіс мүмкін тыйым_салынады жол_берілмейді жол_беріледі рұқсат_етіледі
            may must shall prohibited entitled obliged permitted""",
    }
)
_HAS[Wanted.TERM] = re.compile(rf"{_HAS[Wanted.TERM].pattern}|{_COUNTED_TIME}")
_HAS[Wanted.LIST] = re.compile(r":\W*\Z")
