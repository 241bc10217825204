// Training sessions of communities
// 社区级培训
//
// @question   Which training sessions were held by communities? | 社区级举办了哪些培训？
// @param      as_of  date  snapshot  the day asked about | 查询的日期
// @returns    uid string, name string, held_on date, audience string, attendances int, defined boolean
// @figure     training_sessions_community
// Browser:    :params {as_of: date('2024-09-03')}
MATCH (t:TrainingSession)
WHERE t.level = 'community' AND coalesce(t.held_on <= $as_of, true)
RETURN t.uid AS uid, t.name AS name, t.held_on AS held_on, t.audience AS audience, t.attendances AS attendances,
       t.defined AS defined
ORDER BY held_on, uid
