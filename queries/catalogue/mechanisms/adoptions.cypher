// Mechanisms and who adopts them
// 机制及其采用单位
//
// @question   Which organisations have adopted which mechanism, since when? | 哪些单位采用了哪项机制，始于何时？
// @param      as_of  date  snapshot  the day asked about | 查询的日期
// @returns    mechanism_uid string, mechanism string, kind string, organisation_uid string, organisation string
// @returns    since date, certainty string
// Browser:    :params {as_of: date('2024-09-03')}
MATCH (o:Organisation)-[t:ADOPTS]->(m:Mechanism)
WHERE coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true)
RETURN m.uid AS mechanism_uid, m.name AS mechanism, m.kind AS kind, o.uid AS organisation_uid, o.name AS organisation,
       t.valid_from AS since,
       CASE WHEN t.valid_from_latest <= $as_of AND $as_of < t.valid_to_earliest
       THEN 'definite' ELSE 'possible' END AS certainty
ORDER BY mechanism, mechanism_uid, organisation, organisation_uid, since, t.uid
