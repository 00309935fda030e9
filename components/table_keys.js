// A table selects a cell as soon as it has the focus, and at each arrow key; a click selects one, too. The page opens
// what is selected only by a click or Enter: here it is heard which of them it was.
const isTable = (event) => event.target instanceof Element && event.target.matches(".data-grid-canvas, .dvn-scroller, .dvn-scroller *, .dvn-underlay *")

export default function ({ data, setStateValue }) {
  let by = data.by
  let isPressed = false
  const say = (way) => {
    if (way !== by) setStateValue("by", (by = way))
  }
  const press = (event) => {
    isPressed = true
    if (isTable(event)) say("pointer")
  }
  const release = () => setTimeout(() => (isPressed = false), 300)
  const focus = (event) => isTable(event) && !isPressed && say("keys")
  const key = (event) => {
    if (!isTable(event)) return
    if (event.key === "Enter") say("enter")
    else if (event.key.startsWith("Arrow")) say("keys")
  }
  const heard = { pointerdown: press, pointerup: release, focusin: focus, keydown: key }
  for (const [name, hear] of Object.entries(heard)) window.addEventListener(name, hear, true)
  return () => {
    for (const [name, hear] of Object.entries(heard)) window.removeEventListener(name, hear, true)
  }
}
