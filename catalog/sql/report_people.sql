-- The distinct people of each part and role. Those credited on a season or series
-- without a word on which episodes count too, unless it matters which.
WITH carrying AS (
    SELECT title, key, given FROM leaf
    UNION ALL
    SELECT number, key, '' FROM chosen WHERE kind IN ('season', 'series') AND /*unplaced*/
    UNION ALL
    SELECT t.number, key, '' FROM chosen c JOIN title t ON t.series = c.number
    WHERE c.kind = 'series' AND t.kind = 'season' AND (t.season <> 0 OR /*specials*/) AND /*unplaced*/
), tallied AS (
    SELECT key, given, role, person FROM credit JOIN carrying USING (title) WHERE /*credited*/
    UNION
    SELECT key, given, 'lead', person FROM credit JOIN carrying USING (title) WHERE role = 'cast' AND billing = 1
)
SELECT key, given, role::VARCHAR,
    count(*) FILTER (gender = 'woman')::BIGINT,
    count(*) FILTER (gender = 'man')::BIGINT,
    count(*) FILTER (gender = 'nonbinary')::BIGINT,
    count(*) FILTER (gender IS NULL OR gender = 'unknown')::BIGINT
FROM tallied LEFT JOIN person_gender USING (person)
WHERE /*tallied*/
GROUP BY key, given, role
ORDER BY key, given, role;
