// Vacant posts
// 空缺职务
//
// @question   Which posts have fewer holders than seats? | 哪些职务的在任人数少于席位数？
// @param      as_of  date  snapshot  the day asked about | 查询的日期
// @returns    organisation_uid string, organisation string, role string, seat string, seats int, holders int
// @returns    vacant_seats int, last_held date
// @caveat     A post whose number of seats is not stated counts as one seat. | 未写明席位数的按一席计。
// Browser:    :params {as_of: date('2024-09-03')}
MATCH (p:Post)-[:SEAT_OF]->(o)
OPTIONAL MATCH (:Person)-[t:HOLDS]->(p)
WHERE coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true)
WITH p, o, count(DISTINCT t) AS holders
WHERE holders < coalesce(p.seats, 1)
OPTIONAL MATCH (:Person)-[t:HOLDS]->(p)
WHERE t.valid_to <= $as_of
WITH p, o, holders, max(t.valid_to) AS last_held
RETURN o.uid AS organisation_uid, o.name AS organisation, p.role AS role, p.seat AS seat, p.seats AS seats, holders,
       coalesce(p.seats, 1) - holders AS vacant_seats, last_held
ORDER BY organisation, organisation_uid, role, seat, p.uid
