// The filters of the sidebar. What they offer comes once (options.js); here come the counts and what is chosen.
const SHOWN = 4
// Until what was chosen here is answered it stands, whatever older answers say; but no longer than this.
const PENDING_MS = 10000
const LETTERS = { ł: "l", ø: "o", ß: "ss", æ: "ae", œ: "oe", đ: "d", ð: "d", þ: "th", ı: "i", ħ: "h" }
const HAN = /\p{Script=Han}/u

// As `ucap.vocabulary.fold` does: no case, accents, apostrophes or dashes.
const fold = (text) =>
  text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").replace(/['’ʼʻ‘`´ʹʾ]/g, "")
    .replace(/[łøßæœđðþıħ]/g, (letter) => LETTERS[letter]).replace(/[-‐‑‒–—―−_\s]+/g, " ").trim()

const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}

// Only what is another text is a change that the browser has to draw.
const say = (element, text) => {
  if (element.textContent !== text) element.textContent = text
}

// How well an option fits what was typed, 0 the best; undefined where it does not contain it.
const fit = ({ folded, names }, typed) => {
  if (folded === typed || names.includes(typed)) return 0
  if (folded.startsWith(typed)) return 1
  if (` ${folded}`.includes(` ${typed}`)) return 2
  if (names.some((name) => name.startsWith(typed) || (HAN.test(typed) && name.includes(typed)))) return 3
  return folded.includes(typed) ? 4 : undefined
}

class Facet {
  constructor({ key, label, options }, words, choose) {
    Object.assign(this, { key, words, choose, active: -1 })
    this.options = options.map(([value, text, names], position) => ({
      value: String(value), text, position, folded: fold(text), names: names ? names.split("\n") : [],
    }))
    this.rows = this.options.slice(0, SHOWN).map(() => this.makeRow())
    const place = words.find.replace("{count}", this.options.length)
    const wiring = { role: "combobox", "aria-expanded": "false", "aria-controls": `list-${key}`, "aria-autocomplete": "list" }
    this.input = make("input", { id: `find-${key}`, type: "text", autocomplete: "off", placeholder: place, ...wiring })
    this.list = make("ul", { id: `list-${key}`, role: "listbox", "aria-multiselectable": "true", "aria-label": label })
    this.list.hidden = true
    this.nothing = make("p", { class: "nothing", role: "status" })
    const group = make("div", { class: "rows", role: "group", "aria-label": label }, ...this.rows.map((row) => row.label))
    this.element = make("section", { class: "facet", "data-facet": key }, make("label", { for: `find-${key}` }, label))
    this.element.append(this.input, this.list, group)
    this.listen()
  }

  makeRow() {
    const [box, words, count] = [make("input", { type: "checkbox" }), make("span", { class: "words" }), make("span", { class: "count" })]
    const row = { box, words, count, label: make("label", { class: "row" }, box, words, count) }
    box.addEventListener("change", () => this.choose(this.key, row.option.value))
    return row
  }

  listen() {
    this.input.addEventListener("input", () => this.open())
    this.input.addEventListener("click", () => this.open())
    this.input.addEventListener("keydown", (event) => this.press(event))
    this.element.addEventListener("focusout", (event) => this.element.contains(event.relatedTarget) || this.close())
    // The focus stays in the box: a press on the list would take it away before it is a click.
    this.list.addEventListener("mousedown", (event) => event.preventDefault())
    this.list.addEventListener("click", (event) => this.take(this.found[event.target.closest("[role=option]")?.dataset.at]))
  }

  press(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && this.list.hidden) this.open()
    else if (step) this.show((this.active + step + this.found.length) % Math.max(this.found.length, 1))
    else if (event.key === "Enter" && !this.list.hidden && !event.isComposing) {
      const option = this.found[this.active]
      this.close()
      this.take(option)
    } else if (event.key === "Escape" && !this.list.hidden) this.close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  take(option) {
    if (option) this.choose(this.key, option.value)
  }

  close() {
    this.list.hidden = true
    this.input.value = ""
    this.input.setAttribute("aria-expanded", "false")
    this.input.removeAttribute("aria-activedescendant")
  }

  // All options, those that some plan has first; or those that contain what is typed, the closest first.
  open() {
    const typed = fold(this.input.value)
    const ranked = this.options.map((option) => ({ option, fit: typed ? fit(option, typed) : Number(this.count(option) === 0) }))
    const order = (one, other) => one.fit - other.fit || (typed ? this.count(other.option) - this.count(one.option) : 0)
    this.found = ranked.filter((one) => one.fit !== undefined).sort(order).map((one) => one.option)
    this.list.hidden = false
    this.input.setAttribute("aria-expanded", "true")
    this.show(typed && this.found.length ? 0 : -1)
  }

  show(active) {
    this.active = active
    this.list.replaceChildren(...this.found.map((option, at) => this.makeOption(option, at)))
    if (!this.found.length) this.list.append(make("li", { class: "nothing", role: "option", "aria-disabled": "true" }, this.words.nothing))
    const current = this.list.children[active]
    if (!current) return this.input.removeAttribute("aria-activedescendant")
    this.input.setAttribute("aria-activedescendant", current.id)
    current.scrollIntoView({ block: "nearest" })
  }

  makeOption(option, at) {
    const count = make("span", { class: "count", "aria-hidden": "true" }, String(this.count(option)))
    const element = make("li", { role: "option", id: `${this.key}-${at}`, "data-at": at, "aria-selected": this.chosen.has(option.value) })
    element.append(make("span", { class: "words" }, option.text), count)
    element.classList.toggle("is-active", at === this.active)
    element.classList.toggle("is-none", this.count(option) === 0)
    return element
  }

