// Part-time seats of committees, filled and vacant
// 兼职委员席位及空缺
//
// @question   Which units hold a part-time seat, and which seats are vacant? | 哪些单位有兼职委员席位，哪些席位空缺？
// @param      as_of  date  snapshot  the day asked about | 查询的日期
// @returns    committee_uid string, committee string, unit string, seat string, holder string, since date
// @returns    vacant boolean, vacant_seats int, identity string, certainty string
// @caveat     A post whose number of seats is not stated counts as one seat. | 未写明席位数的按一席计。
// @caveat     Persons are codes; rows that could not be joined by a number stay apart, so that the count is at least this. | 人员只显示代码；无法凭编号合并的行各自计算，实际数量至少如此。
// Browser:    :params {as_of: date('2024-09-03')}
MATCH (p:Post {role: 'part_time_member'})-[:SEAT_OF]->(c:PartyOrganisation)
OPTIONAL MATCH (p)-[:DELEGATED_BY]->(u:Organisation)
WITH p, c, u.name AS delegating ORDER BY delegating
WITH p, c, collect(DISTINCT delegating) AS units
OPTIONAL MATCH (x:Person)-[t:HOLDS]->(p)
WHERE coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true)
WITH p, c, units, x.name AS code, t ORDER BY code, t.uid
WITH p, c, units, collect(t) AS held
WITH p, c, units, held, coalesce(p.seats, 1) - size(held) AS free
UNWIND CASE WHEN free > 0 THEN held + [null] ELSE held END AS t
OPTIONAL MATCH (x:Person)-[h:HOLDS]->(p)
WHERE h.uid = t.uid
RETURN c.uid AS committee_uid, c.name AS committee,
       reduce(text = '', n IN units | CASE text WHEN '' THEN n ELSE text + '、' + n END) AS unit,
       p.seat AS seat, x.name AS holder, h.valid_from AS since, h IS NULL AS vacant,
       CASE WHEN h IS NULL THEN free END AS vacant_seats, h.identity AS identity,
       CASE WHEN h IS NULL THEN null
            WHEN h.valid_from_latest <= $as_of AND $as_of < h.valid_to_earliest
            THEN 'definite' ELSE 'possible' END AS certainty
ORDER BY committee, committee_uid, unit, seat, vacant, holder, p.uid, h.uid
