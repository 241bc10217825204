// The shortest way between two things over the ties that hold; hubs may be passed by.
// neighbours(i): [[other, tie], ...]; blocked(i): whether a thing may not lie on the way
const shortestPath = (from, to, neighbours, blocked) => {
  const came = new Map([[from, null]]);
  let ring = [from];
  while (ring.length && !came.has(to)) {
    const next = [];
    for (const at of ring) {
      for (const [other, tie] of neighbours(at)) {
        if (came.has(other) || (other !== to && blocked(other))) continue;
        came.set(other, [at, tie]);
        next.push(other);
      }
    }
    ring = next;
  }
  if (!came.has(to)) return null;
  const steps = [];
  for (let at = to; came.get(at); at = came.get(at)[0]) steps.unshift({ from: came.get(at)[0], tie: came.get(at)[1], to: at });
  return steps;
};
