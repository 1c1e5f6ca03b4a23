-- How many of each gender are in a role on a leaf title; where it is asked, those titles alone
-- on which one person, or several, hold the role.
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
