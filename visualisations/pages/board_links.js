// What belongs to a selection: its links with a halo, its neighbours lit, its name.
const MOST_LINKS = 500;

// A link runs from glyph to glyph; it enters a header from above or below, never through its name.
const curve = (a, b) => {
  const [ax, ay, bx, by] = [view.x[a], view.y[a], view.x[b], view.y[b]];
  if (isHead(b)) {
    const below = ay >= by ? 1 : -1;
    const reach = Math.max(24, Math.abs(ay - by) * 0.55);
    const leave = isHead(a) ? [ax, ay - below * reach] : [ax + (bx - ax) * 0.45, ay];
    return `M${ax} ${ay}C${leave[0]} ${leave[1]} ${bx} ${by + below * reach} ${bx} ${by}`;
  }
  const bend = Math.min(60, Math.hypot(bx - ax, by - ay) * 0.22);
  const length = Math.hypot(bx - ax, by - ay) || 1;
  return `M${ax} ${ay}Q${(ax + bx) / 2 - ((by - ay) / length) * bend} ${(ay + by) / 2 + ((bx - ax) / length) * bend} ${bx} ${by}`;
};
const ADMINISTRATIVE = new Set(['district', 'subdistrict', 'community']);
const linkLook = (a, b) => (ADMINISTRATIVE.has(look(b).key) ? look(a) : look(b));

const drawLink = (from, to, k, extra = '') => {
  const head = isHead(from) && !isHead(to);
  const d = head ? curve(to, from) : curve(from, to);
  const dormant = data.typeKeys[links.type[k]] === 'CO_BUILDS_WITH' && activityOf(k) === 0;
  view.under.append(draw('path', { class: 'halo', d }));
  return draw('path', { class: `link ${extra || 's-' + linkLook(from, to).key}${dormant ? ' dormant' : ''}`, d });
};

const light = (i) => {
  const place = headOf.get(i);
  if (place) {
    const head = place.pane === undefined ? view.blockHeads[place.block] : view.paneHeads[place.pane];
    head.glyph.classList.add('lit');
    head.name.classList.add('lit');
    return;
  }
  view.over.append(draw('path', {
    class: 'glyph ' + look(i).key + (today.hollow[i] ? ' hollow' : ''), 'data-lit': i,
    d: outline(look(i), view.layout.cell * GLYPH), transform: `translate(${view.x[i]} ${view.y[i]})`,
  }));
};

const clearSelection = () => {
  for (const part of [view.under, view.over, view.labels]) part.replaceChildren();
  for (const head of [...view.paneHeads, ...view.blockHeads]) {
    head.glyph.classList.remove('lit');
    head.name.classList.remove('lit', 'lit-name');
    head.name.removeAttribute('visibility');
    head.tally.removeAttribute('visibility');
  }
  for (const rect of view.panes) rect.setAttribute('class', 'pane');
};

// The pane's figure gives way to the year since which it is tied.
const markPane = (i, k) => {
  const place = headOf.get(i);
  if (!place || place.pane === undefined) return;
  view.panes[place.pane].classList.add('linked');
  const head = view.paneHeads[place.pane];
  head.name.classList.add('lit-name');
  const year = since(links.from[k], links.sure[k]).slice(0, 4);
  if (data.typeKeys[links.type[k]] === 'CO_BUILDS_WITH' && /^\d{4}$/.test(year)) {
    head.tally.textContent = year;
    head.tally.setAttribute('class', 'pane-count year lit-name');
  }
};

const drawSelection = () => {
  clearSelection();
  nameHeads();
  if (state.selected === null) return;
  const steps = state.target === null ? null : pathSteps();
  const chosen = state.selected;
  if (!steps) {
    const drawn = [];
    for (const k of currentTies(chosen)) {
      const other = otherEnd(k, chosen);
      if (!view.placed[other] || (!isHead(other) && !blockOn(other)) || drawn.length > MOST_LINKS) continue;
      if (sameHead(other, chosen)) continue;
      drawn.push([other, k]);
    }
    const lines = view.placed[chosen] ? drawn.map(([other, k]) => drawLink(chosen, other, k)) : [];
    view.under.append(...lines);
    for (const [other, k] of drawn) { light(other); markPane(other, k); }
    if (nodes.pane[chosen] >= 0 && view.placed[chosen] && !isHead(chosen)) view.panes[nodes.pane[chosen]].classList.add('home');
  } else {
    const seen = (i) => view.placed[i];
    const lines = steps.filter((s) => seen(s.from) && seen(s.to) && !sameHead(s.from, s.to)).map((s) => drawLink(s.from, s.to, s.tie, 's-path'));
    view.under.append(...lines);
    for (const i of new Set(steps.flatMap((s) => [s.from, s.to]))) if (seen(i)) { light(i); if (i !== chosen && !isHead(i)) addLabel(i, nodes.name[i]); }
  }
  if (view.placed[chosen]) {
    if (!isHead(chosen)) view.over.append(draw('circle', { class: 'ring s-' + look(chosen).key, cx: view.x[chosen], cy: view.y[chosen], r: Math.max(11, view.layout.cell * 0.85) }));
    light(chosen);
    if (!isHead(chosen)) addLabel(chosen, nodes.name[chosen]);
  }
};
const sameHead = (a, b) => {
  const [one, two] = [headOf.get(a), headOf.get(b)];
  return Boolean(one && two) && one.pane === two.pane && one.block === two.block;
};

const pathSteps = () => shortestPath(state.selected, state.target,
  (i) => currentTies(i).map((k) => [otherEnd(k, i), k]),
  (i) => state.avoid && isHub(i));
// The district and its subdistricts tie everything to everything: a way through them says little.
const isHub = (i) => currentTies(i).length > data.hub || look(i).key === 'district' || look(i).key === 'subdistrict';

// A label stands where it covers no other; if it must cover names, those step back.
const boxOf = (text) => { const b = text.getBBox(); return [b.x, b.y, b.x + b.width, b.y + b.height]; };
const overlaps = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
const addLabel = (i, text) => {
  const shown = fitted(text, 260, 12, 700);
  const [x, y, w, r] = [view.x[i], view.y[i], measure(shown, 12, 700), Math.max(14, view.layout.cell)];
  const node = draw('text', { class: 'label', text: shown });
  view.labels.append(node);
  const names = [...view.paneHeads, ...view.blockHeads].flatMap((head) => [head.name, head.tally]).filter((n) => n.textContent);
  const others = [...names, ...[...view.labels.children].filter((n) => n !== node)].map((n) => [n, boxOf(n)]);
  const places = [[x + r, y + 4], [x - r - w, y + 4], [x - w / 2, y - r - 2], [x - w / 2, y + r + 11], [x + r, y - r], [x - r - w, y - r], [x + r, y + r + 6], [x - r - w, y + r + 6]];
  let best = null;
  for (const [px, py] of places) {
    if (px < 0 || px + w > view.layout.width) continue;
    const box = [px - 2, py - 13, px + w + 2, py + 4];
    const hit = others.filter(([, b]) => overlaps(box, b));
    if (best === null || hit.length < best.hit.length) best = { px, py, hit };
    if (!hit.length) break;
  }
  if (best === null) best = { px: Math.max(0, Math.min(x, view.layout.width - w)), py: y - r, hit: [] };
  node.setAttribute('x', best.px);
  node.setAttribute('y', best.py);
  for (const [covered] of best.hit) covered.setAttribute('visibility', 'hidden');
};
