// A record as rows: each value a button that opens its passage, beside it what the document says. All texts are text.
const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children.filter((child) => child !== ""))
  return element
}

const makeRow = (row, words, choose) => {
  const label = row.label && make("span", { class: "label" }, row.label)
  const button = make("button", { type: "button", class: `value ${row.side}`, title: words.hint }, label || "", row.words)
  button.addEventListener("click", () => choose(row.pointer))
  const said = row.isSame ? make("span", { class: "same" }, words.same) : row.quote
  const source = row.source && make("a", { href: row.source, target: "_blank", rel: "noopener noreferrer" }, words.source)
  const corrected = row.corrections.map((one) => make("p", { class: "corrected" }, `✎ ${one}`))
  const value = make("div", {}, button, ...corrected)
  const element = make("div", { class: row.corrections.length ? "row is-corrected" : "row" }, value)
  if (said || source) element.append(make("div", { class: "said" }, said || "", source || ""))
  element.dataset.pointer = row.pointer
  return element
}

const build = (root, { parts, gone, words }, choose) => {
  const sections = parts.map(({ title, rows }) => {
    const list = rows.map((row) => makeRow(row, words, choose))
    return make("section", {}, make("h2", {}, title), ...list)
  })
  const head = words.said && make("div", { class: "head", "aria-hidden": "true" }, make("span", {}, words.value), make("span", {}, words.said))
  const lost = gone.map((one) => make("p", { class: "corrected" }, `✎ ${one}`))
  root.classList.toggle("is-single", !words.said)
  root.replaceChildren(head || "", ...lost, ...sections)
}

const open = (root, pointer) => {
  for (const row of root.querySelectorAll(".row")) {
    const isOpen = row.dataset.pointer === pointer
    row.classList.toggle("is-open", isOpen)
    row.querySelector("button").setAttribute("aria-pressed", String(isOpen))
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector("[data-part=record]")
  const isNew = root.dataset.stamp !== data.stamp
  if (isNew) {
    build(root, data, (pointer) => setTriggerValue("chosen", pointer))
    root.dataset.stamp = data.stamp
  }
  open(root, data.open)
  // Who comes from elsewhere sees the value that they came for.
  if (isNew) root.querySelector(".is-open")?.scrollIntoView({ block: "center" })
}
