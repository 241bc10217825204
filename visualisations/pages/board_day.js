// The day: a slider over the time that the data covers, on the curve of registered organisations.
const slider = byId('slider');
const dayText = byId('day');
slider.min = first;
slider.max = last;
slider.disabled = first === last;

const drawSpark = () => {
  const spark = byId('spark');
  const width = spark.clientWidth || 600;
  const points = data.timeline.registered;
  const span = Math.max(1, last - first);
  const most = Math.max(1, ...points.filter((_, i) => i % 2));
  const x = (day) => ((day - first) / span) * width;
  let area = `M0 28`;
  for (let i = 0; i < points.length && first < last; i += 2) area += `L${x(points[i]).toFixed(1)} ${(28 - (points[i + 1] / most) * 25).toFixed(1)}`;
  area += `L${first < last ? width : 0} 28Z`;
  const parts = [draw('path', { class: 'area', d: area }), draw('line', { class: 'track', x1: 0, x2: width, y1: 28, y2: 28 }), draw('line', { class: 'past', x1: 0, x2: x(state.day), y1: 28, y2: 28 })];
  const firstYear = +iso(first).slice(0, 4);
  const lastYear = +iso(last).slice(0, 4);
  const step = Math.max(1, Math.ceil((lastYear - firstYear + 1) / Math.max(1, Math.floor(width / 48))));
  for (let year = firstYear + 1; year <= lastYear; year += step) {
    const at = x(toDay(year + '-01-01'));
    if (at < 16 || at > width - 16) continue;
    parts.push(draw('line', { class: 'tick', x1: at, x2: at, y1: 28, y2: 31 }), draw('text', { x: at - 13, y: 43, text: String(year) }));
  }
  spark.replaceChildren(...parts, draw('text', { x: 0, y: 9, text: `${say('registered')} ${number(points.length ? points[1] : 0)} → ${number(points.length ? points[points.length - 1] : 0)}` }));
};

const moveDay = (day) => change({ day: Math.max(first, Math.min(last, day)) });
const nextMonth = (day, step) => {
  const date = new Date(day * DAY);
  const moved = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + step, 1));
  const end = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(date.getUTCDate(), end));
  return moved.getTime() / DAY;
};
slider.addEventListener('input', () => moveDay(+slider.value));
slider.addEventListener('keydown', (event) => {
  const step = { PageUp: 1, PageDown: -1 }[event.key];
  if (step) { event.preventDefault(); moveDay(nextMonth(state.day, step)); }
});
dayText.addEventListener('change', () => {
  const day = toDay(dayText.value.trim());
  dayText.setAttribute('aria-invalid', String(day === null));
  if (day !== null) moveDay(day);
});
const showDay = () => {
  slider.value = state.day;
  slider.setAttribute('aria-label', say('as_of'));
  slider.setAttribute('aria-valuetext', iso(state.day));
  dayText.value = iso(state.day);
  dayText.setAttribute('aria-invalid', 'false');
  byId('as-of-label').textContent = say('as_of');
  drawSpark();
};
