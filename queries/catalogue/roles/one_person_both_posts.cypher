// Secretary and residents' committee's director in one person
// 书记、主任一肩挑
//
// @question   In how many communities are the secretary and the director of the residents' committee one person, and which are the exceptions? | 多少社区的党组织书记与居委会主任由一人担任，例外是哪些？
// @param      as_of  date  snapshot  the day asked about | 查询的日期
// @returns    subdistrict_uid string, subdistrict string, communities int, with_one_holder int, share float
// @returns    exceptions list<string>, without_record list<string>
// @caveat     A community of which one of the posts has no holder on record is no exception: it is listed apart. | 缺少任职记录的社区不算例外，单独列出。
// @caveat     Persons are codes; rows that could not be joined by a number stay apart, so that the count is at least this. | 人员只显示代码；无法凭编号合并的行各自计算，实际数量至少如此。
// Browser:    :params {as_of: date('2024-09-03')}
MATCH (c:Community)-[:PART_OF]->(s:Subdistrict)
WHERE coalesce(c.valid_from <= $as_of, true) AND coalesce($as_of < c.valid_to, true)
OPTIONAL MATCH (c)<-[l:LEADS]-(:PartyCommittee)<-[:SEAT_OF]-(:Post {role: 'secretary'})<-[h:HOLDS]-(p:Person)
WHERE coalesce(h.valid_from <= $as_of, true) AND coalesce($as_of < h.valid_to, true)
  AND coalesce(l.valid_from <= $as_of, true) AND coalesce($as_of < l.valid_to, true)
WITH c, s, collect(DISTINCT p) AS secretaries
OPTIONAL MATCH (c)<-[r:REPRESENTS]-(:ResidentsCommittee)<-[:SEAT_OF]-(:Post {role: 'director'})<-[h:HOLDS]-(p:Person)
WHERE coalesce(h.valid_from <= $as_of, true) AND coalesce($as_of < h.valid_to, true)
  AND coalesce(r.valid_from <= $as_of, true) AND coalesce($as_of < r.valid_to, true)
WITH c, s, secretaries, collect(DISTINCT p) AS directors
WITH c, s, any(x IN secretaries WHERE x IN directors) AS one, size(secretaries) = 0 OR size(directors) = 0 AS unknown
ORDER BY c.name, c.uid
WITH s, count(c) AS communities, count(CASE WHEN one THEN 1 END) AS with_one_holder,
     collect(CASE WHEN NOT one AND NOT unknown THEN c.name END) AS exceptions,
     collect(CASE WHEN unknown THEN c.name END) AS without_record
RETURN s.uid AS subdistrict_uid, s.name AS subdistrict, communities, with_one_holder,
       toFloat(with_one_holder) / communities AS share, exceptions, without_record
ORDER BY subdistrict, subdistrict_uid
