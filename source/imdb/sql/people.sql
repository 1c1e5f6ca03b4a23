CREATE TABLE stage.person AS
SELECT person_number(nconst) AS p, primaryName AS name
FROM {{published "name.basics"}}
WHERE person_number(nconst) IS NOT NULL;
DELETE FROM stage.person WHERE p IN (SELECT p FROM stage.person GROUP BY p HAVING count(*) > 1)
    AND rowid NOT IN (SELECT min(rowid) FROM stage.person GROUP BY p);
