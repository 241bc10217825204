// The troika and the three systems, estate by estate
// 各小区“三驾马车”与三项制度
//
// @question   Where are branch, owners' committee and property firm all there, with every system adopted? | 哪些小区党支部、业委会、物业齐全，并落实了各项制度？
// @param      as_of  date  snapshot  the day asked about | 查询的日期
// @returns    subdistrict string, community string, estate_uid string, estate string, branches list<string>
// @returns    owners_committees list<string>, firms list<string>, systems list<string>
// @returns    systems_not_adopted list<string>, last_joint_meeting date, troika_complete boolean, complete boolean
// @caveat     A system counts where the branch or the owners' committee has adopted it; the systems are the mechanisms of that kind. | 党支部或业委会已采用即算落实；制度指类别为“制度”的机制。
// @caveat     A joint meeting is one that the ledger ties to the estate. | 联席会议以台账注明涉及该小区为准。
// Browser:    :params {as_of: date('2024-09-03')}
OPTIONAL MATCH (k:Mechanism {kind: 'system'})
WITH k ORDER BY k.name, k.uid
WITH collect(k) AS known
MATCH (e:Estate)
WHERE coalesce(e.valid_from <= $as_of, true) AND coalesce($as_of < e.valid_to, true)
CALL (e) {
  OPTIONAL MATCH (e)-[:LOCATED_IN]->(g:Grid)
  WITH e, collect(g) + [e] AS places
  UNWIND places AS place
  MATCH (place)<-[t:COVERS]-(b:PartyBranch)
  WHERE coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true)
  WITH b ORDER BY b.name, b.uid
  RETURN collect(DISTINCT b) AS branches
}
CALL (e) {
  MATCH (e)<-[t:REPRESENTS]-(o:OwnersCommittee)
  WHERE coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true)
  WITH o ORDER BY o.name, o.uid
  RETURN collect(DISTINCT o) AS committees
}
CALL (e) {
  MATCH (e)<-[t:SERVES]-(f:PropertyFirm)
  WHERE coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true)
  WITH f ORDER BY f.name, f.uid
  RETURN collect(DISTINCT f) AS firms
}
CALL (branches, committees) {
  UNWIND branches + committees AS y
  MATCH (y)-[t:ADOPTS]->(m:Mechanism {kind: 'system'})
  WHERE coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true)
  RETURN collect(DISTINCT m) AS adopted
}
CALL (e) {
  MATCH (e)<-[:CONCERNS]-(a:Activity {kind: 'joint_meeting'})
  WHERE a.held_on <= $as_of
  RETURN max(a.held_on) AS last_joint_meeting
}
CALL (e) {
  OPTIONAL MATCH (e)-[:LOCATED_IN]->(c:Community)
  OPTIONAL MATCH (c)-[:PART_OF]->(s:Subdistrict)
  RETURN min(c.name) AS lower, min(s.name) AS upper
}
WITH known, e, branches, committees, firms, adopted, last_joint_meeting, lower, upper,
     size(branches) > 0 AND size(committees) > 0 AND size(firms) > 0 AS troika_complete
RETURN upper AS subdistrict, lower AS community, e.uid AS estate_uid, e.name AS estate,
       [x IN branches | x.name] AS branches, [x IN committees | x.name] AS owners_committees,
       [x IN firms | x.name] AS firms, [x IN known WHERE x IN adopted | x.name] AS systems,
       [x IN known WHERE NOT x IN adopted | x.name] AS systems_not_adopted, last_joint_meeting, troika_complete,
       troika_complete AND size(known) > 0 AND size(known) = size(adopted) AS complete
ORDER BY subdistrict, community, estate, estate_uid
