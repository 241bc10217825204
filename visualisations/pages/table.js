// What is shown as a table: for screen readers, and for copying into Excel.
const MOST_ROWS = 1500;

const copyRows = (rows) => {
  const clean = (cell) => String(cell ?? '').replace(/[\t\r\n]+/g, ' ');
  const text = rows.map((row) => row.map(clean).join('\t')).join('\r\n');
  const done = () => {
    document.documentElement.dataset.copied = String(rows.length - 1);
    announce(say('copied', { n: number(rows.length - 1) }));
    showTip(say('copied', { n: number(rows.length - 1) }), innerWidth / 2, 60);
    setTimeout(() => showTip('', 0, 0), 2500);
  };
  const area = el('textarea', { class: 'unseen', 'aria-hidden': 'true' });
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
  done();
};

// rows(): the heading first, then one array of cells a row; go(place): what a click on a row does
const startTable = ({ rows, go }) => {
  const place = byId('table');
  byId('copy').addEventListener('click', () => { byId('export-menu').hidden = true; copyRows(rows()); });
  return {
    refresh: (shown) => {
      place.hidden = !shown;
      byId('table-switch').textContent = say(shown ? 'picture' : 'table');
      byId('table-switch').setAttribute('aria-pressed', String(shown));
      if (!shown) { place.replaceChildren(); return; }
      const [heading, ...body] = rows();
      const cut = body.length > MOST_ROWS;
      place.replaceChildren(el('table', {},
        el('caption', {}, cut ? say('rows_shown', { n: number(MOST_ROWS), all: number(body.length) }) + ' ' : null,
          el('button', { type: 'button', class: 'act', text: say('copy'), onclick: () => copyRows(rows()) })),
        el('thead', {}, el('tr', {}, ...heading.map((text) => el('th', { scope: 'col', text })))),
        el('tbody', {}, ...body.slice(0, MOST_ROWS).map((row, i) => el('tr', {}, ...row.map((text, column) =>
          (column === 1 ? el('td', {}, el('button', { type: 'button', class: 'act', text, onclick: () => go(i) })) : el('td', { text: text ?? '' }))))))));
    },
  };
};
