-- The titles whose shares, where known, are nearest to those of one title, role by role: of
-- those as near, first the ones of which all is known, and of these the ones with most votes.
WITH known AS (
    SELECT number, role, certain, possible, of, certain / (of - possible + certain) AS share
    FROM standing WHERE of > possible - certain
)
SELECT number, role::VARCHAR, certain, possible, of
FROM (FROM known WHERE number <> $1) other
JOIN (SELECT role, share AS own FROM known WHERE number = $1) USING (role)
JOIN (SELECT number, votes FROM work) USING (number)
QUALIFY row_number() OVER (PARTITION BY role ORDER BY abs(share - own), possible > certain, votes DESC, number) <= $2
ORDER BY role, abs(share - own), possible > certain, votes DESC, number
