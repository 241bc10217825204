// Units by number of ties
// 共建关系最多的单位
//
// @question   With how many committees, platforms and alliances is each unit tied? | 各单位与多少党组织、平台、联盟有关系？
// @param      as_of  date  snapshot  the day asked about | 查询的日期
// @returns    unit_uid string, unit string, kind string, committees int, platforms int, alliances int, ties int
// @caveat     Ties that may have ended are counted. | 可能已终止的关系也计入。
// Browser:    :params {as_of: date('2024-09-03')}
MATCH (u:Organisation)-[t:CO_BUILDS_WITH|TAKES_PART_IN|PARTY_TO]->(x)
WHERE coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true)
WITH DISTINCT u, x
WITH u, count(CASE WHEN x:PartyCommittee THEN 1 END) AS committees, count(CASE WHEN x:Platform THEN 1 END) AS platforms,
     count(CASE WHEN x:Alliance THEN 1 END) AS alliances
RETURN u.uid AS unit_uid, u.name AS unit, u.kind AS kind, committees, platforms, alliances,
       committees + platforms + alliances AS ties
ORDER BY ties DESC, unit, unit_uid
