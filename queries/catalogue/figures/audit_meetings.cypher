// Meetings to advance the audit
// 专项审计推进会
//
// @question   Which meetings advanced the audit? | 召开了哪些审计推进会？
// @param      as_of  date  snapshot  the day asked about | 查询的日期
// @returns    uid string, name string, held_on date, participants int, defined boolean
// @caveat     Rows with defined = false are stubs, named by some row and defined by none: they are shown and not counted. | defined 为否的行只被别处提到、没有自己的登记，列出但不计入。
// @figure     audit_meetings
// Browser:    :params {as_of: date('2024-09-03')}
MATCH (a:Activity)
WHERE a.kind = 'audit_meeting' AND coalesce(a.held_on <= $as_of, true)
OPTIONAL MATCH (o:Organisation)-[:TOOK_PART_IN]->(a)
RETURN a.uid AS uid, a.name AS name, a.held_on AS held_on, count(DISTINCT o) AS participants, a.defined AS defined
ORDER BY held_on, uid
