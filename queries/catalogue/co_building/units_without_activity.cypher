// Co-building units without activity
// 近期无活动记录的共建单位
//
// @question   Which co-building units took part in no activity in the last months? | 哪些共建单位近期没有活动记录？
// @param      months  int   12        how many months before that day | 该日之前的月数
// @param      as_of   date  snapshot  the day asked about | 查询的日期
// @returns    unit_uid string, unit string, kind string, committees list<string>, since date, last_activity date
// @returns    days_since int, certainty string
// @caveat     No record is not the same as no activity: see whether the office's ledger covers the period. | 无记录不等于没有活动，请先确认台账是否覆盖该期间。
// Browser:    :params {months: 12, as_of: date('2024-09-03')}
MATCH (u:Organisation)-[t:CO_BUILDS_WITH]->(c:PartyCommittee)
WHERE coalesce(t.valid_from <= $as_of, true) AND coalesce($as_of < t.valid_to, true)
WITH u, t, c, t.valid_from_latest <= $as_of AND $as_of < t.valid_to_earliest AS sure
ORDER BY c.name, c.uid
WITH u, collect(DISTINCT c.name) AS committees, min(t.valid_from) AS since,
    max(CASE WHEN sure THEN 1 ELSE 0 END) AS sure
OPTIONAL MATCH (u)-[:TOOK_PART_IN]->(a:Activity)
WHERE a.held_on <= $as_of
WITH u, committees, since, sure, max(a.held_on) AS last_activity
WHERE last_activity IS NULL OR last_activity <= $as_of - duration({months: $months})
RETURN u.uid AS unit_uid, u.name AS unit, u.kind AS kind, committees, since, last_activity,
       duration.inDays(last_activity, $as_of).days AS days_since,
       CASE sure WHEN 1 THEN 'definite' ELSE 'possible' END AS certainty
ORDER BY last_activity, unit, unit_uid
