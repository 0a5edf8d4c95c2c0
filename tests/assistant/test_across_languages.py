"""Checks that hold a statement in any language against a quote in any other."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import product

import pytest

from assistant.apposed import of_another_post
from assistant.carriers import giver_or_carrier
from assistant.conditions import half_described, only_the_excepted
from assistant.debtors import of_other_debtor
from assistant.denials import none_lacks, not_set_aside, objected
from assistant.directions import by_then, only_extended, other_way
from assistant.holders import used_by
from assistant.marked import of_other_mark
from assistant.paired import exchanged_pairs, of_other_name
from assistant.sequence import compared_days
from assistant.shares import told_of_part
from assistant.spoken import Spoken
from assistant.sums import claimed_or_awarded, each_of_total, on_top, owed, without_rate
from assistant.supposed import named_suspect, only_advised
from casefile.language import SPOKEN, Language

KK, RU, EN = Language.KK, Language.RU, Language.EN
Check = Callable[[str, Language, Sequence[Spoken]], Iterable[str]]


def _used_by(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterable[str]:
    return used_by(text, language, [(quote, tongue, "") for quote, tongue in quotes])


@dataclass(frozen=True)
class Told:
    """By language a quote, a lie over it and a truth."""

    check: Check
    quotes: dict[Language, str]
    lies: dict[Language, str]
    truths: dict[Language, str]


TOLD = {
    "suspected": Told(
        named_suspect,
        {
            KK: "Кабельдің ұрланғаны анықталды. Жолдасов осы ұрлықты жасады деп күдіктеледі.",
            RU: "Кража кабеля установлена. Жолдасов подозревается в этой краже.",
            EN: "The theft of the cable is established. Zholdasov is suspected of that theft.",
        },
        {
            KK: "Ұрлықты Жолдасов жасағаны анықталды.",
            RU: "Установлено, что кражу совершил Жолдасов.",
            EN: "It was established that the theft was committed by Zholdasov.",
        },
        {
            KK: "Жолдасов ұрлық жасады деп күдіктеледі.",
            RU: "В краже подозревается Жолдасов.",
            EN: "Zholdasov is suspected of the theft.",
        },
    ),
    "post": Told(
        of_another_post,
        {
            KK: "Дәрігер көршінің өлімін тіркеді. Полицияға фельдшер Г. Асқарова хабарлады.",
            RU: "Врач зафиксировал смерть соседа. В полицию сообщила фельдшер Г. Аскарова.",
            EN: "Doctor recorded the death of the neighbour. The paramedic G. Askarova informed the police.",
        },
        {
            KK: "Көршінің өлімін Асқарова тіркеді.",
            RU: "Смерть соседа зафиксировала Аскарова.",
            EN: "The death of the neighbour was recorded by Askarova.",
        },
        {
            KK: "Полицияға Асқарова хабарлады.",
            RU: "В полицию сообщила Аскарова.",
            EN: "The police were informed by Askarova.",
        },
    ),
    "part": Told(
        told_of_part,
        {
            KK: "Тоғыз шоттың төртеуі зерттелді. Төрт шот бойынша ақша аударылмаған.",
            RU: "Изучены четыре из девяти счетов. По четырём счетам переводы денег не установлены.",
            EN: "Four of the nine accounts were examined. On the four no transfers of money were found.",
        },
        {
            KK: "Шоттар бойынша ақша аударылмаған.",
            RU: "Переводы денег по счетам не установлены.",
            EN: "No transfers of money were found on the accounts.",
        },
        {
            KK: "Төрт шот бойынша ақша аударылмаған.",
            RU: "По четырём счетам переводы денег не установлены.",
            EN: "No transfers of money were found on four accounts.",
        },
    ),
    "instalments": Told(
        told_of_part,
        {
            KK: "Алғашқы екі төлем толық түсті.",
            RU: "Первые два платежа поступили полностью.",
            EN: "The first two payments were received in full.",
        },
        {
            KK: "Төлем толық түсті.",
            RU: "Платежи поступили полностью.",
            EN: "The payments were received in full.",
        },
        {
            KK: "Екі төлем толық түсті.",
            RU: "Полностью поступили два платежа.",
            EN: "Two payments were received in full.",
        },
    ),
    "objection": Told(
        objected,
        {
            KK: "Мен істің тоқтатылуына қарсы емеспін.",
            RU: "Я не возражаю против прекращения дела.",
            EN: "I do not object to the termination of the case.",
        },
        {
            KK: "Ол істің тоқтатылуына қарсы болды.",
            RU: "Он возразил против прекращения дела.",
            EN: "He objected to the termination of the case.",
        },
        {
            KK: "Ол істің тоқтатылуына қарсы болмады.",
            RU: "Против прекращения дела он не возражал.",
            EN: "He did not object to the termination of the case.",
        },
    ),
    "nowhere lacking": Told(
        none_lacks,
        {
            KK: "Тіркеу нөмірі жоқ бірде-бір құты табылмады.",
            RU: "Ни на одном флаконе не отсутствовал регистрационный номер.",
            EN: "Of the 212 bottles none lacked the registration number.",
        },
        {
            KK: "Құтыларда тіркеу нөмірі жоқ.",
            RU: "На флаконах нет регистрационного номера.",
            EN: "The bottles bore no registration number.",
        },
        {
            KK: "Барлық құтыда тіркеу нөмірі бар.",
            RU: "Регистрационный номер есть на всех флаконах.",
            EN: "All bottles bore the registration number.",
        },
    ),
    "two conditions": Told(
        half_described,
        {
            KK: "Тауарды ерікті түрде тапсырған және бұзушылыққа алғаш рет жол берген адам айыппұлдан "
            "босатылады.",
            RU: "Лицо, добровольно сдавшее товар и впервые допустившее нарушение, освобождается от штрафа.",
            EN: "A person who voluntarily surrendered the goods and has committed the violation for the "
            "first time is released from the fine.",
        },
        {
            KK: "Тауарды ерікті түрде тапсырған адам айыппұлдан босатылады.",
            RU: "Добровольно сдавший товар освобождается от штрафа.",
            EN: "Anyone who voluntarily surrendered the goods is released from the fine.",
        },
        {
            KK: "Тауарды ерікті түрде тапсырып, бұзушылыққа алғаш рет жол берген адам айыппұлдан босатылады.",
            RU: "Кто добровольно сдал товар и допустил нарушение впервые, освобождается от штрафа.",
            EN: "Whoever voluntarily surrendered the goods and committed the violation for the first time is "
            "released from the fine.",
        },
    ),
    "account": Told(
        _used_by,
        {
            KK: "Кесте Ерлан Тоқтасынның есептік жазбасымен көшірілген.",
            RU: "Таблица скопирована под учётной записью Ерлана Токтасына.",
            EN: "The table was copied under the account of Yerlan Toktasyn.",
        },
        {
            KK: "Кестені Ерлан Тоқтасынның өзі көшіріп алған.",
            RU: "Таблицу скопировал Ерлан Токтасын сам.",
            EN: "Yerlan Toktasyn himself copied the table.",
        },
        {
            KK: "Кесте Ерлан Тоқтасынның есептік жазбасымен көшірілген.",
            RU: "Таблица скопирована под учётной записью Токтасына.",
            EN: "The table was copied under the account of Toktasyn.",
        },
    ),
    "advice": Told(
        only_advised,
        {
            KK: "Сүзгілер тозған деп танылды. Сүзгілерді ауыстыру ұсынылады.",
            RU: "Фильтры признаны изношенными. Рекомендуется заменить фильтры.",
            EN: "The filters were found to be worn. It is recommended to replace the filters.",
        },
        {KK: "Сүзгілер ауыстырылды.", RU: "Фильтры заменили.", EN: "The filters were replaced."},
        {
            KK: "Сүзгілерді ауыстыру ұсынылды.",
            RU: "Фильтры рекомендовано заменить.",
            EN: "It was recommended to replace the filters.",
        },
    ),
    "on top": Told(
        on_top,
        {
            KK: "Сот 18 400 000 теңге, оның ішінде 6 100 000 теңге тұрақсыздық айыбын өндірді.",
            RU: "Взыскано 18 400 000 тенге, в том числе 6 100 000 тенге неустойки.",
            EN: "The court awarded 18,400,000 tenge, including 6,100,000 tenge as a penalty.",
        },
        {
            KK: "Сот 18 400 000 теңге және оған қоса 6 100 000 теңге тұрақсыздық айыбын өндірді.",
            RU: "Взыскано 18 400 000 тенге и сверх того 6 100 000 тенге неустойки.",
            EN: "The court awarded 18,400,000 tenge and a penalty of 6,100,000 tenge on top.",
        },
        {
            KK: "Сот өндірген 18 400 000 теңгенің ішінде 6 100 000 теңге — тұрақсыздық айыбы.",
            RU: "Взыскано 18 400 000 тенге, из них 6 100 000 тенге — неустойка.",
            EN: "Of the 18,400,000 tenge awarded, of which 6,100,000 is a penalty, nothing was paid.",
        },
    ),
    "rate": Told(
        without_rate,
        {
            KK: "Жалдау ақысы айына 210 000 теңгені құрайды.",
            RU: "Арендная плата составляет 210 000 тенге в месяц.",
            EN: "The rent is 210,000 tenge a month.",
        },
        {
            KK: "Жеті айдың жалдау ақысы 210 000 теңге.",
            RU: "Плата за семь месяцев составляет 210 000 тенге.",
            EN: "The rent for the seven months is 210,000 tenge.",
        },
        {
            KK: "Ай сайын 210 000 теңге төленеді.",
            RU: "Ежемесячно платят 210 000 тенге.",
            EN: "The monthly rent is 210,000 tenge.",
        },
    ),
    "each": Told(
        each_of_total,
        {
            KK: "Мен екі аударым жасадым, барлығы 640 000 теңге.",
            RU: "Я сделала два перевода, всего 640 000 тенге.",
            EN: "I made two transfers, 640,000 tenge in all.",
        },
        {
            KK: "Ол 640 000 теңгені екі рет аударған.",
            RU: "Она дважды перевела 640 000 тенге.",
            EN: "She transferred 640,000 tenge twice.",
        },
        {
            KK: "Ол екі аударыммен жалпы 640 000 теңге жіберген.",
            RU: "Двумя переводами она отправила всего 640 000 тенге.",
            EN: "She sent 640,000 tenge in total.",
        },
    ),
    "claimed": Told(
        claimed_or_awarded,
        {
            KK: "Талап қоюшы 4 600 000 теңге сұрады. Сот 3 400 000 теңге өндірді.",
            RU: "Истец просил 4 600 000 тенге. Суд взыскал 3 400 000 тенге.",
            EN: "The plaintiff claimed 4,600,000 tenge. The court awarded 3,400,000 tenge.",
        },
        {
            KK: "Талап қоюшы 3 400 000 теңге сұраған.",
            RU: "Истец требовал 3 400 000 тенге.",
            EN: "The plaintiff sought 3,400,000 tenge.",
        },
        {
            KK: "Сот 3 400 000 теңге өндірген.",
            RU: "Суд взыскал 3 400 000 тенге.",
            EN: "The court awarded 3,400,000 tenge.",
        },
    ),
    "overdrawn": Told(
        owed,
        {
            KK: "Шот бойынша овердрафт 920 000 теңге болды.",
            RU: "Счёт ушёл в овердрафт на 920 000 тенге.",
            EN: "The account was overdrawn by 920,000 tenge.",
        },
        {
            KK: "Шотта 920 000 теңге болған.",
            RU: "На счёте было 920 000 тенге.",
            EN: "The account held 920,000 tenge.",
        },
        {
            KK: "Шот бойынша берешек 920 000 теңге болған.",
            RU: "Долг по счёту составлял 920 000 тенге.",
            EN: "The debt on the account was 920,000 tenge.",
        },
    ),
    "before an event": Told(
        other_way,
        {
            KK: "Жалға алушы кететін күнге дейін кемінде 45 күн бұрын хабарлайды.",
            RU: "Арендатор извещает не позднее чем за 45 дней до даты выезда.",
            EN: "The tenant gives notice 45 days before the date of moving out.",
        },
        {
            KK: "Хабарлауға көшкен күннен бастап 45 күн беріледі.",
            RU: "На уведомление даётся 45 дней с даты выезда.",
            EN: "The tenant has 45 days from the date of moving out to give notice.",
        },
        {
            KK: "Хабарлама көшуден 45 күн бұрын беріледі.",
            RU: "Уведомляют за 45 дней до выезда.",
            EN: "Notice is given 45 days prior to moving out.",
        },
    ),
    "extended": Told(
        only_extended,
        {
            KK: "Екі ай мерзім тағы 20 тәулікке ұзартылды.",
            RU: "Установленный срок в два месяца продлён на 20 суток.",
            EN: "The term of two months was extended by 20 days.",
        },
        {
            KK: "Қамауда ұстау мерзімі 20 тәулік болып белгіленді.",
            RU: "Срок содержания под стражей определён в 20 суток.",
            EN: "The term of detention was fixed at 20 days.",
        },
        {
            KK: "Мерзім 20 тәулікке ұзартылды.",
            RU: "Срок продлили на 20 суток.",
            EN: "The term was extended by 20 days.",
        },
    ),
    "not earlier": Told(
        by_then,
        {
            KK: "Гипсті 12 наурыздан ерте алмау ұсынылды.",
            RU: "Гипс рекомендовано снять не ранее 12 марта.",
            EN: "The plaster is to be removed not earlier than 12 March.",
        },
        {
            KK: "Гипсті 12 наурызға дейін алу ұсынылды.",
            RU: "Гипс рекомендовано снять до 12 марта.",
            EN: "The plaster is to be removed by 12 March.",
        },
        {
            KK: "Гипсті 12 наурыздан кейін алу ұсынылды.",
            RU: "Гипс рекомендовано снять после 12 марта.",
            EN: "The plaster is to be removed after 12 March.",
        },
    ),
    "presence": Told(
        of_other_mark,
        {
            KK: "Муратова берген ақшаны Бектемиров Аханованың көзінше санады.",
            RU: "Деньги, которые передала Муратова, Бектемиров пересчитал в присутствии Ахановой.",
            EN: "The money that Muratova had sent was counted by Bektemirov in the presence of Akhanova.",
        },
        {
            KK: "Бектемиров ақшаны Муратованың көзінше санады.",
            RU: "Бектемиров пересчитал деньги в присутствии Муратовой.",
            EN: "Bektemirov counted the money in the presence of Muratova.",
        },
        {
            KK: "Бектемиров ақшаны Аханованың көзінше санады.",
            RU: "Бектемиров пересчитал деньги в присутствии Ахановой.",
            EN: "Bektemirov counted the money in the presence of Akhanova.",
        },
    ),
    "carrier": Told(
        giver_or_carrier,
        {
            KK: "Оспанов берген ақшаны оған Нұртаев жеткізді.",
            RU: "Деньги, которые Оспанов передал, Нуртаев доставил ей.",
            EN: "The money that Ospanov gave her was delivered by Nurtayev.",
        },
        {
            KK: "Ақшаны Нұртаев берген, Оспанов жеткізген.",
            RU: "Деньги Нуртаев передал, а Оспанов доставил.",
            EN: "The money was given by Nurtayev and delivered by Ospanov.",
        },
        {
            KK: "Ақшаны Оспанов берген, Нұртаев жеткізген.",
            RU: "Деньги Оспанов передал, а Нуртаев доставил.",
            EN: "The money was given by Ospanov and delivered by Nurtayev.",
        },
    ),
    "except one": Told(
        only_the_excepted,
        {
            KK: "Алматыдағы серверді қоспағанда, бірде-бір сервер журналды сақтамаған.",
            RU: "Ни один сервер, кроме сервера в Алматы, не сохранил журналы.",
            EN: "None of the servers except the one in Almaty had kept the logs.",
        },
        {
            KK: "Журналды тек Алматыдағы сервер сақтамаған.",
            RU: "Журналы не сохранил только сервер в Алматы.",
            EN: "Only the server in Almaty had not kept the logs.",
        },
        {
            KK: "Журналды тек Алматыдағы сервер сақтаған.",
            RU: "Журналы сохранил только сервер в Алматы.",
            EN: "Only the server in Almaty had kept the logs.",
        },
    ),
    "set aside": Told(
        not_set_aside,
        {
            KK: "Алқа сот арестті алудан бас тартқан қаулының күшін жойды.",
            RU: "Коллегия отменила постановление, которым суд отказал в снятии ареста.",
            EN: "The panel set aside the order by which the court had refused to lift the arrest.",
        },
        {
            KK: "Алқа арестті алудан бас тартты.",
            RU: "Коллегия отказала в снятии ареста.",
            EN: "The panel refused to lift the arrest.",
        },
        {
            KK: "Алқа арестті алудан бас тарту туралы қаулының күшін жойды.",
            RU: "Коллегия отменила отказ в снятии ареста.",
            EN: "The panel quashed the refusal to lift the arrest.",
        },
    ),
    "terms exchanged": Told(
        exchanged_pairs,
        {
            KK: "Шағым он бес күн ішінде беріледі және жиырма күн ішінде қаралады.",
            RU: "Жалоба подаётся в течение пятнадцати дней и рассматривается в течение двадцати дней.",
            EN: "The complaint is filed within fifteen days and considered within twenty days.",
        },
        {
            KK: "Шағым беру мерзімі — жиырма күн, ал қарау мерзімі — он бес күн.",
            RU: "Жалоба подаётся двадцать дней, а рассматривается пятнадцать.",
            EN: "The complaint is filed within twenty days and considered within fifteen.",
        },
        {
            KK: "Шағым беру мерзімі — он бес күн, ал қарау мерзімі — жиырма күн.",
            RU: "Жалоба подаётся пятнадцать дней, а рассматривается двадцать.",
            EN: "The complaint is filed within fifteen days and considered within twenty.",
        },
    ),
    "debtor": Told(
        of_other_debtor,
        {
            KK: "«Сарыарқа» ЖШС-дан «Берег» ЖШС пайдасына 780 000 теңге өндірілсін.",
            RU: "Взыскать с ТОО «Сарыарка» в пользу ТОО «Берег» 780 000 тенге.",
            EN: "To recover from «Saryarka» in favour of «Bereg» 780,000 tenge.",
        },
        {
            KK: "Сот «Берег» ЖШС-дан 780 000 теңге өндірді.",
            RU: "Суд взыскал с ТОО «Берег» 780 000 тенге.",
            EN: "The court recovered 780,000 tenge from «Bereg».",
        },
        {
            KK: "Сот «Сарыарқа» ЖШС-дан 780 000 теңге өндірді.",
            RU: "Суд взыскал с ТОО «Сарыарка» 780 000 тенге.",
            EN: "The court recovered 780,000 tenge from «Saryarka».",
        },
    ),
    "shop": Told(
        of_other_name,
        {
            KK: "«Арай» дүкеніне 480 000 теңге, «Самал» дүкеніне 300 000 теңге өтелді, «Дос» дүкеніне — жоқ.",
            RU: "Магазину «Арай» возмещено 480 000 тенге, «Самал» — 300 000 тенге, «Дос» — ничего.",
            EN: "«Arai» was repaid 480,000 tenge, «Samal» 300,000 tenge, «Dos» was repaid nothing.",
        },
        {
            KK: "«Дос» дүкеніне 300 000 теңге өтелді.",
            RU: "Магазину «Дос» возмещено 300 000 тенге.",
            EN: "The shop Dos was repaid 300,000 tenge.",
        },
        {
            KK: "«Самал» дүкеніне 300 000 теңге өтелді.",
            RU: "Магазину «Самал» возмещено 300 000 тенге.",
            EN: "The shop Samal was repaid 300,000 tenge.",
        },
    ),
    "days compared": Told(
        compared_days,
        {
            KK: "12 ақпанда жасалған шарт 3 сәуірде тіркелген. 27 ақпандағы шарт 15 наурызда тіркелген.",
            RU: "Договор от 12 февраля зарегистрирован 3 апреля. Договор от 27 февраля учтён 15 марта.",
            EN: "The contract of 12 February was registered on 3 April. That of 27 February on 15 March.",
        },
        {
            KK: "12 ақпандағы шарт 27 ақпандағы шарттан бұрын тіркелген.",
            RU: "Договор от 12 февраля зарегистрирован раньше договора от 27 февраля.",
            EN: "The contract of 12 February was registered earlier than that of 27 February.",
        },
        {
            KK: "12 ақпандағы шарт 27 ақпандағы шарттан кейін тіркелген.",
            RU: "Договор от 12 февраля зарегистрирован позже договора от 27 февраля.",
            EN: "The contract of 12 February was registered later than that of 27 February.",
        },
    ),
}
PAIRS = [(told, *pair) for told in TOLD for pair in product(SPOKEN, SPOKEN)]


@pytest.mark.parametrize(("told", "language", "tongue"), PAIRS)
def test_a_lie_is_found(told: str, language: Language, tongue: Language) -> None:
    row = TOLD[told]
    assert list(row.check(row.lies[language], language, [(row.quotes[tongue], tongue)]))


@pytest.mark.parametrize(("told", "language", "tongue"), PAIRS)
def test_a_truth_is_not_doubted(told: str, language: Language, tongue: Language) -> None:
    row = TOLD[told]
    assert not list(row.check(row.truths[language], language, [(row.quotes[tongue], tongue)]))
