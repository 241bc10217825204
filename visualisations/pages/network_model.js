// The nodes and relationships of a result; those after the first `about.shown` come out when a neighbour is expanded.
const data = island('data');
const nodes = data.nodes;
const links = data.links; // [type, from, to, facts, sources]
const count = nodes.length;
const look = (i) => looks[nodes[i].style];
const labelOf = (i) => data.labels[nodes[i].label].key;
// Committees are told apart by their level, everything else by its label.
const labelKey = (i) => labelOf(i) + (labelOf(i) === 'PartyCommittee' ? ':' + look(i).key : '');
const kindName = (i) => {
  if (labelOf(i) !== 'PartyCommittee' || look(i).key === 'other') return capital(both(data.labels[nodes[i].label]));
  if (look(i).key === 'district') return say('district_committee');
  return language === 'zh' ? look(i).zh : look(i).en;
};
const indexOf = new Map(nodes.map((node, i) => [node.uid, i]));
const tiesOf = Array.from({ length: count }, () => []);
links.forEach(([, a, b], k) => { tiesOf[a].push(k); if (a !== b) tiesOf[b].push(k); });
const otherEnd = (k, i) => (links[k][1] === i ? links[k][2] : links[k][1]);

const state = { selected: null, target: null, picking: false, avoid: false, table: false, off: new Set(), typesOff: new Set(), expanded: new Set() };

let revealed = new Set();
const reveal = () => {
  revealed = new Set();
  for (const i of state.expanded) for (const k of tiesOf[i]) revealed.add(otherEnd(k, i));
};
const isOut = (i) => i < about.shown || revealed.has(i);
const isShown = (i) => isOut(i) && !state.off.has(labelKey(i));
const isTied = (k) => !state.typesOff.has(data.types[links[k][0]].key) && isShown(links[k][1]) && isShown(links[k][2]);
const currentTies = (i) => tiesOf[i].filter(isTied);
const foldedTies = (i) => new Set(tiesOf[i].map((k) => otherEnd(k, i)).filter((j) => !isOut(j))).size;
const HUB = 20;
const isHub = (i) => currentTies(i).length > HUB;
const pathSteps = () => shortestPath(state.selected, state.target, (i) => currentTies(i).map((k) => [otherEnd(k, i), k]), (i) => state.avoid && isHub(i));

const codeOf = (node) => node.uid.slice(node.uid.indexOf(':') + 1).toLowerCase();
const entries = nodes.map((node, i) => ({ i, name: squeeze(node.name), pinyin: node.pinyin ? node.pinyin.split(' ') : null, code: codeOf(node), rank: i < about.shown ? 0 : 1 }));
