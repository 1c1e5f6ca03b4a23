-- Which titles the rows of lists are: those that an identifier is of or, where none is
-- known, the films and series of that name, year and kind, as far as these are said.
CREATE TEMP TABLE listed_found AS
WITH identified AS (
    SELECT l.number, t.number AS title FROM listed_identifier_as_given l JOIN title t ON t.id = l.text
    UNION
    SELECT l.number, t.number FROM listed_identifier_as_given l JOIN title t ON t.id = l.value
    WHERE l.scheme <> '' AND l.scheme <> 'tmdb'
    UNION
    SELECT l.number, t.number
    FROM listed_identifier_as_given l JOIN identifier i ON i.scheme = l.scheme AND i.value = l.value JOIN title t ON t.id = i.owner_id
    WHERE l.kind = '' OR l.kind = t.kind::VARCHAR
), sought AS (
    SELECT DISTINCT lower(name) AS name FROM listed_as_given WHERE name <> ''
), bearing AS (
    SELECT number, lower(name) AS name FROM title WHERE lower(name) IN (FROM sought)
    UNION ALL SELECT number, lower(original_name) FROM title WHERE lower(original_name) IN (FROM sought)
    UNION ALL SELECT title, lower(name) FROM alternative_name WHERE lower(name) IN (FROM sought)
)
SELECT number, title FROM identified
UNION
SELECT l.number, t.number
FROM listed_as_given l JOIN bearing b ON b.name = lower(l.name) JOIN title t ON t.number = b.number
WHERE l.number NOT IN (SELECT number FROM identified)
    AND (l.year = 0 OR l.year = CASE WHEN t.released <> '' THEN left(t.released, 4)::SMALLINT ELSE t.year END)
    AND CASE WHEN l.kind = '' THEN t.kind IN ('film', 'series') ELSE t.kind::VARCHAR = l.kind END;

INSERT INTO listed
SELECT l.list, any_value(f.title) AS title
FROM listed_as_given l JOIN listed_found f USING (number)
GROUP BY l.number, l.list HAVING count(*) = 1
EXCEPT -- of what is listed twice, or was before, too
SELECT * FROM listed
ORDER BY ALL;
