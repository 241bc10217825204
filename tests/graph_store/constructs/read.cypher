// all nodes of a label
MATCH (e:Estate) RETURN e.uid ORDER BY e.uid

// a node with a property
MATCH (c:Community {name: '东社区'}) RETURN c.uid

// a node whole
MATCH (p:Person) RETURN p

// a super-label
MATCH (o:Organisation) RETURN o.uid AS uid ORDER BY uid

// either label
MATCH (n:Estate|Community) RETURN n.uid AS uid ORDER BY uid

// both labels
MATCH (n:PartyBranch&Organisation) RETURN n.uid AS uid ORDER BY uid

// not a label
MATCH (n:Organisation&!PartyBranch) RETURN n.uid AS uid ORDER BY uid

// a label as a condition
MATCH (n) WHERE n:Community RETURN count(*) AS n

// the labels of a node
MATCH (p:PartyCommittee) UNWIND labels(p) AS label RETURN label ORDER BY label

// a relationship of a type
MATCH (c:Community)-[:PART_OF]->(s:Subdistrict) RETURN c.name AS community, s.name AS subdistrict ORDER BY community

// a relationship backwards
MATCH (s:Subdistrict)<-[:PART_OF]-(c:Community) RETURN c.name AS community ORDER BY community

// a relationship either way
MATCH (p:Post)-[r]-(n) RETURN type(r) AS type, n.name AS name ORDER BY type

// one of several types
MATCH (a)-[r:COVERS|HOLDS]->(b) RETURN type(r) AS type, b.name AS name ORDER BY type

// not a type
MATCH ()-[r:!PART_OF]->() RETURN type(r) AS type ORDER BY type

// a relationship whole
MATCH ()-[r:HOLDS]->() RETURN r

// the ends of a relationship
MATCH ()-[r:COVERS]->() RETURN startNode(r).name AS from, endNode(r).name AS to

// two patterns in one MATCH
MATCH (a:Community), (b:Estate) RETURN a.name AS name, b.uid AS uid ORDER BY name, uid

// a pattern that shares a node
MATCH (a:Community)-[:PART_OF]->(s)<-[:PART_OF]-(b:Community) WHERE a.uid < b.uid RETURN a.name AS a, b.name AS b

// OPTIONAL MATCH without a match
MATCH (e:Estate) OPTIONAL MATCH (b)-[:COVERS]->(e) RETURN e.uid AS uid, b.name AS branch ORDER BY uid

// OPTIONAL MATCH with a condition
MATCH (b:PartyBranch) OPTIONAL MATCH (b)-[r:COVERS]->(e) WHERE r.mode = 'organisation' RETURN b.name AS name, e.uid AS uid ORDER BY name

// WHERE with a pattern
MATCH (b:PartyBranch) WHERE (b)-[:COVERS]->(:Estate) RETURN b.name

// WHERE NOT with a pattern
MATCH (b:PartyBranch) WHERE NOT (b)-[:COVERS]->() RETURN b.name

// a condition within a node
MATCH (e:Estate WHERE e.households > 100) RETURN e.name

// a condition within a relationship
MATCH ()-[r:COVERS WHERE r.mode = 'work']->(e) RETURN e.name

// EXISTS subquery
MATCH (b:PartyBranch) WHERE EXISTS { (b)-[:COVERS]->(e:Estate) WHERE e.old } RETURN b.name

// EXISTS subquery with MATCH
MATCH (n:Organisation) WHERE NOT EXISTS { MATCH (n)-[:COVERS|CO_BUILDS_WITH]->() } RETURN n.name AS name ORDER BY name

// IS NULL
MATCH (e:Estate) WHERE e.households IS NULL RETURN e.uid

// IS NOT NULL
MATCH (e:Estate) WHERE e.households IS NOT NULL RETURN e.uid

// IN a list
MATCH (c:Community) WHERE c.name IN ['东社区', '南社区'] RETURN c.name

// IN a list with null
RETURN 1 IN [2, null] AS unknown, 1 IN [1, null] AS found, null IN [] AS none

// three-valued logic
RETURN null AND false AS a, null OR true AS b, NOT null AS c, null XOR true AS d, null = null AS e

// a chain of comparisons
MATCH (e:Estate) WHERE 100 < e.households <= 420 RETURN e.name

// comparison of different types
RETURN 1 = '1' AS equal, 1 < 'a' AS less, 1 = 1.0 AS numbers

// DISTINCT
MATCH (n:Organisation) RETURN DISTINCT n.defined AS defined ORDER BY defined

// ORDER BY descending
MATCH (n:Organisation) RETURN n.uid AS uid ORDER BY uid DESC

// ORDER BY with nulls
MATCH (e:Estate) RETURN e.households AS households ORDER BY households

// ORDER BY descending with nulls
MATCH (e:Estate) RETURN e.households AS households ORDER BY households DESC

// ORDER BY mixed types
UNWIND [3, 'b', true, null, 1.5, [1], 'a'] AS x RETURN x ORDER BY x

// ORDER BY text of several scripts
UNWIND ['西', '东', 'b', 'B', 'a', '1'] AS x RETURN x ORDER BY x

// ORDER BY what is not returned
MATCH (c:Community) RETURN c.name AS name ORDER BY c.code DESC

// SKIP and LIMIT
MATCH (n:Organisation) RETURN n.uid AS uid ORDER BY uid SKIP 1 LIMIT 2

// LIMIT by an expression
UNWIND range(1, 9) AS x RETURN x ORDER BY x LIMIT 1 + 2

// WITH and WHERE
MATCH (n:Organisation) WITH n.defined AS defined, count(*) AS n WHERE n > 1 RETURN defined, n

