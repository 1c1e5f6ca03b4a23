-- There may be more people than are counted where a leaf title has no credit.
SELECT work, measure, CASE WHEN titles < greatest(leaves, 1) THEN -1 - packed ELSE packed END AS packed
FROM (
    SELECT work, measure, titles, /*packed*/ AS packed
    FROM (
        /*counted*/
    )
    WHERE work BETWEEN /*from*/ AND /*to*/
) JOIN chosen ON number = work
WHERE number BETWEEN /*from*/ AND /*to*/
