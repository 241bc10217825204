// A view is in the address: bookmark it, send it, present it. Only what differs from the usual view is written.
const fields = {};
const remember = (name, write, read) => { fields[name] = { write, read }; };
let writtenAddress = null;

const writeAddress = () => {
  const parts = new URLSearchParams();
  for (const [name, field] of Object.entries(fields)) {
    const value = field.write();
    if (value) parts.set(name, value);
  }
  const text = '#' + parts.toString();
  if (text === (location.hash || '#')) return;
  writtenAddress = text;
  try {
    history.replaceState(null, '', text);
  } catch {
    // a page inside a notebook's frame has no address of its own
  }
};

const readAddress = () => {
  const parts = new URLSearchParams(location.hash.slice(1));
  for (const [name, field] of Object.entries(fields)) field.read(parts.get(name) || '');
};

const set = {
  write: (values) => [...values].sort().join('~'),
  read: (values, text) => {
    values.clear();
    for (const part of text.split('~')) if (part) values.add(part);
  },
};
