// The neighbours of a node
// 某节点的全部关系
//
// @question   What is a node tied to on the day, and since when? | 某节点在该日与哪些对象有关系，始于何时？
// @param      uid    string  required  uid of the node | 节点的 uid
// @param      as_of  date    snapshot  the day asked about | 查询的日期
// @returns    direction string, relationship string, neighbour_uid string, neighbour string, since date
// @returns    until date, certainty string
// @caveat     Ties that bear no dates, such as a place within another, are shown as possible. | 没有日期的关系（如地域隶属）显示为“可能”。
// Browser:    :params {uid: 'community:990206003022', as_of: date('2024-09-03')}
MATCH (n)-[t]-(m)
WHERE n.uid = $uid
  AND coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true)
RETURN CASE WHEN startNode(t) = n THEN 'outgoing' ELSE 'incoming' END AS direction, type(t) AS relationship,
       m.uid AS neighbour_uid, m.name AS neighbour, t.valid_from AS since, t.valid_to AS until,
       CASE WHEN t.valid_from_latest <= $as_of AND $as_of < t.valid_to_earliest
       THEN 'definite' ELSE 'possible' END AS certainty
ORDER BY relationship, direction, neighbour, neighbour_uid, since, t.uid
