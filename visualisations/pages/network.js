// Ties the parts together: a change of the state is written to the address and drawn.
const choose = (i) => {
  if (state.picking && i !== null && i !== state.selected) { change({ target: i, picking: false }); return; }
  if (i !== null && !isOut(i)) for (const k of tiesOf[i]) if (isOut(otherEnd(k, i))) { state.expanded.add(otherEnd(k, i)); break; }
  change({ selected: i, target: null, picking: false });
  if (i !== null) announce(nodes[i].name + ' · ' + kindName(i));
};
const expand = (i) => { toggled(state.expanded, i); change({}); };
const change = (changes) => {
  Object.assign(state, changes);
  drawAll();
  writeAddress();
};

const table = startTable({
  rows: () => [[say('from'), say('relationship'), say('to'), say('uid')],
    ...tableTies().map((k) => [nodes[links[k][1]].name, both(data.types[links[k][0]]), nodes[links[k][2]].name, nodes[links[k][1]].uid + ' → ' + nodes[links[k][2]].uid]),
    ...lonely().map((i) => [nodes[i].name, '', '', nodes[i].uid])],
  go: (row) => { const k = tableTies()[row]; if (k !== undefined) choose(links[k][1]); },
});
const tableTies = () => links.map((_, k) => k).filter(isTied);
const lonely = () => nodes.map((_, i) => i).filter((i) => isShown(i) && !currentTies(i).length);
byId('table-switch').addEventListener('click', () => change({ table: !state.table }));

const picture = startPicture({
  name: () => `gridgov-${both(about.title).replace(/[\\/:*?"<>|\s]+/g, '-').slice(0, 40)}`,
  sheet: () => makeSheet({ ...networkSheet(), keys: labelRows().filter((row) => row.on).map((row) => [row.look, false, `${row.text} ${number(row.count)}`]), left: footLeft(), right: about.note }),
});

const finder = startSearch({
  entries: () => entries,
  go: (i) => { choose(i); drawing.moveTo({ position: spot(i), scale: Math.max(drawing.getScale(), 0.9) }); },
  describe: (i) => ({ look: look(i), hollow: false, name: nodes[i].name, note: kindName(i) }),
  token: () => ({ selected: state.selected, target: state.target }),
  back: (before) => { change({ ...before, picking: false }); fit(); },
});

const labelRows = () => {
  const rows = new Map();
  nodes.forEach((node, i) => {
    if (!isOut(i)) return;
    const key = labelKey(i);
    if (!rows.has(key)) rows.set(key, { key, look: look(i), style: node.style, text: kindName(i), count: 0, on: !state.off.has(key) });
    rows.get(key).count++;
  });
  return [...rows.values()].sort((a, b) => a.style - b.style || (a.key < b.key ? -1 : 1));
};
const typeRows = () => data.types.map((type, t) => ({ key: type.key, text: both(type), count: links.filter((l, k) => l[0] === t && isOut(l[1]) && isOut(l[2])).length, on: !state.typesOff.has(type.key) })).filter((row) => row.count);
const drawLegend = () => {
  const all = el('span', {}, el('button', { type: 'button', class: 'act thin', id: 'legend-all', text: say('all'), onclick: () => { state.off.clear(); state.typesOff.clear(); change({}); } }));
  replaceLegend(byId('legend'), [
    legendSection(say('legend'), labelRows(), (key) => { toggled(state.off, key); change({}); }, all),
    legendSection(say('ties'), typeRows(), (key) => { toggled(state.typesOff, key); change({}); }),
    el('section', {}, el('button', { type: 'button', class: 'act', id: 'fit', text: say('fit'), onclick: () => fit() }))]);
};
const fit = () => drawing.fit({ nodes: nodes.map((_, i) => i).filter(isShown), maxZoomLevel: 1.4 });

const footLeft = () => [about.synthetic ? say('footer_synthetic') : '', about.persons ? say('footer_persons') : ''].filter(Boolean).join(' ');
const drawAll = () => {
  reveal();
  paintNetwork();
  drawLegend();
  drawCard();
  place.hidden = state.table;
  table.refresh(state.table);
  const shown = nodes.map((_, i) => i).filter(isShown);
  const tied = links.filter((_, k) => isTied(k)).length;
  byId('status').textContent = say('counts', { n: number(shown.length), m: number(tied) });
  const root = document.documentElement.dataset;
  root.selected = state.selected === null ? '' : nodes[state.selected].uid;
  root.target = state.target === null ? '' : nodes[state.target].uid;
  root.shown = String(shown.length);
  root.ties = String(tied);
};
const speak = () => {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  byId('title').textContent = both(about.title);
  byId('synthetic').hidden = !about.synthetic;
  byId('synthetic').textContent = say('synthetic');
  byId('pages').replaceChildren(el('span', { text: say('kind') }));
  byId('what').textContent = say('what');
  byId('language').textContent = say('language');
  byId('foot-left').textContent = footLeft();
  byId('foot-right').textContent = about.note;
  place.setAttribute('aria-label', say('board_label'));
  finder.refresh();
  picture.refresh();
  applyTheme();
};

