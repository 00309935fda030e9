// Who once said their name in this browser is not asked again: a cookie of a year, for this site alone.
export default function ({ data }) {
  document.cookie = `${data.cookie}=${encodeURIComponent(data.name)}; path=${data.path}; max-age=31536000; SameSite=Strict`
}
