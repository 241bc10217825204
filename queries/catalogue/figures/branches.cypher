// Branches of estates and grids
// 小区（网格）党支部
//
// @question   How many estate and grid branches are there? | 有多少个小区（网格）党支部？
// @param      as_of  date  snapshot  the day asked about | 查询的日期
// @returns    uid string, name string, kind string, members int, superiors list<string>, defined boolean
// @caveat     A joint branch of several estates is one branch. | 覆盖多个小区的联合党支部算一个。
// @caveat     Rows with defined = false are stubs, named by some row and defined by none: they are shown and not counted. | defined 为否的行只被别处提到、没有自己的登记，列出但不计入。
// @figure     branches
// Browser:    :params {as_of: date('2024-09-03')}
MATCH (b:PartyBranch)
WHERE coalesce(b.valid_from <= $as_of, true) AND coalesce($as_of < b.valid_to, true)
OPTIONAL MATCH (b)-[t:SUBORDINATE_TO]->(c:PartyCommittee)
WHERE coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true)
WITH b, c.name AS superior ORDER BY superior
RETURN b.uid AS uid, b.name AS name, b.kind AS kind, b.members AS members, collect(DISTINCT superior) AS superiors,
       b.defined AS defined
ORDER BY name, uid
