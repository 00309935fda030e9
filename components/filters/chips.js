// What is filtered, a chip for each value; a press takes it away. Behind them the ways on from a search.
export default function ({ data, parentElement, setStateValue }) {
  const line = parentElement.querySelector('[data-part="chips"]')
  // A value with the time of the press, not a trigger: while the page is being drawn triggers can get lost.
  const take = (at) => setStateValue("taken", { at, pressed: Date.now() })
  const button = (at, words, name = words, kind = "") => {
    const element = Object.assign(document.createElement("button"), { type: "button", className: kind, textContent: words, title: name })
    element.setAttribute("aria-label", name)
    element.addEventListener("click", () => take(at))
    return element
  }
  line.setAttribute("aria-label", data.words.label)
  if (!data.chips.length) {
    const none = Object.assign(document.createElement("span"), { className: "none", textContent: data.words.none })
    return line.replaceChildren(none)
  }
  const chips = data.chips.map(([words, name], at) => button(at, `${words} ✕`, name))
  const ways = Object.entries(data.ways).map(([at, words]) => button(at, words, words, "way"))
  line.replaceChildren(...chips, ...ways, button(null, data.words.reset, data.words.reset, "reset"))
}
