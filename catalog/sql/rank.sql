-- Titles with enough people in the role, the greatest certain share first.
SELECT number, certain, possible, of, held, leaves
FROM standing
WHERE people >= greatest(1, ?)
ORDER BY certain / of DESC, of DESC, possible DESC, number
LIMIT ?
