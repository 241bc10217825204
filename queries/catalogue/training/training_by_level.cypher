// Training by level
// 各级培训情况
//
// @question   How many places, sessions and attendances of training are there on each level? | 各级培训阵地、场次、人次各多少？
// @param      as_of  date  snapshot  the day asked about | 查询的日期
// @returns    level string, sites int, sessions int, attendances int, first_day date, last_day date
// @caveat     Attendances are a sum, not persons. | 人次之和，不是人数。
// Browser:    :params {as_of: date('2024-09-03')}
UNWIND ['district', 'subdistrict', 'community'] AS level
OPTIONAL MATCH (x:TrainingSite)
WHERE x.level = level
WITH level, count(x) AS sites
OPTIONAL MATCH (t:TrainingSession)
WHERE t.level = level AND coalesce(t.held_on <= $as_of, true)
RETURN level, sites, count(t) AS sessions, sum(t.attendances) AS attendances, min(t.held_on) AS first_day,
       max(t.held_on) AS last_day
ORDER BY sessions, level
