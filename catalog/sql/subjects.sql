-- Each film or season chosen with its counts as one text, so that titles with the
-- same counts are known by it: for each group, entries of
--     name genders titles women men nonbinary unknown
-- in the order of name and genders. genders is the set on a leaf title and titles
-- how many leaf titles are so, or both are 0 and the entry is of distinct people.
WITH gathered AS (
    /*gathered*/
), gathered_on_title AS (
    SELECT name, work, title,
        count(*) FILTER (gender = 'woman') AS women,
        count(*) FILTER (gender = 'man') AS men,
        count(*) FILTER (gender = 'nonbinary') AS nonbinary,
        count(*) FILTER (gender IS NULL OR gender = 'unknown') AS unknown
    FROM gathered LEFT JOIN person_gender USING (person)
    WHERE title > 0
    GROUP BY name, work, title
), gathered_people AS (
    SELECT name, work,
        count(*) FILTER (gender = 'woman') AS women,
        count(*) FILTER (gender = 'man') AS men,
        count(*) FILTER (gender = 'nonbinary') AS nonbinary,
        count(*) FILTER (gender IS NULL OR gender = 'unknown') AS unknown
    FROM (SELECT DISTINCT name, work, person FROM gathered) LEFT JOIN person_gender USING (person)
    GROUP BY name, work
), counted AS (
    SELECT work, role::VARCHAR AS name, genders, titles, women, men, nonbinary, unknown
    FROM work_credit WHERE /*tallied*/
    UNION ALL
    SELECT work, role::VARCHAR, 0, 0, women, men, nonbinary, unknown
    FROM work_person WHERE /*tallied*/
    UNION ALL
    SELECT work, name,
        (women > 0)::UTINYINT + 2 * (men > 0)::UTINYINT + 4 * (nonbinary > 0)::UTINYINT + 8 * (unknown > 0)::UTINYINT AS genders,
        count(*), sum(women), sum(men), sum(nonbinary), sum(unknown)
    FROM gathered_on_title GROUP BY work, name, genders
    UNION ALL
    SELECT work, name, 0, 0, women, men, nonbinary, unknown
    FROM gathered_people
), packed AS (
    SELECT work, string_agg(concat_ws(' ', name, genders, titles, women, men, nonbinary, unknown), ';' ORDER BY name, genders) AS counts
    FROM counted SEMI JOIN chosen ON number = work
    GROUP BY work
)
SELECT t.id, c.kind::VARCHAR, c.leaves::BIGINT, coalesce(counts, '')
FROM chosen c JOIN title t USING (number) LEFT JOIN packed ON work = c.number
ORDER BY c.number
