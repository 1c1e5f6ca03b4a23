-- Who is in each role in each part, each person once.
WITH carrying AS (
    /*carrying*/
), tallied AS (
    SELECT /*key*/ AS key, given, role, person FROM (SELECT *, /*part*/ AS part FROM credit JOIN carrying USING (title) /*aged*/ WHERE /*credited*/)
    UNION
    SELECT /*key*/ AS key, given, 'lead', person FROM (SELECT *, /*part*/ AS part FROM credit JOIN carrying USING (title) /*aged*/ WHERE role = 'cast' AND billing = 1)
)
