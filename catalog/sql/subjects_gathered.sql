SELECT name, work, place AS title, person
FROM (
    SELECT '/*name*/' AS name, number AS work, CASE WHEN kind = 'season' AND title = number THEN 0 ELSE title END AS place,
        person, any_value(leaves) AS leaves, min(nullif(billing, 0)) AS billing
    FROM credit JOIN chosen ON number = work
    WHERE /*roles*/
    GROUP BY number, kind, title, person
)
/*which*/
