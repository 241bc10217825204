// Attendances at training sessions
// 参加培训人次
//
// @question   How many attendances did training sessions have? | 参加培训共多少人次？
// @param      as_of  date  snapshot  the day asked about | 查询的日期
// @returns    uid string, name string, level string, held_on date, amount int, defined boolean
// @caveat     The sum counts attendances, not persons. | 人次之和，不是人数。
// @figure     attendances
// Browser:    :params {as_of: date('2024-09-03')}
MATCH (t:TrainingSession)
WHERE t.attendances IS NOT NULL AND coalesce(t.held_on <= $as_of, true)
RETURN t.uid AS uid, t.name AS name, t.level AS level, t.held_on AS held_on, t.attendances AS amount,
       t.defined AS defined
ORDER BY held_on, uid
