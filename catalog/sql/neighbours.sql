-- The titles whose shares, where known, are nearest to those of one title, role by role: of
-- those as near, first the ones of which all is known, and of these the ones with most votes.
WITH standing AS (/*standing*/),
near AS (
    SELECT number, role, certain, possible, of, abs(certain / (of - possible + certain) - share) AS apart
    FROM standing JOIN (VALUES /*own*/) own(role, share) USING (role)
    WHERE of > possible - certain AND number <> $1
)
SELECT number, role, certain, possible, of
FROM near JOIN (SELECT number, votes FROM work) USING (number)
QUALIFY row_number() OVER (PARTITION BY role ORDER BY apart, possible > certain, votes DESC, number) <= $2
ORDER BY role, apart, possible > certain, votes DESC, number
