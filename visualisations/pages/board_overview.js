// The card while nothing is selected: the district, its counts, and where published figures contradict each other.
const figures = island('figures');

const tallyTypes = () => {
  const tally = {};
  for (let i = 0; i < data.drawn; i++) {
    if (!today.there[i]) continue;
    const entry = (tally[look(i).key] ||= { all: 0, hollow: 0 });
    entry.all++;
    if (today.hollow[i]) entry.hollow++;
  }
  return tally;
};

const subLine = (key, tally) => {
  const n = (value) => number(value);
  const kindOfTie = (type, test) => {
    const found = new Map();
    for (let k = 0; k < linkCount; k++) if (data.typeKeys[links.type[k]] === type && holds(k) && test(k)) found.set(k, 1);
    return [...found.keys()];
  };
  if (key === 'estate') return say('sub_estate', { a: n(tally.all - tally.hollow), b: n(tally.hollow) });
  if (key === 'firm') return say('sub_firm', { a: n(tally.all - tally.hollow), b: n(tally.hollow) });
  if (key === 'branch') {
    const covers = new Map();
    for (const k of kindOfTie('COVERS', (k) => today.there[links.a[k]])) covers.set(links.a[k], (covers.get(links.a[k]) || 0) + 1);
    return say('sub_branch', { a: n([...covers.values()].filter((c) => c > 1).length) });
  }
  if (key === 'owners') {
    let [formed, not] = [0, 0];
    for (let i = 0; i < data.drawn; i++) if (look(i).key === 'estate' && today.there[i]) { if (today.represented.has(i)) formed++; else not++; }
    return say('sub_owners', { a: n(formed), b: n(not) });
  }
  if (key === 'unit') {
    const at = { community: new Set(), subdistrict: new Set() };
    for (const k of kindOfTie('CO_BUILDS_WITH', (k) => today.there[links.a[k]])) {
      const level = look(links.b[k]).key;
      if (at[level]) at[level].add(links.a[k]);
    }
    const twice = [...at.community].filter((i) => at.subdistrict.has(i)).length;
    const others = [...new Set([...at.community, ...at.subdistrict])].filter((i) => look(i).key !== 'unit').length;
    return say('sub_unit', { a: n(at.community.size), b: n(at.subdistrict.size), c: n(twice) }) + (others ? say('sub_unit_others', { n: n(others) }) : '');
  }
  if (key === 'platform') {
    const by = { community: 0, subdistrict: 0 };
    for (const k of kindOfTie('CONVENES', (k) => today.there[links.b[k]])) if (by[look(links.a[k]).key] !== undefined) by[look(links.a[k]).key]++;
    return say('sub_platform', { a: n(by.community), b: n(by.subdistrict) });
  }
  return '';
};

// A long note is cut to a few lines until it is asked for.
const noteText = (text) => {
  const note = el('button', { type: 'button', class: 'figure-note', 'aria-expanded': 'false', text, title: text });
  note.addEventListener('click', () => note.setAttribute('aria-expanded', String(note.getAttribute('aria-expanded') === 'false')));
  return note;
};
const figureSection = () => {
  if (!figures.length) return null;
  const said = figures.filter((f) => f.verdict === 'contradicts' || f.verdict === 'differs');
  const agreeing = figures.filter((f) => f.verdict === 'agrees').length;
  const open = figures.filter((f) => f.verdict === 'not_counted').length;
  const byNote = new Map();
  for (const f of said) {
    const key = f.verdict + (f.note || f.zh);
    if (!byNote.has(key)) byNote.set(key, []);
    byNote.get(key).push(f);
  }
  const rows = [...byNote.values()].map((group) => el('div', { class: 'figure ' + group[0].verdict }, el('b', { text: say(group[0].verdict) }),
    el('div', {}, ...group.map((f) => el('div', { text: both(f) + (language === 'zh' ? '：' : ': ') + say('published_computed', { p: f.published, c: f.computed || '–' }) })),
      group[0].note ? noteText(group[0].note) : null)));
  if (agreeing) rows.push(el('div', { class: 'figure' }, el('b', { text: say('agrees') }), el('div', { text: say('figures_agree', { n: agreeing }) })));
  if (open) rows.push(el('div', { class: 'figure' }, el('b', { text: say('not_counted') }), el('div', { text: say('figures_open', { n: open }) })));
  return el('section', { id: 'figures' }, el('h3', { text: say('figures') }), ...rows);
};

const drawOverview = () => {
  const tally = tallyTypes();
  const tallies = countPanes();
  const total = tallies.block.reduce((a, b) => a + b, 0);
  const communities = tallies.communities.reduce((a, b) => a + b, 0);
  const rows = data.rows.filter((key) => tally[key]).map((key) => el('div', { class: 'count' }, icon(byKey[key], false, 12),
    el('span', { text: language === 'zh' ? byKey[key].zh : byKey[key].en }), el('b', { text: number(tally[key].all) }), el('small', { text: subLine(key, tally[key]) })));
  const text = say('overview_text', { s: data.blocks.filter((b) => b.unit !== null).length, c: communities, n: number(total) });
  const keys = [['/', 'key_search'], [say('key_click_cap'), 'key_click'], ['↑ ↓ ← →', 'key_arrows'], ['[ ]', 'key_day'], ['Esc', 'key_back']];
  card.replaceChildren(...[el('div', { class: 'what' }, icon(byKey.district), el('span', { text: say('overview') })),
    el('h2', { text: say('overview_title', { district: about.district }) }), el('p', { text }),
    stubs.size ? el('p', { text: say('overview_stubs', { n: number(stubs.size) }) }) : null,
    el('section', {}, ...rows), figureSection(),
    el('section', { class: 'keys' }, ...keys.flatMap(([cap, key]) => [el('kbd', { text: cap }), el('span', { text: say(key) })]))].filter(Boolean));
};
