// count of rows
MATCH (n:Organisation) RETURN count(*) AS n

// count of values
MATCH (e:Estate) RETURN count(e.households) AS n

// count of different values
MATCH (n:Organisation) RETURN count(DISTINCT n.defined) AS n

// count of nothing
MATCH (g:Grid) RETURN count(*) AS n, count(g.name) AS names

// groups
MATCH (n:Organisation) RETURN n.defined AS defined, count(*) AS n ORDER BY defined

// a group of null
MATCH (e:Estate) RETURN e.old AS old, count(*) AS n ORDER BY old

// sum
MATCH (e:Estate) RETURN sum(e.households) AS sum

// sum of nothing
MATCH (g:Grid) RETURN sum(g.nothing) AS sum

// sum of floats
UNWIND [0.5, 1, 2.25] AS x RETURN sum(x) AS sum

// average
UNWIND [1, 2, 4, null] AS x RETURN avg(x) AS mean

// average of nothing
UNWIND [] AS x RETURN avg(x) AS mean

// least and greatest
UNWIND [3, 1, null, 2] AS x RETURN min(x) AS least, max(x) AS greatest

// least and greatest text
MATCH (c:Community) RETURN min(c.code) AS least, max(c.code) AS greatest

// least and greatest of nothing
UNWIND [] AS x RETURN min(x) AS least, max(x) AS greatest

// collect
UNWIND [3, 1, null, 2] AS x WITH x ORDER BY x RETURN collect(x) AS xs

// collect of different values
UNWIND [1, 2, 1] AS x WITH x ORDER BY x RETURN collect(DISTINCT x) AS xs

// collect of nothing
UNWIND [] AS x RETURN collect(x) AS xs

// collect of maps
MATCH (c:Community) WITH c ORDER BY c.code RETURN collect({name: c.name, code: c.code}) AS communities

// standard deviation
UNWIND [2, 4, 4, 4, 5, 5, 7, 9] AS x RETURN stDevP(x) AS population, round(stDev(x), 6) AS sample

// percentiles
UNWIND [10, 20, 30, 40] AS x RETURN percentileCont(x, 0.5) AS cont, percentileDisc(x, 0.5) AS disc

// an aggregate in an expression
MATCH (c:Community) RETURN count(*) * 100 / 4 + 1 AS n

// a share of the whole
MATCH (n:Organisation) WITH count(*) AS all, sum(CASE WHEN n.defined THEN 1 ELSE 0 END) AS some RETURN 100.0 * some / all AS share

// COUNT subquery
MATCH (b:PartyBranch) RETURN b.name AS name, COUNT { (b)-[:COVERS]->(:Estate) } AS n ORDER BY name

// COUNT subquery as a condition
MATCH (s:Subdistrict) WHERE COUNT { (s)<-[:PART_OF]-(c) WHERE c:Community } > 1 RETURN s.name

// COLLECT subquery
MATCH (s:Subdistrict) RETURN COLLECT { MATCH (s)<-[:PART_OF]-(c) RETURN c.name ORDER BY c.name } AS names

// an aggregate of an aggregate
MATCH (n:Organisation) WITH n.defined AS defined, count(*) AS n RETURN max(n) AS most

// ORDER BY an aggregate
MATCH (n:Organisation) RETURN n.defined AS defined, count(*) AS n ORDER BY count(*) DESC

// ORDER BY an alias that hides a variable
MATCH (c:Community) WITH c, c.code AS code RETURN code AS c ORDER BY c

// least and greatest of mixed types
UNWIND [1, 'a', 2.5, [1]] AS x RETURN min(x) AS least, max(x) AS greatest

// collect of different nodes
MATCH (c:Community)-[:PART_OF]->(s) RETURN [x IN collect(DISTINCT s) | x.name] AS names

// sum of texts
UNWIND ['a', 'b'] AS x RETURN sum(x) AS sum

// an aggregate beside a value that is not grouped
MATCH (n:Organisation) RETURN n.defined AND count(*) > 1 AS x
