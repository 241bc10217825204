// Needs, and who offers what for them
// 需求及其对接情况
//
// @question   Which needs met a resource or a project, and which none? | 哪些需求对接到了资源或项目，哪些没有？
// @param      as_of  date  snapshot  the day asked about | 查询的日期
// @returns    community string, need_uid string, need string, kind string, made_on date, offered_by list<string>
// @returns    offers int, met boolean, state string
// @caveat     The community is that of the committee to which the need was addressed, else of the one that listed it. | 社区按需求面向的党组织确定，其次按提出方。
// Browser:    :params {as_of: date('2024-09-03')}
OPTIONAL MATCH (o:Pledge)
WHERE o.answers IS NOT NULL AND coalesce(o.made_on <= $as_of, true)
WITH collect(o) AS answering
MATCH (n:Pledge {list: 'needs'})
WHERE coalesce(n.made_on <= $as_of, true)
OPTIONAL MATCH (n)-[:MADE_TO]->(to:PartyCommittee)-[:LEADS]->(a:AdminUnit)
OPTIONAL MATCH (n)-[:MADE_BY]->(by:PartyCommittee)-[:LEADS]->(b:AdminUnit)
WITH n, min(coalesce(a.name, b.name)) AS place, [o IN answering WHERE o.answers = n.uid] AS offered
UNWIND CASE WHEN size(offered) > 0 THEN offered ELSE [n] END AS o
OPTIONAL MATCH (o)-[:MADE_BY]->(u:Organisation)
WHERE size(offered) > 0
WITH n, place, size(offered) AS offers, u.name AS unit ORDER BY unit
WITH n, place, offers, collect(DISTINCT unit) AS units
RETURN place AS community, n.uid AS need_uid, n.name AS need, n.kind AS kind, n.made_on AS made_on,
       units AS offered_by, offers, offers > 0 AS met, n.state AS state
ORDER BY community, made_on, need_uid
