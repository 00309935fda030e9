"""The palette for style sheets: each colour by its name, light or dark as the page is."""

from __future__ import annotations

from dataclasses import asdict

from ucap.charts.palette import Palette


def colors_markup(palette: Palette) -> str:
    """A style element that gives `--paper`, `--ink`, `--china` and all other colours of a palette."""
    colors = "; ".join(f"--{name}: {color}" for name, color in asdict(palette).items())
    return f"<style>:root {{ {colors} }}</style>"
