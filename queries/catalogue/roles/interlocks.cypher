// Organisations tied by shared persons
// 由同一人任职而相连的组织
//
// @question   Which organisations share persons on the day, and in which roles? | 哪些组织在该日由同一人任职，担任什么职务？
// @param      as_of  date  snapshot  the day asked about | 查询的日期
// @returns    first_uid string, first_organisation string, second_uid string, second_organisation string
// @returns    persons int, role_pairs list<string>, since date, certainty string
// @caveat     Definite: at least one person surely sits in both on the day. | 至少一人确定同时任职即为确定。
// @caveat     Persons are codes; rows that could not be joined by a number stay apart, so that the count is at least this. | 人员只显示代码；无法凭编号合并的行各自计算，实际数量至少如此。
// Browser:    :params {as_of: date('2024-09-03')}
MATCH (p:Person)-[h:HOLDS]->(a:Post)-[:SEAT_OF]->(o1:Organisation)
WHERE coalesce(h.valid_from <= $as_of, true) AND coalesce($as_of < h.valid_to, true)
MATCH (p)-[s:HOLDS]->(b:Post)-[:SEAT_OF]->(o2:Organisation)
WHERE o1.uid < o2.uid
  AND coalesce(s.valid_from <= $as_of, true) AND coalesce($as_of < s.valid_to, true)
WITH o1, o2, p, a.role + ' + ' + b.role AS pair,
    CASE WHEN h.valid_from > s.valid_from THEN h.valid_from ELSE s.valid_from END AS day,
     h.valid_from_latest <= $as_of AND $as_of < h.valid_to_earliest AND s.valid_from_latest <= $as_of
       AND $as_of < s.valid_to_earliest AS sure
ORDER BY pair
WITH o1, o2, count(DISTINCT p) AS persons, collect(DISTINCT pair) AS role_pairs, min(day) AS since,
     max(CASE WHEN sure THEN 1 ELSE 0 END) AS sure
RETURN o1.uid AS first_uid, o1.name AS first_organisation, o2.uid AS second_uid, o2.name AS second_organisation,
       persons, role_pairs, since, CASE sure WHEN 1 THEN 'definite' ELSE 'possible' END AS certainty
ORDER BY persons DESC, first_organisation, first_uid, second_organisation, second_uid
