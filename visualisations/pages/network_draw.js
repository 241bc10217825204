// The drawing: places and shapes come with the page, nothing is simulated; colours and labels are ours.
const place = byId('network');
const given = island('drawing');
const dots = new vis.DataSet();
const lines = new vis.DataSet();
const drawing = new vis.Network(place, { nodes: dots, edges: lines }, {
  physics: false, layout: { improvedLayout: false }, interaction: { hover: true, keyboard: false, selectConnectedEdges: false, hideEdgesOnDrag: false },
  nodes: { borderWidth: 1.2, chosen: false, font: { size: 0 } },
  edges: { width: 1.1, chosen: false, arrows: { to: { enabled: true, scaleFactor: 0.45 } }, selectionWidth: 0, hoverWidth: 0, font: { size: 0 } },
});
const spot = (i) => given.nodes[i];

const litNow = () => {
  if (state.selected === null) return null;
  const steps = state.target === null ? null : pathSteps();
  const lit = { nodes: new Set([state.selected]), ties: new Set() };
  if (steps) for (const s of steps) { lit.nodes.add(s.to); lit.ties.add(s.tie); }
  else for (const k of currentTies(state.selected)) { lit.nodes.add(otherEnd(k, state.selected)); lit.ties.add(k); }
  return lit;
};

// Sets colour, faintness and visibility of everything to what the state says.
let lit = null;
const paintNetwork = () => {
  lit = litNow();
  const colours = Object.fromEntries(looks.map((l) => [l.key, colour(l.key)]));
  const [ink, faintLine, warn, ground, rim] = ['ink3', 'line', 'warn', 'ground', 'outline'].map(colour);
  // What was never shown is not handed to the library yet: it would only make it slower.
  dots.update(nodes.map((_, i) => i).filter((i) => isShown(i) || dots.get(i)).map((i) => {
    const fill = colours[look(i).key];
    const border = i === state.selected ? colour('ink') : look(i).outlined ? rim : fill;
    return { ...given.nodes[i], hidden: !isShown(i), opacity: lit && !lit.nodes.has(i) ? 0.13 : 1, borderWidth: i === state.selected ? 2.5 : 1.2, color: { background: fill, border } };
  }));
  lines.update(links.map((_, k) => k).filter((k) => isTied(k) || lines.get(k)).map((k) => {
    const [, a, b] = links[k];
    const on = !lit || lit.ties.has(k);
    const strong = lit && on ? (state.target === null ? colours[look(a === state.selected ? b : a).key] : warn) : ink;
    return { ...given.edges[k], hidden: !isTied(k), width: lit && on ? 1.8 : 1, color: { color: on ? strong : faintLine, opacity: on ? (lit ? 1 : 0.55) : 0.5, inherit: false } };
  }));
  place.dataset.ground = ground;
};

