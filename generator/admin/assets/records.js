/*
 * A record's file becomes the values of a form, and the form's values a file again.
 *
 * Reading goes by the grammar made from the models: short forms are spelled out, words of closed
 * lists become their values. Writing changes only what the form has changed: a file that was opened
 * and saved keeps every byte, a changed one keeps its comments and all that nobody touched.
 */
import { Document, isMap, isSeq, parseDocument } from "./program/yaml.js"

export const SOURCE = "file_text"
const BODY = "body"
const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?\n)---[ \t]*(?:\n([\s\S]*))?$/
const YAML = { schema: "failsafe", logLevel: "error" }
const PRINT = { lineWidth: 0, flowCollectionPadding: false }
/** How a form says that a term is to be taken in these words: {text: «…»} in the file. */
const IN_WORDS = /^словами:\s*/i
const MONTHS = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
/** What a word processor leaves behind and nobody sees. */
const UNSEEN = /[\u00ad\u200b\u200c\u200d\u2060\ufeff]/g

const isObject = value => value !== null && typeof value === "object" && !Array.isArray(value)
const asList = value => (Array.isArray(value) ? value : [value])

/** Make the reader and the writer of one kind of record. */
export function format(grammar, kind, firstLine = "") {
  const { model, markdown } = grammar.kinds[kind]
  const codec = new Codec(grammar)
  return {
    fromFile: text => {
      const { yaml, body } = cut(text, markdown)
      const read = codec.read(values(yaml), model)
      return { ...read, ...(markdown ? { [BODY]: body } : {}), [SOURCE]: text }
    },
    toFile: form => {
      const { [SOURCE]: text, [BODY]: body = "", ...after } = form
      const old = text ? cut(text, markdown) : null
      const yaml = codec.write(old?.yaml, after, model)
      if (old && yaml === old.yaml && (!markdown || same(body, old.body))) return text
      const head = old || !firstLine ? yaml : `${firstLine}\n${yaml}`
      return markdown ? `---\n${head}---\n\n${body.trim()}\n` : head
    }
  }
}

function cut(text, markdown) {
  if (!markdown) return { yaml: text, body: "" }
  const [, yaml, body = ""] = `${text.trim()}\n`.match(FRONT_MATTER) ?? [null, "", text]
  return { yaml, body: body.trim() }
}

function values(yaml) {
  const doc = parseDocument(yaml, YAML)
  if (doc.errors.length) throw doc.errors[0]
  return doc.toJS({ maxAliasCount: 0 }) ?? {}
}

class Codec {
  constructor({ models, words }) {
    this.models = models
    this.words = words
  }

  /** A part of a record as the form has it; what the grammar does not know is left as it is. */
  read(value, model) {
    const { fields, short = [], list } = this.models[model]
    if (typeof value === "string") value = expanded(value, short)
    if (Array.isArray(value) && list) value = { [list]: value }
    if (!isObject(value)) return value
    const read = ([name, held]) => [name, fields[name] ? this.#readField(held, fields[name]) : held]
    return Object.fromEntries(Object.entries(value).map(read))
  }

  #readField(value, field) {
    if (value === null || value === "") return value
    const one = item => (field.part ? this.read(item, field.part) : this.#readText(item, field))
    return field.many ? asList(value).map(one) : one(value)
  }

  #readText(value, { words, form }) {
    if (form === "moment" && isObject(value)) return `словами: ${value.text ?? ""}`
    if (typeof value !== "string") return value
    const text = value.trim()
    if (words) return this.words[words][text.toLowerCase()] ?? value
    return READ[form]?.(text) ?? value
  }

