"""Tells whether an address stays on this machine. Resolves no names: a name can be made to lie."""

import ipaddress
from urllib.parse import urlsplit

from casefile.errors import ModelServerRemote, SettingInvalid

UNIX = "unix"


def loopback_only(url: str, *, allow_remote: bool = False) -> None:
    """Raises `ModelServerRemote` for another host, `SettingInvalid` for what is no address.

    >>> loopback_only("http://127.0.0.1:8080/v1")
    >>> loopback_only("unix:///run/llm.sock")
    """
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError as error:
        raise SettingInvalid(name="DALEL_LLM_URL", reason=str(error)) from error
    if parts.scheme == UNIX and parts.path and not host:
        return
    if parts.scheme not in ("http", "https") or not host:
        raise SettingInvalid(name="DALEL_LLM_URL", reason="not http://, https:// or unix://")
    if not (allow_remote or _loopback(host)):
        raise ModelServerRemote(url=f"{parts.scheme}://{host}")


def _loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
