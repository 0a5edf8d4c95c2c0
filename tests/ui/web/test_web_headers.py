"""The page as it leaves: its policy, its language, no outside address."""

import re

import pytest

from casefile.language import SPOKEN, Language
from ui.speech import say
from ui.web.headers import SCRIPT, dress, policy

GRADIO = """<!doctype html><html lang="en"><head>
<meta property="og:image" content="https://example.org/x.jpg" />
<meta name="twitter:card" content="x" /><link rel="manifest" href="/manifest.json" />
<title>Gradio</title><script>window.config = {};</script><script type="module" src="./a.js"></script>
</head><body></body></html>"""


@pytest.mark.parametrize("language", SPOKEN)
def test_the_page_is_in_its_language_and_names_no_other_host(language: Language) -> None:
    html = dress(GRADIO, language)
    assert f'<html lang="{language}">' in html
    assert f"<title>{say('web.title', language)}</title>" in html
    assert "http" not in html and "manifest" not in html


def test_every_inline_script_is_named_by_its_hash() -> None:
    scripts = SCRIPT.findall(dress(GRADIO, Language.KK))
    assert scripts == ["window.config = {};"]
    assert policy(scripts).count("'sha256-") == 1


def test_no_other_inline_script_and_no_other_host_is_allowed() -> None:
    sources = re.search(r"script-src ([^;]*)", policy(["x"]))
    assert sources and "unsafe-inline" not in sources[1] and "http" not in policy(["x"])


@pytest.mark.parametrize("rule", ["default-src 'none'", "connect-src 'self'", "frame-ancestors 'none'"])
def test_the_policy_denies_by_default(rule: str) -> None:
    assert rule in policy([])
