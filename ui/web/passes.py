"""Proves that a browser was given a record, so that it may fetch the record as a file.

A pass is the record's id keyed with the browser's cookie and a secret of this process: nobody can make
one, another browser cannot use it, and there is no table of owners to fill or to lose. After a restart an
open page has to ask again.
"""

import hmac
import secrets


class Passes:
    def __init__(self) -> None:
        self._secret = secrets.token_bytes(32)

    def issue(self, browser: str, record: str) -> str:
        """For the browser with this cookie; "" where it has none or there is no record."""
        if not browser or not record:
            return ""
        owned = f"{len(browser)}:{browser}{record}".encode("utf-8", "surrogatepass")
        return hmac.new(self._secret, owned, "sha256").hexdigest()

    def hold(self, browser: str, record: str, shown: str) -> bool:
        """Whether the pass that is shown is the one of this browser and record."""
        issued = self.issue(browser, record)
        return bool(issued) and hmac.compare_digest(issued.encode(), shown.encode("utf-8", "surrogatepass"))
