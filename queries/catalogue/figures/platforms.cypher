// Consultation platforms
// 党建共同体、聚能圈等共建平台
//
// @question   How many consultation platforms are there? | 有多少个共建平台？
// @param      as_of  date  snapshot  the day asked about | 查询的日期
// @returns    uid string, name string, kind string, convenors list<string>, defined boolean
// @caveat     Rows with defined = false are stubs, named by some row and defined by none: they are shown and not counted. | defined 为否的行只被别处提到、没有自己的登记，列出但不计入。
// @figure     platforms
// Browser:    :params {as_of: date('2024-09-03')}
MATCH (p:Platform)
WHERE coalesce(p.valid_from <= $as_of, true) AND coalesce($as_of < p.valid_to, true)
OPTIONAL MATCH (c:PartyCommittee)-[t:CONVENES]->(p)
WHERE coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true)
WITH p, c.name AS convenor ORDER BY convenor
RETURN p.uid AS uid, p.name AS name, p.kind AS kind, collect(DISTINCT convenor) AS convenors, p.defined AS defined
ORDER BY name, uid
