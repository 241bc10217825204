// Old estates in the renewal of an area
// 某片区改造的老旧小区
//
// @question   Which old estates does the renewal of the area concern? | 该片区改造涉及哪些老旧小区？
// @param      area  string  required  name of the area | 片区名称
// @returns    uid string, name string, projects list<string>, households int, defined boolean
// @caveat     Only estates that the register calls old are counted. | 只计台账登记为老旧的小区。
// @caveat     Rows with defined = false are stubs, named by some row and defined by none: they are shown and not counted. | defined 为否的行只被别处提到、没有自己的登记，列出但不计入。
// @figure     dongdu_old_estates
// Browser:    :params {area: '示例片区'}
MATCH (p:Project)-[:CONCERNS]->(e:Estate)
WHERE e.old AND coalesce(p.kind, 'renewal') = 'renewal'
  AND (EXISTS { MATCH (p)-[:WITHIN]->(a:Area) WHERE a.name = $area }
       OR EXISTS { MATCH (e)-[:LOCATED_IN]->(a:Area) WHERE a.name = $area })
WITH e, p.name AS project ORDER BY project
RETURN e.uid AS uid, e.name AS name, collect(DISTINCT project) AS projects, e.households AS households,
       e.defined AS defined
ORDER BY name, uid
