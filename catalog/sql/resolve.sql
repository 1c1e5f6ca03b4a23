-- What the statements about a person come to: those of the highest precedence
-- decide, a disagreement among them is unknown. rolecall.Resolve is the rule; a
-- test holds this to it.
WITH by_precedence AS (
    SELECT person, precedence,
        min(gender) FILTER (gender <> 'unknown') AS least,
        max(gender) FILTER (gender <> 'unknown') AS most
    FROM /*statements*/ GROUP BY person, precedence
)
SELECT person,
    arg_max(CASE WHEN least = most THEN least ELSE 'unknown'::gender END, precedence) AS gender,
    arg_max(coalesce(least <> most, false), precedence) AS conflict
FROM by_precedence
GROUP BY person
ORDER BY person