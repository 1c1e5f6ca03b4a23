SELECT work, /*measure*/ AS measure, coalesce(size, 0) AS size, coalesce(doubtful, 0) AS doubtful, coalesce(certain, 0) AS certain, titles
FROM (SELECT work, /*titles*/ AS titles FROM /*table*/ WHERE role = '/*group*/') LEFT JOIN (
    SELECT work, sum(/*all*/) AS size, sum(unknown) AS doubtful, sum(/*asked*/) AS certain
    FROM /*credits*/ GROUP BY work
) USING (work)
