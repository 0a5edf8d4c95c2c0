"""Settings: environment variables `DALEL_…`. Read here and nowhere else."""

import os
from collections.abc import Mapping
from pathlib import Path

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from casefile.errors import SettingInvalid
from casefile.language import SPOKEN, Language
from ui.locale import language_of
from vectorstore.model_folder import Backend
from vectorstore.neural import Device
from vectorstore.rerank import TOP


class Settings(BaseSettings):
    """Every field is an environment variable: `data` is DALEL_DATA."""

    model_config = SettingsConfigDict(env_prefix="DALEL_", frozen=True, env_ignore_empty=True)

    data: Path = Field(default_factory=lambda: data_home(os.environ) / "dalel")
    cache: Path = Field(default_factory=lambda: cache_home(os.environ) / "dalel")  # of what can be made again
    lang: Language = Field(default_factory=lambda: language_of(os.environ))
    port: int = Field(default=7860, ge=0, le=65535)  # 0: any free one
    llm_url: str = ""  # an OpenAI-compatible server, such as http://127.0.0.1:8080/v1
    llm_model: str = ""  # "": the first one the server names
    llm_key: str = ""
    llm_timeout: float = Field(default=60.0, gt=0)  # seconds for a whole reply
    llm_remote: bool = False  # whether the server may be on another host
    llm_at_once: int = Field(default=1, ge=1, le=64)  # replies that the model works on at a time
    llm_gguf: Path | None = None  # a model in this process, where there is no llm_url
    llm_context: int = Field(default=8192, ge=2048)  # tokens, of that model
    floor: float | None = Field(default=None, ge=0, le=1)  # evidence below which an answer is refused
    embedder: str = ""  # folder of a model, or its name in the local Hugging Face cache; "": built in
    embedder_backend: Backend = Backend.TORCH
    reranker: str = ""  # likewise; "": none
    reranker_backend: Backend = Backend.TORCH
    rerank_top: int = Field(default=TOP, ge=1, le=200)  # hits that the reranker reads
    device: Device = Device.AUTO
    hub: bool = False  # whether a model that is named and not here may be downloaded

    @field_validator("lang")
    @classmethod
    def _spoken(cls, lang: Language) -> Language:
        if lang not in SPOKEN:
            raise ValueError(f"not one of {', '.join(SPOKEN)}")
        return lang


def read_settings(**given: object) -> Settings:
    """From the environment, with what was given on the command line on top. Raises `SettingInvalid`."""
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]  # validated by pydantic
    except ValidationError as error:
        first = error.errors()[0]
        name = "DALEL_" + "_".join(str(part) for part in first["loc"]).upper()
        raise SettingInvalid(name=name, reason=first["type"]) from error


def cache_home(environment: Mapping[str, str]) -> Path:
    """Where a user's programs keep what they can make again."""
    return Path(environment.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def data_home(environment: Mapping[str, str]) -> Path:
    """Where a user's programs keep data (XDG Base Directory Specification 0.8)."""
    return Path(environment.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
