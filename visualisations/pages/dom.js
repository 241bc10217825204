// Elements, texts and days. Whatever comes from data is set as text, never as markup.
const island = (id) => JSON.parse(document.getElementById('island-' + id).textContent);
const about = island('about');
const texts = island('texts');
const looks = island('looks');
const byKey = Object.fromEntries(looks.map((look) => [look.key, look]));
const byId = (id) => document.getElementById(id);
let language = about.language === 'en' ? 'en' : 'zh';

const say = (key, blanks = {}) =>
  texts[key][language === 'zh' ? 0 : 1].replace(/\{(\w+)\}/g, (whole, name) => (name in blanks ? blanks[name] : whole));

// A text in two languages comes as {zh, en} or [zh, en]; a text that is the same in both as itself.
const both = (text) => {
  if (text === null || text === undefined) return '';
  if (Array.isArray(text)) return text[language === 'zh' ? 0 : 1];
  return typeof text === 'object' ? text[language] : String(text);
};

const number = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

const fill = (node, attributes, children) => {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'text') node.textContent = value;
    else if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : value);
  }
  for (const child of children) if (child !== null && child !== undefined) node.append(child);
  return node;
};
const el = (tag, attributes = {}, ...children) => fill(document.createElement(tag), attributes, children);
const SVG = 'http://www.w3.org/2000/svg';
const draw = (tag, attributes = {}, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);

const DAY = 86400000;
const iso = (day) => new Date(day * DAY).toISOString().slice(0, 10);
const toDay = (text) => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const time = Date.parse(text + 'T00:00:00Z');
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? null : time / DAY;
};
const yearBefore = (day) => {
  const date = new Date(day * DAY);
  date.setUTCFullYear(date.getUTCFullYear() - 1);
  return date.getTime() / DAY;
};

// A day as exactly as it is known: `from` is the first possible day, `sure` the last.
const since = (from, sure) => {
  if (from === null) return sure === null ? '' : say('by', { day: iso(sure) });
  if (sure === null || sure === from) return iso(from);
  return sure - from > 31 ? iso(from).slice(0, 4) : iso(from).slice(0, 7);
};

// Outlines are given for a nominal size of 100; each number of a path is a coordinate.
const outlines = new Map();
const outline = (look, size) => {
  const key = look.key + size;
  if (!outlines.has(key)) {
    const scale = (size * look.scale) / 100;
    outlines.set(key, look.path.replace(/-?\d+(\.\d+)?/g, (n) => String(Math.round(n * scale * 100) / 100)));
  }
  return outlines.get(key);
};
const icon = (look, hollow = false, size = 11) =>
  draw('svg', { class: 'icon bd', width: 16, height: 16, viewBox: '-8 -8 16 16', 'aria-hidden': 'true' },
    draw('path', { class: 'glyph ' + look.key + (hollow ? ' hollow' : ''), d: outline(look, size / Math.max(1, look.scale * 0.85)) }));

// Facts come as triples in one list: name, value, source row (-1: none said).
const factsOf = (numbers) => {
  const found = [];
  for (let n = 0; n < numbers.length; n += 3) {
    const value = data.facts.values[numbers[n + 1]];
    found.push({ name: data.facts.names[numbers[n]], value, text: value && value.node !== undefined ? nodes.name[value.node] : both(value), row: numbers[n + 2] });
  }
  return found;
};
const factText = (numbers) => factsOf(numbers).map((fact) => both(fact.name) + ' ' + fact.text).join(' · ');

const announce = (text) => { byId('live').textContent = text; };
const tip = byId('tip');
const showTip = (text, x, y) => {
  tip.hidden = !text;
  if (!text) return;
  tip.textContent = text;
  tip.style.left = Math.min(x + 14, innerWidth - tip.offsetWidth - 8) + 'px';
  tip.style.top = Math.min(y + 14, innerHeight - tip.offsetHeight - 8) + 'px';
};
const typing = (event) => /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && event.target.type !== 'checkbox' && event.target.type !== 'range';
