// Search on "/": names, pinyin and its initials, codes. Enter goes there, Enter again to the next, Esc goes back.
const search = { hits: [], at: -1, before: null };
const squeeze = (text) => text.toLowerCase().replace(/\s+/g, '');

// How well one word fits a thing; the smaller the better, Infinity if not at all.
const fitScore = (word, entry) => {
  if (entry.name === word) return 0;
  if (entry.name.startsWith(word)) return 1;
  if (entry.code === word) return 1;
  const pinyin = entry.pinyin;
  if (pinyin && pinyin.some((p) => p === word)) return 2;
  if (pinyin && pinyin.some((p) => p.startsWith(word))) return 3;
  if (entry.name.includes(word)) return 4;
  if (pinyin && pinyin.some((p) => p.includes(word))) return 5;
  return entry.code && entry.code.includes(word) ? 6 : Infinity;
};

const findHits = (query, entries) => {
  const whole = squeeze(query);
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (!whole) return [];
  const found = [];
  for (const entry of entries) {
    let score = fitScore(whole, entry);
    if (score === Infinity && words.length > 1) {
      score = 7 + words.reduce((sum, word) => sum + fitScore(word, entry), 0);
    }
    if (score < Infinity) found.push({ entry, score });
  }
  found.sort((a, b) => a.score - b.score || a.entry.rank - b.entry.rank || a.entry.name.length - b.entry.name.length || a.entry.i - b.entry.i);
  return found.map((hit) => hit.entry.i);
};

// entries: () => [{i, name, pinyin, code, rank}]; go(i), back(token): what a choice does; describe(i): {look, name, note}
const startSearch = ({ entries, go, describe, token, back }) => {
  const input = byId('search');
  const list = byId('hits');
  const show = () => {
    list.replaceChildren();
    const shown = search.hits.slice(0, 14);
    shown.forEach((i, place) => {
      const hit = describe(i);
      list.append(el('li', { role: 'option', id: 'hit-' + place, 'aria-selected': String(place === search.at), onmousedown: (event) => { event.preventDefault(); choose(place); } },
        icon(hit.look, hit.hollow), el('span', { text: hit.name }), el('small', { text: hit.note })));
    });
    if (input.value.trim() && !shown.length) list.append(el('li', {}, el('span', { text: say('no_hit') })));
    const open = document.activeElement === input && input.value.trim() !== '' && !search.closed;
    list.hidden = !open;
    input.setAttribute('aria-expanded', String(open));
    input.setAttribute('aria-activedescendant', open && search.at >= 0 ? 'hit-' + search.at : '');
    byId('hit-count').textContent = input.value.trim() ? say('of_hits', { i: search.at + 1, n: search.hits.length }) : '';
  };
  const choose = (place) => {
    if (!search.hits.length) return;
    if (search.before === null) search.before = token();
    search.at = place;
    search.closed = true;
    go(search.hits[place]);
    show();
  };
  const look = () => {
    search.hits = findHits(input.value, entries());
    search.at = search.hits.length ? 0 : -1;
    search.gone = false;
    search.closed = false;
    show();
  };
  const leave = () => {
    const before = search.before;
    Object.assign(search, { hits: [], at: -1, before: null, gone: false });
    input.value = '';
    input.blur();
    show();
    if (before !== null) back(before);
  };
  input.addEventListener('input', look);
  input.addEventListener('focus', show);
  input.addEventListener('blur', show);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') { event.stopPropagation(); leave(); }
    if (event.key === 'Enter' && search.hits.length) {
      choose(search.gone ? (search.at + 1) % search.hits.length : search.at);
      search.gone = true;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const n = Math.min(search.hits.length, 14);
      if (n) search.at = (search.at + step + n) % n;
      search.gone = false;
      search.closed = false;
      show();
    }
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === '/' && !typing(event)) { event.preventDefault(); input.focus(); input.select(); }
  });
  return { refresh: () => { input.placeholder = say('search'); input.setAttribute('aria-label', say('search')); show(); } };
};
