// Estates that a branch covers
// 党的工作覆盖的小区
//
// @question   Which share of all estates does a branch cover, by organisation or by work? | 有多大比例的小区有党支部覆盖（组织覆盖或工作覆盖）？
// @param      as_of  date  snapshot  the day asked about | 查询的日期
// @returns    uid string, name string, communities list<string>, branches list<string>, counted boolean
// @returns    defined boolean
// @caveat     An estate counts if a branch covers it or its grid. | 小区或其所在网格有党支部覆盖即计入。
// @caveat     Rows with defined = false are stubs, named by some row and defined by none: they are shown and not counted. | defined 为否的行只被别处提到、没有自己的登记，列出但不计入。
// @figure     work_coverage
// Browser:    :params {as_of: date('2024-09-03')}
MATCH (e:Estate)
WHERE coalesce(e.valid_from <= $as_of, true) AND coalesce($as_of < e.valid_to, true)
OPTIONAL MATCH (e)-[:LOCATED_IN]->(g:Grid)
WITH e, collect(g) + [e] AS places
UNWIND places AS place
OPTIONAL MATCH (place)<-[t:COVERS]-(b:PartyBranch)
WHERE coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true)
WITH e, b.name AS branch ORDER BY branch
WITH e, collect(DISTINCT branch) AS branches
OPTIONAL MATCH (e)-[:LOCATED_IN]->(c:Community)
WITH e, branches, c.name AS community ORDER BY community
RETURN e.uid AS uid, e.name AS name, collect(DISTINCT community) AS communities, branches,
       size(branches) > 0 AS counted, e.defined AS defined
ORDER BY name, uid
