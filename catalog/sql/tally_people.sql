-- Distinct people by season, role and gender, for the seasons of a series.
SELECT season_id AS title_id, role,
    count(DISTINCT person_id) FILTER (gender = 'woman') AS women,
    count(DISTINCT person_id) FILTER (gender = 'man') AS men,
    count(DISTINCT person_id) FILTER (gender = 'nonbinary') AS nonbinary,
    count(DISTINCT person_id) FILTER (gender = 'unknown') AS unknown
FROM credit_detail
WHERE series_id = ? AND season_id <> ''
GROUP BY season_id, role
ORDER BY title_id, role;
