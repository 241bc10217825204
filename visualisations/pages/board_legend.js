// Left: types, subdistricts and gaps; each a filter with its count on the day.
const legendPlace = byId('legend');

const typeRows = () => {
  const tally = {};
  for (let i = 0; i < data.drawn; i++) {
    if (!today.there[i] || !blockOn(i)) continue;
    const entry = (tally[look(i).key] ||= { all: 0, hollow: 0 });
    entry.all++;
    if (today.hollow[i]) entry.hollow++;
  }
  const name = (style, part = '') => (language === 'zh' ? style[part + 'zh'] : style[part + 'en']);
  const rows = [];
  for (const key of [...data.rows, ...data.personalRows]) {
    const style = byKey[key];
    const inFile = !personal.has(key) || about.persons;
    const all = inFile ? (tally[key] || { all: 0, hollow: 0 }) : { all: data.counted[key === 'post' ? 'Post' : 'Person'] || 0, hollow: 0 };
    if (!all.all && personal.has(key)) continue;
    rows.push({ key, look: style, text: name(style), count: all.all, on: inFile && !state.off.has(key), disabled: !inFile });
    if (style.hollow_zh && inFile && !(personal.has(key) && state.off.has(key))) {
      rows.push({ key: key + '+', look: style, text: name(style, 'filled_'), count: all.all - all.hollow, on: !state.off.has(key) && !state.off.has(key + '+'), sub: true });
      rows.push({ key: key + '-', look: style, hollow: true, text: name(style, 'hollow_'), count: all.hollow, on: !state.off.has(key) && !state.off.has(key + '-'), sub: true });
    }
  }
  return rows;
};
const headRows = () => {
  const heads = [['subdistrict', data.blocks.filter((b) => b.committee !== null && isThere(b.committee)).length], ['community', data.panes.filter((p) => p.committee !== null && isThere(p.committee)).length]];
  return heads.map(([key, n]) => ({ key, look: byKey[key], text: language === 'zh' ? byKey[key].zh : byKey[key].en, count: n, on: !state.off.has(key) }));
};
const blockRows = () => {
  const tally = countPanes().block;
  const most = Math.max(...tally, 1);
  return data.blocks.map((block, b) => ({ key: String(b), text: both(block.name), count: tally[b], on: !state.blocksOff.has(String(b)), bar: data.blocks.length > 12 ? undefined : Math.round((tally[b] / most) * 52) }));
};
const gapRows = () => Object.keys(GAPS).filter((gap) => gap !== 'gap_dormant' || hasLedger).map((gap) => {
  let n = 0;
  if (gap === 'gap_dormant') n = today.dormantTies;
  else for (let i = 0; i < data.drawn; i++) if (today.there[i] && blockOn(i) && GAPS[gap](i)) n++;
  return { key: gap, text: say(gap), count: n, gap: true, on: state.gaps.has(gap) };
});

const flip = (name) => (key) => { toggled(state[name], key); change({}); };
const flipType = (key) => {
  toggled(state.off, key);
  const part = key.slice(0, -1);
  if (/[+-]$/.test(key) && state.off.has(part + '+') && state.off.has(part + '-')) { state.off.delete(part + '+'); state.off.delete(part + '-'); state.off.add(part); }
  else if (/[+-]$/.test(key) && state.off.has(part)) { state.off.delete(part); state.off.add(part + (key.endsWith('+') ? '-' : '+')); state.off.delete(key); }
  change({ places: personal.has(key) });
};
const drawLegend = () => {
  const toggles = el('span', {}, el('button', { type: 'button', class: 'act thin', id: 'legend-all', text: say('all'), onclick: () => { state.off = new Set(['post', 'holder']); change({ places: true }); } }), ' · ',
    el('button', { type: 'button', class: 'act thin', text: say('invert'), onclick: () => { for (const key of data.rows) toggled(state.off, key); change({}); } }));
  const rows = [...headRows(), ...typeRows()];
  const types = legendSection(say('legend'), rows, flipType, toggles);
  if (!about.persons && rows.some((row) => row.disabled)) types.append(el('p', { class: 'note', text: say('not_in_file') }));
  replaceLegend(legendPlace, [types, legendSection(say('subdistricts'), blockRows(), flip('blocksOff')), legendSection(say('gaps'), gapRows(), flip('gaps'))]);
};
