// The day of the visit before this one, as this browser remembers it; nothing of it is sent elsewhere.
const KEY = "ucap-visits"
const today = () => new Date().toISOString().slice(0, 10)

export default function ({ setStateValue }) {
  let kept = {}
  try { kept = JSON.parse(localStorage.getItem(KEY)) ?? {} } catch { return }
  if (kept.current !== today()) kept = { before: kept.current, current: today() }
  try { localStorage.setItem(KEY, JSON.stringify(kept)) } catch { return }
  if (kept.before && globalThis.ucapLastVisit !== kept.before) {
    globalThis.ucapLastVisit = kept.before
    setStateValue("day", kept.before)
  }
}
