CREATE TABLE stage.person AS
SELECT person_number(nconst) AS p, any_value(primaryName) AS name
FROM {{published "name.basics"}}
WHERE person_number(nconst) IS NOT NULL
GROUP BY p;
