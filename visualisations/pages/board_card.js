// The card of what is selected: what it is, its facts, its neighbours by kind, the rows that say so.
const GROUP_SHOWN = 10;

const fact = (list, name, value, rows = []) => list.append(el('dt', { text: name }), el('dd', {}, value, note(rows)));
const link = (i, text) => el('button', { type: 'button', class: 'act', 'data-go': i, text: text || nodes.name[i], onclick: () => choose(i) });

const factList = (i) => {
  const list = el('dl');
  const home = placeName(i);
  if (nodes.pane[i] >= 0 && !isHead(i)) fact(list, say('belongs'), [home.block, home.pane].filter(Boolean).join(' · '));
  for (const { name, value, text, row } of factsOf(nodes.facts[i])) fact(list, both(name), value && value.node !== undefined ? link(value.node) : text, [row]);
  if (i in nodes.sure) fact(list, say('founded'), since(nodes.from[i], nodes.sure[i]));
  if (nodes.to[i] !== null) fact(list, '', say('ended', { day: iso(nodes.to[i]) }));
  fact(list, say('uid'), nodes.uid[i], nodes.sources[i]);
  return list;
};

const activityMark = (k) => {
  if (data.typeKeys[links.type[k]] !== 'CO_BUILDS_WITH') return null;
  const acts = activityOf(k);
  if (acts === null) return el('span', { class: 'live none', text: say('no_record') });
  if (acts === 0) return el('span', { class: 'live warn', text: say('dormant_tie') });
  const bars = Array.from({ length: Math.min(acts, 10) }, () => el('i'));
  return el('span', { class: 'live', title: say('last_12') + ' ' + acts }, ...bars, acts > 10 ? el('span', { text: '+' }) : null);
};
const tieRow = (i, k) => {
  const other = otherEnd(k, i);
  const home = placeName(other);
  const where = isHead(other) ? (headOf.get(other).pane === undefined ? '' : home.block.replace(/街道$/, '')) : [home.pane].filter(Boolean).join('');
  const facts = factText(data.facts.sets[links.facts[k]]);
  const name = el('span', { class: 't', text: nodes.name[other] }, where ? el('small', { text: where }) : null);
  const shown = el('button', { type: 'button', class: 'tie' + (isSure(k) ? '' : ' maybe'), 'data-go': other, title: [nodes.name[other], facts, isSure(k) ? '' : say('possible')].filter(Boolean).join('\n'), onclick: () => choose(other) },
    icon(look(other), today.hollow[other], 10), name, el('span', { class: 'since', text: since(links.from[k], links.sure[k]) }), activityMark(k));
  const mark = note(links.sources[k]);
  if (mark) name.append(mark);
  return shown;
};

// Neighbours in groups: by kind of tie and by what stands at the other end.
const neighbourGroups = (i) => {
  const groups = new Map();
  for (const k of currentTies(i)) {
    const other = otherEnd(k, i);
    const key = links.type[k] + ':' + nodes.label[other] + ':' + nodes.style[other];
    if (!groups.has(key)) groups.set(key, { type: links.type[k], other, ties: [] });
    groups.get(key).ties.push(k);
  }
  const order = (group) => nodes.style[group.other] * 100 + group.type;
  return [...groups.values()].sort((a, b) => order(a) - order(b));
};
const groupSection = (i, group, all) => {
  const ties = [...group.ties].sort((a, b) => (links.from[a] ?? -1e9) - (links.from[b] ?? -1e9) || otherEnd(a, i) - otherEnd(b, i));
  const shown = all ? ties : ties.slice(0, GROUP_SHOWN);
  const live = data.typeKeys[group.type] === 'CO_BUILDS_WITH';
  const section = el('section', {}, el('h3', { text: kindName(group.other) + ' ' + number(ties.length) },
    el('span', { text: both(data.types[group.type]) + (live ? ' · ' + say('last_12') : '') })), ...shown.map((k) => tieRow(i, k)));
  if (shown.length < ties.length) section.append(el('button', { type: 'button', class: 'act thin', text: say('show_all', { n: number(ties.length) }), onclick: () => section.replaceWith(groupSection(i, group, true)) }));
  return section;
};

