-- How many stand at or above one title, certainly and possibly, itself counted in.
WITH own AS (
    FROM standing WHERE number = ?
)
SELECT own.role::VARCHAR, any_value(own.certain), any_value(own.possible), any_value(own.of), any_value(own.held), any_value(own.leaves),
    count(*) FILTER (s.number = own.number OR s.certain * own.of >= own.possible * s.of),
    count(*) FILTER (s.number = own.number OR s.possible * own.of >= own.certain * s.of),
    count(*), count(*) FILTER (s.held > 0)
FROM standing s JOIN own USING (role)
GROUP BY own.role
ORDER BY own.role