// Labels are drawn after the frame: the most tied first, none upon another, more as one zooms in.
const ALWAYS_NAMED = 14; // the most tied are named even where their name lies on a glyph
const labelOrder = () => {
  const weight = (i) => (i === state.selected ? 1e6 : 0) + (lit && lit.nodes.has(i) ? 1e3 : 0) + tiesOf[i].length + look(i).scale;
  return nodes.map((_, i) => i).filter((i) => isShown(i) && (!lit || lit.nodes.has(i))).sort((a, b) => weight(b) - weight(a) || a - b);
};
const paintLabels = (pen) => {
  const scale = drawing.getScale();
  const size = 12 / scale;
  const taken = [];
  const [ink, ground, soft] = [colour('ink'), colour('ground'), colour('ink2')];
  const glyphs = nodes.map((_, i) => i).filter(isShown).map((i) => {
    const { x, y } = drawing.canvasToDOM(spot(i));
    const r = given.nodes[i].size * scale;
    return [x - r, y - r, x + r, y + r];
  });
  const put = (text, x, y, weight, tint, anywhere) => {
    const shown = fitted(text, 200, 12, weight);
    const width = measure(shown, 12, weight);
    const at = drawing.canvasToDOM({ x, y });
    const box = [at.x - width / 2 - 2, at.y - 12, at.x + width / 2 + 2, at.y + 4];
    if (!shown || taken.some((other) => overlaps(box, other))) return;
    if (!anywhere && glyphs.some((other) => overlaps(box, other))) return;
    if (box[2] < 0 || box[0] > place.clientWidth || box[3] < 0 || box[1] > place.clientHeight) return;
    taken.push(box);
    pen.font = `${weight} ${size}px ${family}`;
    pen.textAlign = 'center';
    pen.textBaseline = 'alphabetic';
    pen.lineJoin = 'round';
    pen.lineWidth = 3.5 / scale;
    pen.strokeStyle = ground;
    pen.strokeText(shown, x, y);
    pen.fillStyle = tint;
    pen.fillText(shown, x, y);
  };
  labelOrder().forEach((i, rank) => {
    const { x, y } = spot(i);
    put(nodes[i].name, x, y + given.nodes[i].size + 4 + 11 / scale, i === state.selected ? 700 : 400, ink, lit !== null || rank < ALWAYS_NAMED);
  });
  if (lit && lit.ties.size <= 16) {
    for (const k of lit.ties) {
      const [a, b] = [spot(links[k][1]), spot(links[k][2])];
      put(both(data.types[links[k][0]]), (a.x + b.x) / 2, (a.y + b.y) / 2 + 4 / scale, 400, soft, true);
    }
  }
  place.labelBoxes = taken;
};
const overlaps = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

// Where a node stands on the screen: for whoever looks at the page from outside.
place.spotOf = (uid) => { const at = drawing.canvasToDOM(spot(indexOf.get(uid))); return [at.x, at.y]; };

// The keyboard's ring.
let at = null;
const paintCursor = (pen) => {
  if (at === null || document.activeElement !== place || !isShown(at)) return;
  const { x, y } = spot(at);
  pen.beginPath();
  pen.arc(x, y, given.nodes[at].size + 6, 0, 2 * Math.PI);
  pen.lineWidth = 2 / drawing.getScale();
  pen.strokeStyle = colour('accent');
  pen.stroke();
};
drawing.on('afterDrawing', (pen) => { paintLabels(pen); paintCursor(pen); });

// The same picture as SVG, for export.
const bent = (k) => {
  const [, a, b] = links[k];
  const [p, q] = [spot(a), spot(b)];
  const smooth = given.edges[k].smooth;
  const bend = smooth ? smooth.roundness * (smooth.type === 'curvedCW' ? 1 : -1) : 0;
  return `M${p.x} ${p.y}Q${(p.x + q.x) / 2 + (q.y - p.y) * bend} ${(p.y + q.y) / 2 - (q.x - p.x) * bend} ${q.x} ${q.y}`;
};
const networkSheet = () => {
  const shown = nodes.map((_, i) => i).filter(isShown);
  const xs = shown.map((i) => spot(i).x);
  const ys = shown.map((i) => spot(i).y);
  const [left, top] = [Math.min(...xs, 0) - 80, Math.min(...ys, 0) - 30];
  const group = draw('g', { transform: `translate(${-left} ${-top})` });
  links.forEach((_, k) => { if (isTied(k)) group.append(draw('path', { class: 'link s-other', d: bent(k), opacity: lit && !lit.ties.has(k) ? 0.2 : 0.7 })); });
  for (const i of shown) group.append(draw('path', { class: 'glyph ' + look(i).key, opacity: lit && !lit.nodes.has(i) ? 0.2 : 1, transform: `translate(${spot(i).x} ${spot(i).y})`, d: outline(look(i), 18) }));
  const taken = [];
  for (const i of labelOrder()) {
    const text = fitted(nodes[i].name, 200, 12, 700);
    const width = measure(text, 12, 700);
    const { x, y } = spot(i);
    const box = [x - width / 2, y + 12, x + width / 2, y + 28];
    if (taken.some((other) => overlaps(box, other))) continue;
    taken.push(box);
    group.append(draw('text', { class: 'label', x: x - width / 2, y: y + 24, text }));
  }
  return { drawing: draw('g', {}, group), width: Math.max(...xs, 0) - left + 80, height: Math.max(...ys, 0) - top + 40 };
};
