// Matters by community
// 各社区事项办理情况
//
// @question   How many disputes and urgent needs were received and settled in each community, and how fast? | 各社区收到并办结多少矛盾纠纷和急难愁盼事项，平均多少天？
// @param      as_of  date  snapshot  the day asked about | 查询的日期
// @returns    subdistrict string, community_uid string, community string, kind string, received int, settled int
// @returns    days_to_settle float
// @caveat     Only matters that a register ties to an estate are shown. | 只含登记了所涉小区的事项。
// Browser:    :params {as_of: date('2024-09-03')}
MATCH (m:Matter)-[:CONCERNS]->(:Estate)-[:LOCATED_IN]->(c:Community)
WHERE coalesce(m.received_on <= $as_of, true)
WITH DISTINCT m, c, m.state = 'settled' AND coalesce(m.settled_on <= $as_of, true) AS done
OPTIONAL MATCH (c)-[:PART_OF]->(s:Subdistrict)
RETURN s.name AS subdistrict, c.uid AS community_uid, c.name AS community, m.kind AS kind, count(m) AS received,
       count(CASE WHEN done THEN 1 END) AS settled,
       avg(CASE WHEN done THEN toFloat(duration.inDays(m.received_on, m.settled_on).days) END) AS days_to_settle
ORDER BY subdistrict, community, community_uid, kind
