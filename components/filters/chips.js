// What is filtered, a chip for each value; a press takes it away.
export default function ({ data, parentElement, setStateValue }) {
  const line = parentElement.querySelector('[data-part="chips"]')
  // A value with the time of the press, not a trigger: while the page is being drawn triggers can get lost.
  const take = (at) => setStateValue("taken", { at, pressed: Date.now() })
  const button = (words, name, at) => {
    const element = document.createElement("button")
    element.type = "button"
    element.textContent = at === null ? words : `${words} ✕`
    element.title = name
    element.setAttribute("aria-label", name)
    element.addEventListener("click", () => take(at))
    return element
  }
  line.setAttribute("aria-label", data.words.label)
  if (!data.chips.length) {
    const none = Object.assign(document.createElement("span"), { className: "none", textContent: data.words.none })
    return line.replaceChildren(none)
  }
  const reset = button(data.words.reset, data.words.reset, null)
  reset.className = "reset"
  line.replaceChildren(...data.chips.map(([words, name], at) => button(words, name, at)), reset)
}
