// What there is on a day. Things are numbered; those with a place on the board come first.
const data = island('data');
const nodes = data.nodes;
const links = data.links;
const count = nodes.uid.length;
const linkCount = links.a.length;
const look = (i) => looks[nodes.style[i]];
const typeNumber = Object.fromEntries(data.typeKeys.map((key, i) => [key, i]));
const indexOf = new Map(nodes.uid.map((uid, i) => [uid, i]));
const stubs = new Set(nodes.stub);
const managedByRegister = new Set(nodes.managed);
const personal = new Set(data.personalRows);
const first = data.timeline.first;
const last = data.timeline.last;
const headOf = new Map(); // thing that stands in a header -> {pane} or {block}
data.blocks.forEach((block, b) => { for (const i of [block.unit, block.committee]) if (i !== null) headOf.set(i, { block: b }); });
data.panes.forEach((pane, p) => { if (pane.kind === 'community') for (const i of [pane.unit, pane.committee]) if (i !== null) headOf.set(i, { pane: p }); });

const tiesOf = Array.from({ length: count }, () => []);
for (let k = 0; k < linkCount; k++) { tiesOf[links.a[k]].push(k); tiesOf[links.b[k]].push(k); }

const within = (from, to, day) => (from === null || from <= day) && (to === null || day < to);
const isThere = (i, day = state.day) => within(nodes.from[i], nodes.to[i], day);
const holds = (k, day = state.day) => within(links.from[k], links.to[k], day);
const isSure = (k, day = state.day) => links.sure[k] !== null && links.sure[k] <= day && links.seen[k] !== null && day < links.seen[k];
const otherEnd = (k, i) => (links.a[k] === i ? links.b[k] : links.a[k]);
const currentTies = (i, day = state.day) => tiesOf[i].filter((k) => holds(k, day) && isThere(otherEnd(k, i), day));

const state = {
  day: about.day, selected: null, target: null, picking: false, avoid: false, table: false, zoom: 1,
  off: new Set(['post', 'holder']), blocksOff: new Set(), gaps: new Set(),
};

// Activities of a tie in the twelve months up to the day; null where no ledger covers them.
const covered = (block, day) => {
  const ledger = data.ledgers[block];
  return Boolean(ledger) && ledger[0] <= yearBefore(day) && ledger[1] > yearBefore(day);
};
const activityOf = (k, day = state.day) => {
  const committee = links.b[k];
  if (!covered(nodes.block[committee], day)) return null;
  const from = yearBefore(day);
  return (links.activity[k] || []).filter((d) => d > from && d <= day).length;
};
const hasLedger = Object.keys(data.ledgers).length > 0;

// Everything that follows from the day, computed once each time it moves.
const today = {};
const reckon = () => {
  const day = state.day;
  const served = new Map();
  const organised = new Set();
  const held = new Set();
  const represented = new Set();
  const dormant = new Set();
  today.dormantTies = 0;
  for (let k = 0; k < linkCount; k++) {
    const type = data.typeKeys[links.type[k]];
    const now = holds(k, day);
    if (type === 'SERVES') served.set(links.b[k], served.get(links.b[k]) || now);
    if (!now) continue;
    if (type === 'ORGANISED_IN') organised.add(links.b[k]);
    if (type === 'HOLDS') held.add(links.b[k]);
    if (type === 'REPRESENTS' && look(links.a[k]).key === 'owners' && isThere(links.a[k], day)) represented.add(links.b[k]);
    if (hasLedger && type === 'CO_BUILDS_WITH' && activityOf(k, day) === 0) { dormant.add(links.a[k]); today.dormantTies++; }
  }
  Object.assign(today, { represented, dormant, there: new Uint8Array(count), hollow: new Uint8Array(count) });
  for (let i = 0; i < count; i++) {
    const key = look(i).key;
    today.there[i] = isThere(i, day) && !stubs.has(i) ? 1 : 0;
    if (key === 'estate') today.hollow[i] = (served.has(i) ? served.get(i) : managedByRegister.has(i)) ? 0 : 1;
    if (key === 'firm') today.hollow[i] = organised.has(i) ? 0 : 1;
    if (key === 'post') today.hollow[i] = held.has(i) ? 0 : 1;
  }
};

const GAPS = {
  gap_manager: (i) => look(i).key === 'estate' && today.hollow[i],
  gap_owners: (i) => look(i).key === 'estate' && !today.represented.has(i),
  gap_both: (i) => look(i).key === 'estate' && today.hollow[i] && !today.represented.has(i),
  gap_dormant: (i) => today.dormant.has(i),
};

const blockOn = (i) => !state.blocksOff.has(String(nodes.block[i]));
const typeOn = (i) => {
  const key = look(i).key;
  return !state.off.has(key) && !state.off.has(key + (today.hollow[i] ? '-' : '+'));
};
const inGap = (i) => !state.gaps.size || [...state.gaps].some((gap) => GAPS[gap](i));
const isShown = (i) => today.there[i] && typeOn(i) && blockOn(i);
const shownThings = () => {
  const found = [];
  for (let i = 0; i < data.drawn; i++) if (isShown(i) && inGap(i)) found.push(i);
  return found;
};
const isCommittee = (i) => data.labelKeys[nodes.label[i]] === 'PartyCommittee';
// What a thing is called: committees by their level, places and what has no glyph of its own by their label.
const kindName = (i) => {
  const style = look(i);
  const byLabel = style.key === 'other' || (['district', 'subdistrict', 'community'].includes(style.key) && !isCommittee(i));
  if (byLabel) return capital(both(data.labels[nodes.label[i]]));
  if (style.key === 'district') return say('district_committee');
  return language === 'zh' ? style.zh : style.en;
};
const placeName = (i) => {
  const pane = data.panes[nodes.pane[i]];
  const block = data.blocks[nodes.block[i]];
  return { pane: pane ? both(pane.name) : '', block: block ? both(block.name) : '' };
};
const entries = nodes.uid.map((uid, i) => ({
  i, name: squeeze(nodes.name[i]), pinyin: nodes.pinyin[i] ? nodes.pinyin[i].split(' ') : null,
  code: uid.slice(uid.indexOf(':') + 1).toLowerCase(), rank: (headOf.has(i) ? 0 : i < data.drawn ? 1 : 2) + (stubs.has(i) ? 2 : 0),
}));
// The first of a thing's facts with a name; undefined if it has none.
const factNamed = (key) => {
  const name = data.facts.names.findIndex((fact) => fact.key === key);
  return (i) => { for (let n = 0; n < nodes.facts[i].length; n += 3) if (nodes.facts[i][n] === name) return data.facts.values[nodes.facts[i][n + 1]]; return undefined; };
};
const codeOf = factNamed('code');
const kindOf = factNamed('kind');
for (const entry of entries) { const code = codeOf(entry.i); if (code !== undefined) entry.code = both(code).toLowerCase(); }
