// Renewal projects in an area
// 某片区改造项目
//
// @question   Which projects lie within the area? | 该片区有哪些改造项目？
// @param      area  string  required  name of the area | 片区名称
// @returns    uid string, name string, project_kind string, project_state string, estates list<string>
// @returns    defined boolean
// @caveat     Rows with defined = false are stubs, named by some row and defined by none: they are shown and not counted. | defined 为否的行只被别处提到、没有自己的登记，列出但不计入。
// @figure     dongdu_projects
// Browser:    :params {area: '示例片区'}
MATCH (p:Project)-[:WITHIN]->(a:Area)
WHERE a.name = $area
OPTIONAL MATCH (p)-[:CONCERNS]->(e:Estate)
WITH p, e.name AS estate ORDER BY estate
RETURN p.uid AS uid, p.name AS name, p.kind AS project_kind, p.state AS project_state,
       collect(DISTINCT estate) AS estates,
       p.defined AS defined
ORDER BY name, uid
