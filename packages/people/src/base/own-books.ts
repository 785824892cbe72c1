/** The ids of a person's books differ from the person's in the last four digits only. */
export const OWN_BOOKS = `
  WHERE code IN ('wallet', 'proceeds')
    AND id BETWEEN overlay($1::uuid::text placing '1000' from 33)::uuid
      AND overlay($1::uuid::text placing '2fff' from 33)::uuid`
