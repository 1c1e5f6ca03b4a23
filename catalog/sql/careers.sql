-- The first credits of each person in each role behind the camera, as far as dates tell: a
-- title is among them if no other was certainly shown before it. Where only years are known,
-- all of the first year are. candidates is how many of them a person has in the role, and open
-- says that the person has a credit on a title without a date too, which may be earlier. Run
-- once, after sql/derive.sql.
CREATE TABLE first_credit AS
WITH shown AS (
    SELECT number, earliest(released, year) AS earliest, latest(released, year) AS latest FROM title
), dated AS (
    SELECT role, person, title, earliest, latest FROM credit JOIN shown ON number = title WHERE role <> 'cast'
), bound AS (
    SELECT role, person, min(latest) FILTER (earliest > 0) AS latest, bool_or(earliest = 0) AS open
    FROM dated GROUP BY role, person
), first AS (
    SELECT role, person, title, open
    FROM dated JOIN bound USING (role, person)
    WHERE earliest > 0 AND earliest <= bound.latest
), counted AS (
    SELECT role, person, count(*)::INTEGER AS candidates FROM first GROUP BY role, person
)
SELECT role, person, title, candidates, open FROM first JOIN counted USING (role, person)
ORDER BY role, person, title;
