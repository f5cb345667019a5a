// The script of an exported incident, as text: it runs in a file of its own, far from this page, and knows only the record and the words
// that stand beside it. Everything people wrote goes in as text, never as markup.
export const PAGE_SCRIPT = String.raw`
'use strict'
const record = JSON.parse(document.getElementById('record').textContent)
const allWords = JSON.parse(document.getElementById('words').textContent)
let language = 'vi', at = record.from, isPlaying = false, speed = 60, last = 0
const word = (key, values = {}) => (allWords[language][key] ?? key).replace(/\{\{(\w+)\}\}/g, (_, name) => values[name] ?? '')
const SVG = 'http://www.w3.org/2000/svg'
function make(tag, attributes = {}, ...children) {
  const element = ['svg', 'path', 'circle', 'polyline', 'line', 'title'].includes(tag) ? document.createElementNS(SVG, tag) : document.createElement(tag)
  for (const [name, value] of Object.entries(attributes))
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value)
    else element.setAttribute(name, value)
  element.append(...children)
  return element
}
const local = time => new Date(time + 7 * 3600000).toISOString()
const moment = time => local(time).slice(8, 10) + '/' + local(time).slice(5, 7) + '/' + local(time).slice(0, 4) + ' ' + local(time).slice(11, 16)
const clock = time => local(time).slice(11, 16)
const number = (value, decimals) => value.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
const span = Math.max(1, record.to - record.from)
function readingAt(series, time) {
  const seconds = (time - record.from) / 1000
  let low = 0, high = series.readings.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (series.readings[middle][0] <= seconds) low = middle + 1
    else high = middle
  }
  return series.readings[low - 1]
}
function sparkline(series) {
  const inside = series.readings
  const values = inside.map(reading => reading[1])
  const least = values.reduce((a, b) => Math.min(a, b), Infinity), most = values.reduce((a, b) => Math.max(a, b), -Infinity)
  const x = seconds => Math.max(0, seconds * 1000 / span * 120)
  const y = value => most === least ? 14 : 26 - (value - least) / (most - least) * 24
  const points = inside.map(([seconds, value]) => x(seconds).toFixed(1) + ',' + y(value).toFixed(1)).join(' ')
  return make('svg', { viewBox: '0 0 120 28', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    make('polyline', { points }), make('line', { y1: 0, y2: 28, x1: 0, x2: 0 }))
}
function drawMap() {
  const places = [...record.outlines.flatMap(one => one.rings.flat()), ...record.series.map(one => [one.lon, one.lat])]
  if (places.length === 0) return document.createTextNode('')
  const west = Math.min(...places.map(p => p[0])), east = Math.max(...places.map(p => p[0]))
  const south = Math.min(...places.map(p => p[1])), north = Math.max(...places.map(p => p[1]))
  const scale = 400 / Math.max(east - west, north - south, 0.001)
  const x = lon => ((lon - west) * scale).toFixed(1), y = lat => ((north - lat) * scale).toFixed(1)
  const size = [(east - west) * scale, (north - south) * scale]
  const stations = [...new Map(record.series.map(one => [one.station + one.lon + one.lat, one])).values()]
  return make('svg', { class: 'map', role: 'img', 'aria-label': word('map'), viewBox: [-12, -12, size[0] + 24, size[1] + 24].join(' ') },
    ...record.outlines.map(one => make('path', { d: one.rings.map(ring => 'M' + ring.map(p => x(p[0]) + ' ' + y(p[1])).join('L') + 'Z').join('') }, make('title', {}, one.name))),
    ...stations.map(one => make('circle', { cx: x(one.lon), cy: y(one.lat), r: 4 }, make('title', {}, one.station))))
}
let shown = {}
function draw() {
  document.documentElement.lang = language
  const page = document.getElementById('page')
  const isSimulated = record.series.some(one => one.source === 'simulated') || record.lines.some(one => one.isSimulated)
  const slider = make('input', { type: 'range', min: record.from, max: record.to, step: 1000, value: at, 'aria-label': word('slider'), oninput: event => { at = Number(event.target.value); update() } })
  const play = make('button', { class: 'main', id: 'play', onclick: () => { isPlaying = !isPlaying; if (isPlaying && at >= record.to) at = record.from; last = performance.now(); update(); if (isPlaying) requestAnimationFrame(run) } })
  const speeds = make('select', { 'aria-label': word('speed'), onchange: event => { speed = Number(event.target.value) } },
    ...[1, 10, 60, 600, 3600].map(one => make('option', one === speed ? { value: one, selected: '' } : { value: one }, number(one, 0) + '×')))
  const rows = record.series.map(series => {
    const value = make('b'), age = make('small'), line = sparkline(series)
    const row = make('div', { class: 'series' }, make('div', {}, series.name[language], age), line, value)
    return { series, row, value, age, line }
  })
  const byStation = Map.groupBy(rows, one => one.series.village + ' · ' + one.series.station)
  const happened = [
    ...record.lines.map(one => ({ ...one, words: one.text[language], kinds: one.kind + ' ' + (one.priority ?? '') })),
    ...record.notes.map(one => ({ at: one.at, words: one.text + ' (' + one.by + ')', kinds: 'note' })),
  ].sort((a, b) => a.at - b.at)
  const items = happened.map(one => ({ at: one.at, item: make('li', { class: one.kinds.trim() },
    make('time', {}, clock(one.at)), one.words + (one.isSimulated ? ' · ' + word('simulatedTag') : '')) }))
  page.replaceChildren(
    make('p', { class: 'band' }, word('band', { moment: moment(record.exportedAt) })),
    ...(isSimulated ? [make('p', { class: 'simulated' }, word('simulated'))] : []),
    make('header', {}, make('h1', {}, record.title), make('p', {}, record.place[language] + ' · ' + moment(record.from) + ' – ' + moment(record.to)),
      make('button', { id: 'language', onclick: () => { language = language === 'vi' ? 'en' : 'vi'; draw() } }, word('otherLanguage'))),
    make('p', { class: 'text' }, record.text),
    make('div', { class: 'player' }, play, speeds, slider, make('time', { id: 'now' }), make('p', { class: 'caption', id: 'caption', 'aria-live': 'polite' })),
    make('main', {},
      make('section', {}, make('h2', {}, word('map')), drawMap()),
      make('section', {}, make('h2', {}, word('readings')), ...[...byStation].flatMap(([name, own]) => [make('h3', {}, name), ...own.map(one => one.row)])),
      make('section', {}, make('h2', {}, word('happened')), items.length > 0 ? make('ul', { class: 'lines' }, ...items.map(one => one.item)) : make('p', {}, word('nothing')))),
    make('footer', {},
      make('p', {}, word('provenance', { station: record.station, moment: moment(record.exportedAt), by: record.savedBy, saved: moment(record.savedAt) })),
      make('p', {}, record.stepMs === null ? word('everyReading') : word('thinned', { seconds: number(Math.round(record.stepMs / 1000), 0) })),
      ...(record.linesLeftOut > 0 ? [make('p', {}, word('leftOut', { number: number(record.linesLeftOut, 0) }))] : []),
      ...record.chain.map(one => make('p', {}, word('chain', { family: one.family, event: one.event, hash: one.hash }))),
      make('p', {}, word('borders'))))
  shown = { rows, items, slider, play }
  update()
}
function update() {
  const { rows, items, slider, play } = shown
  slider.value = at
  slider.setAttribute('aria-valuetext', moment(at))
  play.textContent = word(isPlaying ? 'pause' : 'play')
  document.getElementById('now').textContent = moment(at)
  const note = record.notes.filter(one => one.at <= at).at(-1)
  document.getElementById('caption').textContent = note ? note.text : ''
  for (const { series, row, value, age, line } of rows) {
    const reading = readingAt(series, at)
    row.dataset.q = reading ? reading[2] : ''
    value.replaceChildren(reading ? number(reading[1], series.decimals) + ' ' : '– ', make('span', {}, series.unit))
    age.textContent = (reading ? word('measuredAt', { clock: moment(record.from + reading[0] * 1000) }) : word('unknown')) + ' · ' + word('source_' + series.source) + (reading && reading[2] === 3 ? ' · ' + word('bad') : '')
    const x = (at - record.from) / span * 120
    line.lastChild.setAttribute('x1', x)
    line.lastChild.setAttribute('x2', x)
  }
  for (const { at: time, item } of items) item.classList.toggle('past', time <= at)
}
function run(now) {
  if (!isPlaying) return
  at = Math.min(record.to, at + Math.min(1000, now - last) * speed)
  last = now
  if (at >= record.to) isPlaying = false
  update()
  requestAnimationFrame(run)
}
draw()
`
