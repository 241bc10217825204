// Estates in a batch of audits
// 某批次专项审计的小区
//
// @question   Which estates does the batch of audits concern? | 该批次审计了哪些小区？
// @param      batch  string  required  name of the batch | 批次名称
// @param      as_of  date    snapshot  the day asked about | 查询的日期
// @returns    uid string, name string, funds list<string>, held_on date, defined boolean
// @caveat     Two audits of one estate in one batch are one row. | 同一批次对同一小区的两次审计只算一行。
// @caveat     Rows with defined = false are stubs, named by some row and defined by none: they are shown and not counted. | defined 为否的行只被别处提到、没有自己的登记，列出但不计入。
// @figure     audited_estates
// Browser:    :params {batch: '第一批', as_of: date('2024-09-03')}
MATCH (a:Audit)-[:CONCERNS]->(e:Estate)
WHERE a.batch = $batch AND coalesce(a.held_on <= $as_of, true)
WITH e, a.fund AS fund, a.held_on AS day ORDER BY fund
RETURN e.uid AS uid, e.name AS name, collect(DISTINCT fund) AS funds, min(day) AS held_on, e.defined AS defined
ORDER BY name, uid
