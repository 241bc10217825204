// Branch secretaries who direct the owners' committee of an estate that their branch covers
// 兼任所覆盖小区业委会主任的党支部书记
//
// @question   Which branch secretaries direct the owners' committee of an estate that their branch covers? | 哪些党支部书记兼任本支部所覆盖小区的业委会主任？
// @param      count_as  string(persons|seats)  'persons'  persons or seats | persons 按人计，seats 按席位计
// @param      as_of     date                   snapshot   the day asked about | 查询的日期
// @returns    uid string, name string, estates list<string>, branches list<string>, certainty string
// @returns    defined boolean
// @caveat     Persons are codes; rows that could not be joined by a number stay apart, so that the count is at least this. | 人员只显示代码；无法凭编号合并的行各自计算，实际人数至少如此。
// @figure     secretary_directors
// Browser:    :params {count_as: 'persons', as_of: date('2024-09-03')}
MATCH (p:Person)-[h:HOLDS]->(:Post {role: 'director'})-[:SEAT_OF]->(:OwnersCommittee)-[r:REPRESENTS]->(e:Estate)
WHERE coalesce(h.valid_from <= $as_of, true) AND coalesce($as_of < h.valid_to, true)
  AND coalesce(r.valid_from <= $as_of, true) AND coalesce($as_of < r.valid_to, true)
OPTIONAL MATCH (e)-[:LOCATED_IN]->(g:Grid)
WITH p, h, e, collect(g) + [e] AS places
MATCH (p)-[s:HOLDS]->(:Post {role: 'secretary'})-[:SEAT_OF]->(b:PartyBranch)-[c:COVERS]->(place)
WHERE place IN places
  AND coalesce(s.valid_from <= $as_of, true) AND coalesce($as_of < s.valid_to, true)
  AND coalesce(c.valid_from <= $as_of, true) AND coalesce($as_of < c.valid_to, true)
WITH p, h, e.name AS estate, b.name AS branch,
     h.valid_from_latest <= $as_of AND $as_of < h.valid_to_earliest AND s.valid_from_latest <= $as_of
       AND $as_of < s.valid_to_earliest AS sure
ORDER BY estate, branch
WITH CASE $count_as WHEN 'seats' THEN h.uid ELSE p.uid END AS uid, p.name AS name, p.defined AS defined,
     collect(DISTINCT estate) AS estates, collect(DISTINCT branch) AS branches,
     max(CASE WHEN sure THEN 1 ELSE 0 END) AS sure
RETURN uid, name, estates, branches, CASE sure WHEN 1 THEN 'definite' ELSE 'possible' END AS certainty, defined
ORDER BY name, uid
