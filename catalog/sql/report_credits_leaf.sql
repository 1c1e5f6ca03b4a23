-- Leaf titles by part, role and the genders on a title, from the credits; where it is asked,
-- those alone on which one person, or several, hold the role.
WITH tallied AS (
    SELECT title, person, role FROM credit SEMI JOIN leaf USING (title) WHERE /*credited*/
    UNION ALL
    SELECT title, person, 'lead' FROM credit SEMI JOIN leaf USING (title) WHERE role = 'cast' AND billing = 1
), on_title AS (
    SELECT title, role, /*part*/ AS part,
        count(*) FILTER (gender = 'woman') AS women,
        count(*) FILTER (gender = 'man') AS men,
        count(*) FILTER (gender = 'nonbinary') AS nonbinary,
        count(*) FILTER (gender IS NULL OR gender = 'unknown') AS unknown
    FROM tallied LEFT JOIN person_gender USING (person) /*aged*/
    WHERE /*tallied*/
    GROUP BY title, role, part
    HAVING /*makers*/
)
SELECT /*key*/ AS key, given, role::VARCHAR,
    ((women > 0)::UTINYINT + 2 * (men > 0)::UTINYINT + 4 * (nonbinary > 0)::UTINYINT + 8 * (unknown > 0)::UTINYINT)::UTINYINT AS genders,
    count(*)::BIGINT, sum(women)::BIGINT, sum(men)::BIGINT, sum(nonbinary)::BIGINT, sum(unknown)::BIGINT
FROM on_title JOIN leaf USING (title)
GROUP BY ALL
ORDER BY ALL;
