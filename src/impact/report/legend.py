"""The marks of the charts as small drawings beside their meaning in a legend."""

from __future__ import annotations

from impact.report.looks import BAND, BLUE, GREY, INK, VERMILLION

_LINE = '<line x1="1" y1="8" x2="27" y2="8" stroke="{}" stroke-width="{}" {}/>'
_DASHED = 'stroke-dasharray="5 3"'
_DOTTED = 'stroke-dasharray="1.5 2.5"'
_BOX = '<rect x="2" y="2" width="24" height="12" fill="{}" {}/>'
_UP = '<line x1="14" y1="1" x2="14" y2="15" stroke="{}" stroke-width="{}" {}/>'
_EDGE = f'stroke="{GREY}"'

_MARKS = {
    "own": _LINE.format(INK, 2.6, "")
    + f'<circle cx="14" cy="8" r="5" fill="white" stroke="{INK}" stroke-width="1.8"/>',
    "country": _UP.format(INK, 1.4, ""),
    "band": _BOX.format(BAND, ""),
    "region": f'<path d="M14 2l6 6-6 6-6-6z" fill="white" stroke="{INK}"/>',
    "peers": f'<rect x="11" y="5" width="6" height="6" fill="{GREY}"/>',
    "direction": f'<path d="M3 8h18m-5-5l5 5-5 5" fill="none" stroke="{INK}" stroke-width="1.6"/>',
    "series": _LINE.format(BLUE, 2.4, "") + f'<circle cx="14" cy="8" r="3" fill="{BLUE}"/>',
    "interval": _BOX.format(BLUE, 'fill-opacity="0.2"'),
    "country-series": _LINE.format(GREY, 1.6, _DASHED),
    "region-series": _LINE.format(GREY, 1.8, _DOTTED),
    "break": _UP.format(GREY, 1.4, _DOTTED),
    "region-band": _BOX.format(BLUE, 'fill-opacity="0.25"'),
    "region-median": _LINE.format(BLUE, 2.4, ""),
    "country-band": _LINE.format(GREY, 1.6, _DASHED),
    "funnel-reference": _LINE.format(INK, 1.4, ""),
    "funnel-chance": _BOX.format(BAND, ""),
    "funnel-usual": _LINE.format(GREY, 1.6, _DASHED),
    "funnel-point": f'<circle cx="5" cy="8" r="3" fill="white" stroke="{GREY}"/>'
    + f'<circle cx="14" cy="8" r="3" fill="{BLUE}"/><path d="M23 4l4 4-4 4-4-4z" fill="{INK}"/>',
    "funnel-own": f'<circle cx="14" cy="8" r="6" fill="none" stroke="{INK}" stroke-width="2"/>',
    "dots-good": _LINE.format(BLUE, 2.4, "") + f'<circle cx="14" cy="8" r="4" fill="{BLUE}"/>',
    "dots-bad": _LINE.format(VERMILLION, 2.4, "")
    + f'<circle cx="14" cy="8" r="4" fill="{VERMILLION}"/>',
    "dots-plain": _LINE.format(INK, 2.4, "") + f'<circle cx="14" cy="8" r="4" fill="{INK}"/>',
    "dots-unknown": _LINE.format(GREY, 2.4, "")
    + f'<circle cx="14" cy="8" r="4" fill="white" stroke="{GREY}" stroke-width="1.8"/>',
    "dots-whole": _LINE.format(INK, 4, "") + f'<path d="M14 3l5 5-5 5-5-5z" fill="{INK}"/>',
    "driver-alone": _BOX.format(BLUE, ""),
    "driver-total": _BOX.format(BAND, ""),
    "course-observed": _LINE.format(INK, 2.4, "") + f'<circle cx="14" cy="8" r="3" fill="{INK}"/>',
    "course-expected": _LINE.format(BLUE, 2, _DASHED),
    "course-limits": _BOX.format(BLUE, 'fill-opacity="0.2"'),
    "course-synthetic": _LINE.format(GREY, 1.8, _DOTTED),
    "course-comparison": _LINE.format("#8A949C", 1.4, ""),
    "course-start": _UP.format(INK, 1.4, _DASHED),
    "course-anticipation": _BOX.format(BAND, 'fill-opacity="0.6"'),
    "event-before": _UP.format(GREY, 2.2, "")
    + f'<circle cx="14" cy="8" r="4" fill="white" stroke="{GREY}" stroke-width="1.6"/>',
    "event-anticipation": _UP.format(INK, 2.2, "")
    + f'<rect x="10" y="4" width="8" height="8" fill="white" stroke="{INK}" stroke-width="1.6"/>',
    "event-after": _UP.format(BLUE, 2.2, "") + f'<circle cx="14" cy="8" r="4" fill="{BLUE}"/>',
    "event-reference": f'<path d="M14 3l5 5-5 5-5-5z" fill="{GREY}"/>',
    "placebo-other": f'<circle cx="14" cy="8" r="4.5" fill="#E8EBEE" stroke="{GREY}"/>',
    "placebo-own": _UP.format(BLUE, 1.6, "")
    + f'<path d="M14 2l6 6-6 6-6-6z" fill="{BLUE}" stroke="{INK}"/>',
    "forest-primary": _LINE.format(INK, 4, "") + f'<path d="M14 3l5 5-5 5-5-5z" fill="{INK}"/>',
    "index-adds": f'<circle cx="14" cy="8" r="4" fill="{INK}"/>',
    "index-whole": _LINE.format(INK, 4, "") + f'<path d="M14 3l5 5-5 5-5-5z" fill="{INK}"/>',
    "sensitivity-clear": _UP.format(BLUE, 2.6, ""),
    "sensitivity-unclear": _UP.format(GREY, 2.6, ""),
    "power-found": _LINE.format(BLUE, 2.4, ""),
    "power-often": _LINE.format(GREY, 1.2, _DASHED),
    "fan-counted": _LINE.format(INK, 2.4, "") + f'<circle cx="14" cy="8" r="3" fill="{INK}"/>',
    "fan-central": _LINE.format(BLUE, 2, _DASHED)
    + f'<circle cx="14" cy="8" r="3" fill="white" stroke="{BLUE}"/>',
    "fan-range": _BOX.format(BLUE, 'fill-opacity="0.2"'),
    "fan-other-1": _LINE.format(GREY, 1.8, _DOTTED),
    "fan-other-2": _LINE.format("#8A949C", 1.5, ""),
    "fan-other-3": _LINE.format(INK, 1.5, _DASHED),
    "people-now": f'<circle cx="14" cy="8" r="6" fill="none" stroke="{INK}" stroke-width="1.4"/>',
    "people-then": f'<circle cx="14" cy="8" r="6" fill="{BLUE}" fill-opacity="0.55"/>',
    "places-now": _BOX.format("#C9D0D6", ""),
    "places-planned": _UP.format(INK, 2.4, ""),
    "sweep-choice": f'<circle cx="14" cy="8" r="5" fill="white" stroke="{INK}" stroke-width="2"/>',
    "sweep-need": f'<path d="M14 3l5 5-5 5-5-5z" fill="{BLUE}"/>',
    "sweep-stable": _LINE.format(INK, 4, ""),
    "flow-way": f'<path d="M2 8L26 3V13z" fill="{BLUE}" fill-opacity="0.6"/>',
    "flow-end": f'<circle cx="14" cy="8" r="4" fill="{INK}"/>',
    "simulated": f'<text x="14" y="13" text-anchor="middle" font-size="14" font-weight="700" '
    f'fill="{VERMILLION}">!</text>',
    "map-better": _BOX.format(BLUE, ""),
    "map-worse": _BOX.format("#FBE3D3", _EDGE)
    + '<path d="M4 14L12 2M11 14L19 2M18 14L26 2" stroke="#E59A68" stroke-width="1.5"/>',
    "map-higher": _BOX.format("#8A949C", _EDGE),
    "map-lower": _BOX.format("#C9D0D6", _EDGE),
    "map-not_clearly_different": _BOX.format("#EEF1F3", _EDGE),
    "map-not_comparable": _BOX.format("#FFFFFF", _EDGE),
}


def mark(name: str) -> str:
    """Return a mark of the charts as a small inline SVG, hidden from screen readers."""
    size = 'viewBox="0 0 28 16" width="28" height="16"'
    return f'<svg {size} class="mark" aria-hidden="true">{_MARKS[name]}</svg>'
