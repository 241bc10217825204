// The board itself: panes, glyphs, names. Drawn once for a set of places; afterwards only what changes is touched.
const board = byId('board');
const scroller = byId('scroll');
const view = { layout: null, glyph: [], x: new Float64Array(count), y: new Float64Array(count), placed: new Uint8Array(count), grid: new Map() };
const GLYPH = 0.74;
const HEAD = 12;

const withPersons = () => data.layouts.length > 1 && !(state.off.has('post') && state.off.has('holder'));

const takePlaces = (layout) => {
  view.layout = layout;
  view.placed.fill(0);
  view.grid.clear();
  const all = layout === data.layouts[1];
  let slot = 0;
  for (let i = 0; i < data.drawn; i++) {
    if (!all && personal.has(look(i).key)) continue;
    view.x[i] = layout.slots[slot];
    view.y[i] = layout.slots[slot + 1];
    view.placed[i] = 1;
    slot += 2;
    gridAdd(i);
  }
  layout.panes.forEach(([x, y], p) => { for (const i of [data.panes[p].unit, data.panes[p].committee]) if (i !== null && data.panes[p].kind === 'community') placeHead(i, x + 13, y + 11.5); });
  layout.blocks.forEach(([x, y], b) => { for (const i of [data.blocks[b].unit, data.blocks[b].committee]) if (i !== null) placeHead(i, x + 10, y + 14); });
};
const placeHead = (i, x, y) => { view.x[i] = x; view.y[i] = y; view.placed[i] = 1; gridAdd(i); };
const GRID = 24;
const gridAdd = (i) => {
  const key = Math.floor(view.x[i] / GRID) + ':' + Math.floor(view.y[i] / GRID);
  if (!view.grid.has(key)) view.grid.set(key, []);
  view.grid.get(key).push(i);
};
// Of a community and its committee, which share a header, the committee is taken.
const headThing = (place) => (place.committee !== null && place.committee !== undefined ? place.committee : place.unit);
const isHead = (i) => headOf.has(i);
const reachable = (i) => view.placed[i] && (isHead(i) ? headThing(headOf.get(i).pane === undefined ? data.blocks[headOf.get(i).block] : data.panes[headOf.get(i).pane]) === i : isShown(i));

const thingAt = (x, y) => {
  let best = null;
  let reach = Math.max(view.layout.cell * 0.62, 7) ** 2;
  for (let gx = -1; gx <= 1; gx++) {
    for (let gy = -1; gy <= 1; gy++) {
      for (const i of view.grid.get(Math.floor(x / GRID + gx) + ':' + Math.floor(y / GRID + gy)) || []) {
        if (!reachable(i)) continue;
        const far = (view.x[i] - x) ** 2 + (view.y[i] - y) ** 2;
        const limit = isHead(i) ? 100 : reach;
        if (far <= limit && (best === null || far < best.far)) best = { i, far };
      }
    }
  }
  return best ? best.i : null;
};

const layer = (name) => draw('g', { class: name });
const drawBoard = () => {
  takePlaces(data.layouts[withPersons() ? 1 : 0]);
  const { width, height, cell } = view.layout;
  board.setAttribute('viewBox', `-1 -1 ${width + 2} ${height + 2}`);
  const stage = layer('stage');
  view.stage = stage;
  view.panes = view.layout.panes.map(([x, y, w, h]) => draw('rect', { class: 'pane', x, y, width: w, height: h, rx: 3 }));
  const rules = view.layout.blocks.map(([x, y, w]) => draw('line', { class: 'rule', x1: x, y1: y + 0.75, x2: x + w, y2: y + 0.75 }));
  const size = Math.round(cell * GLYPH * 100) / 100;
  view.glyph = [];
  const glyphs = layer('glyphs');
  for (let i = 0; i < data.drawn; i++) {
    if (!view.placed[i]) { view.glyph.push(null); continue; }
    const node = draw('path', { d: outline(look(i), size), transform: `translate(${view.x[i]} ${view.y[i]})` });
    view.glyph.push(node);
    glyphs.append(node);
  }
  const heads = layer('heads');
  const names = layer('names');
  view.paneHeads = data.panes.map((pane, p) => drawPaneHead(pane, p, heads, names));
  view.blockHeads = data.blocks.map((block, b) => drawBlockHead(block, b, heads, names));
  view.under = layer('under');
  view.over = layer('over');
  view.labels = layer('labels');
  view.cursor = draw('circle', { class: 'cursor', r: 9, visibility: 'hidden' });
  stage.append(...view.panes, ...rules, glyphs, view.under, heads, view.over, names, view.labels, view.cursor);
  board.replaceChildren(stage);
  nameHeads();
};

