// On paper charts and tables are copies of what is on the screen: the page is narrower, and Streamlit and Plotly would
// draw them again for it while it is being printed.
const REFERRING = ["clip-path", "fill", "filter", "mask", "href"]

const copyVector = (vector, { width, height }, prefix) => {
  const copy = vector.cloneNode(true)
  copy.setAttribute("viewBox", `0 0 ${width} ${height}`)
  // The copies refer to their own clips and markers.
  for (const element of copy.querySelectorAll("[id]")) element.id = prefix + element.id
  for (const name of REFERRING)
    for (const element of copy.querySelectorAll(`[${name}*="#"]`)) element.setAttribute(name, element.getAttribute(name).replace("#", `#${prefix}`))
  return copy
}

const copyChart = (chart, at) => {
  const size = chart.querySelector(".svg-container").getBoundingClientRect()
  const vectors = [...chart.querySelectorAll(".main-svg")].filter((vector) => vector.getBoundingClientRect().width)
  return { size, parts: vectors.map((vector, layer) => copyVector(vector, size, `print-${at}-${layer}-`)) }
}

// A table is drawn as a picture of the rows in sight; beside it the grid keeps the same rows as text, for screen readers.
// Cells of lists join their entries by a comma alone: "Smart city,Tourism"; numbers have none of these.
const spaced = (text) => text.replace(/,(?=[^\s\d])/g, ", ")

const copyTable = (grid, words) => {
  const table = document.createElement("table")
  const lines = [...grid.querySelectorAll("tr")]
  for (const line of lines) {
    const row = table.insertRow()
    for (const cell of line.querySelectorAll("th, td")) row.append(Object.assign(document.createElement(cell.tagName), { textContent: spaced(cell.textContent) }))
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

const prepare = (words) => {
  remove()
  document.querySelectorAll(".js-plotly-plot:has(.main-svg)").forEach((chart, at) => {
    const { size, parts } = copyChart(chart, at)
    place(chart, parts, size)
  })
  for (const table of document.querySelectorAll('[data-testid="stDataFrame"]:has([role="grid"])'))
    place(table, [copyTable(table.querySelector('[role="grid"]'), words)])
}

export default function ({ data }) {
  const beforePrint = () => prepare(data.cut)
  window.addEventListener("beforeprint", beforePrint)
  window.addEventListener("afterprint", remove)
  return () => {
    window.removeEventListener("beforeprint", beforePrint)
    window.removeEventListener("afterprint", remove)
  }
}
