// Kinds of grid
// 网格类型
//
// @question   How many kinds of grid are there? | 网格分为几类？
// @returns    uid string, name string, kind string, grids int
// @figure     grid_kinds
// Browser:    :params {}
MATCH (g:Grid)
WHERE g.defined AND g.kind IS NOT NULL
RETURN g.kind AS uid, g.kind AS name, g.kind AS kind, count(g) AS grids
ORDER BY uid
