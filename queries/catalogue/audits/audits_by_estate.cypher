// Audits by estate
// 各小区专项审计
//
// @question   Which estates were audited, in which batch, on which funds, by whom? | 哪些小区接受了审计，属于哪个批次，审计哪些资金，由谁实施？
// @param      as_of  date  snapshot  the day asked about | 查询的日期
// @returns    community string, estate_uid string, estate string, batch string, fund string, held_on date
// @returns    examined list<string>, carried_out_by list<string>
// Browser:    :params {as_of: date('2024-09-03')}
MATCH (a:Audit)-[:CONCERNS]->(e:Estate)
WHERE coalesce(a.held_on <= $as_of, true)
OPTIONAL MATCH (e)-[:LOCATED_IN]->(c:Community)
WITH a, e, min(c.name) AS place
OPTIONAL MATCH (a)-[:EXAMINES]->(x:Organisation)
WITH a, e, place, x.name AS name ORDER BY name
WITH a, e, place, collect(DISTINCT name) AS examined
OPTIONAL MATCH (a)-[:CARRIED_OUT_BY]->(o:Organisation)
WITH a, e, place, examined, o.name AS name ORDER BY name
WITH a, e, place, examined, collect(DISTINCT name) AS carried_out_by
RETURN place AS community, e.uid AS estate_uid, e.name AS estate, a.batch AS batch, a.fund AS fund,
    a.held_on AS held_on,
       examined, carried_out_by
ORDER BY batch, community, estate, estate_uid, held_on, a.uid
