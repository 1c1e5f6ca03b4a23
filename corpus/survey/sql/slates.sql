-- For each title, how many films or seasons it comes to, how many of these were surely directed
-- by women alone, and how many were not.
SELECT p.asked, count(*) AS parts, count(*) FILTER (s.women = s.people AND s.credited = s.leaves) AS women, count(*) FILTER (s.men + s.nonbinary > 0) AS others
FROM (
  SELECT title AS asked, title AS part FROM title WHERE kind IN ('film', 'season') AND title IN ({titles})
  UNION ALL SELECT series, title FROM title WHERE kind = 'season' AND season > 0 AND series IN ({titles})
) p LEFT JOIN (SELECT * FROM slate WHERE role = 'director') s ON s.title = p.part
GROUP BY p.asked
