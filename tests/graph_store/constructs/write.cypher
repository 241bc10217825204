// CREATE a node
CREATE (n:Estate {uid: 'probe:1', name: '新苑', households: 7}) RETURN n

// CREATE a node with several labels
CREATE (n:ProbeOne:ProbeTwo {uid: 'probe:1'}) RETURN n.uid;
MATCH (n:ProbeTwo) RETURN n

// CREATE a relationship
CREATE (a:Probe {uid: 'probe:1'})-[r:LINKS {uid: 'probe:r', since: date('2024-01-01')}]->(b:Probe {uid: 'probe:2'}) RETURN r

// CREATE many
UNWIND range(1, 3) AS i CREATE (n:Probe {uid: 'probe:' + toString(i), number: i}) RETURN n.number AS i ORDER BY i

// CREATE of parameters in a map
UNWIND [{uid: 'probe:1', name: 'a'}, {uid: 'probe:2', name: 'b'}] AS row CREATE (n:Probe) SET n = row;
MATCH (n:Probe) RETURN n ORDER BY n.uid

// MERGE that creates
MERGE (n:Probe {uid: 'probe:1'}) RETURN n

// MERGE twice
MERGE (n:Probe {uid: 'probe:1'});
MERGE (n:Probe {uid: 'probe:1'});
MATCH (n:Probe) RETURN count(n) AS n

// MERGE with ON CREATE and ON MATCH
MERGE (n:Probe {uid: 'probe:1'}) ON CREATE SET n.made = true ON MATCH SET n.met = true;
MERGE (n:Probe {uid: 'probe:1'}) ON CREATE SET n.made = false ON MATCH SET n.met = true RETURN n

// MERGE a relationship
CREATE (:Probe {uid: 'probe:1'}), (:Probe {uid: 'probe:2'});
MATCH (a:Probe {uid: 'probe:1'}), (b:Probe {uid: 'probe:2'}) MERGE (a)-[r:LINKS {uid: 'probe:r'}]->(b) RETURN r;
MATCH (a:Probe {uid: 'probe:1'}), (b:Probe {uid: 'probe:2'}) MERGE (a)-[r:LINKS {uid: 'probe:r'}]->(b);
MATCH (:Probe)-[r:LINKS]->(:Probe) RETURN count(r) AS n

// MERGE with null
MERGE (n:Probe {uid: null}) RETURN n

// SET a property
CREATE (n:Probe {uid: 'probe:1', a: 1}) SET n.a = 2, n.b = [1, 2] RETURN n

// SET a property to null
CREATE (n:Probe {uid: 'probe:1', a: 1});
MATCH (n:Probe) SET n.a = null RETURN n.a AS a, keys(n) AS keys

// SET all properties
CREATE (n:Probe {uid: 'probe:1', a: 1}) SET n = {uid: 'probe:1', b: 2} RETURN n

// SET more properties
CREATE (n:Probe {uid: 'probe:1', a: 1}) SET n += {a: 2, b: 3} RETURN n

// SET a day
CREATE (n:Probe {uid: 'probe:1'}) SET n.day = date('2024-09-03');
MATCH (n:Probe) WHERE n.day = date('2024-09-03') RETURN n.day AS day

// SET a map as a property
CREATE (n:Probe {uid: 'probe:1'}) SET n.map = {a: 1} RETURN n.map AS map

// SET a list of lists as a property
CREATE (n:Probe {uid: 'probe:1'}) SET n.list = [[1], [2]] RETURN n.list AS list

// SET a list with null as a property
CREATE (n:Probe {uid: 'probe:1'}) SET n.list = [1, null] RETURN n.list AS list

// SET a label
CREATE (n:Probe {uid: 'probe:1'}) SET n:ProbeMore RETURN n;
MATCH (n:ProbeMore) RETURN n

// REMOVE a property
CREATE (n:Probe {uid: 'probe:1', a: 1}) REMOVE n.a RETURN n

// REMOVE a label
CREATE (n:ProbeOne:ProbeTwo {uid: 'probe:1'});
MATCH (n:ProbeOne) REMOVE n:ProbeTwo RETURN n

// DELETE a node
CREATE (n:Probe {uid: 'probe:1'});
MATCH (n:Probe) DELETE n;
MATCH (n:Probe) RETURN count(n) AS n

// DELETE a node that has relationships
CREATE (a:Probe {uid: 'probe:1'})-[:LINKS]->(b:Probe {uid: 'probe:2'});
MATCH (n:Probe {uid: 'probe:1'}) DELETE n

// DELETE a relationship
CREATE (a:Probe {uid: 'probe:1'})-[:LINKS]->(b:Probe {uid: 'probe:2'});
MATCH (:Probe)-[r:LINKS]->(:Probe) DELETE r;
MATCH (n:Probe) RETURN n.uid AS uid, COUNT { (n)--() } AS degree ORDER BY uid

// DETACH DELETE
CREATE (a:Probe {uid: 'probe:1'})-[:LINKS]->(b:Probe {uid: 'probe:2'});
MATCH (n:Probe {uid: 'probe:1'}) DETACH DELETE n;
MATCH (n:Probe) RETURN n

// FOREACH
FOREACH (i IN range(1, 3) | CREATE (:Probe {uid: 'probe:' + toString(i)}));
MATCH (n:Probe) RETURN n.uid AS uid ORDER BY uid

// write and read in one statement
CREATE (n:Probe {uid: 'probe:1'}) WITH n MATCH (m:Probe) RETURN count(m) AS n

// write in a CALL subquery
UNWIND [1, 2] AS i CALL (i) { CREATE (n:Probe {uid: 'probe:' + toString(i)}) RETURN n } RETURN n.uid AS uid ORDER BY uid

// a write that fails leaves nothing
UNWIND [1, 0] AS i CREATE (n:Probe {uid: 'probe:1', x: 1 / i});
MATCH (n:Probe) RETURN count(n) AS n

// CREATE INDEX
CREATE INDEX probe_name IF NOT EXISTS FOR (n:Estate) ON (n.households);
DROP INDEX probe_name IF EXISTS

// CREATE CONSTRAINT
CREATE CONSTRAINT probe_uid IF NOT EXISTS FOR (n:Estate) REQUIRE n.address IS UNIQUE;
DROP CONSTRAINT probe_uid IF EXISTS

// MERGE, then SET labels
CREATE CONSTRAINT probe_uid IF NOT EXISTS FOR (n:Probe) REQUIRE n.uid IS UNIQUE;
UNWIND ['probe:1', 'probe:2'] AS uid MERGE (n:Probe {uid: uid}) SET n:ProbeA:ProbeB;
MATCH (n:ProbeA) RETURN n.uid AS uid ORDER BY uid;
DROP CONSTRAINT probe_uid IF EXISTS

// CREATE under a super-label
CREATE (n:PartyBranch:PartyOrganisation:Organisation {uid: 'probe:1', name: '新支部'});
MATCH (n:Organisation {uid: 'probe:1'}) RETURN n.name AS name, size(labels(n)) AS labels

// SET a property by name
CREATE (n:Probe {uid: 'probe:1'}) SET n['a' + 'b'] = 1 RETURN n.ab AS ab

// SET of a node's properties from another
MATCH (p:Post) CREATE (n:Probe) SET n = properties(p), n.uid = 'probe:1' RETURN n

// CALL IN TRANSACTIONS
UNWIND [1, 2] AS i CALL (i) { CREATE (:Probe {uid: 'probe:' + toString(i)}) } IN TRANSACTIONS OF 1 ROW
