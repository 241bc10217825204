// What every card has: the source rows that it names, as numbered notes, and their list.
const card = byId('card');
let notes = null; // the source rows named on the card, in order of appearance

const sourceText = (row) => say('source', {
  file: data.sources.files[data.sources.rows[row * 3]], sheet: data.sources.sheets[data.sources.rows[row * 3 + 1]], row: data.sources.rows[row * 3 + 2],
});
const note = (rows) => {
  const own = [rows].flat().filter((row) => row >= 0);
  if (!own.length) return null;
  const marks = own.slice(0, 3).map((row) => {
    if (!notes.has(row)) notes.set(row, notes.size + 1);
    return notes.get(row);
  });
  return el('sup', { text: marks.join(','), title: own.map(sourceText).join('\n') });
};
const sourceSection = () => {
  if (!notes.size) return null;
  const lines = [...notes].map(([row, n]) => el('li', { text: n + ' ' + sourceText(row) }));
  const list = el('ol', {}, ...lines.slice(0, 6));
  const more = lines.length > 6 ? el('details', {}, el('summary', { text: say('more_sources', { n: lines.length - 6 }) }), el('ol', {}, ...lines.slice(6))) : null;
  return el('section', { id: 'sources' }, el('h3', { text: say('sources') }), list, more);
};
