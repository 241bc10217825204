// Takes the picture along: as SVG, as PNG of twice the size, on paper. No image is loaded: the canvas is drawn shape by shape.
const save = (blob, name) => {
  const link = el('a', { href: URL.createObjectURL(blob), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  document.documentElement.dataset.exported = name;
};

// The rules that the drawing needs, with every colour written out.
const pictureRules = () => {
  const rules = [];
  for (const rule of document.styleSheets[0].cssRules) {
    if (rule.selectorText && rule.selectorText.startsWith('.bd')) rules.push(rule.cssText);
  }
  return rules.join('\n').replace(/var\(--([\w-]+)\)/g, (_, name) => colour(name));
};

const withoutFrame = (sheet) => {
  const copy = sheet.cloneNode(true);
  for (const name of ['tabindex', 'role', 'aria-label', 'id', 'style']) copy.removeAttribute(name);
  copy.setAttribute('xmlns', SVG);
  copy.prepend(draw('style', { text: pictureRules() }));
  return copy;
};

const svgText = (sheet) => '<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(withoutFrame(sheet));

const strokeAndFill = (pen, style, path, alpha) => {
  const paint = (what, run) => {
    const value = style[what];
    if (!value || value === 'none') return;
    pen.globalAlpha = alpha;
    pen[what + 'Style'] = value;
    run();
  };
  pen.lineWidth = parseFloat(style.strokeWidth) || 1;
  pen.lineJoin = 'round';
  pen.setLineDash(style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(/[ ,]+/).map(parseFloat));
  paint('fill', () => pen.fill(path));
  paint('stroke', () => pen.stroke(path));
};

const paintText = (pen, node, style, alpha) => {
  pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  pen.textAlign = style.textAnchor === 'end' ? 'right' : style.textAnchor === 'middle' ? 'center' : 'left';
  pen.textBaseline = 'alphabetic';
  pen.globalAlpha = alpha;
  const at = [node.textContent, +node.getAttribute('x'), +node.getAttribute('y')];
  if (style.stroke !== 'none') {
    pen.setLineDash([]);
    pen.lineJoin = 'round';
    pen.lineWidth = parseFloat(style.strokeWidth) || 1;
    pen.strokeStyle = style.stroke;
    pen.strokeText(...at);
  }
  pen.fillStyle = style.fill;
  pen.fillText(...at);
};

const pathOf = (node) => {
  const get = (name) => +node.getAttribute(name) || 0;
  const path = new Path2D(node.tagName === 'path' ? node.getAttribute('d') : undefined);
  if (node.tagName === 'rect') path.roundRect(get('x'), get('y'), get('width'), get('height'), get('rx'));
  if (node.tagName === 'circle') path.arc(get('cx'), get('cy'), get('r'), 0, 2 * Math.PI);
  if (node.tagName === 'line') { path.moveTo(get('x1'), get('y1')); path.lineTo(get('x2'), get('y2')); }
  return path;
};

const paint = (pen, node, alpha) => {
  const style = getComputedStyle(node);
  if (style.display === 'none' || style.visibility === 'hidden') return;
  const own = alpha * parseFloat(style.opacity);
  pen.save();
  const move = node.transform && node.transform.baseVal.consolidate();
  if (move) pen.transform(move.matrix.a, move.matrix.b, move.matrix.c, move.matrix.d, move.matrix.e, move.matrix.f);
  if (node.tagName === 'text') paintText(pen, node, style, own);
  else if (['path', 'rect', 'circle', 'line'].includes(node.tagName)) strokeAndFill(pen, style, pathOf(node), own);
  else for (const child of node.children) paint(pen, child, own);
  pen.restore();
};

const pngOf = (sheet, width, height) => new Promise((done) => {
  const canvas = el('canvas', { width: Math.ceil(width * 2), height: Math.ceil(height * 2) });
  const pen = canvas.getContext('2d');
  pen.scale(2, 2);
  paint(pen, sheet, 1);
  canvas.toBlob(done, 'image/png');
});

const keyRows = (keys, width) => {
  const rows = draw('g');
  let [x, y] = [0, 0];
  for (const [look, hollow, text] of keys) {
    const wide = 36 + measure(text, 12);
    if (x && x + wide > width) { x = 0; y += 22; }
    rows.append(draw('path', { class: 'glyph ' + look.key + (hollow ? ' hollow' : ''), transform: `translate(${x + 6} ${y - 4})`, d: outline(look, 11) }),
      draw('text', { class: 'sheet-key', x: x + 16, y, text }));
    x += wide;
  }
  return [rows, y / 22 + 1];
};

// The drawing with title, mark of synthetic data, key and snapshot around it, as it leaves the page.
const makeSheet = ({ drawing, width, height, keys, left, right }) => {
  for (const cursor of drawing.querySelectorAll('.cursor')) cursor.remove();
  const [key, lines] = keyRows(keys, width);
  key.setAttribute('transform', `translate(24 ${height + 86})`);
  const [w, h] = [width + 48, height + 86 + lines * 22 + 34];
  const sheet = draw('svg', { class: 'bd', xmlns: SVG, width: w, height: h, viewBox: `0 0 ${w} ${h}` },
    draw('rect', { class: 'sheet-ground', x: 0, y: 0, width: w, height: h }),
    draw('text', { class: 'sheet-title', x: 24, y: 36, text: both(about.title) }),
    draw('g', { transform: 'translate(24 54)' }, drawing), key,
    draw('text', { class: 'sheet-note', x: 24, y: h - 32, text: right }), draw('text', { class: 'sheet-note', x: 24, y: h - 16, text: left }));
  if (about.synthetic) sheet.append(draw('text', { class: 'sheet-pill', x: 36 + measure(both(about.title), 20, 700), y: 35, text: say('synthetic') }));
  sheet.style.position = 'absolute';
  sheet.style.left = '-99999px';
  return sheet;
};

const ruler = el('canvas').getContext('2d');
const family = getComputedStyle(document.body).fontFamily;
const measure = (text, size, weight = 400) => {
  ruler.font = `${weight} ${size}px ${family}`;
  return ruler.measureText(text).width;
};

// The longest beginning of a text that fits, with an ellipsis where something is cut off.
const fitted = (text, room, size, weight) => {
  if (measure(text, size, weight) <= room) return text;
  const letters = [...text];
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (measure(letters.slice(0, middle).join('') + '…', size, weight) <= room) low = middle;
    else high = middle - 1;
  }
  return low ? letters.slice(0, low).join('') + '…' : '';
};

const startPicture = ({ sheet, png, name }) => {
  const menu = byId('export-menu');
  const open = (yes) => { menu.hidden = !yes; byId('export').setAttribute('aria-expanded', String(yes)); };
  const attached = async (use) => {
    const made = sheet();
    document.body.append(made);
    await use(made);
    made.remove();
  };
  byId('export').addEventListener('click', () => { open(menu.hidden); if (!menu.hidden) menu.querySelector('button').focus(); });
  byId('export-svg').addEventListener('click', () => {
    open(false);
    attached((made) => save(new Blob([svgText(made)], { type: 'image/svg+xml' }), name() + '.svg'));
  });
  byId('export-png').addEventListener('click', () => {
    open(false);
    if (png) png().then((blob) => save(blob, name() + '.png'));
    else attached(async (made) => save(await pngOf(made, +made.getAttribute('width'), +made.getAttribute('height')), name() + '.png'));
  });
  byId('print').addEventListener('click', () => { open(false); window.print(); });
  document.addEventListener('click', (event) => { if (!event.target.closest('.menu')) open(false); });
  menu.parentElement.addEventListener('keydown', (event) => {
    const items = [...menu.querySelectorAll('button')];
    const at = items.indexOf(document.activeElement);
    if (event.key === 'Escape' && !menu.hidden) { event.stopPropagation(); open(false); byId('export').focus(); }
    if (event.key === 'ArrowDown' && !menu.hidden) { event.preventDefault(); items[(at + 1) % items.length].focus(); }
    if (event.key === 'ArrowUp' && !menu.hidden) { event.preventDefault(); items[(at + items.length - 1) % items.length].focus(); }
  });
  return { refresh: () => {
    byId('export').textContent = say('export');
    byId('export-svg').textContent = say('export_svg');
    byId('export-png').textContent = say('export_png');
    byId('print').textContent = say('print');
    byId('copy').textContent = say('copy');
  } };
};
