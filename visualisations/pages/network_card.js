// The card of a node: its facts, its neighbours by relationship and label, the rows that say so.
const GROUP_SHOWN = 12;

const factList = (i) => {
  const list = el('dl');
  for (const { name, text } of factsOf(nodes[i].facts)) list.append(el('dt', { text: both(name) }), el('dd', { text }));
  list.append(el('dt', { text: say('uid') }), el('dd', {}, nodes[i].uid, note(nodes[i].sources)));
  return list;
};
const tieRow = (i, k) => {
  const other = otherEnd(k, i);
  const name = el('span', { class: 't', text: nodes[other].name });
  const facts = factText(links[k][3]);
  const row = el('button', { type: 'button', class: 'tie', 'data-go': other, title: [nodes[other].name, facts].filter(Boolean).join('\n'), onclick: () => choose(other) },
    icon(look(other), false, 10), name, el('span', { class: 'since', text: links[k][1] === i ? '→' : '←' }));
  const mark = note(links[k][4]);
  if (mark) name.append(mark);
  return row;
};
const groupSection = (i, group, all) => {
  const shown = all ? group.ties : group.ties.slice(0, GROUP_SHOWN);
  const section = el('section', {}, el('h3', { text: kindName(group.other) + ' ' + number(group.ties.length) }, el('span', { text: both(data.types[group.type]) })), ...shown.map((k) => tieRow(i, k)));
  if (shown.length < group.ties.length) section.append(el('button', { type: 'button', class: 'act thin', text: say('show_all', { n: number(group.ties.length) }), onclick: () => section.replaceWith(groupSection(i, group, true)) }));
  return section;
};
const neighbourGroups = (i) => {
  const groups = new Map();
  for (const k of currentTies(i)) {
    const other = otherEnd(k, i);
    const key = links[k][0] + ':' + nodes[other].label;
    if (!groups.has(key)) groups.set(key, { type: links[k][0], other, ties: [] });
    groups.get(key).ties.push(k);
  }
  return [...groups.values()];
};
const pathSection = () => {
  if (state.picking) return el('section', {}, el('p', { class: 'warn', text: say('path_pick') }));
  if (state.target === null) return null;
  const steps = pathSteps();
  const box = el('input', { type: 'checkbox', id: 'avoid', checked: state.avoid, onchange: () => change({ avoid: !state.avoid }) });
  const rows = steps ? [state.selected, ...steps.map((s) => s.to)].map((i, n) => el('button', { type: 'button', class: 'tie', 'data-step': i, onclick: () => choose(i) },
    icon(look(i), false, 10), el('span', { class: 't', text: nodes[i].name }), el('span', { class: 'since', text: n ? both(data.types[links[steps[n - 1].tie][0]]) : '' }))) : [];
  return el('section', { id: 'path' }, el('h3', { text: steps ? say('path_title', { n: steps.length }) : say('path_none') }, el('span', { text: '→ ' + nodes[state.target].name })),
    ...rows, el('label', {}, box, ' ', say('path_hubs', { n: HUB })));
};
const cardRows = (i) => [[say('relationship'), say('type'), say('name'), say('uid')],
  ...currentTies(i).map((k) => [both(data.types[links[k][0]]), kindName(otherEnd(k, i)), nodes[otherEnd(k, i)].name, nodes[otherEnd(k, i)].uid])];

const drawCard = () => {
  const i = state.selected;
  if (i === null) { drawOverview(); return; }
  notes = new Map();
  const folded = foldedTies(i);
  const parts = [el('div', { class: 'what' }, icon(look(i)), el('span', { text: kindName(i) }),
    el('kbd', { role: 'button', tabindex: '0', title: say('close'), text: 'Esc', onclick: () => choose(null), onkeydown: (event) => { if (event.key === 'Enter') choose(null); } })),
  el('h2', { text: nodes[i].name }), folded ? el('p', { text: say('hidden_more', { n: number(folded) }) }) : null, pathSection(), el('section', {}, factList(i)),
  ...neighbourGroups(i).map((group) => groupSection(i, group, false))];
  parts.push(sourceSection(), el('div', { class: 'acts' },
    folded ? el('button', { type: 'button', class: 'act', id: 'expand', text: say('expand'), onclick: () => expand(i) }) : null,
    el('button', { type: 'button', class: 'act', id: 'path-start', text: say('path'), onclick: () => change({ picking: true, target: null }) }),
    el('button', { type: 'button', class: 'act', text: say('copy'), onclick: () => copyRows(cardRows(i)) })));
  card.replaceChildren(...parts.filter(Boolean));
  card.scrollTop = 0;
};
const drawOverview = () => {
  const out = nodes.map((_, i) => i).filter(isShown);
  const most = [...out].sort((a, b) => currentTies(b).length - currentTies(a).length || a - b).slice(0, 8);
  const keys = [['/', 'key_search'], [say('key_click_cap'), 'key_click'], [say('double'), 'key_expand'], ['↑ ↓ ← →', 'key_arrows'], ['Esc', 'key_back']];
  card.replaceChildren(el('div', { class: 'what' }, el('span', { text: say('kind') })), el('h2', { text: say('overview_title') }),
    el('p', { text: say('overview_text', { n: number(out.length), m: number(links.filter((_, k) => isTied(k)).length) }) }),
    el('section', {}, el('h3', { text: say('most_tied') }), ...most.map((i) => el('button', { type: 'button', class: 'tie', 'data-go': i, onclick: () => choose(i) }, icon(look(i), false, 10), el('span', { class: 't', text: nodes[i].name }), el('span', { class: 'since', text: number(currentTies(i).length) })))),
    el('section', { class: 'keys' }, ...keys.flatMap(([cap, key]) => [el('kbd', { text: cap }), el('span', { text: say(key) })])));
};
