// Needs that nobody has offered to meet
// 无人认领的需求
//
// @question   Which open needs have met no resource and no project, and for how long? | 哪些未办结的需求没有资源或项目对接，已有多久？
// @param      as_of  date  snapshot  the day asked about | 查询的日期
// @returns    community string, need_uid string, need string, kind string, made_on date, days_open int
// @returns    state string
// Browser:    :params {as_of: date('2024-09-03')}
OPTIONAL MATCH (o:Pledge)
WHERE o.answers IS NOT NULL AND coalesce(o.made_on <= $as_of, true)
WITH collect(o.answers) AS answered
MATCH (n:Pledge {list: 'needs'})
WHERE coalesce(n.made_on <= $as_of, true) AND coalesce(n.state, 'open') = 'open' AND NOT n.uid IN answered
OPTIONAL MATCH (n)-[:MADE_TO]->(to:PartyCommittee)-[:LEADS]->(a:AdminUnit)
OPTIONAL MATCH (n)-[:MADE_BY]->(by:PartyCommittee)-[:LEADS]->(b:AdminUnit)
WITH n, min(coalesce(a.name, b.name)) AS place
RETURN place AS community, n.uid AS need_uid, n.name AS need, n.kind AS kind, n.made_on AS made_on,
       duration.inDays(n.made_on, $as_of).days AS days_open, n.state AS state
ORDER BY community, made_on, need_uid