  /** The YAML of a record: the old text where nothing has changed. */
  write(yaml, after, model) {
    if (!yaml) return printed(new Document(this.#plain(after, { part: model }) ?? {}, YAML))
    const before = this.read(values(yaml), model)
    if (same(before, after)) return yaml
    const doc = parseDocument(yaml, YAML)
    doc.contents = this.#patched(doc, doc.contents, before, after, { part: model })
    return printed(doc, !/^\s*[^\s#-][^\n]*:\n- /m.test(yaml))
  }

  /** A node that says what the form says now, with as much of the old one as is still true. */
  #patched(doc, node, before, after, field) {
    if (same(before, after)) return node
    if (field.many && isSeq(node)) return this.#patchedList(doc, node, before, after, field)
    if (field.part && !field.many && isMap(node) && isObject(after))
      return this.#patchedMap(doc, node, before, after, field)
    const made = doc.createNode(this.#plain(after, field))
    made.comment = node?.comment
    return made
  }

  #patchedMap(doc, node, before, after, { part }) {
    const { fields } = this.models[part]
    for (const name of Object.keys({ ...before, ...after })) {
      if (same(before[name], after[name])) continue
      if (isEmpty(after[name])) node.delete(name)
      else this.#put(doc, node, name, before[name], after[name], fields)
    }
    return node
  }

  #put(doc, node, name, before, after, fields) {
    const field = fields[name] ?? {}
    const old = node.get(name, true)
    const held = this.#patched(doc, old, before, after, field)
    if (node.has(name)) node.set(name, held)
    else node.items.splice(placeOf(node, name, Object.keys(fields)), 0, doc.createPair(name, held))
  }

  #patchedList(doc, node, before, after, field) {
    const old = asList(before ?? [])
    const free = new Set(old.keys())
    const kept = asList(after).map(item => {
      const found = [...free].find(index => same(old[index], item))
      free.delete(found)
      return found
    })
    const one = { ...field, many: false }
    node.items = asList(after)
      .map((item, index) => {
        if (kept[index] !== undefined) return node.items[kept[index]]
        if (isEmpty(item)) return null
        const there = free.delete(index) ? node.items[index] : undefined
        return this.#patched(doc, there, old[index], item, one)
      })
      .filter(item => item !== null)
    return node
  }

  /** Values for a new node: without what is empty, and as short as people write them. */
  #plain(value, field) {
    if (isEmpty(value)) return undefined
    if (field.many) return asList(value).map(item => this.#plain(item, { ...field, many: false }))
    if (isObject(value)) return field.part ? this.#plainPart(value, field.part) : value
    const text = cleaned(value)
    if (field.form === "moment" && IN_WORDS.test(text)) return { text: text.replace(IN_WORDS, "") }
    return text
  }

  #plainPart(value, part) {
    const { fields, short = [] } = this.models[part]
    const order = [...Object.keys(fields), ...Object.keys(value)]
    const filled = [...new Set(order)].filter(name => !isEmpty(value[name]))
    const plain = filled.map(name => [name, this.#plain(value[name], fields[name] ?? {})])
    const made = Object.fromEntries(plain)
    const lone = made[filled[0]]
    return typeof lone === "string" && same(expanded(lone, short), made) ? lone : made
  }
}

/** The fields that a lone text fills, by the first form that it has. */
function expanded(text, short) {
  for (const { pattern, flags, fields } of short) {
    const found = text.match(new RegExp(pattern, flags))
    if (!found) continue
    const filled = ([name, told]) => [name, told.replace(/\{(\d)\}/g, (_, group) => found[group])]
    return Object.fromEntries(Object.entries(fields).map(filled))
  }
  return text
}

const READ = {
  day: text => isoDay(text),
  flag: text => ({ да: "да", true: "да", нет: "нет", false: "нет" })[text.toLowerCase()],
  number: text => (/^\d{1,9}$/.test(text) ? Number(text) : undefined)
}

/** A date as the form's calendar wants it; undefined where it is written otherwise. */
function isoDay(text) {
  const short = text.match(/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/)
  const long = text.match(/^«?(\d{1,2})»? ([а-я]+) (\d{4})(?: г\.| года)?$/)
  const month = long ? MONTHS.split(" ").indexOf(long[2]) + 1 : Number(short?.[2])
  const [, day, , year] = long ?? short ?? []
  if (!month) return undefined
  return [year, String(month).padStart(2, "0"), day.padStart(2, "0")].join("-")
}

/** Where a new field belongs: behind the last field that the model names before it. */
function placeOf(node, name, order) {
  const rank = key => order.indexOf(String(key))
  const behind = node.items.findLastIndex(pair => {
    const place = rank(pair.key?.value)
    return place >= 0 && place < rank(name)
  })
  return behind + 1
}

function cleaned(value) {
  const text = String(value).replace(UNSEEN, "").replace(/\r\n?/g, "\n").replace(/\t/g, " ")
  return text.replace(/[^\S\n]+$/gm, "").trim()
}

function printed(doc, indentSeq = true) {
  return doc.toString({ ...PRINT, indentSeq })
}

function isEmpty(value) {
  if (Array.isArray(value)) return value.every(isEmpty)
  if (isObject(value)) return Object.values(value).every(isEmpty)
  return value === null || value === undefined || String(value).trim() === ""
}

/** Tell whether two values say the same: what is empty says nothing. */
function same(one, other) {
  return JSON.stringify(filled(one)) === JSON.stringify(filled(other))
}

function filled(value) {
  if (isEmpty(value)) return null
  if (Array.isArray(value)) return value.map(filled)
  if (!isObject(value)) return cleaned(value)
  const entries = Object.entries(value).map(([name, held]) => [name, filled(held)])
  return Object.fromEntries(entries.filter(([, held]) => held !== null).sort())
}