  count(option) {
    return this.counts[option.position] ?? 0
  }

  // The most frequent values; what is chosen is always among them. A row changes what it says, never its place.
  update(counts, chosen) {
    Object.assign(this, { counts, chosen: new Set(chosen) })
    const frequent = [...this.options].sort((one, other) => this.count(other) - this.count(one) || one.position - other.position)
    const top = frequent.slice(0, SHOWN)
    for (const option of frequent.slice(SHOWN).filter((one) => this.chosen.has(one.value))) {
      const last = top.findLastIndex((one) => !this.chosen.has(one.value))
      if (last >= 0) top[last] = option
    }
    const most = Math.max(1, ...top.map((option) => this.count(option)))
    this.rows.forEach((row, at) => this.fill(row, top[at], most))
    if (!this.list.hidden) this.show(this.active)
  }

  fill(row, option, most) {
    const count = this.count(option)
    row.option = option
    row.box.checked = this.chosen.has(option.value)
    say(row.words, option.text)
    say(row.count, String(count))
    row.label.title = option.text
    row.label.classList.toggle("is-none", count === 0)
    row.label.style.setProperty("--share", (100 * count) / most)
  }
}

class Sidebar {
  constructor(parent, setStateValue) {
    this.find = (name) => parent.querySelector(`[data-part="${name}"]`)
    this.setStateValue = setStateValue
    this.query = {}
    this.pressed = 0
    this.switch = make("input", { type: "checkbox", role: "switch", "data-switch": "stated" })
    this.switch.addEventListener("change", () => this.send({ stated: this.switch.checked ? ["1"] : [] }))
    this.find("text").addEventListener("change", () => this.send({ q: this.find("text").value.trim() ? [this.find("text").value] : [] }))
    this.find("text").addEventListener("search", () => this.find("text").blur())
  }

  // Which pairs are shown: one of three, the first unless another is chosen.
  buildLinks(links, label) {
    const group = make("div", { class: "links", role: "radiogroup", "aria-label": label })
    this.links = Object.entries(links).map(([link, words]) => {
      const button = make("input", { type: "radio", name: "link", value: link })
      button.addEventListener("change", () => this.send({ link: [link] }))
      group.append(make("label", {}, button, make("span", {}, words)))
      return button
    })
    const section = make("section", { class: "facet", "data-facet": "link" }, make("span", { class: "heading" }, label), group)
    return section
  }

  toggle(key, value) {
    const chosen = this.query[key] ?? []
    this.send({ [key]: chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value] })
  }

  // A value with the time of the press, not a trigger: while the page is being drawn triggers can get lost.
  send(change) {
    this.query = { ...this.query, ...change }
    this.pressed = Date.now()
    this.fill()
    this.setStateValue("chosen", { query: this.query, pressed: this.pressed })
  }

  // Build what the options say; again only where they are others, as after a change of the data or of the language.
  build(options) {
    if (this.stamp === options.stamp) return
    this.stamp = options.stamp
    this.facets = options.facets.map((facet) => new Facet(facet, options.words, (key, value) => this.toggle(key, value)))
    const elements = this.facets.map((facet) => facet.element)
    const goals = this.facets.find((facet) => facet.key === "goal")
    goals?.element.append(make("label", { class: "switch" }, this.switch, make("span", {}, options.words.stated)))
    const countries = elements.findIndex((element) => element.dataset.facet === "country")
    elements.splice(countries + 1, 0, this.buildLinks(options.links, options.words.link))
    this.find("facets").replaceChildren(...elements)
    this.find("search-label").textContent = options.words.search
    this.find("text").placeholder = options.words.example
    this.buildLanguages(options)
  }

  buildLanguages({ languages, language, words }) {
    this.find("language").setAttribute("aria-label", words.language)
    const buttons = Object.entries(languages).map(([code, name]) => {
      const button = make("button", { type: "button", lang: code, "aria-pressed": String(code === language) }, name)
      button.addEventListener("click", () => this.setStateValue("language", code))
      return button
    })
    this.find("language").replaceChildren(...buttons)
  }

  update(data) {
    const isPending = data.answered < this.pressed && Date.now() - this.pressed < PENDING_MS
    if (!isPending) this.query = data.query
    this.counts = data.counts
    this.fill()
  }

  fill() {
    this.switch.checked = Boolean(this.query.stated)
    if (this.query.stated?.length === 0) this.switch.checked = false
    const link = this.query.link?.at(-1) ?? this.links[0].value
    for (const button of this.links) button.checked = button.value === link
    const text = this.find("text")
    if (text.getRootNode().activeElement !== text) text.value = this.query.q?.[0] ?? ""
    for (const facet of this.facets) facet.update(this.counts[facet.key] ?? [], this.query[facet.key] ?? [])
  }
}

export default function ({ data, parentElement, setStateValue }) {
  const sidebar = (parentElement.sidebar ??= new Sidebar(parentElement, setStateValue))
  sidebar.setStateValue = setStateValue
  const draw = () => {
    const options = globalThis.ucapOptions
    if (options?.stamp !== data.stamp) return
    sidebar.build(options)
    sidebar.update(data)
  }
  draw()
  window.addEventListener("ucap-options", draw)
  return () => window.removeEventListener("ucap-options", draw)
}
