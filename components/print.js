// On paper charts and tables are copies of what is on the screen: the page is narrower, and Streamlit and Plotly would
// draw them again for it while it is being printed.
const REFERRING = ["clip-path", "fill", "filter", "mask", "href"]

const copyVector = (vector, { width, height }, prefix, colors) => {
  const copy = vector.cloneNode(true)
  copy.setAttribute("viewBox", `0 0 ${width} ${height}`)
  // The copies refer to their own clips and markers.
  for (const element of copy.querySelectorAll("[id]")) element.id = prefix + element.id
  for (const name of REFERRING)
    for (const element of copy.querySelectorAll(`[${name}*="#"]`)) element.setAttribute(name, element.getAttribute(name).replace("#", `#${prefix}`))
  for (const element of colors.size ? copy.querySelectorAll("[style]") : []) {
    const style = element.getAttribute("style").replace(/rgb\([^)]*\)|#[0-9a-f]{6}/gi, (color) => colors.get(color.toLowerCase()) ?? color)
    element.setAttribute("style", style)
  }
  return copy
}

const copyChart = (chart, at, colors) => {
  const size = chart.querySelector(".svg-container").getBoundingClientRect()
  const vectors = [...chart.querySelectorAll(".main-svg")].filter((vector) => vector.getBoundingClientRect().width)
  return { size, parts: vectors.map((vector, layer) => copyVector(vector, size, `print-${at}-${layer}-`, colors)) }
}

// A table is drawn as a picture of the rows in sight; beside it the grid keeps the same rows as text, for screen readers.
// Cells of lists join their entries by a comma alone: "Smart city,Tourism"; numbers have none of these.
const spaced = (text) => text.replace(/,(?=[^\s\d])/g, ", ")

// "2019-09-30" and "12" are not broken, and lists are: "Rome, Bari".
const WHOLE = /^[^\s,]{1,12}$/

const copyTable = (grid, words) => {
  const table = document.createElement("table")
  const lines = [...grid.querySelectorAll("tr")]
  for (const line of lines) {
    const row = table.insertRow()
    for (const cell of line.querySelectorAll("th, td")) {
      const textContent = spaced(cell.textContent)
      row.append(Object.assign(document.createElement(cell.tagName), { textContent, className: WHOLE.test(textContent) ? "whole" : "" }))
    }
  }
  const [count, total] = [lines.length - 1, Number(grid.getAttribute("aria-rowcount")) - 1]
  if (count < total) table.createCaption().textContent = words.replace("{count}", count).replace("{total}", total)
  return table
}

const place = (original, copy, size) => {
  const frame = Object.assign(document.createElement("div"), { className: "print-copy" })
  frame.setAttribute("aria-hidden", "true")
  if (size) Object.assign(frame.style, { maxWidth: `min(${size.width}px, ${size.width / size.height} * var(--print-height))`, aspectRatio: `${size.width} / ${size.height}` })
  frame.append(...copy)
  original.before(frame)
}

const remove = () => document.querySelectorAll(".print-copy").forEach((copy) => copy.remove())

const prepare = ({ cut, colors }) => {
  const lightened = new Map(colors)
  remove()
  document.querySelectorAll(".js-plotly-plot:has(.main-svg)").forEach((chart, at) => {
    const { size, parts } = copyChart(chart, at, lightened)
    place(chart, parts, size)
  })
  for (const table of document.querySelectorAll('[data-testid="stDataFrame"]:has([role="grid"])'))
    place(table, [copyTable(table.querySelector('[role="grid"]'), cut)])
}

export default function ({ data }) {
  const beforePrint = () => prepare(data)
  window.addEventListener("beforeprint", beforePrint)
  window.addEventListener("afterprint", remove)
  return () => {
    window.removeEventListener("beforeprint", beforePrint)
    window.removeEventListener("afterprint", remove)
  }
}
