// Policy documents and who issued them
// 政策文件及印发单位
//
// @question   Which policy documents are there, and who issued them when? | 有哪些政策文件，由谁何时印发？
// @param      as_of  date  snapshot  the day asked about | 查询的日期
// @returns    document_uid string, document string, kind string, number string, issued_on date
// @returns    issued_by list<string>
// Browser:    :params {as_of: date('2024-09-03')}
MATCH (d:PolicyDocument)
WHERE coalesce(d.issued_on <= $as_of, true)
OPTIONAL MATCH (d)-[:ISSUED_BY]->(o:Organisation)
WITH d, o.name AS issuer ORDER BY issuer
RETURN d.uid AS document_uid, d.name AS document, d.kind AS kind, d.number AS number, d.issued_on AS issued_on,
       collect(DISTINCT issuer) AS issued_by
ORDER BY issued_on, document, document_uid
