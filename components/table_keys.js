// A table selects a cell as soon as it has the focus, and at each arrow key; a click selects one, too. The page opens
// what is selected only by a click or Enter: here it is heard which of them it was.
const isOf = (place, target) => Boolean(target.closest("[role=dialog]")) === (place === "window")
const isTable = (event) => event.target instanceof Element && event.target.matches("[data-testid=data-grid-canvas], .dvn-scroller, .dvn-scroller *, .dvn-underlay *")

// What scrolls inside the page is reached with Tab, too.
const reach = () => {
  for (const room of document.querySelectorAll('[class*="st-key-room-"]')) {
    if (room.scrollHeight > room.clientHeight + 1 && getComputedStyle(room).overflowY !== "visible") room.tabIndex = 0
    else room.removeAttribute("tabindex")
  }
}

// The content of a menu stands at the end of the page: Tab leads from its button into it, and from its end to what
// follows the button.
const STOPS = 'button, input, textarea, a[href], [tabindex="0"]'
const turnInMenu = (event) => {
  const [menu, button] = [document.querySelector("[data-testid=stPopoverBody]"), document.querySelector("[data-testid=stPopoverButton][aria-expanded=true]")]
  if (event.key !== "Tab" || !menu || !button) return
  // While the focus is elsewhere, Streamlit keeps what a menu has out of the order, and what it was in `data-tabindex`.
  const isStop = (one) => Number(one.dataset.tabindex ?? one.tabIndex) >= 0 && !one.disabled && one.checkVisibility()
  const stops = [...menu.querySelectorAll(STOPS)].filter(isStop)
  const at = stops.indexOf(document.activeElement)
  if (document.activeElement === button && !event.shiftKey && stops.length) stops[0].focus()
  else if (event.shiftKey && at === 0) button.focus()
  else {
    if (!event.shiftKey && at >= 0 && at === stops.length - 1) button.focus()
    return
  }
  event.preventDefault()
}

export default function ({ data, setStateValue }) {
  // What was pressed last outlives a run: a table takes the focus a while after it was clicked, not by keyboard.
  const kept = (globalThis.ucapTableKeys ??= { isTablePressed: false })
  let by = data.by
  const say = (way) => {
    if (way !== by) setStateValue("by", { way: (by = way), at: Date.now() })
  }
  const press = (event) => {
    kept.isTablePressed = isTable(event)
    if (kept.isTablePressed && isOf(data.place, event.target)) say("pointer")
  }
  const focus = (event) => isTable(event) && !kept.isTablePressed && isOf(data.place, event.target) && say("keys")
  const key = (event) => {
    kept.isTablePressed = false
    if (data.place === "page") turnInMenu(event)
    if (!isTable(event) || !isOf(data.place, event.target)) return
    if (event.key === "Enter") say("enter")
    else if (event.key.startsWith("Arrow")) say("keys")
  }
  const heard = { pointerdown: press, focusin: focus, keydown: key }
  for (const [name, hear] of Object.entries(heard)) window.addEventListener(name, hear, true)
  const rooms = new MutationObserver(() => requestAnimationFrame(reach))
  rooms.observe(document.body, { childList: true, subtree: true })
  reach()
  return () => {
    rooms.disconnect()
    for (const [name, hear] of Object.entries(heard)) window.removeEventListener(name, hear, true)
  }
}
