// Streamlit's front end has texts of its own, in English whatever the page speaks. They are put into the page's words
// as they appear: names of buttons, menus of tables, hints below boxes. What documents say is left alone.
const OURS = '[data-testid="stMarkdownContainer"]:not([role="tooltip"] *), [data-testid="stHtml"], [data-testid="stBidiComponentRegular"], [role="grid"], .js-plotly-plot svg, .print-copy'
const NAMES = ["aria-label", "title", "placeholder", "data-title"]
const DATES = '[data-testid="stDateInput"]'
const CHANGES = { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: NAMES }

const escaped = (text) => text.replace(/[.*+?^$()|[\]\\]/g, "\\$&")

// "{count} results" becomes /^(.+) results$/, and what stands for {count} goes into the words; a date is written anew.
const rule = (locale) => ([fixed, words]) => {
  const marks = [...fixed.matchAll(/\{\w+\}/g)].map(([mark]) => mark)
  const pattern = new RegExp(`^${escaped(fixed).replace(/\{\w+\}/g, "(.+)")}$`, "s")
  return [pattern, (found) => marks.reduce((text, mark, at) => text.replace(mark, () => (mark === "{date}" ? day(found[at + 1], locale) : found[at + 1])), words)]
}

// "January 01, 2017"
const day = (written, locale) => {
  const date = new Date(written)
  return isNaN(date) ? written : new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(date)
}

const reader = (pairs, locale) => {
  const whole = new Map(pairs.filter(([fixed]) => !fixed.includes("{")))
  const rules = pairs.filter(([fixed]) => fixed.includes("{")).map(rule(locale))
  return (text) => {
    const said = text.trim()
    if (whole.has(said)) return whole.get(said)
    for (const [pattern, words] of rules) {
      const found = said.match(pattern)
      if (found) return words(found)
    }
  }
}

const putInto = (root, read) => {
  const name = (element) => {
    for (const attribute of NAMES) {
      const said = element.getAttribute(attribute)
      const words = said && read(said)
      // Setting what stands there already would be a change that is told again, and again.
      if (words && words !== said) element.setAttribute(attribute, words)
    }
  }
  const say = (text) => {
    const words = text.data.trim() && read(text.data)
    if (words && words !== text.data && !text.parentElement?.closest(OURS)) text.data = words
  }
  if (root.nodeType === Node.TEXT_NODE) return say(root)
  if (root.nodeType !== Node.ELEMENT_NODE) return
  name(root)
  for (const element of root.querySelectorAll(NAMES.map((attribute) => `[${attribute}]`).join())) name(element)
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) say(texts.currentNode)
}

export default function ({ data }) {
  // There is one observer, and it outlives the run that set it up, for windows open without another. A second one, of
  // the language before, would put back what this one says, and so on without end.
  window.fixedTexts?.disconnect()
  const read = reader(data.pairs, data.locale)
  document.documentElement.lang = data.language
  // Streamlit takes the language of its calendars from here; the browser's own may be another than the page's.
  Object.defineProperty(navigator, "language", { get: () => data.locale, configurable: true })
  const tell = () => window.dispatchEvent(new Event("languagechange"))
  tell()
  // A box for dates listens at some moment after it is there, and surely once somebody points at it or steps into it.
  window.fixedDates?.abort()
  window.fixedDates = new AbortController()
  const reached = ({ target }) => target.closest?.(DATES) && tell()
  for (const kind of ["pointerdown", "focusin"]) document.addEventListener(kind, reached, { capture: true, signal: window.fixedDates.signal })
  putInto(document.body, read)
  window.fixedTexts = new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      // Inside of a drawing there are none of Streamlit's words, and Plotly puts hundreds of nodes into one.
      if (target.ownerSVGElement) continue
      for (const node of type === "childList" ? addedNodes : [target]) putInto(node, read)
    }
  })
  window.fixedTexts.observe(document.body, CHANGES)
}
