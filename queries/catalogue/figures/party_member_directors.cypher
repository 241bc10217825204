// Party members who direct an owners' committee
// 担任业委会主任的党员
//
// @question   Which Party members direct an owners' committee? | 哪些党员担任业委会主任？
// @param      include_secretaries  boolean                true       whether secretaries of a branch that covers the estate count, too | 是否包括兼任的党支部书记
// @param      count_as             string(persons|seats)  'persons'  persons or seats | persons 按人计，seats 按席位计
// @param      as_of                date                   snapshot   the day asked about | 查询的日期
// @returns    uid string, name string, estates list<string>, is_secretary boolean, certainty string
// @returns    defined boolean
// @caveat     Membership is what the register says; unknown is not counted. | 党员身份以登记为准，不详的不计入。
// @figure     party_member_directors
// Browser:    :params {include_secretaries: true, count_as: 'persons', as_of: date('2024-09-03')}
MATCH (p:Person)-[h:HOLDS]->(:Post {role: 'director'})-[:SEAT_OF]->(:OwnersCommittee)-[r:REPRESENTS]->(e:Estate)
WHERE p.party_member = 'member'
  AND coalesce(h.valid_from <= $as_of, true) AND coalesce($as_of < h.valid_to, true)
  AND coalesce(r.valid_from <= $as_of, true) AND coalesce($as_of < r.valid_to, true)
OPTIONAL MATCH (e)-[:LOCATED_IN]->(g:Grid)
WITH p, h, e, collect(g) + [e] AS places
WITH p, h, e.name AS estate,
     h.valid_from_latest <= $as_of AND $as_of < h.valid_to_earliest AS sure,
     EXISTS {
       MATCH (p)-[s:HOLDS]->(:Post {role: 'secretary'})-[:SEAT_OF]->(:PartyBranch)-[c:COVERS]->(place)
       WHERE place IN places
         AND coalesce(s.valid_from <= $as_of, true) AND coalesce($as_of < s.valid_to, true)
         AND coalesce(c.valid_from <= $as_of, true) AND coalesce($as_of < c.valid_to, true)
     } AS secretary
ORDER BY estate
WITH CASE $count_as WHEN 'seats' THEN h.uid ELSE p.uid END AS uid, p.name AS name, p.defined AS defined,
     collect(DISTINCT estate) AS estates, max(CASE WHEN secretary THEN 1 ELSE 0 END) AS secretary,
     max(CASE WHEN sure THEN 1 ELSE 0 END) AS sure
WHERE $include_secretaries OR secretary = 0
RETURN uid, name, estates, secretary = 1 AS is_secretary,
       CASE sure WHEN 1 THEN 'definite' ELSE 'possible' END AS certainty, defined
ORDER BY name, uid
