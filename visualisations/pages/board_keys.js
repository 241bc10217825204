// Mouse and keyboard on the board: everything that a click does, a key does too.
let at = null; // the thing that the keyboard stands on
const nameOf = (i) => {
  const style = look(i);
  const home = placeName(i);
  return `${nodes.name[i]} · ${kindName(i)}${today.hollow[i] && style.hollow_zh ? ' · ' + (language === 'zh' ? style.hollow_zh : style.hollow_en) : ''} · ${home.block} ${home.pane}`;
};
const standOn = (i) => {
  at = i;
  if (i === null) { view.cursor.setAttribute('visibility', 'hidden'); return; }
  view.cursor.setAttribute('cx', view.x[i]);
  view.cursor.setAttribute('cy', view.y[i]);
  view.cursor.setAttribute('r', Math.max(9, view.layout.cell * 0.72));
  view.cursor.setAttribute('visibility', 'visible');
  document.documentElement.dataset.at = nodes.uid[i];
  announce(nameOf(i));
  bringIntoView(i);
};
const bringIntoView = (i) => {
  if (!view.placed[i]) return;
  const [x, y] = [view.x[i] * view.scale, view.y[i] * view.scale];
  const margin = 60;
  if (y < scroller.scrollTop + margin || y > scroller.scrollTop + scroller.clientHeight - margin) scroller.scrollTop = y - scroller.clientHeight / 2;
  if (x < scroller.scrollLeft || x > scroller.scrollLeft + scroller.clientWidth) scroller.scrollLeft = x - scroller.clientWidth / 2;
};
const stops = () => {
  const found = [];
  for (let i = 0; i < count; i++) if (view.placed[i] && reachable(i) && (isHead(i) || inGap(i))) found.push(i);
  return found;
};
const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
const nearest = ([dx, dy]) => {
  let best = null;
  for (const i of stops()) {
    const along = (view.x[i] - view.x[at]) * dx + (view.y[i] - view.y[at]) * dy;
    const across = Math.abs((view.x[i] - view.x[at]) * dy) + Math.abs((view.y[i] - view.y[at]) * dx);
    if (along < 1) continue;
    const cost = along + across * 3;
    if (best === null || cost < best.cost) best = { i, cost };
  }
  return best ? best.i : at;
};

board.addEventListener('focus', () => { if (at === null || !reachable(at)) standOn(state.selected !== null && view.placed[state.selected] ? state.selected : stops()[0] ?? null); else standOn(at); });
board.addEventListener('blur', () => view.cursor.setAttribute('visibility', 'hidden'));
board.addEventListener('keydown', (event) => {
  if (event.key in ARROWS && at !== null) { event.preventDefault(); standOn(nearest(ARROWS[event.key])); }
  if ((event.key === 'Enter' || event.key === ' ') && at !== null) { event.preventDefault(); choose(at); }
  if (event.key === 'Home') { event.preventDefault(); standOn(stops()[0] ?? null); }
});
board.addEventListener('click', (event) => {
  const found = thingAt(...toBoard(event));
  if (found !== null) { at = found; choose(found); } else if (!state.picking) choose(null);
});
board.addEventListener('mousemove', (event) => {
  const found = thingAt(...toBoard(event));
  board.style.cursor = found === null ? 'default' : 'pointer';
  showTip(found === null ? '' : nodes.name[found], event.clientX, event.clientY);
});
board.addEventListener('mouseleave', () => showTip('', 0, 0));

const zoomTo = (zoom) => { state.zoom = Math.max(0.5, Math.min(4, zoom)); resize(); writeAddress(); };
scroller.addEventListener('wheel', (event) => {
  if (!event.ctrlKey) return;
  event.preventDefault();
  zoomTo(state.zoom * (event.deltaY < 0 ? 1.15 : 1 / 1.15));
}, { passive: false });

document.addEventListener('keydown', (event) => {
  if (typing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') {
    if (state.picking) change({ picking: false });
    else if (state.target !== null) change({ target: null });
    else if (state.selected !== null) choose(null);
  }
  if (event.key === '[') moveDay(nextMonth(state.day, -1));
  if (event.key === ']') moveDay(nextMonth(state.day, 1));
  if (event.key === '+' || event.key === '=') zoomTo(state.zoom * 1.15);
  if (event.key === '-') zoomTo(state.zoom / 1.15);
  if (event.key === '0') zoomTo(1);
});