const sentence = (i) => {
  const ties = currentTies(i);
  const of = (type, side) => ties.filter((k) => data.typeKeys[links.type[k]] === type && (side === undefined || links[side][k] === i));
  const key = look(i).key;
  if (key === 'unit') {
    const reach = reachOf(i);
    const peers = medianReach(i);
    return say('say_unit', { c: reach[0], s: reach[1] }) + (peers ? say('say_median', { c: peers[0], s: peers[1] }) : '');
  }
  if (key === 'estate') {
    return say('say_estate', {
      b: say(isCovered(i) ? 'covered' : 'not_covered'), o: say(today.represented.has(i) ? 'yes_formed' : 'not_formed'), f: say(today.hollow[i] ? 'has_not' : 'has'),
    });
  }
  if (key === 'branch') return say('say_branch', { n: of('COVERS').length });
  if (key === 'owners') return say('say_owners', { n: of('REPRESENTS').length });
  if (key === 'platform') return say('say_platform', { n: of('TAKES_PART_IN').length });
  if (key === 'firm') {
    const served = of('SERVES').map((k) => otherEnd(k, i));
    return say('say_firm', { n: served.length, c: new Set(served.map((e) => nodes.pane[e])).size });
  }
  if (isCommittee(i)) return say('say_committee', { n: of('CO_BUILDS_WITH', 'b').length, b: of('SUBORDINATE_TO', 'b').length });
  return say('say_ties', { n: ties.length });
};
// A branch covers an estate itself, or a grid in which it lies.
const isCovered = (i) => {
  const branches = (j) => currentTies(j).some((k) => data.typeKeys[links.type[k]] === 'COVERS');
  return branches(i) || currentTies(i).some((k) => data.typeKeys[links.type[k]] === 'LOCATED_IN' && data.labelKeys[nodes.label[links.b[k]]] === 'Grid' && branches(links.b[k]));
};
const reachOf = (i) => {
  const panes = new Set();
  const blocks = new Set();
  for (const k of tiesOf[i]) {
    if (data.typeKeys[links.type[k]] !== 'CO_BUILDS_WITH' || !holds(k)) continue;
    const place = headOf.get(links.b[k]);
    if (place && place.pane !== undefined) panes.add(place.pane);
    if (nodes.block[links.b[k]] >= 0) blocks.add(nodes.block[links.b[k]]);
  }
  return [panes.size, blocks.size];
};
const medianReach = (i) => {
  const peers = [];
  for (let j = 0; j < data.drawn; j++) if (look(j).key === 'unit' && today.there[j] && kindOf(j) === kindOf(i)) peers.push(reachOf(j));
  if (peers.length < 5) return null;
  const middle = (side) => peers.map((p) => p[side]).sort((a, b) => a - b)[peers.length >> 1];
  return [middle(0), middle(1)];
};

