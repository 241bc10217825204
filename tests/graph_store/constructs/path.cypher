// a path whole
MATCH p = (:Person)-[:HOLDS]->(:Post)-[:SEAT_OF]->(:PartyCommittee) RETURN p

// nodes of a path
MATCH p = (:Person)-[:HOLDS]->()-[:SEAT_OF]->() RETURN [n IN nodes(p) | n.name] AS names, length(p) AS steps

// relationships of a path
MATCH p = (:Person)-[:HOLDS]->()-[:SEAT_OF]->() RETURN [r IN relationships(p) | type(r)] AS types

// a path of one or two steps
MATCH (p:Person)-[*1..2]->(n) RETURN n.name AS name ORDER BY name

// a path of any length
MATCH (p:Person)-[*]->(n) RETURN n.name AS name ORDER BY name

// a path of no step or more
MATCH (p:Person)-[:HOLDS|SEAT_OF*0..]->(n) RETURN n.name AS name ORDER BY name

// a path of just two steps
MATCH (p:Person)-[:HOLDS|SEAT_OF*2]->(n) RETURN n.name

// the relationships of a path of any length
MATCH (p:Person)-[rs:HOLDS|SEAT_OF*]->(n) RETURN n.name AS name, size(rs) AS steps ORDER BY steps

// a quantified relationship
MATCH (p:Person)-[:HOLDS|SEAT_OF]->+(n) RETURN n.name AS name ORDER BY name

// a quantified relationship with bounds
MATCH (p:Person)-[:HOLDS|SEAT_OF]->{2,3}(n) RETURN n.name AS name ORDER BY name

// a quantified path pattern
MATCH (p:Person) ((a)-[:HOLDS|SEAT_OF]->(b)){1,3} (n) RETURN n.name AS name, size(b) AS steps ORDER BY steps

// a quantified path pattern with a condition
MATCH (a:Community) ((x)-[:PART_OF]->(y) WHERE y.code IS NOT NULL)+ (s) RETURN a.name AS name, s.name AS top ORDER BY name

// a variable of a quantified path pattern
MATCH (:Person) ((a)-[r:HOLDS|SEAT_OF]->(b))+ (:PartyCommittee) RETURN [x IN b | x.name] AS names, [x IN r | type(x)] AS types

// shortestPath
MATCH p = shortestPath((a:Community {name: '东社区'})-[*..5]-(b:Community {name: '西社区'})) RETURN length(p) AS steps

// allShortestPaths
MATCH p = allShortestPaths((a:Community {name: '东社区'})-[*..5]-(b:Community {name: '西社区'})) RETURN [n IN nodes(p) | n.name] AS names

// SHORTEST k
MATCH p = SHORTEST 1 (a:Community {name: '东社区'})-[:PART_OF]-+(b:Community {name: '西社区'}) RETURN length(p) AS steps

// ALL SHORTEST
MATCH p = ALL SHORTEST (a:Community {name: '东社区'})-[:PART_OF]-+(b:Community {name: '西社区'}) RETURN length(p) AS steps

// no path
OPTIONAL MATCH p = (:Person)-[:COVERS*1..3]->(:Estate) RETURN p

// a condition on all nodes of a path
MATCH p = (:Person)-[*1..3]->(n) WHERE all(x IN nodes(p) WHERE x.name IS NOT NULL) RETURN n.name AS name ORDER BY name

// a relationship is walked once
MATCH (s:Subdistrict)<-[:PART_OF]-(a)-[:PART_OF]->(t) RETURN count(*) AS n

// a relationship is walked again in another MATCH
MATCH (s:Subdistrict)<-[:PART_OF]-(a) MATCH (a)-[:PART_OF]->(t) RETURN count(*) AS n

// a pattern comprehension
MATCH (s:Subdistrict) WITH [(s)<-[:PART_OF]-(c) | c.name] AS names UNWIND names AS name RETURN name ORDER BY name

// a pattern comprehension with a condition
MATCH (s:Subdistrict) RETURN [(s)<-[:PART_OF]-(c) WHERE c.name STARTS WITH '东' | c.code] AS codes

// the degree of a node
MATCH (p:Post) RETURN COUNT { (p)--() } AS degree, COUNT { (p)-->() } AS out
