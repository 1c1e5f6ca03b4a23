-- Titles with enough people in the role, the greatest certain share first.
SELECT number, certain, possible, of, held, leaves, unstated
FROM standing
WHERE people >= greatest(1, ?) AND /*ranked*/
ORDER BY certain / of DESC, of DESC, possible DESC, number
LIMIT ?
