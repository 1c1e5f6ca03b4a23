-- Of the leaf titles, those without a credit are not known.
SELECT number AS work, /*measure*/ AS measure, /*packed*/ AS packed
FROM (
    SELECT number, leaves AS size, coalesce(certain, 0) AS certain, leaves - coalesce(held - possible, 0) - coalesce(certain, 0) AS doubtful
    FROM chosen LEFT JOIN (
        SELECT work, sum(titles) AS held, coalesce(sum(titles) FILTER (/*certainly*/), 0) AS certain, coalesce(sum(titles) FILTER (/*possibly*/), 0) AS possible
        FROM /*credits*/ AND work BETWEEN /*from*/ AND /*to*/
        GROUP BY work
    ) ON work = number
    WHERE number BETWEEN /*from*/ AND /*to*/
)