const drawPaneHead = (pane, p, heads, names) => {
  const [x, y, w] = view.layout.panes[p];
  const thing = headThing(pane);
  const style = pane.kind === 'level' ? (pane.unit !== null && data.labelKeys[nodes.label[pane.unit]] === 'District' ? byKey.district : byKey.subdistrict) : byKey.community;
  const glyph = draw('path', { class: `glyph head ${style.key}`, d: outline(style, 11 / style.scale), transform: `translate(${x + 13} ${y + 11.5})` });
  const missing = pane.kind === 'community' && pane.committee === null;
  if (missing) glyph.classList.add('hollow');
  const name = draw('text', { class: 'pane-name', x: x + 23, y: y + 16 });
  const tally = draw('text', { class: 'pane-count', x: x + w - 7, y: y + 15.5 });
  if (pane.kind !== 'none') heads.append(glyph);
  names.append(name, tally);
  return { glyph, name, tally, thing, x, w };
};
const drawBlockHead = (block, b, heads, names) => {
  const [x, y, w] = view.layout.blocks[b];
  const glyph = draw('path', { class: 'glyph head subdistrict' + (block.committee === null ? ' hollow' : ''), d: outline(byKey.subdistrict, 11), transform: `translate(${x + 10} ${y + 14})` });
  const name = draw('text', { class: 'block-name', x: x + 23, y: y + 19 });
  const tally = draw('text', { class: 'block-count', x: x + w - 1, y: y + 19 });
  if (block.unit !== null) heads.append(glyph);
  names.append(name, tally);
  return { glyph, name, tally, x, w };
};

// Names are cut where they would run into the figure beside them: measured, since every machine has other fonts.
const nameHeads = () => {
  const tallies = countPanes();
  view.paneHeads.forEach((head, p) => {
    const tally = number(tallies.pane[p]);
    head.tally.textContent = tally;
    head.tally.setAttribute('class', 'pane-count');
    head.full = both(data.panes[p].name);
    head.room = head.w - 23 - 7 - 6;
    head.name.textContent = fitted(head.full, head.room - Math.max(measure(tally, 11), 28), 12, 700);
  });
  view.blockHeads.forEach((head, b) => {
    const text = say('block_count', { c: number(tallies.communities[b]), n: number(tallies.block[b]) });
    head.full = both(data.blocks[b].name);
    const short = number(tallies.block[b]);
    const long = measure(head.full, 14, 700) + measure(text, 11) + 36 <= head.w;
    head.tally.textContent = long ? text : short;
    head.name.textContent = fitted(head.full, head.w - 36 - measure(long ? text : short, 11), 14, 700);
  });
};
const countPanes = () => {
  const pane = new Array(data.panes.length).fill(0);
  const block = new Array(data.blocks.length).fill(0);
  const communities = new Array(data.blocks.length).fill(0);
  for (let i = 0; i < data.drawn; i++) {
    if (today.there[i] && !personal.has(look(i).key)) { block[nodes.block[i]]++; pane[nodes.pane[i]]++; }
  }
  for (const p of data.panes) if (p.kind === 'community' && isThere(p.unit)) communities[p.block]++;
  return { pane, block, communities };
};

// Which glyphs are seen, hollow, faint.
const touchGlyphs = () => {
  const focus = state.selected !== null;
  const filtering = !focus && state.gaps.size > 0;
  for (let i = 0; i < data.drawn; i++) {
    const node = view.glyph[i];
    if (!node) continue;
    const name = 'glyph ' + look(i).key + (today.hollow[i] ? ' hollow' : '') + (isShown(i) ? '' : ' gone') + (filtering && !inGap(i) ? ' faint' : '');
    if (node.getAttribute('class') !== name) node.setAttribute('class', name);
  }
  view.stage.setAttribute('class', 'stage' + (focus ? ' focus' : ''));
};

// The board keeps its arrangement on every screen; it is shown larger or smaller, and scrolls where it would get unreadable.
const READABLE = 0.88;
const LEAST_SCALE = 0.72;
const resize = () => {
  const { width, height } = view.layout;
  const room = [scroller.clientWidth - 2, scroller.clientHeight - 2];
  const byWidth = room[0] / (width + 2);
  const whole = Math.min(byWidth, room[1] / (height + 2));
  const scale = Math.max(whole >= READABLE ? whole : byWidth, LEAST_SCALE) * state.zoom;
  board.setAttribute('width', Math.floor((width + 2) * scale));
  board.setAttribute('height', Math.floor((height + 2) * scale));
  view.scale = scale;
};
const toBoard = (event) => {
  const box = board.getBoundingClientRect();
  return [(event.clientX - box.left) / view.scale - 1, (event.clientY - box.top) / view.scale - 1];
};
