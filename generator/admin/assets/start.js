/* Begins the content manager: its configuration is config.yml, records are read by records.js. */
import { format } from "./records.js"

const PREFERENCES = "sveltia-cms.prefs"
const HOSTS = [location.origin, "https://api.github.com"]

/** The content manager speaks the browser's language; chairs read Russian, whatever it is. */
function speakRussian() {
  try {
    const known = JSON.parse(localStorage.getItem(PREFERENCES) ?? "{}")
    localStorage.setItem(PREFERENCES, JSON.stringify({ locale: "ru", ...known }))
  } catch {
    // Where nothing may be stored, the browser's own language has to do.
  }
}

/** It also asks other hosts for news of itself; this page speaks to its own and to GitHub alone. */
function keepToOurselves() {
  const reach = window.fetch.bind(window)
  window.fetch = (wanted, ...more) => {
    const { origin, protocol } = new URL(wanted.url ?? wanted, location.href)
    if (HOSTS.includes(origin) || protocol === "blob:" || protocol === "data:")
      return reach(wanted, ...more)
    return Promise.reject(new TypeError(`${origin} is not asked`))
  }
}

async function grammar() {
  const answer = await fetch("grammar.json")
  if (!answer.ok) throw new Error(`grammar.json: ${answer.status}`)
  return answer.json()
}

speakRussian()
keepToOurselves()
const known = await grammar()
const { default: CMS } = await import("./program/cms.js")
for (const [kind, { format: name, markdown, line }] of Object.entries(known.kinds))
  CMS.registerCustomFormat(name, markdown ? "md" : "yml", format(known, kind, line))
CMS.init()
