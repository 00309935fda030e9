// One press of *Back* for one step. Where a page is turned Streamlit makes two entries of the browser's history, one of the
// page without its query and one with it, and not always in this order; and its links lead to pages without the filters.
const wrap = () => {
  // What the last entry since the visitor's last act was for: "page", "query" or none.
  const kept = { carried: "", last: "page" }
  const push = window.history.pushState.bind(window.history)
  window.history.pushState = (state, unused, url) => {
    const to = new URL(url, window.location.href)
    const isTurned = to.pathname !== window.location.pathname
    const isSameStep = kept.last === (isTurned ? "query" : "page")
    if (isTurned && !to.search) to.search = isSameStep ? window.location.search : kept.carried
    if (isSameStep) window.history.replaceState(state, unused, to)
    else push(state, unused, to)
    kept.last = isTurned ? "page" : "query"
  }
  // What the visitor does after the page was turned is another step.
  const act = () => (kept.last = "")
  for (const name of ["pointerdown", "keydown", "click"]) window.addEventListener(name, act, { capture: true, passive: true })
  return kept
}

export default function ({ data }) {
  const kept = (globalThis.ucapHistory ??= wrap())
  kept.carried = data.carried
  // Streamlit calls the button by what it does to the screen, and in English.
  document.querySelector("[data-testid=stExpandSidebarButton]")?.setAttribute("aria-label", data.menu)
  for (const link of document.querySelectorAll(":is([data-testid=stTopNavLink], [data-testid=stSidebarNavLink])")) link.search = data.carried
}
