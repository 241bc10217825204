// Persons on the supervising and the supervised side
// 同时在监督方与被监督方任职
//
// @question   Who holds a seat on the supervising and on the supervised side, for how long? | 谁同时在监督方和被监督方任职，已有多少天？
// @param      rule   string  null      the rule with its article, as the rule set has it | 适用的规则及条款，由规则集给出
// @param      as_of  date    snapshot  the day asked about | 查询的日期
// @returns    estate_uid string, estate string, person string, supervising string, supervising_role string
// @returns    supervised string, supervised_role string, since date, days int, days_possible int, rule string
// @returns    certainty string, identity string
// @caveat     The supervised side is the owners' committee and the firm that serves its estate. | 被监督方指业委会及服务该小区的物业企业。
// @caveat     Days are counted up to the day asked about, that day included. | 天数计至查询日，含当日。
// @caveat     Whether a rule forbids it depends on rule set and day; this query only shows the seats. | 是否违反规定须依规则集和日期判断，本查询只列出任职情况。
// @caveat     Persons are codes; rows that could not be joined by a number stay apart, so that the count is at least this. | 人员只显示代码；无法凭编号合并的行各自计算，实际数量至少如此。
// Browser:    :params {rule: null, as_of: date('2024-09-03')}
MATCH (p:Person)-[h:HOLDS]->(first:Post)-[:SEAT_OF]->(v:SupervisoryCommittee)-[u:SUPERVISES]->(o:OwnersCommittee)
WHERE coalesce(h.valid_from <= $as_of, true) AND coalesce($as_of < h.valid_to, true)
  AND coalesce(u.valid_from <= $as_of, true) AND coalesce($as_of < u.valid_to, true)
MATCH (o)-[r:REPRESENTS]->(e:Estate)
WHERE coalesce(r.valid_from <= $as_of, true) AND coalesce($as_of < r.valid_to, true)
OPTIONAL MATCH (f:PropertyFirm)-[t:SERVES]->(e)
WHERE coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true)
WITH p, h, first, v, e, o, collect(DISTINCT f) AS firms
UNWIND [o] + firms AS body
MATCH (p)-[s:HOLDS]->(second:Post)-[:SEAT_OF]->(body)
WHERE coalesce(s.valid_from <= $as_of, true) AND coalesce($as_of < s.valid_to, true)
WITH DISTINCT p, h, first, v, e, s, second, body,
     CASE WHEN h.valid_from > s.valid_from THEN h.valid_from ELSE s.valid_from END AS since,
     CASE
         WHEN h.valid_from_latest > s.valid_from_latest THEN h.valid_from_latest
              ELSE s.valid_from_latest END AS surely_since,
     h.valid_from_latest <= $as_of AND $as_of < h.valid_to_earliest AND s.valid_from_latest <= $as_of
       AND $as_of < s.valid_to_earliest AS sure
RETURN e.uid AS estate_uid, e.name AS estate, p.name AS person, v.name AS supervising, first.role AS supervising_role,
       body.name AS supervised, second.role AS supervised_role, since,
       CASE WHEN sure THEN duration.inDays(surely_since, $as_of).days + 1 END AS days,
       duration.inDays(since, $as_of).days + 1 AS days_possible, $rule AS rule,
       CASE WHEN sure THEN 'definite' ELSE 'possible' END AS certainty,
       CASE WHEN 'alone' IN [h.identity, s.identity] THEN 'alone' WHEN 'medium' IN [h.identity,
           s.identity] THEN 'medium'
            WHEN 'decided' IN [h.identity, s.identity] THEN 'decided' ELSE h.identity END AS identity
ORDER BY estate, estate_uid, person, supervising, supervised, since, h.uid, s.uid
