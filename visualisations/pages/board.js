// Ties the parts together: a change of the state is written to the address and drawn.
const choose = (i) => {
  if (state.picking && i !== null && i !== state.selected) { change({ target: i, picking: false }); return; }
  change({ selected: i, target: null, picking: false });
  if (i !== null) { announce(nameOf(i)); bringIntoView(i); }
};

const change = ({ places, ...changes }) => {
  Object.assign(state, changes);
  if ('day' in changes) reckon();
  if (places && data.layouts.length > 1) { drawBoard(); resize(); }
  drawAll();
  writeAddress();
};

const table = startTable({
  rows: () => [[say('type'), say('name'), say('subdistrict'), say('community'), say('since'), say('state'), say('uid')],
    ...shownThings().map((i) => [language === 'zh' ? look(i).zh : look(i).en, nodes.name[i], placeName(i).block, placeName(i).pane,
      nodes.from[i] === null ? '' : iso(nodes.from[i]), look(i).hollow_zh ? (language === 'zh' ? look(i)[today.hollow[i] ? 'hollow_zh' : 'filled_zh'] : look(i)[today.hollow[i] ? 'hollow_en' : 'filled_en']) : '', nodes.uid[i]])],
  go: (row) => choose(shownThings()[row]),
});
byId('table-switch').addEventListener('click', () => change({ table: !state.table }));

const picture = startPicture({
  name: () => `${about.district || 'gridgov'}-${say('kind')}-${iso(state.day)}`,
  sheet: () => makeSheet({
    drawing: view.stage.cloneNode(true), width: view.layout.width, height: view.layout.height,
    keys: typeRows().filter((row) => row.on).map((row) => [row.look, row.hollow, `${row.text} ${number(row.count)}`]),
    left: footLeft(), right: `${say('as_of')} ${iso(state.day)} · ${say('snapshot', { day: about.snapshot, hash: about.hash })}`,
  }),
});

const finder = startSearch({
  entries: () => entries,
  go: (i) => choose(i),
  describe: (i) => ({ look: look(i), hollow: today.hollow[i], name: nodes.name[i], note: isHead(i) ? both(data.labels[nodes.label[i]]) : placeName(i).pane }),
  token: () => ({ selected: state.selected, target: state.target }),
  back: (before) => change({ ...before, picking: false }),
});

const footLeft = () => [about.synthetic ? say('footer_synthetic') : '', about.persons ? say('footer_persons') : '', say('what')].filter(Boolean).join(' ');
const drawStatus = () => {
  const status = byId('status');
  if (state.selected === null) {
    status.replaceChildren(el('span', { text: say('none_selected', { n: number(countPanes().block.reduce((a, b) => a + b, 0)) }) }));
    return;
  }
  const around = new Set(currentTies(state.selected).map((k) => otherEnd(k, state.selected)));
  const line = (dash) => draw('svg', { width: 26, height: 8, 'aria-hidden': 'true' }, draw('line', { x1: 0, x2: 26, y1: 4, y2: 4, 'stroke-dasharray': dash }));
  const ledger = hasLedger ? [el('span', { text: say('active') }), line(null), el('span', { text: say('dormant') }), line('5 4')] : [];
  status.replaceChildren(el('span', { text: say('selected', { n: around.size }) }), ...ledger);
};

const drawAll = () => {
  touchGlyphs();
  view.paneHeads.forEach((head, p) => head.glyph.classList.toggle('gone', state.off.has('community') && data.panes[p].kind === 'community'));
  view.blockHeads.forEach((head) => head.glyph.classList.toggle('gone', state.off.has('subdistrict')));
  drawSelection();
  drawLegend();
  drawCard();
  showDay();
  drawStatus();
  scroller.hidden = state.table;
  table.refresh(state.table);
  const root = document.documentElement.dataset;
  root.selected = state.selected === null ? '' : nodes.uid[state.selected];
  root.target = state.target === null ? '' : nodes.uid[state.target];
  root.day = iso(state.day);
  root.shown = String(shownThings().length);
};

const speak = () => {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.title = both(about.title);
  byId('title').textContent = both(about.title);
  byId('synthetic').hidden = !about.synthetic;
  byId('synthetic').textContent = say('synthetic');
  byId('pages').replaceChildren(el('span', { text: say('kind') }));
  byId('what').textContent = say('what');
  byId('language').textContent = say('language');
  byId('foot-left').textContent = footLeft();
  byId('foot-right').textContent = say('snapshot', { day: about.snapshot, hash: about.hash });
  board.setAttribute('aria-label', say('board_label'));
  finder.refresh();
  picture.refresh();
  applyTheme();
};

remember('day', () => (state.day === about.day ? '' : iso(state.day)), (text) => { const day = toDay(text); state.day = day === null ? about.day : Math.max(first, Math.min(last, day)); });
remember('at', () => (state.selected === null ? '' : nodes.uid[state.selected]), (text) => { state.selected = indexOf.get(text) ?? null; });
remember('to', () => (state.target === null ? '' : nodes.uid[state.target]), (text) => { state.target = state.selected === null ? null : indexOf.get(text) ?? null; });
remember('avoid', () => (state.avoid ? '1' : ''), (text) => { state.avoid = text === '1'; });
remember('off', () => { const off = set.write(state.off); return off === 'holder~post' ? '' : off || 'none'; }, (text) => { set.read(state.off, text === 'none' ? '' : text || 'holder~post'); });
remember('without', () => set.write(state.blocksOff), (text) => set.read(state.blocksOff, text));
remember('gap', () => set.write(state.gaps), (text) => { set.read(state.gaps, text); for (const gap of [...state.gaps]) if (!(gap in GAPS)) state.gaps.delete(gap); });
remember('table', () => (state.table ? '1' : ''), (text) => { state.table = text === '1'; });
remember('zoom', () => (state.zoom === 1 ? '' : state.zoom.toFixed(2)), (text) => { state.zoom = Math.max(0.5, Math.min(4, +text || 1)); });
remember('theme', () => chosenTheme || '', (text) => { chosenTheme = ['dark', 'light'].includes(text) ? text : null; });
remember('lang', () => (language === about.language ? '' : language), (text) => { language = ['zh', 'en'].includes(text) ? text : about.language; });

byId('theme').addEventListener('click', () => { chosenTheme = isDark() ? 'light' : 'dark'; applyTheme(); writeAddress(); });
byId('language').addEventListener('click', () => { language = language === 'zh' ? 'en' : 'zh'; speak(); nameHeads(); change({}); });
const takeAddress = () => { readAddress(); reckon(); speak(); drawBoard(); resize(); drawAll(); if (state.selected !== null) bringIntoView(state.selected); };
addEventListener('hashchange', () => { if (location.hash !== writtenAddress) takeAddress(); });
new ResizeObserver(() => { if (view.layout) { resize(); drawSpark(); } }).observe(scroller);

takeAddress();
document.documentElement.dataset.ready = String(Math.round(performance.now()));
