// Enlarged committees and general branches of communities
// 社区大党委、党总支
//
// @question   How many communities have an enlarged Party committee or a general branch? | 有多少个社区大党委（党总支）？
// @param      as_of  date  snapshot  the day asked about | 查询的日期
// @returns    uid string, name string, kind string, communities list<string>, defined boolean
// @caveat     A committee that leads two communities is one row. | 领导两个社区的党组织只算一行。
// @caveat     Rows with defined = false are stubs, named by some row and defined by none: they are shown and not counted. | defined 为否的行只被别处提到、没有自己的登记，列出但不计入。
// @figure     enlarged_community_committees
// Browser:    :params {as_of: date('2024-09-03')}
MATCH (c:PartyCommittee)-[l:LEADS]->(s:Community)
WHERE coalesce(c.valid_from <= $as_of, true) AND coalesce($as_of < c.valid_to, true)
  AND coalesce(l.valid_from <= $as_of, true) AND coalesce($as_of < l.valid_to, true)
WITH c, s.name AS community ORDER BY community
RETURN c.uid AS uid, c.name AS name, c.kind AS kind, collect(DISTINCT community) AS communities, c.defined AS defined
ORDER BY name, uid
