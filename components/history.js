// One press of *Back* for one step. Where a page is turned Streamlit makes two entries of the browser's history, one of the
// page without its query and one with it; and its links lead to pages without the filters.
const wrap = () => {
  const kept = { carried: "", isJustTurned: true }
  const push = window.history.pushState.bind(window.history)
  window.history.pushState = (state, unused, url) => {
    const to = new URL(url, window.location.href)
    const isTurned = to.pathname !== window.location.pathname
    if (isTurned && !to.search) to.search = kept.carried
    if (!isTurned && kept.isJustTurned) window.history.replaceState(state, unused, to)
    else push(state, unused, to)
    kept.isJustTurned = isTurned
  }
  // What the visitor does after the page was turned is another step.
  const act = () => (kept.isJustTurned = false)
  for (const name of ["pointerdown", "keydown"]) window.addEventListener(name, act, { capture: true, passive: true })
  return kept
}

export default function ({ data }) {
  const kept = (globalThis.ucapHistory ??= wrap())
  kept.carried = data.carried
  // Streamlit calls the button by what it does to the screen, and in English.
  document.querySelector("[data-testid=stExpandSidebarButton]")?.setAttribute("aria-label", data.menu)
  for (const link of document.querySelectorAll(":is([data-testid=stTopNavLink], [data-testid=stSidebarNavLink])")) link.search = data.carried
}
