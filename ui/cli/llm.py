"""`dalel llm check`: whether the configured language model is fit for this program, and why not."""

import sys
from collections.abc import Iterator, Sequence

from assistant.check import Trial, trials
from assistant.generative import Ending
from casefile.language import Language
from ui.contract import trial_json
from ui.settings import read_settings
from ui.speech import explain, printable, printable_json, say
from ui.wiring import chat_model, language_identifier


def check(*, as_json: bool) -> int:
    """Exit status: 1 where the model is of no use in one of the languages, or there is none."""
    settings = read_settings()
    lang = settings.lang
    model = chat_model(settings)
    if model is None:
        print(say("llm.none", lang), file=sys.stderr)
        return 1
    place = settings.llm_url or str(settings.llm_gguf)
    print(say("llm.asking", lang, place=printable(place, layout="")), file=sys.stderr, flush=True)
    made = list(trials(model, language_identifier().identify, settings.llm_timeout))
    usable = all(trial.passed for trial in made)
    if as_json:
        told = {"model": model.name, "place": place, "usable": usable}
        print(printable_json(told | {"languages": [trial_json(trial) for trial in made]}))
    else:
        name = printable(model.name, layout="") or "?"
        print(say("llm.model", lang, name=name, place=printable(place, layout="")))
        print("\n".join([*_table(made, lang), *dict.fromkeys(_advice(made, lang))]))
        print(say("llm.usable" if usable else "llm.unusable", lang))
    return 0 if usable else 1


def _table(made: Sequence[Trial], lang: Language) -> Iterator[str]:
    columns = ("language", "first", "speed", "schema", "answered_in", "proved")
    rows = [[say(f"llm.column_{column}", lang) for column in columns]]
    rows += [_row(trial, lang) for trial in made]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _row(trial: Trial, lang: Language) -> list[str]:
    first, speed = trial.first_seconds, trial.characters_per_second
    return [
        say(f"language.{trial.language}", lang),
        "—" if first is None else say("llm.seconds", lang, count=f"{first:.1f}"),
        "—" if speed is None else say("llm.characters", lang, count=f"{speed:.0f}"),
        say("llm.yes" if trial.keeps_schema else "llm.no", lang),
        say(f"language.{trial.answered_in}", lang) if trial.statements else "—",
        f"{trial.supported}/{trial.statements}",
    ]


def _advice(made: Sequence[Trial], lang: Language) -> Iterator[str]:
    """For each failure the next step."""
    for trial in made:
        if trial.error and trial.ending in (Ending.FAILED, Ending.BUSY):
            yield explain(trial.error, lang)
        elif trial.ending is not Ending.COMPLETE:
            yield say(f"llm.{trial.ending}", lang)
        elif not trial.supported:
            yield say("llm.unproved", lang, language=say(f"language.{trial.language}", lang))
        elif not trial.passed:
            yield say("llm.tongue", lang, language=say(f"language.{trial.language}", lang))