// WITH and ORDER BY and LIMIT
MATCH (c:Community) WITH c ORDER BY c.code DESC LIMIT 1 RETURN c.name

// WITH everything
MATCH (c:Community) WITH *, c.name AS name RETURN name ORDER BY name

// UNWIND
UNWIND [1, 2, 2, null] AS x RETURN x

// UNWIND of null
UNWIND null AS x RETURN x

// UNION
MATCH (e:Estate) RETURN e.defined AS x UNION MATCH (c:Community) RETURN c.defined AS x

// UNION ALL
MATCH (e:Estate) RETURN e.defined AS x UNION ALL MATCH (c:Community) RETURN c.defined AS x

// CASE with a value
MATCH (e:Estate) RETURN e.uid AS uid, CASE e.old WHEN true THEN 'old' WHEN false THEN 'new' ELSE 'unknown' END AS age ORDER BY uid

// CASE with conditions
UNWIND [1, 5, null] AS x RETURN x, CASE WHEN x > 3 THEN 'many' WHEN x <= 3 THEN 'few' END AS size

// CASE with several values
UNWIND [1, 2, 3] AS x RETURN CASE x WHEN 1, 2 THEN 'low' ELSE 'high' END AS size

// CALL subquery with a variable
MATCH (c:Community) CALL (c) { MATCH (c)-[:PART_OF]->(s) RETURN count(s) AS n } RETURN c.name AS name, n ORDER BY name

// CALL subquery with UNION
CALL () { RETURN 1 AS x UNION RETURN 2 AS x } RETURN sum(x) AS x

// CALL subquery after WITH
MATCH (c:Community) CALL { WITH c RETURN c.name AS name } RETURN name ORDER BY name

// CALL subquery without rows
MATCH (c:Community) CALL (c) { MATCH (c)-[:COVERS]->(e) RETURN e } RETURN count(*) AS n

// OPTIONAL CALL
MATCH (c:Community) OPTIONAL CALL (c) { MATCH (c)-[:COVERS]->(e) RETURN e.name AS estate } RETURN c.name AS name, estate ORDER BY name

// a property by name
MATCH (p:Person) RETURN p['name'] AS name

// a property that nobody has
MATCH (p:Person) RETURN p.nonsense AS nothing

// all properties
MATCH (p:Post) RETURN properties(p) AS p

// the names of properties
MATCH (p:Post) UNWIND keys(p) AS key RETURN key ORDER BY key

// equality of nodes
MATCH (a:Community), (b:Community) WHERE a = b RETURN count(*) AS n

// a variable-free RETURN
RETURN 1 AS one, 'x' AS text, true AS yes, null AS nothing

// a number in another base
RETURN 0xFF AS hex, 0o17 AS octal, 1e3 AS float

// the numeric id
MATCH (p:Person) RETURN id(p) >= 0 AS id

// the identifier of an element
MATCH (p:Person) RETURN size(elementId(p)) > 0 AS id

// division of integers
RETURN 7 / 2 AS quotient, -7 / 2 AS negative, 7 % 3 AS rest, 7.0 / 2 AS float

// division by zero
RETURN 1 / 0 AS x

// division of floats by zero
RETURN 1.0 / 0 AS x

// powers and roots
RETURN 2 ^ 10 AS power, sqrt(16) AS root, exp(0) AS e, log(1) AS ln, log10(1000) AS lg

// rounding
RETURN round(2.5) AS half, round(-2.5) AS negative, round(3.14159, 2) AS places, floor(-1.5) AS floor, ceil(1.2) AS ceil

// signs
RETURN abs(-3) AS abs, sign(-2.5) AS sign, -(-1) AS minus

// conversions
RETURN toInteger('42') AS i, toFloat('1.5') AS f, toString(1.0) AS s, toBoolean('true') AS b

// conversions that fail
RETURN toInteger('x') AS i, toFloat('x') AS f, toBoolean('maybe') AS b, toIntegerOrNull([1]) AS n

// an integer that is too large
RETURN 9223372036854775807 + 1 AS x

// a mistake in a type
RETURN 1 + true AS x

// an unknown variable
RETURN nobody AS x

// an unknown function
RETURN nosuchfunction(1) AS x

// coalesce
RETURN coalesce(null, null, 3) AS x, coalesce(null) AS y, nullIf(1, 1) AS z

// the type of a value
RETURN valueType(1) AS i, valueType('a') AS s

// a type as a condition
RETURN 1 IS :: INTEGER AS i, 'a' IS :: INTEGER AS s

// not a number
RETURN 0.0 / 0 AS nan, isNaN(0.0 / 0) AS is

// rounding by a rule
RETURN round(2.345, 2, 'HALF_EVEN') AS even, round(2.5, 0, 'HALF_DOWN') AS down

// SKIP of a negative number
UNWIND [1, 2] AS x RETURN x ORDER BY x SKIP -1

// EXPLAIN
EXPLAIN MATCH (n:Estate) RETURN n.uid

// a procedure of the database
CALL db.labels() YIELD label WHERE label = 'Estate' RETURN label

// a point
RETURN point({x: 1, y: 2}).x AS x, point.distance(point({x: 0, y: 0}), point({x: 3, y: 4})) AS distance

// ORDER BY an alias of the same name as a variable
MATCH (c:Community) RETURN c.code AS c ORDER BY c

// ORDER BY an alias that hides a variable of a group
MATCH (n:Organisation) WITH n, size(n.name) AS length RETURN n.uid AS n, length ORDER BY length DESC, n

// a random text
RETURN size(randomUUID()) AS n, rand() < 1 AS below

// a text as a condition
MATCH (e:Estate) WHERE e.name RETURN e.uid AS uid ORDER BY uid

// a number as a truth
RETURN NOT 5 AS x