drawing.on('click', (event) => {
  const i = drawing.getNodeAt(event.pointer.DOM);
  if (i !== undefined) { at = i; choose(i); } else if (!state.picking) choose(null);
});
drawing.on('doubleClick', (event) => { const i = drawing.getNodeAt(event.pointer.DOM); if (i !== undefined) expand(i); });
drawing.on('dragEnd', (event) => { for (const i of event.nodes) Object.assign(given.nodes[i], drawing.getPosition(i)); });
drawing.on('hoverNode', (event) => { place.style.cursor = 'pointer'; showTip(nodes[event.node].name, event.event.clientX, event.event.clientY); });
drawing.on('blurNode', () => { place.style.cursor = 'default'; showTip('', 0, 0); });

const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
const standOn = (i) => {
  at = i;
  if (i === null) return;
  document.documentElement.dataset.at = nodes[i].uid;
  announce(nodes[i].name + ' · ' + kindName(i));
  const { x, y } = drawing.canvasToDOM(spot(i));
  if (x < 20 || y < 20 || x > place.clientWidth - 20 || y > place.clientHeight - 20) drawing.moveTo({ position: spot(i) });
  drawing.redraw();
};
const nearest = ([dx, dy]) => {
  const from = spot(at);
  let best = null;
  nodes.forEach((_, i) => {
    if (!isShown(i)) return;
    const to = spot(i);
    const along = (to.x - from.x) * dx + (to.y - from.y) * dy;
    const cost = along + 3 * (Math.abs((to.x - from.x) * dy) + Math.abs((to.y - from.y) * dx));
    if (along >= 1 && (best === null || cost < best.cost)) best = { i, cost };
  });
  return best ? best.i : at;
};
place.addEventListener('focus', () => standOn(at ?? state.selected ?? labelOrder()[0] ?? null));
place.addEventListener('blur', () => drawing.redraw());
place.addEventListener('keydown', (event) => {
  if (event.key in ARROWS && at !== null) { event.preventDefault(); standOn(nearest(ARROWS[event.key])); }
  if (event.key === 'Enter' && at !== null) { event.preventDefault(); if (event.shiftKey) expand(at); else choose(at); }
});
document.addEventListener('keydown', (event) => {
  if (typing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') {
    if (state.picking) change({ picking: false });
    else if (state.target !== null) change({ target: null });
    else if (state.selected !== null) choose(null);
  }
  if (event.key === '+' || event.key === '=') drawing.moveTo({ scale: drawing.getScale() * 1.2 });
  if (event.key === '-') drawing.moveTo({ scale: drawing.getScale() / 1.2 });
  if (event.key === '0') fit();
});

remember('at', () => (state.selected === null ? '' : nodes[state.selected].uid), (text) => { state.selected = indexOf.get(text) ?? null; });
remember('to', () => (state.target === null ? '' : nodes[state.target].uid), (text) => { state.target = state.selected === null ? null : indexOf.get(text) ?? null; });
remember('avoid', () => (state.avoid ? '1' : ''), (text) => { state.avoid = text === '1'; });
remember('off', () => set.write(state.off), (text) => set.read(state.off, text));
remember('without', () => set.write(state.typesOff), (text) => set.read(state.typesOff, text));
remember('open', () => [...state.expanded].map((i) => nodes[i].uid).join('~'), (text) => { state.expanded = new Set(text.split('~').map((uid) => indexOf.get(uid)).filter((i) => i !== undefined)); });
remember('table', () => (state.table ? '1' : ''), (text) => { state.table = text === '1'; });
remember('theme', () => chosenTheme || '', (text) => { chosenTheme = ['dark', 'light'].includes(text) ? text : null; });
remember('lang', () => (language === about.language ? '' : language), (text) => { language = ['zh', 'en'].includes(text) ? text : about.language; });

byId('theme').addEventListener('click', () => { chosenTheme = isDark() ? 'light' : 'dark'; applyTheme(); writeAddress(); });
byId('language').addEventListener('click', () => { language = language === 'zh' ? 'en' : 'zh'; speak(); change({}); });
const takeAddress = () => { readAddress(); reveal(); speak(); drawAll(); };
addEventListener('hashchange', () => { if (location.hash !== writtenAddress) takeAddress(); });
takeAddress();
themeListeners.push(() => paintNetwork());
fit();
document.documentElement.dataset.ready = String(Math.round(performance.now()));
