-- People by episode, role and gender, for the episodes of a series. An episode
-- without a credit in a role has no row.
SELECT title_id, role,
    count(*) FILTER (gender = 'woman') AS women,
    count(*) FILTER (gender = 'man') AS men,
    count(*) FILTER (gender = 'nonbinary') AS nonbinary,
    count(*) FILTER (gender = 'unknown') AS unknown
FROM credit_detail
WHERE series_id = ? AND episode >= 0
GROUP BY title_id, role
ORDER BY title_id, role;
