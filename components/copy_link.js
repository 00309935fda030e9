// Copies the address of the page: it says the whole view.
const copyOldWay = (text) => {
  // Without HTTPS a browser has no clipboard for pages, but copies what is marked in a box.
  const box = Object.assign(document.createElement("textarea"), { value: text, style: "position: fixed; opacity: 0" })
  document.body.append(box)
  box.select()
  const isCopied = document.execCommand("copy")
  box.remove()
  if (!isCopied) throw new Error("not copied")
}

export default function ({ data, parentElement }) {
  const find = (name) => parentElement.querySelector(`[data-part="${name}"]`)
  const say = (words) => {
    find("said").textContent = find("label").textContent = words
    setTimeout(() => (find("label").textContent = data.words.copy), 2500)
  }
  find("label").textContent = data.words.copy
  find("copy").onclick = async () => {
    const address = window.location.href
    try {
      await (navigator.clipboard ? navigator.clipboard.writeText(address) : copyOldWay(address))
      say(data.words.done)
    } catch {
      say(data.words.failed)
    }
  }
}
