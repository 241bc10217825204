// Secretaries who direct an owners' committee
// 担任业委会主任的党支部书记
//
// @question   Which branch secretaries direct an owners' committee, since when, how chosen, and is it an estate of their own branch? | 哪些党支部书记担任业委会主任，始于何时，如何产生，是否本支部覆盖的小区？
// @param      as_of  date  snapshot  the day asked about | 查询的日期
// @returns    community string, estate_uid string, estate string, branch string, person string, since date
// @returns    routes list<string>, owner boolean, same_estate boolean, certainty string, identity string
// @caveat     Since is the first day on which both posts may have been held. | 始于指两个职务可能同时担任的首日。
// @caveat     Persons are codes; rows that could not be joined by a number stay apart, so that the count is at least this. | 人员只显示代码；无法凭编号合并的行各自计算，实际数量至少如此。
// Browser:    :params {as_of: date('2024-09-03')}
MATCH (p:Person)-[h:HOLDS]->(:Post {role: 'director'})-[:SEAT_OF]->(o:OwnersCommittee)-[r:REPRESENTS]->(e:Estate)
WHERE coalesce(h.valid_from <= $as_of, true) AND coalesce($as_of < h.valid_to, true)
  AND coalesce(r.valid_from <= $as_of, true) AND coalesce($as_of < r.valid_to, true)
MATCH (p)-[s:HOLDS]->(:Post {role: 'secretary'})-[:SEAT_OF]->(b:PartyBranch)
WHERE coalesce(s.valid_from <= $as_of, true) AND coalesce($as_of < s.valid_to, true)
WITH DISTINCT p, h, e, s, b
OPTIONAL MATCH (e)-[:LOCATED_IN]->(g:Grid)
WITH p, h, e, s, b, collect(g) + [e] AS places
OPTIONAL MATCH (e)-[:LOCATED_IN]->(c:Community)
WITH p, h, e, s, b, places, min(c.name) AS place
WITH p, h, e, s, b, place,
     EXISTS { MATCH (b)-[t:COVERS]->(x)
         WHERE x IN places AND coalesce(t.valid_from <= $as_of, true)
           AND coalesce($as_of < t.valid_to, true) } AS same_estate
RETURN place AS community, e.uid AS estate_uid, e.name AS estate, b.name AS branch, p.name AS person,
       CASE WHEN h.valid_from > s.valid_from THEN h.valid_from ELSE s.valid_from END AS since, h.routes AS routes,
       h.owner AS owner, same_estate,
       CASE WHEN h.valid_from_latest <= $as_of AND $as_of < h.valid_to_earliest AND s.valid_from_latest <= $as_of
         AND $as_of < s.valid_to_earliest
       THEN 'definite' ELSE 'possible' END AS certainty,
       CASE WHEN 'alone' IN [h.identity, s.identity] THEN 'alone' WHEN 'medium' IN [h.identity,
           s.identity] THEN 'medium'
            WHEN 'decided' IN [h.identity, s.identity] THEN 'decided' ELSE h.identity END AS identity
ORDER BY community, estate, estate_uid, branch, person, since, h.uid, s.uid
