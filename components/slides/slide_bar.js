// The bar below a slide: keys, swipes and buttons all name the slide to go to; the screen's size is told when it changes.
const KEYS = {
  ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Home: -Infinity, End: Infinity,
}
const SWIPE_PX = 60
// Until a press is answered the next one counts from where it will lead, not from what is still shown; but no longer.
const PENDING_MS = 10000

export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  const find = (name) => parentElement.querySelector(`[data-part="${name}"]`)
  parentElement.stop?.abort()
  const stop = (parentElement.stop = new AbortController())
  const on = (target, event, act, options) => target.addEventListener(event, act, { signal: stop.signal, ...options })

  const show = (slide) => {
    find("place").textContent = `${slide} / ${data.count}`
    find("done").style.width = `${(100 * slide) / data.count}%`
    find("previous").disabled = slide <= 1
    find("next").disabled = slide >= data.count
  }
  if (data.slide === parentElement.wanted) parentElement.pressed = 0
  const shown = () => (Date.now() - (parentElement.pressed ?? 0) < PENDING_MS ? parentElement.wanted : data.slide)
  const expect = (slide) => {
    parentElement.wanted = slide
    parentElement.pressed = Date.now()
    show(slide)
  }
  const step = (by) => {
    const slide = Math.min(Math.max(shown() + by, 1), data.count)
    if (slide === shown()) return
    expect(slide)
    // A value with the time of the press, not a trigger: while the page is being drawn triggers can get lost.
    setStateValue("go", { slide, pressed: parentElement.pressed })
  }
  const fill = () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen())

  for (const name of ["previous", "next", "fill"]) {
    find(name).setAttribute("aria-label", data.words[name])
    find(name).title = data.words[name]
  }
  show(shown())
  on(find("previous"), "click", () => step(-1))
  on(find("next"), "click", () => step(1))
  on(find("fill"), "click", fill)

  on(window, "keydown", (event) => {
    const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]")
    const isPress = event.key === " " && (event.target.closest?.("button, a") || event.composedPath()[0].closest?.("button"))
    if (isTyping || isPress || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    if (event.key === "Escape") setTriggerValue("leave", true)
    if (event.key === "f") fill()
    if (!(event.key in KEYS)) return
    event.preventDefault()
    step(KEYS[event.key])
  })

  // The browser's own way back and forth: the page follows the address, and the next press counts from there.
  on(window, "popstate", () => {
    const slide = Number(new URLSearchParams(window.location.search).get("slide"))
    if (slide) expect(Math.min(slide, data.count))
  })

  // A slide may be drawn while a finger moves: the end of a touch is told to where it began, even if that is gone. Its
  // beginning is heard on the way there (capture), since maps keep touches of theirs to themselves.
  parentElement.step = step
  on(window, "touchstart", (event) => {
    if (event.touches.length > 1) return
    const start = event.touches[0]
    const end = (last) => {
      const across = last.changedTouches[0].clientX - start.clientX
      const down = last.changedTouches[0].clientY - start.clientY
      if (Math.abs(across) > Math.max(SWIPE_PX, 2 * Math.abs(down))) parentElement.step(across < 0 ? 1 : -1)
    }
    event.composedPath()[0].addEventListener("touchend", end, { once: true })
  }, { capture: true })

  const measure = () => {
    const size = { width: window.innerWidth, height: window.innerHeight }
    if (size.width !== data.width || size.height !== data.height) setStateValue("size", size)
  }
  let waiting
  on(window, "resize", () => {
    clearTimeout(waiting)
    waiting = setTimeout(measure, 250)
  })
  measure()
  return () => stop.abort()
}
