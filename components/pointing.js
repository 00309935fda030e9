// Whoever points at a city of the map, or at a line, sees only its lines and their cities; the rest fades.
const FADED = "0.12"
const SIDES = ["china", "europe"]

const traces = (plot) => [...plot.querySelectorAll(".scatterlayer > .trace")].map((node) => [node, node.__data__[0].trace])

// `isMeant` says of a pair, as the `meta` of a trace of arcs names it, whether it is pointed at.
const fade = (plot, isMeant) => {
  const cities = { china: new Set(), europe: new Set() }
  for (const [node, trace] of traces(plot)) {
    if (trace.name !== "arcs") continue
    node.querySelectorAll(".js-line").forEach((line, at) => {
      const ends = trace.meta[at]
      const isShown = isMeant(ends)
      line.style.opacity = isShown ? "1" : FADED
      if (isShown) SIDES.forEach((side, end) => cities[side].add(ends[end]))
    })
  }
  for (const [node, trace] of traces(plot)) {
    if (!SIDES.includes(trace.name)) continue
    node.querySelectorAll(".point, .textpoint").forEach((mark) => {
      mark.style.opacity = cities[trace.name].has(mark.__data__.data[1]) ? "1" : FADED
    })
  }
}

const clear = (plot) => {
  plot.querySelectorAll(".scatterlayer .js-line, .scatterlayer .textpoint").forEach((mark) => (mark.style.opacity = "1"))
  for (const [node, trace] of traces(plot)) {
    if (SIDES.includes(trace.name)) node.querySelectorAll(".point").forEach((mark) => (mark.style.opacity = "1"))
  }
}

const pointAt = (plot, { customdata, data }) => {
  if (data.name === "pairs") return fade(plot, ([china, europe]) => china === customdata[1] && europe === customdata[3])
  const end = SIDES.indexOf(data.name)
  const hasLines = traces(plot).some(([, trace]) => trace.name === "arcs" && trace.meta.some((ends) => ends[end] === customdata[1]))
  if (end >= 0 && hasLines) fade(plot, (ends) => ends[end] === customdata[1])
}

export default function () {
  const known = new WeakSet()
  const listen = (event) => {
    const plot = event.target.closest?.(".js-plotly-plot")
    if (!plot?.on || known.has(plot) || !plot.data?.some((trace) => trace.name === "arcs")) return
    known.add(plot)
    plot.on("plotly_hover", ({ points }) => pointAt(plot, points[0]))
    plot.on("plotly_unhover", () => clear(plot))
    plot.on("plotly_afterplot", () => clear(plot))
  }
  window.addEventListener("mouseover", listen, { capture: true, passive: true })
  return () => window.removeEventListener("mouseover", listen, { capture: true })
}
