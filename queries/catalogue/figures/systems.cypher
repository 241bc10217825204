// Systems by which the branch takes part in the owners' committee's work
// 党组织领导业委会运行的制度
//
// @question   Which systems let the branch lead the work of the owners' committee? | 党支部领导业委会运行的制度有哪几项？
// @param      as_of  date  snapshot  the day asked about | 查询的日期
// @returns    uid string, name string, adopted_by int, defined boolean
// @caveat     A system counts once it is registered, adopted or not. | 制度登记即计入，不论有无单位采用。
// @caveat     Rows with defined = false are stubs, named by some row and defined by none: they are shown and not counted. | defined 为否的行只被别处提到、没有自己的登记，列出但不计入。
// @figure     systems
// Browser:    :params {as_of: date('2024-09-03')}
MATCH (m:Mechanism)
WHERE m.kind = 'system'
OPTIONAL MATCH (o:Organisation)-[t:ADOPTS]->(m)
WHERE coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true)
RETURN m.uid AS uid, m.name AS name, count(DISTINCT o) AS adopted_by, m.defined AS defined
ORDER BY name, uid
