// What the filters offer, for facets.js: it does not change from click to click, so it is sent by itself.
export default function ({ data }) {
  if (globalThis.ucapOptions?.stamp === data.stamp) return
  globalThis.ucapOptions = data
  window.dispatchEvent(new Event("ucap-options"))
}