// The months of the year before the day, with how often the selected thing took part in something.
const activitySection = (i) => {
  const from = yearBefore(state.day);
  const days = tiesOf[i].flatMap((k) => (holds(k) ? links.activity[k] || [] : [])).filter((d) => d > from && d <= state.day);
  if (!days.length) return null;
  const months = new Array(12).fill(0);
  for (const d of days) months[Math.min(11, Math.floor(((d - from - 1) / (state.day - from)) * 12))]++;
  const most = Math.max(...months);
  const drawing = draw('svg', { class: 'bd', width: '100%', height: 40, viewBox: '0 0 288 40', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    ...months.map((n, m) => draw('rect', { class: 'unit', x: m * 24, y: 36 - (n / most) * 34, width: 18, height: n ? (n / most) * 34 : 1 })));
  return el('section', {}, el('h3', { text: say('activity') }, el('span', { text: say('activity_span', { from: iso(from + 1), to: iso(state.day), n: days.length }) })), drawing);
};

const pathSection = () => {
  if (state.picking) return el('section', {}, el('p', { class: 'warn', text: say('path_pick') }));
  if (state.target === null) return null;
  const steps = pathSteps();
  const box = el('input', { type: 'checkbox', id: 'avoid', checked: state.avoid, onchange: () => change({ avoid: !state.avoid }) });
  const rows = steps ? [state.selected, ...steps.map((s) => s.to)].map((i, n) => el('button', { type: 'button', class: 'tie', 'data-step': i, onclick: () => choose(i) },
    icon(look(i), today.hollow[i], 10), el('span', { class: 't', text: nodes.name[i] }), el('span', { class: 'since', text: n ? both(data.types[links.type[steps[n - 1].tie]]) : '' }))) : [];
  return el('section', { id: 'path' }, el('h3', { text: steps ? say('path_title', { n: steps.length }) : say('path_none') }, el('span', { text: '→ ' + nodes.name[state.target] })),
    ...rows, el('label', {}, box, ' ', say('path_hubs', { n: data.hub })));
};

const drawCard = () => {
  const i = state.selected;
  if (i === null) { drawOverview(); return; }
  notes = new Map();
  const kind = kindOf(i);
  const parts = [el('div', { class: 'what' }, icon(look(i), today.hollow[i]), el('span', { text: kindName(i) + (kind !== undefined && !isCommittee(i) ? ' · ' + both(kind) : '') }),
    el('kbd', { role: 'button', tabindex: '0', title: say('close'), text: 'Esc', onclick: () => choose(null), onkeydown: (event) => { if (event.key === 'Enter') choose(null); } })),
  el('h2', { text: nodes.name[i] })];
  if (stubs.has(i)) parts.push(el('p', { class: 'warn', text: say('stub') }));
  else if (!today.there[i]) parts.push(el('p', { class: 'warn', text: say('not_there', { day: iso(state.day) }) }));
  else parts.push(el('p', { text: sentence(i) }));
  parts.push(pathSection(), el('section', {}, factList(i)), ...neighbourGroups(i).map((group) => groupSection(i, group, false)), activitySection(i));
  parts.push(endedSection(i), sourceSection(), el('div', { class: 'acts' },
    el('button', { type: 'button', class: 'act', id: 'path-start', text: say('path'), onclick: () => change({ picking: true, target: null }) }),
    el('button', { type: 'button', class: 'act', text: say('copy'), onclick: () => copyRows(cardRows(i)) })));
  card.replaceChildren(...parts.filter(Boolean));
  card.scrollTop = 0;
};
// Ties that no longer hold on the day: folded away, since the picture does not show them.
const endedSection = (i) => {
  const ended = tiesOf[i].filter((k) => links.to[k] !== null && links.to[k] <= state.day);
  if (!ended.length) return null;
  const rows = ended.map((k) => el('button', { type: 'button', class: 'tie', onclick: () => choose(otherEnd(k, i)) }, icon(look(otherEnd(k, i)), false, 10),
    el('span', { class: 't', text: nodes.name[otherEnd(k, i)] }, el('small', { text: both(data.types[links.type[k]]) })), el('span', { class: 'since', text: since(links.from[k], links.sure[k]) + ' – ' + iso(links.to[k]) })));
  return el('section', {}, el('details', {}, el('summary', { text: say('ended_ties', { n: number(ended.length) }) }), ...rows.slice(0, 60)));
};
const cardRows = (i) => [[say('type'), say('name'), say('uid'), say('since')],
  ...currentTies(i).map((k) => [both(data.types[links.type[k]]), nodes.name[otherEnd(k, i)], nodes.uid[otherEnd(k, i)], since(links.from[k], links.sure[k])])];
