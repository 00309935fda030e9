"""How wide the page is, and when it turns dark, so that charts are drawn for the room and the light that there is."""

from __future__ import annotations

import streamlit as st

_KEY = "page_width"
_LAST = "page_width_px"
_DEFAULT_PX = 900
_PHONE_PX = 360
# Widths are rounded to these steps, so that a few pixels more or less draw nothing again.
_STEP_PX = 60

_measure = st.components.v2.component(
    "page_width",
    js="""
    export default function ({ data, parentElement, setStateValue }) {
      // What watches the page outlives the run that set it up: it compares with the width that is known now.
      const kept = (parentElement.width ??= {})
      kept.known = data.known
      const page = document.querySelector('[data-testid="stMainBlockContainer"]')
      // Until the answer for the next page is here, what a page that is being left tells of its width calls it back.
      let path = window.location.pathname
      const leave = (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return // opens elsewhere
        const link = event.target.closest?.(":is([data-testid=stTopNavLink], [data-testid=stSidebarNavLink])")
        path = link?.pathname ?? path
      }
      window.addEventListener("click", leave, { capture: true })
      const measure = () => {
        if (window.location.pathname !== path) return
        const style = getComputedStyle(page)
        const width = page.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)
        const rounded = Math.max(data.step, Math.floor(width / data.step) * data.step)
        if (rounded === kept.known) return
        kept.known = rounded
        setStateValue("px", rounded)
      }
      let waiting
      const observer = new ResizeObserver(() => { clearTimeout(waiting); waiting = setTimeout(measure, 250) })
      observer.observe(page)
      measure()
      // The script learns of another theme only when it runs again.
      const scheme = window.matchMedia("(prefers-color-scheme: dark)")
      const turn = () => setTimeout(() => setStateValue("is_dark", scheme.matches), 250)
      scheme.addEventListener("change", turn)
      // Plotly would keep touches to itself, and the page could not be scrolled from inside a chart.
      const letThrough = (event) => { if (event.target.closest?.(".js-plotly-plot")) event.stopPropagation() }
      window.addEventListener("touchstart", letThrough, { capture: true, passive: true })
      return () => {
        clearTimeout(waiting)
        observer.disconnect()
        scheme.removeEventListener("change", turn)
        window.removeEventListener("click", leave, { capture: true })
        window.removeEventListener("touchstart", letThrough, { capture: true })
      }
    }
    """,
)


def page_width_px() -> int:
    """The width of the page's content in pixels, rounded down; a guess on a visitor's very first run."""
    measured = (st.session_state.get(_KEY) or {}).get("px")
    # Streamlit forgets what was measured where the page is turned; the next page is as wide.
    if measured:
        st.session_state[_LAST] = int(measured)
    return int(st.session_state.get(_LAST) or _guess_px())


def measure_width() -> None:
    """Have the browser measure the page; the page is drawn again where the width is not what was assumed."""
    with st.container(height=1, border=False, key="page-width"):
        _measure(
            key=_KEY,
            data={"known": page_width_px(), "step": _STEP_PX},
            on_px_change=lambda: None,
            on_is_dark_change=lambda: None,
            height="content",
        )


def _guess_px() -> int:
    return _PHONE_PX if "Mobi" in (st.context.headers.get("User-Agent") or "") else _DEFAULT_PX
