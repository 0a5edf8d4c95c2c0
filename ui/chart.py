"""Draws ratios as horizontal bars, in SVG that reads on light and on dark paper. Measures nothing."""

from collections.abc import Iterator, Mapping
from html import escape

WIDTH, LEFT, RIGHT = 800, 290, 60  # pixels; room for the names and for the figures
BAR, GAP, TOP = 14, 16, 64

STYLE = """
text { font: 13px system-ui, sans-serif; fill: #1b1f24 } .title { font-size: 16px; font-weight: 600 }
.figure { font-size: 11px } .paper { fill: #ffffff } .line { stroke: #c8ccd1 }
.b0 { fill: #0b6e8a } .b1 { fill: #b4540a } .b2 { fill: #5b4ca0 } .b3 { fill: #5c6670 }
@media (prefers-color-scheme: dark) {
text { fill: #e8eaed } .paper { fill: #16191d } .line { stroke: #454b52 }
.b0 { fill: #55b9d6 } .b1 { fill: #f0a35e } .b2 { fill: #a99bea } .b3 { fill: #9aa4ae } }
"""


def bars(title: str, groups: Mapping[str, Mapping[str, float | None]]) -> str:
    """One group of bars a measure, one bar a name; `groups[measure][name]` lies in 0..1, None is left out."""
    names = list(dict.fromkeys(name for group in groups.values() for name in group))
    body = [*_legend(names), *_scale(_height(groups))]
    at = TOP
    for measure, group in groups.items():
        middle = at + BAR * len(group) / 2 + 4
        body.append(f'<text x="{LEFT - 10}" y="{middle:g}" text-anchor="end">{escape(measure)}</text>')
        for name, ratio in group.items():
            body += _bar(at, names.index(name), name, ratio)
            at += BAR
        at += GAP
    height = _height(groups)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" '
        f'height="{height}" role="img" aria-label="{escape(title)}">\n<style>{STYLE}</style>\n'
        f'<rect class="paper" width="{WIDTH}" height="{height}"/>\n'
        f'<text class="title" x="14" y="24">{escape(title)}</text>\n' + "\n".join(body) + "\n</svg>\n"
    )


def _height(groups: Mapping[str, Mapping[str, float | None]]) -> int:
    return TOP + sum(BAR * len(group) + GAP for group in groups.values()) + 8


def _legend(names: list[str]) -> Iterator[str]:
    for n, name in enumerate(names):
        x = LEFT + 110 * n
        yield f'<rect class="b{n % 4}" x="{x}" y="38" width="10" height="10"/>'
        yield f'<text x="{x + 15}" y="48">{escape(name)}</text>'


def _scale(height: int) -> Iterator[str]:
    for quarter in range(5):
        x = LEFT + quarter * (WIDTH - LEFT - RIGHT) / 4
        yield f'<line class="line" x1="{x:g}" x2="{x:g}" y1="{TOP - 6}" y2="{height - 12}"/>'


def _bar(at: int, n: int, name: str, ratio: float | None) -> Iterator[str]:
    if ratio is None:
        return
    width = ratio * (WIDTH - LEFT - RIGHT)
    told = f"<title>{escape(name)}: {ratio:.3f}</title>"
    yield (
        f'<rect class="b{n % 4}" x="{LEFT}" y="{at + 1}" width="{width:.1f}" height="{BAR - 2}">{told}</rect>'
    )
    yield f'<text class="figure" x="{LEFT + width + 5:.1f}" y="{at + BAR - 3}">{ratio:.2f}</text>'
