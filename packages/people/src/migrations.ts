/** Applied after those of the core. */
export const PEOPLE_MIGRATIONS = {
  name: 'people',
  folder: new URL('../migrations/', import.meta.url),
}
