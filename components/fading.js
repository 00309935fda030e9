// Streamlit has what a run did not draw again yet fade, half a second after the run began, and gives each element a
// transition of its own for it at every click; the browser makes a layer of each. Here the page says when a run takes
// that long, and style.css lets nothing begin to fade before.
const LONG_MS = 500

export default function () {
  const app = document.querySelector('[data-testid="stApp"]')
  let waiting
  const look = () => {
    clearTimeout(waiting)
    if (app.dataset.testScriptState === "notRunning") delete document.documentElement.dataset.longRun
    else waiting = setTimeout(() => (document.documentElement.dataset.longRun = ""), LONG_MS)
  }
  const observer = new MutationObserver(look)
  observer.observe(app, { attributeFilter: ["data-test-script-state"] })
  look()
  return () => {
    clearTimeout(waiting)
    observer.disconnect()
  }
}
