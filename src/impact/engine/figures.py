"""How matplotlib's figures are kept in a notebook, told alike to a kernel and a warm shell."""

from __future__ import annotations

from typing import Any

from impact.engine.chance import IN_A_KERNEL
from impact.errors import UnknownName

FORMATS = ("svg",)
_SVG = {
    "figure_formats": {"svg"},
    "print_figure_kwargs": {"bbox_inches": None, "metadata": {"Date": None}},
    "rc": {"svg.fonttype": "none", "svg.hashsalt": "impact"},
}


def settings(figures: str | None) -> dict[str, dict[str, Any]]:
    """Return the settings of IPython for a way to keep figures.

    Parameters
    ----------
    figures
        `svg`: text stays text, nothing is cut to a tight box (which takes a second drawing), and
        the same figure gives the same bytes. None: PNG, as any kernel does.

    Raises
    ------
    UnknownName
        There is no such way.
    """
    if figures is None:
        return {}
    if figures not in FORMATS:
        raise UnknownName("format of figures", figures, FORMATS)
    return {"InlineBackend": dict(_SVG)}


def kernel_arguments(figures: str | None) -> list[str]:
    """Return what a kernel is told when it starts: how chance begins and figures are kept."""
    told = [f"--IPKernelApp.exec_lines={IN_A_KERNEL}"]
    for group, values in settings(figures).items():
        told += [f"--{group}.{name}={value!r}" for name, value in values.items()]
    return told
