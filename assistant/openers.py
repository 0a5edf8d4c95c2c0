"""Words that open a sentence in a capital letter and name nobody."""

import re

from casefile.language import Language


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# A Russian infinitive, a participle that tells when, an adjective that agrees with no person.
RUSSIAN_VERB_OR_ADJECTIVE = re.compile(
    r"\w{2,}(?:[аеиоуыя]ть(?:ся)?|ясь|вшись|[нс]к?ое|нн[оы]е|ованн\w{2})", re.IGNORECASE
)
OPENERS = {
    Language.RU: _words(
        """
        в во на по при если за согласно также кроме кто лицо лица это этот эта эти он она они его ее
        их для с со к ко о об от до из не ни да нет или и а но как когда где что чтобы под над между
        после перед без через размер срок наказание закон статья часть пункт суд следователь
        следственный орган подозреваемый обвиняемый потерпевший свидетель
        свидетельница потерпевшая подозреваемая обвиняемая заявитель заявительница такое такой такие данный
        данная указанный такая такие деяние преступление штраф максимальный минимальный документ
        документы дело материалы заявление протокол ответ вопрос лишение ограничение конфискация все
        всего каждый любой один одна два две
        тех тем теми тому того наутро накануне назавтра
        у тот та те то нет да сам сама само сами чтобы хотя лишь только даже
        """
    ),
    Language.KK: _words(
        """
        егер бұл осы ол олар оның олардың сол сондай сондай-ақ және немесе бірақ жаза мерзім мөлшер
        адам тұлға сот тергеуші тергеу күдікті айыпталушы жәбірленуші куә заң бап бөлік тармақ
        қылмыс құжат құжаттар іс материалдар арыз хаттама жауап сұрақ бас бостандығынан айыппұл ең
        барлық барлығы әр әрбір кез бір екі мұндай аталған көрсетілген дәл кейін дейін қазақстан
        заңда заңның кодекс кодекстің иә жоқ хат хатта хаттың чат чатта акт актіде
        """
    ),
    Language.EN: _words(
        """
        a an as the this that these those it its he she they his her their in on at of for from to by
        with without if when where who what which under according after before during between and or
        but not no yes any each every all both such person persons penalty punishment court
        investigator suspect accused victim witness document documents statement case article part
        law law's there also however theft fraud imprisonment fine maximum minimum term report
        answer question one two anyone whoever
        """
    ),
}
