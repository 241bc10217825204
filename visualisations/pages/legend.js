// The legend is the filter. A row: {key, look, hollow, text, count, on, sub, bar, out}
const legendRow = (row, toggle) =>
  el('label', { class: (row.sub ? 'sub' : '') + (row.on || row.gap ? '' : ' out') },
    el('input', { type: 'checkbox', checked: row.on, 'data-key': row.key, disabled: row.disabled, onchange: () => toggle(row.key) }),
    row.look ? icon(row.look, row.hollow, row.sub ? 8 : 11) : null,
    el('span', { class: 't', text: row.text, title: row.text }),
    row.bar === undefined ? null : el('span', { class: 'bar', 'data-width': row.bar }),
    el('span', { class: 'n', text: number(row.count) }));

const legendSection = (title, rows, toggle, extra) => {
  const section = el('section', {}, el('h2', { text: title }, extra || null), ...rows.map((row) => legendRow(row, toggle)));
  for (const bar of section.querySelectorAll('.bar')) bar.style.width = bar.dataset.width + 'px';
  return section;
};

// Draws a legend anew and leaves the keyboard where it was.
const replaceLegend = (place, sections) => {
  const key = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.key : null;
  const top = place.scrollTop;
  place.replaceChildren(...sections);
  place.scrollTop = top;
  if (key) for (const box of place.querySelectorAll('input')) if (box.dataset.key === key) box.focus();
};

const toggled = (values, key) => { if (!values.delete(key)) values.add(key); };
