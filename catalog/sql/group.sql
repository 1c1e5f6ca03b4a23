-- The people of films and seasons in groups that are no roles, as work_person has
-- those in a role: distinct, by gender. titles is on how many leaf titles each of the
-- group's roles is credited, so that where it is all, nobody can be missing.
CREATE TABLE work_group AS
WITH member AS (
    SELECT 'season_regulars' AS name, work, person FROM (
        /*season_regulars*/
    )
    UNION ALL
    SELECT 'department_heads', work, person FROM (
        /*department_heads*/
    )
), people AS (
    SELECT name, work,
        count(*) FILTER (gender = 'woman')::INTEGER AS women,
        count(*) FILTER (gender = 'man')::INTEGER AS men,
        count(*) FILTER (gender = 'nonbinary')::INTEGER AS nonbinary,
        count(*) FILTER (gender IS NULL OR gender = 'unknown')::INTEGER AS unknown
    FROM member LEFT JOIN person_gender USING (person)
    GROUP BY name, work
), held AS (
    SELECT 'season_regulars' AS name, work, titles FROM work_person WHERE role = 'cast'
    UNION ALL
    SELECT 'department_heads', work, CASE count(*) WHEN /*number*/ THEN min(titles) ELSE 0 END
    FROM work_person WHERE /*heads*/ GROUP BY work
)
SELECT name, work, coalesce(women, 0) AS women, coalesce(men, 0) AS men, coalesce(nonbinary, 0) AS nonbinary, coalesce(unknown, 0) AS unknown, titles
FROM held LEFT JOIN people USING (name, work)
ORDER BY name, work
