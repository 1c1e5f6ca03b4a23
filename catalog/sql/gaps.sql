-- The people of a role on the leaf titles chosen of whom no gender is stated, and on how
-- many of these they are. Whoever has declared something about themselves is not asked
-- again.
CREATE OR REPLACE TEMP TABLE gap AS
SELECT c.person, count(*) AS titles
FROM (FROM credit SEMI JOIN leaf USING (title) WHERE /*credited*/) c
LEFT JOIN person_gender g ON g.person = c.person
WHERE coalesce(g.gender, 'unknown') = 'unknown'
GROUP BY c.person;
DELETE FROM gap WHERE person IN (SELECT person FROM statement WHERE precedence = 'declaration');
