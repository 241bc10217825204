// Levels of training
// 治理学院层级
//
// @question   On how many levels are there places of training? | 培训阵地分为几级？
// @returns    uid string, name string, level string, sites int
// @figure     training_levels
// Browser:    :params {}
MATCH (t:TrainingSite)
WHERE t.defined AND t.level IS NOT NULL
RETURN t.level AS uid, t.level AS name, t.level AS level, count(t) AS sites
ORDER BY uid
