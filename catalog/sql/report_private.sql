-- Those of each part and role who are on a private list.
SELECT key, given, role::VARCHAR, person, coalesce(gender::VARCHAR, 'unknown')
FROM tallied SEMI JOIN (FROM person WHERE private) AS listed ON listed.number = person LEFT JOIN person_gender USING (person)
WHERE /*tallied*/
ORDER BY ALL;
